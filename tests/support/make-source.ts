import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type BlobEntry, blobPath, manifestPath, sourceIndexName } from '../../src/model/pack.ts';
import { addDigests, bucketOf, hashLine } from '../../src/model/pack-digest.ts';
import type { PackRecord } from '../../src/model/record.ts';
import { makePatch } from '../../src/pack-tools/publish/make-patch.ts';

export interface SourcePack {
  readonly id: string;
  readonly sequence: number;
  readonly records: readonly PackRecord[];
  /** 0 unless given: one bucket. */
  readonly bucketBits?: number;
  /** Earlier versions, each of which a patch leads away from, to the next and the last one to this version. */
  readonly earlier?: readonly Pick<SourcePack, 'sequence' | 'records'>[];
  /** What the last patch leads to, where that is not what it should be. */
  readonly patchTo?: readonly PackRecord[];
  /** Overwrites fields of the manifest. */
  readonly manifest?: Record<string, unknown>;
}

/** The files of a source, by path below its base URL. */
export type SourceFiles = Map<string, Uint8Array<ArrayBuffer>>;

/** A well-formed source with these packs, as a publisher would upload it. */
export function makeSource(packs: readonly SourcePack[]): SourceFiles {
  const files: SourceFiles = new Map();
  const entries = packs.map((pack) => {
    const { id, sequence } = pack;
    const manifest = jsonBytes(addManifest(files, pack));
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

function addManifest(files: SourceFiles, pack: SourcePack): object {
  const { id, sequence, records, bucketBits = 0, earlier = [], patchTo = records, manifest: changes } = pack;
  const buckets = Array.from({ length: 2 ** bucketBits }, (_, bucket) =>
    addBucket(files, linesOf(sorted(records.filter((each) => bucketOf(each.id, bucketBits) === bucket)))),
  );
  const versions = [...earlier, { sequence, records: patchTo }];
  const patches = earlier.map((from, at) => {
    const to = versions[at + 1] ?? from;
    const { text, operations } = makePatch(from.records, to.records);
    return { from: from.sequence, to: to.sequence, ...addBlob(files, text), operations };
  });
  return {
    format: 'newsgloss-pack-2',
    id,
    sequence,
    title: `Pack ${id}`,
    publisher: 'The Publisher',
    licence: 'CC0-1.0',
    recordCount: records.length,
    digest: addDigests(buckets.map(({ digest }) => digest)),
    bucketBits,
    buckets,
    patches,
    ...changes,
  };
}

/** Adds a bucket of any bytes and returns its entry for a manifest. */
export function addBucket(files: SourceFiles, raw: Uint8Array<ArrayBuffer>) {
  const lines = new TextDecoder().decode(raw).split('\n').slice(0, -1);
  return { ...addBlob(files, raw), recordCount: lines.length, digest: addDigests(lines.map(hashLine)) };
}

/** Adds a blob with these contents and returns how a manifest announces it. */
export function addBlob(files: SourceFiles, contents: Uint8Array<ArrayBuffer> | string): BlobEntry {
  const raw = typeof contents === 'string' ? new TextEncoder().encode(contents) : contents;
  const bytes = new Uint8Array(gzipSync(raw));
  const sha256 = hashOf(bytes);
  files.set(blobPath(sha256), bytes);
  return { sha256, bytes: bytes.length, rawSha256: hashOf(raw), rawBytes: raw.length };
}

const sorted = (records: readonly PackRecord[]): PackRecord[] =>
  records.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

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
