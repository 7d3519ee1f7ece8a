import { SourceError } from '../source.ts';

export type RefreshFailureKind =
  /** No key that counts signed it. */
  | 'signature'
  /** Some keys signed it, and too few. */
  | 'threshold'
  /** Root or targets are past their day: the publisher must sign anew. */
  | 'expired'
  /** Timestamp or snapshot are past their day: somebody may be keeping newer ones back. */
  | 'freeze'
  /** Older than what was seen before. */
  | 'rollback'
  /** A root that does not follow on the trusted one. */
  | 'root-mismatch'
  /** Files that do not belong together: another hash, length or version than the one that names it says. */
  | 'mismatch'
  /** Not metadata at all. */
  | 'malformed'
  /** Not read; the cause is a `SourceError` that says why. */
  | 'network';

export interface RefreshFailure {
  readonly kind: RefreshFailureKind;
  readonly message: string;
  readonly cause: unknown;
}

/** Of tuf-js 6.0.2, whose errors of one class differ by their texts alone. The first that fits holds. */
const texts: readonly (readonly [pattern: RegExp, kind: RefreshFailureKind])[] = [
  [/was signed by 0\/\d+ keys/, 'signature'],
  [/was signed by \d+\/\d+ keys/, 'threshold'],
  [/^(Final timestamp|snapshot)\.json is expired$/, 'freeze'],
  [/\.json is expired$/, 'expired'],
  [/^Expected version \d+, got \d+$/, 'root-mismatch'],
  [/is less than current version|^Missing file .* in new snapshot$/, 'rollback'],
  [
    /does(n't| not) match (timestamp|snapshot version)|^Expected (hash|length)|^Missing \S+ in snapshot$/,
    'mismatch',
  ],
];

/** What an error of a refresh means. */
export function toRefreshFailure(cause: unknown): RefreshFailure {
  const message = cause instanceof Error ? cause.message : String(cause);
  if (cause instanceof SourceError) return { kind: 'network', message, cause };
  const kind = texts.find(([pattern]) => pattern.test(message))?.[1] ?? 'malformed';
  return { kind, message, cause };
}
