import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  blobPath,
  manifestPath,
  type PackManifest,
  parsePackManifest,
  parseSourceIndex,
  sourceIndexName,
} from '../model/pack.ts';
import { addDigests, hashLine } from '../model/pack-digest.ts';
import type { PackId, PackRecord } from '../model/record.ts';
import { parseRecord } from '../model/record-schema.ts';
import { sha256 } from './write-source.ts';

export interface LoadedPack {
  readonly manifest: PackManifest;
  /** In the order of the manifest's buckets, by id inside each. */
  readonly records: readonly PackRecord[];
}

/** A file of a source is not the one that its hash promises, or a pack is not there. Build again. */
export class DamagedSourceError extends Error {
  override name = 'DamagedSourceError';
}

/** The packs of a built source, or those of them that are asked for; every hash and count is checked. @throws {DamagedSourceError} */
export async function loadPacks(out: string, packIds?: readonly PackId[]): Promise<LoadedPack[]> {
  const index = parseSourceIndex(JSON.parse(await readFile(join(out, sourceIndexName), 'utf8')));
  const missing = packIds?.find((id) => !index.packs.some((pack) => pack.id === id));
  if (missing) throw new DamagedSourceError(`${join(out, sourceIndexName)} has no pack "${missing}"`);
  const wanted = index.packs.filter(({ id }) => packIds?.includes(id) ?? true);
  return Promise.all(
    wanted.map(async ({ id, manifest: { sha256: digest, bytes } }) => {
      const manifestBytes = await readVerified(out, manifestPath(id, digest), { digest, bytes });
      const manifest = parsePackManifest(JSON.parse(manifestBytes.toString('utf8')));
      const buckets = await Promise.all(manifest.buckets.map((bucket) => readBucket(out, bucket)));
      const records = buckets.flat();
      checkCount(`pack ${id}`, records.length, manifest.recordCount);
      return { manifest, records };
    }),
  );
}

async function readBucket(out: string, bucket: PackManifest['buckets'][number]): Promise<PackRecord[]> {
  const { sha256: digest, bytes, rawSha256, rawBytes, recordCount } = bucket;
  const packed = await readVerified(out, blobPath(digest), { digest, bytes });
  const raw = gunzipSync(packed, { maxOutputLength: Math.max(rawBytes, 1) });
  const lines = raw.toString('utf8').split('\n').slice(0, -1);
  checkCount(blobPath(digest), lines.length, recordCount);
  if (sha256(raw) !== rawSha256 || addDigests(lines.map(hashLine)) !== bucket.digest) {
    throw new DamagedSourceError(`${blobPath(digest)} does not hold what its manifest says`);
  }
  return lines.map((line) => parseRecord(JSON.parse(line)));
}

async function readVerified(
  out: string,
  path: string,
  expected: { digest: string; bytes: number },
): Promise<Buffer> {
  const content = await readFile(join(out, path));
  if (content.length !== expected.bytes || sha256(content) !== expected.digest) {
    throw new DamagedSourceError(`${join(out, path)} is not what its hash promises; build the packs again`);
  }
  return content;
}

function checkCount(what: string, found: number, expected: number): void {
  if (found !== expected) throw new DamagedSourceError(`${what} has ${found} records instead of ${expected}`);
}
