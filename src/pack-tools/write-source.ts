/** Writes packs as a source: a folder of static files that any web server can carry. */

import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  type BlobEntry,
  blobPath,
  manifestPath,
  maxBucketBits,
  type PackManifest,
  parsePackManifest,
  parseSourceIndex,
  type SourceIndex,
  sourceIndexName,
} from '../model/pack.ts';
import { addDigests, bucketOf, hashLine } from '../model/pack-digest.ts';
import type { PackRecord } from '../model/record.ts';
import type { AssembledPack } from './assemble-packs.ts';
import { sortById } from './build-records.ts';

/**
 * Records in a bucket, at most about: a power of two of buckets is taken so that none is much larger. Their
 * entries are most of a manifest, whose length is limited.
 */
const recordsPerBucket = 2_000;

/**
 * The manifests of the packs, after their source has replaced whatever was in `folder`. The same packs give the same
 * bytes with the same zlib. All files are written beside the folder first, so that it is never half there.
 */
export async function writeSource({
  packs,
  publisher,
  folder,
}: {
  packs: readonly AssembledPack[];
  publisher: string;
  folder: string;
}): Promise<PackManifest[]> {
  const unfinished = join(dirname(folder), `.${basename(folder)}.unfinished-${randomUUID()}`);
  try {
    await mkdir(unfinished, { recursive: true });
    const manifests: PackManifest[] = [];
    const entries: SourceIndex['packs'] = [];
    for (const pack of packs) {
      const manifest = await writeBuckets(unfinished, pack);
      const bytes = Buffer.from(JSON.stringify(manifest));
      const digest = sha256(bytes);
      await writeInto(unfinished, manifestPath(pack.id, digest), bytes);
      const { id, sequence } = pack;
      entries.push({ id, sequence, manifest: { sha256: digest, bytes: bytes.length } });
      manifests.push(manifest);
    }
    const index = parseSourceIndex({ format: 'newsgloss-source-1', publisher, packs: entries });
    await writeInto(unfinished, sourceIndexName, `${JSON.stringify(index, null, 2)}\n`);
    await replaceFolder(unfinished, folder);
    return manifests;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

async function writeBuckets(root: string, pack: AssembledPack): Promise<PackManifest> {
  const { id, sequence, title, publisher, licence, records } = pack;
  const { bucketBits, buckets: split } = splitIntoBuckets(records);
  const buckets: PackManifest['buckets'] = [];
  for (const lines of split) {
    const { entry, bytes } = packBlob(lines.map((line) => `${line}\n`).join(''));
    await writeInto(root, blobPath(entry.sha256), bytes);
    buckets.push({ ...entry, recordCount: lines.length, digest: addDigests(lines.map(hashLine)) });
  }
  return parsePackManifest({
    format: 'newsgloss-pack-2',
    id,
    sequence,
    title,
    publisher,
    licence,
    recordCount: records.length,
    digest: addDigests(buckets.map(({ digest }) => digest)),
    bucketBits,
    buckets,
    patches: [],
  });
}

/** The lines of the records by bucket, sorted by id in each, so that a changed record changes one bucket only. */
export function splitIntoBuckets(records: readonly PackRecord[]): {
  bucketBits: number;
  buckets: string[][];
} {
  const wantedBits = Math.ceil(Math.log2(records.length / recordsPerBucket));
  const bucketBits = Math.min(maxBucketBits, Math.max(0, wantedBits));
  const buckets = Array.from({ length: 2 ** bucketBits }, (): string[] => []);
  for (const record of sortById(records)) {
    buckets[bucketOf(record.id, bucketBits)]?.push(JSON.stringify(record));
  }
  return { bucketBits, buckets };
}

/** The file that carries this text, and how a manifest announces it. */
export function packBlob(text: string): { entry: BlobEntry; bytes: Buffer } {
  const raw = Buffer.from(text);
  const bytes = gzip(raw);
  const entry = { sha256: sha256(bytes), bytes: bytes.length, rawSha256: sha256(raw), rawBytes: raw.length };
  return { entry, bytes };
}

/** Node writes no name and no time into the header; the byte that names the operating system is set to "unknown". */
function gzip(raw: Buffer): Buffer {
  const bytes = gzipSync(raw, { level: 9 });
  bytes.writeUInt32LE(0, 4);
  bytes[9] = 255;
  return bytes;
}

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function writeInto(root: string, path: string, content: Buffer | string): Promise<void> {
  const file = join(root, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** Puts a finished folder in another's place. The old one is moved away first and deleted last. */
async function replaceFolder(finished: string, folder: string): Promise<void> {
  const old = `${finished}-old`;
  await rename(folder, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  try {
    await rename(finished, folder);
  } catch (error) {
    await rename(old, folder).catch(() => undefined);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}
