import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { blobPath, manifestPath, sourceIndexName } from '../../src/model/pack.ts';

export interface SourcePack {
  readonly id: string;
  readonly sequence: number;
  /** Each inner list becomes a bucket. Anything but records makes a malformed pack. */
  readonly buckets: readonly (readonly unknown[])[];
  /** Overwrites fields of the manifest. */
  readonly manifest?: Record<string, unknown>;
}

/** The files of a source, by path below its base URL. */
export type SourceFiles = Map<string, Uint8Array<ArrayBuffer>>;

/** A well-formed source with these packs, as a publisher would upload it. */
export function makeSource(packs: readonly SourcePack[]): SourceFiles {
  const files: SourceFiles = new Map();
  const entries = packs.map(({ id, sequence, buckets, manifest: changes }) => {
    const manifest = jsonBytes({
      format: 'newsgloss-pack-1',
      id,
      sequence,
      title: `Pack ${id}`,
      publisher: 'The Publisher',
      licence: 'CC0-1.0',
      recordCount: buckets.flat().length,
      buckets: buckets.map((records) => addBucket(files, linesOf(records), records.length)),
      ...changes,
    });
    const sha256 = hashOf(manifest);
    files.set(manifestPath(id, sha256), manifest);
    return { id, sequence, manifest: { sha256, bytes: manifest.length } };
  });
  files.set(
    sourceIndexName,
    jsonBytes({ format: 'newsgloss-source-1', publisher: 'The Publisher', packs: entries }),
  );
  return files;
}

/** Adds a bucket of any bytes and returns its entry for a manifest. */
export function addBucket(
  files: SourceFiles,
  raw: Uint8Array<ArrayBuffer>,
  recordCount: number,
): { sha256: string; bytes: number; rawBytes: number; recordCount: number } {
  const bytes = new Uint8Array(gzipSync(raw));
  const sha256 = hashOf(bytes);
  files.set(blobPath(sha256), bytes);
  return { sha256, bytes: bytes.length, rawBytes: raw.length, recordCount };
}

export const linesOf = (records: readonly unknown[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(records.map((record) => `${JSON.stringify(record)}\n`).join(''));

export const jsonBytes = (value: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(value));

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A `fetch` that serves the files below `baseUrl` and answers 404 for the rest. `requests` grows with each call. */
export function serveFiles(
  files: SourceFiles,
  baseUrl: string,
  requests: { url: string; init: RequestInit | undefined }[] = [],
): typeof globalThis.fetch {
  return async (input, init) => {
    const url = input instanceof Request ? input.url : input.toString();
    requests.push({ url, init });
    init?.signal?.throwIfAborted();
    const bytes = url.startsWith(baseUrl) ? files.get(url.slice(baseUrl.length)) : undefined;
    return bytes ? new Response(bytes) : new Response('nothing here', { status: 404 });
  };
}
