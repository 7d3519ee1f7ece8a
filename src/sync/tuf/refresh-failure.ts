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
  /** The role whose file is at fault, such as `timestamp`, where tuf-js says so. */
  readonly role: string | null;
  /** When that file ran out, for `expired` and `freeze`. */
  readonly expiredAt: Date | null;
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

/** What an error of a refresh means. `expiryOf` gives the day in the file of a role that was looked at last. */
export function toRefreshFailure(cause: unknown, expiryOf: (role: string) => Date | null): RefreshFailure {
  const message = cause instanceof Error ? cause.message : String(cause);
  if (cause instanceof SourceError) return { kind: 'network', message, cause, role: null, expiredAt: null };
  const kind = texts.find(([pattern]) => pattern.test(message))?.[1] ?? 'malformed';
  const role =
    /^(?:Final )?(\w+)\.json is expired$|^(\w+) was signed by/.exec(message)?.slice(1).find(Boolean) ?? null;
  const expiredAt = role !== null && (kind === 'expired' || kind === 'freeze') ? expiryOf(role) : null;
  return { kind, message, cause, role, expiredAt };
}
