/**
 * The judge of a published site: the TUF client that the extension has, then each file that it would fetch. The command
 * line loads this module as one bundle, in which tuf-js is what browsers get; see `tuf-js.ts`.
 */

import { createHash } from 'node:crypto';
import { defaultTimeoutMs, readUrl } from '../../sync/read-url.ts';
import { SourceError } from '../../sync/source.ts';
import { staticSource } from '../../sync/static-source.ts';
import { refreshMetadata } from '../../sync/tuf/refresh.ts';
import type { RefreshFailure } from '../../sync/tuf/refresh-failure.ts';
import { folderBaseUrl, folderFetch } from './folder-fetch.ts';
import { type VerifiedPack, verifyPack } from './verify-pack.ts';

export interface VerifyInput {
  readonly place:
    | { readonly type: 'folder'; readonly folder: string }
    /** It ends with a slash. */
    | { readonly type: 'url'; readonly baseUrl: string };
  /** Hex SHA-256 of the first root; null takes it as it is found. */
  readonly fingerprint: string | null;
  readonly now: Date;
  readonly signal: AbortSignal;
}

export type VerifyResult =
  | {
      readonly ok: true;
      readonly fingerprint: string;
      /** When the signature of each role ends. */
      readonly expires: Readonly<Record<'root' | 'targets' | 'snapshot' | 'timestamp', string>>;
      readonly rootVersion: number;
      readonly packs: readonly VerifiedPack[];
    }
  /** `message`: one sentence on the first fault, and what to do. */
  | { readonly ok: false; readonly message: string };

const maxRootBytes = 1 << 20;

/** @throws when it was aborted. */
export async function verifySite({ place, fingerprint, now, signal }: VerifyInput): Promise<VerifyResult> {
  const [baseUrl, fetch] =
    place.type === 'url' ? [place.baseUrl, globalThis.fetch] : [folderBaseUrl, folderFetch(place.folder)];
  const read = (path: string, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> =>
    readUrl(
      { url: `${baseUrl}metadata/${path}`, maxBytes, cache: 'no-store', fetch, timeoutMs: defaultTimeoutMs },
      signal,
    );
  const inPlace = (message: string): string =>
    place.type === 'folder' ? message.replaceAll(folderBaseUrl, `${place.folder}/`) : message;
  try {
    const firstRoot = await readFirstRoot(read);
    const found = createHash('sha256').update(firstRoot).digest('hex');
    if (fingerprint !== null && fingerprint !== found) {
      const message = `The first root has the fingerprint sha256:${found} and not sha256:${fingerprint}: this is another source, or the fingerprint was copied wrongly.`;
      return { ok: false, message };
    }
    const refreshed = await refreshMetadata({
      trusted: new Map([['root', firstRoot]]),
      readMetadata: read,
      now,
    });
    if (!refreshed.ok) return { ok: false, message: inPlace(describe(refreshed.failure)) };
    const source = staticSource({ baseUrl, fetch });
    const packs: VerifiedPack[] = [];
    for (const target of refreshed.targets) packs.push(await verifyPack(source, target, signal));
    const signed = (role: string) => signedPartOf(refreshed.metadata.get(role));
    return {
      ok: true,
      fingerprint: found,
      rootVersion: signed('root').version,
      expires: {
        root: signed('root').expires,
        targets: signed('targets').expires,
        snapshot: signed('snapshot').expires,
        timestamp: signed('timestamp').expires,
      },
      packs,
    };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof SourceError) return { ok: false, message: inPlace(error.message) };
    throw error;
  }
}

async function readFirstRoot(
  read: (path: string, maxBytes: number) => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await read('1.root.json', maxRootBytes);
  } catch (cause) {
    if (!(cause instanceof SourceError) || cause.reason !== 'not-found') throw cause;
    throw new SourceError('not-found', `${cause.message} Nothing that was signed is published here.`, {
      cause,
    });
  }
}

function describe({ kind, message, cause }: RefreshFailure): string {
  if (kind === 'network') return cause instanceof SourceError ? cause.message : message;
  return `The client's check says: ${message.replace(/\.$/, '')}. ${nextSteps[kind]}`;
}

const nextSteps: Readonly<Record<Exclude<RefreshFailure['kind'], 'network'>, string>> = {
  signature: 'It was changed after it was signed, or signed with a key that is not in use; publish again.',
  threshold: 'Too few keys have signed the root; collect the missing signatures with the command sign.',
  expired: 'Sign it again: refresh --targets for the list of packs, rotate --renew for the root.',
  freeze: 'Sign it again with the command refresh, and see to it that this happens every day.',
  rollback: 'Files of different publications are mixed; copy the whole folder anew.',
  'root-mismatch': 'The roots do not follow on each other; copy them anew from the folder of keys.',
  mismatch: 'Files of different publications are mixed; copy the whole folder anew.',
  malformed: 'A file of the metadata is damaged, or something else answers in its place; copy it anew.',
};

/** Of metadata that was verified. */
const signedPartOf = (bytes: Uint8Array | undefined): { version: number; expires: string } =>
  (JSON.parse(new TextDecoder().decode(bytes)) as { signed: { version: number; expires: string } }).signed;
