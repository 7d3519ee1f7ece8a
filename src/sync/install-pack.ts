/** Fetches, checks and stages one version of a pack, then puts it in the place of the one before, at once. */

import {
  manifestPath,
  type PackManifest,
  type PackVersion,
  parsePackManifest,
  type SourceIndex,
} from '../model/pack.ts';
import { addDigests } from '../model/pack-digest.ts';
import type { PackId, PackRecord } from '../model/record.ts';
import type { Store } from '../store/open-store.ts';
import { activatePack } from '../store/packs.ts';
import { beginStaging, type Staging } from '../store/staging.ts';
import { failpoint } from './failpoints.ts';
import { parseJson } from './parse-json.ts';
import { SourceError, type SourceReader } from './source.ts';
import { unpackBucket } from './unpack-bucket.ts';

const maxManifestBytes = 1 << 20;
const maxBucketBytes = 16 << 20;
const maxRawBucketBytes = 64 << 20;
/** Records written before others may have a turn. */
const recordsPerBatch = 500;

export type PackEntry = SourceIndex['packs'][number];

export interface InstallProgress {
  readonly packId: PackId;
  readonly title: string;
  readonly recordsDone: number;
  readonly recordCount: number;
}

export interface InstallPackOptions {
  readonly store: Store;
  readonly source: SourceReader;
  readonly sourceId: string;
  readonly entry: PackEntry;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: InstallProgress) => void;
}

/**
 * The pack as installed. Until that moment readers see the version before; when it throws, or when the process is
 * killed, they go on doing so. Rows that are left over then are removed by `sweepLeftovers`. The caller holds the
 * sync lock. @throws {SourceError} {StoreFullError} {StoreUnavailableError}
 */
export async function installPack(options: InstallPackOptions): Promise<PackVersion> {
  const { store, sourceId, entry } = options;
  const manifest = await readManifest(options);
  if (globalThis.newsglossFailpoints) await failpoint('K3');
  const staging = await beginStaging(store, entry.id);
  const pack: PackVersion = {
    id: entry.id,
    sourceId,
    sequence: manifest.sequence,
    generation: staging.generation,
    title: manifest.title,
    publisher: manifest.publisher,
    licence: manifest.licence,
    recordCount: manifest.recordCount,
    manifestSha256: entry.manifest.sha256,
    installedAt: Date.now(),
  };
  try {
    await stageRecords(options, { manifest, staging });
    await activatePack(store, pack);
  } catch (cause) {
    // Should this fail as well, then the next sweep does it, and the first failure is the one to report.
    await Promise.allSettled([staging.drop()]);
    throw cause;
  }
  return pack;
}

async function readManifest({ source, entry, signal }: InstallPackOptions): Promise<PackManifest> {
  const { sha256, bytes: maxBytes } = entry.manifest;
  refuseAbove(maxManifestBytes, maxBytes, `The manifest of pack “${entry.id}”`);
  const bytes = await source.readFile(manifestPath(entry.id, sha256), { sha256, maxBytes }, signal);
  const manifest = parseJson(bytes, {
    name: `The manifest of pack “${entry.id}”`,
    parse: parsePackManifest,
  });
  if (manifest.id !== entry.id || manifest.sequence !== entry.sequence) {
    throw new SourceError(
      'wrong-format',
      `The source announced version ${entry.sequence} of pack “${entry.id}”, but the manifest is of version ` +
        `${manifest.sequence} of “${manifest.id}”.`,
    );
  }
  return manifest;
}

async function stageRecords(
  { source, signal, onProgress }: InstallPackOptions,
  { manifest, staging }: { manifest: PackManifest; staging: Staging },
): Promise<void> {
  let recordsDone = 0;
  const report = () =>
    onProgress?.({
      packId: manifest.id,
      title: manifest.title,
      recordsDone,
      recordCount: manifest.recordCount,
    });
  const { bucketBits } = manifest;
  for (const [bucket, entry] of manifest.buckets.entries()) {
    const name = `Pack “${manifest.id}”, part ${bucket + 1} of ${manifest.buckets.length}`;
    refuseAbove(maxBucketBytes, entry.bytes, name);
    refuseAbove(maxRawBucketBytes, entry.rawBytes, name);
    const raw = await source.readBlob(entry, signal);
    const rows = [...unpackBucket(raw, { name, bucket, bucketBits })];
    refuseCount(name, { found: rows.length, announced: entry.recordCount });
    if (addDigests(rows.map(({ lineHash }) => lineHash)) !== entry.digest) {
      throw new SourceError('wrong-format', `${name} does not hold the records that were announced.`);
    }
    for (let start = 0; start < rows.length; start += recordsPerBatch) {
      const batch = rows.slice(start, start + recordsPerBatch).map(({ record }): PackRecord => record);
      signal.throwIfAborted();
      await staging.add(batch);
      recordsDone += batch.length;
      report();
    }
  }
  await staging.finish();
}

function refuseAbove(maxBytes: number, bytes: number, name: string): void {
  if (bytes <= maxBytes) return;
  throw new SourceError('too-large', `${name} has ${bytes} bytes; Newsgloss takes at most ${maxBytes}.`);
}

function refuseCount(name: string, { found, announced }: { found: number; announced: number }): void {
  if (found === announced) return;
  throw new SourceError('wrong-format', `${name} has ${found} records where ${announced} were announced.`);
}
