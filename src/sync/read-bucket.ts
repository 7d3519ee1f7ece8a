import type { PackManifest } from '../model/pack.ts';
import { addDigests } from '../model/pack-digest.ts';
import { collectInSlices } from './collect-in-slices.ts';
import { failpoint } from './failpoints.ts';
import { PackContentError } from './pack-content-error.ts';
import { readNamedBlob } from './read-manifest.ts';
import type { SourceReader } from './source.ts';
import { type BucketRecord, unpackBucket } from './unpack-bucket.ts';

/** The records of one bucket of a pack, all of them checked. @throws {SourceError} */
export async function readBucket(
  manifest: PackManifest,
  bucket: number,
  { source, signal }: { source: SourceReader; signal: AbortSignal },
): Promise<readonly BucketRecord[]> {
  const name = `Pack “${manifest.id}”, part ${bucket + 1} of ${manifest.buckets.length}`;
  const entry = manifest.buckets[bucket];
  if (!entry || entry.rawBytes === 0) return [];
  const raw = await readNamedBlob(entry, { source, signal, name });
  const { bucketBits } = manifest;
  const records = await collectInSlices(unpackBucket(raw, { name, bucket, bucketBits }), signal);
  if (records.length !== entry.recordCount) {
    throw new PackContentError(
      'wrong-format',
      `${name} has ${records.length} records where ${entry.recordCount} were announced.`,
    );
  }
  if (addDigests(records.map(({ lineHash }) => lineHash)) !== entry.digest) {
    throw new PackContentError('wrong-format', `${name} does not hold the records that were announced.`);
  }
  if (globalThis.newsglossFailpoints) await failpoint('K7');
  return records;
}
