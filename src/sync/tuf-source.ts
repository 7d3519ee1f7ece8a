/** A source that its publisher signs: a TUF repository on any web server. */

import { describeRefusal } from './describe-refusal.ts';
import { failpoint } from './failpoints.ts';
import { indexOfTargets } from './index-of-targets.ts';
import { defaultTimeoutMs, readUrl } from './read-url.ts';
import { sha256Hex } from './sha256-hex.ts';
import { SourceError, type SourceReader } from './source.ts';
import { type StaticSourceOptions, staticSource } from './static-source.ts';
import {
  commitRefresh,
  commitRoot,
  loadTrust,
  type TrustedState,
  type TrustPlaces,
} from './trusted-state.ts';
import { type RefreshResult, refreshMetadata } from './tuf/refresh.ts';

export interface TufSourceOptions extends StaticSourceOptions, TrustPlaces {
  /** The fingerprint in the source's address; null trusts the first root on first use. */
  readonly rootSha256: string | null;
  /** Reads the source where it has no metadata at all, and never had any: for this computer's own. Otherwise that is refused. */
  readonly whereUnsigned?: SourceReader;
  readonly now?: () => Date;
}

const maxRootBytes = 512_000;

/**
 * The signed source at this base URL. Reading its index refreshes what is trusted of it, all of it or, when anything is
 * refused, nothing but new roots; so the caller holds the sync lock. Files are accepted by the hashes that were signed.
 */
export function tufSource(options: TufSourceOptions): SourceReader {
  const { baseUrl, whereUnsigned, now = () => new Date() } = options;
  const files = staticSource(options);
  return {
    readFile: files.readFile,
    readBlob: files.readBlob,
    async readIndex(signal) {
      const startedAt = now();
      const known = await loadTrust(options, startedAt);
      if (known) refuseOtherRoot(options, known.rootSha256);
      else if (whereUnsigned && !(await hasMetadata(options, signal))) return whereUnsigned.readIndex(signal);
      const trusted = known ?? (await trustFirstRoot(options, signal));
      let lastAsked = '';
      const result = await refreshMetadata({
        trusted: trusted.metadata,
        readMetadata: (fileName, maxBytes) => {
          lastAsked = fileName;
          return readMetadata(options, { fileName, maxBytes, signal });
        },
        now: startedAt,
      });
      if (!result.ok) {
        // A first root counts from the first refresh that succeeds.
        if (known) await keepNewRoot(options, known, result);
        const refusal = describeRefusal(result.failure, baseUrl);
        const isUnsigned = refusal.reason === 'not-found' && lastAsked === 'timestamp.json';
        throw isUnsigned ? notSigned(baseUrl, { missing: lastAsked, cause: refusal }) : refusal;
      }
      if (globalThis.newsglossFailpoints) await failpoint('K1');
      await commitRefresh(options, { ...trusted, metadata: result.metadata }, startedAt);
      return indexOfTargets(result.targets, new URL(baseUrl).host);
    },
  };
}

async function keepNewRoot(
  places: TrustPlaces,
  { rootSha256 }: TrustedState,
  { newRoots }: RefreshResult,
): Promise<void> {
  const root = newRoots.at(-1);
  if (root) await commitRoot(places, { root, rootSha256 });
}

async function trustFirstRoot(options: TufSourceOptions, signal: AbortSignal): Promise<TrustedState> {
  const root = await readOptional(options, '1.root.json', signal);
  if (!root) throw notSigned(options.baseUrl, { missing: '1.root.json' });
  const rootSha256 = await sha256Hex(root);
  refuseOtherRoot(options, rootSha256);
  return { metadata: new Map([['root', root]]), rootSha256, restored: null };
}

function refuseOtherRoot({ baseUrl, rootSha256: wanted }: TufSourceOptions, rootSha256: string): void {
  if (wanted === null || wanted === rootSha256) return;
  throw new SourceError(
    'root-changed',
    `${baseUrl} is not the source that was asked for: the fingerprint of its root is sha256:${rootSha256}, where the address ` +
      `says sha256:${wanted}. Ask the publisher for the address again, and take it from a place that you trust.`,
  );
}

function notSigned(
  baseUrl: string,
  { missing, cause }: { missing: string; cause?: SourceError },
): SourceError {
  return new SourceError(
    'not-signed',
    `This source is not signed: there is no ${baseUrl}metadata/${missing}. Packs that nobody signed are taken from this ` +
      'computer alone, for trying. Check the address, or ask the publisher for a signed source.',
    { cause },
  );
}

async function hasMetadata(options: TufSourceOptions, signal: AbortSignal): Promise<boolean> {
  if (options.rootSha256 !== null) return true;
  for (const fileName of ['1.root.json', 'timestamp.json']) {
    if (await readOptional(options, fileName, signal)) return true;
  }
  return false;
}

/** The file, or null where there is none. */
async function readOptional(
  options: TufSourceOptions,
  fileName: string,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return await readMetadata(options, { fileName, maxBytes: maxRootBytes, signal });
  } catch (error) {
    if (error instanceof SourceError && error.reason === 'not-found') return null;
    throw error;
  }
}

function readMetadata(
  { baseUrl, fetch = globalThis.fetch, timeoutMs = defaultTimeoutMs }: StaticSourceOptions,
  { fileName, maxBytes, signal }: { fileName: string; maxBytes: number; signal: AbortSignal },
): Promise<Uint8Array<ArrayBuffer>> {
  return readUrl(
    { url: `${baseUrl}metadata/${fileName}`, maxBytes, cache: 'no-store', fetch, timeoutMs },
    signal,
  );
}
