/** Writes packs as a source: a folder of static files that any web server can carry. */

import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  blobPath,
  manifestPath,
  type PackManifest,
  parsePackManifest,
  parseSourceIndex,
  type SourceIndex,
  sourceIndexName,
} from '../model/pack.ts';
import type { PackRecord } from '../model/record.ts';
import type { AssembledPack } from './assemble-packs.ts';
import { sortById } from './build-records.ts';

/**
 * Records in a bucket, about: a power of two of buckets is taken so that none is much larger. So few that one changed record of
 * 100,000 changes less than a hundredth of the bytes; a manifest of a million stays below its limit.
 */
const recordsPerBucket = 600;

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
  const buckets: PackManifest['buckets'] = [];
  for (const bucket of splitIntoBuckets(records)) {
    const raw = Buffer.from(bucket.map((record) => `${JSON.stringify(record)}\n`).join(''));
    const bytes = gzip(raw);
    const digest = sha256(bytes);
    await writeInto(root, blobPath(digest), bytes);
    buckets.push({
      sha256: digest,
      bytes: bytes.length,
      rawBytes: raw.length,
      recordCount: bucket.length,
    });
  }
  return parsePackManifest({
    format: 'newsgloss-pack-1',
    id,
    sequence,
    title,
    publisher,
    licence,
    recordCount: records.length,
    buckets,
  });
}

/** Buckets by the first bits of each id's hash, so that a new record changes one bucket only. */
export function splitIntoBuckets(records: readonly PackRecord[]): PackRecord[][] {
  const bits = Math.max(0, Math.ceil(Math.log2(records.length / recordsPerBucket)));
  const buckets = Array.from({ length: 2 ** bits }, (): PackRecord[] => []);
  for (const record of sortById(records)) {
    const head = createHash('sha256').update(record.id).digest().readUInt32BE(0);
    buckets[bits === 0 ? 0 : head >>> (32 - bits)]?.push(record);
  }
  return buckets.filter((bucket) => bucket.length > 0);
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
