/** Packs as they lie in a folder of static files, read with every hash checked. */

import { gunzipSync } from 'node:zlib';
import {
  type BlobEntry,
  blobPath,
  manifestPath,
  type PackManifest,
  parsePackManifest,
  parseSourceIndex,
  sourceIndexName,
} from '../../model/pack.ts';
import { addDigests, hashLine } from '../../model/pack-digest.ts';
import type { RecordId } from '../../model/record.ts';
import { parseRecord } from '../../model/record-schema.ts';
import type { RecordLines } from './make-patch.ts';
import { PublishError } from './publish-error.ts';
import { sha256Of } from './signed-file.ts';
import type { SiteFiles } from './site-files.ts';

/** A version of a pack, and where its blobs can be read. */
export interface PackVersionFiles {
  readonly manifest: PackManifest;
  readonly files: SiteFiles;
}

/** The packs of a folder that `build` has written. @throws {PublishError} */
export async function readBuiltPacks(files: SiteFiles): Promise<PackVersionFiles[]> {
  const bytes = await files.read(sourceIndexName);
  if (!bytes) {
    throw new PublishError(
      `${files.name} has no ${sourceIndexName}: it is no built pack. Make one with: npm run pack -- build DIR --out ${files.name}`,
    );
  }
  const { packs } = parse(files, sourceIndexName, () => parseSourceIndex(JSON.parse(bytes.toString('utf8'))));
  return Promise.all(
    packs.map(async ({ id, manifest }) => ({
      manifest: await readManifest(files, manifestPath(id, manifest.sha256), manifest.sha256),
      files,
    })),
  );
}

/** @throws {PublishError} */
export async function readManifest(files: SiteFiles, path: string, sha256: string): Promise<PackManifest> {
  const bytes = await readChecked(files, path, sha256);
  return parse(files, path, () => parsePackManifest(JSON.parse(bytes.toString('utf8'))));
}

/** The gzipped bytes. @throws {PublishError} */
export const readBlob = ({ files }: PackVersionFiles, { sha256 }: BlobEntry): Promise<Buffer> =>
  readChecked(files, blobPath(sha256), sha256);

/** The records of a version, each as its line; it is complete and as the manifest says. @throws {PublishError} */
export async function readRecordLines(version: PackVersionFiles): Promise<RecordLines> {
  const lines = new Map<RecordId, string>();
  for (const bucket of version.manifest.buckets) {
    const bytes = await readBlob(version, bucket);
    const path = blobPath(bucket.sha256);
    parse(version.files, path, () => {
      const raw = gunzipSync(bytes, { maxOutputLength: Math.max(bucket.rawBytes, 1) });
      const found = raw.toString('utf8').split('\n').slice(0, -1);
      if (found.length !== bucket.recordCount || addDigests(found.map(hashLine)) !== bucket.digest) {
        throw new Error('The bucket does not hold what the manifest says.');
      }
      for (const line of found) lines.set(parseRecord(JSON.parse(line)).id, line);
    });
  }
  return lines;
}

async function readChecked(files: SiteFiles, path: string, sha256: string): Promise<Buffer> {
  const bytes = await files.read(path);
  if (bytes && sha256Of(bytes) === sha256) return bytes;
  throw new PublishError(
    `${files.name}/${path} is ${bytes ? 'damaged' : 'missing'}. Build the pack again, or take the file from where it is published.`,
  );
}

function parse<T>(files: SiteFiles, path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const why = cause instanceof Error ? ` (${cause.message})` : '';
    throw new PublishError(
      `${files.name}/${path} is not what this version of Newsgloss writes${why}. Build the pack again.`,
      { cause },
    );
  }
}
