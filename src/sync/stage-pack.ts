/** Installs a version of a pack beside the one in use, from where it was cut off the last time. */

import type { PackManifest } from '../model/pack.ts';
import { bucketOf, emptyDigest } from '../model/pack-digest.ts';
import type { RecordId } from '../model/record.ts';
import type { InstallProgress } from '../model/status.ts';
import { newGeneration } from '../store/generations.ts';
import { beginJob, copyRows, countStagedRecords, dropJobs, getJob, stageRows } from '../store/jobs.ts';
import { mergeNames } from '../store/merge-names.ts';
import { toRecordRow } from '../store/record-row.ts';
import type { InstallJob, InstallPosition } from '../store/schema.ts';
import { failpoint } from './failpoints.ts';
import type { InstalledVersion, InstallPackOptions } from './install-pack.ts';
import { readBucket } from './read-bucket.ts';
import { SourceError } from './source.ts';

/** Few enough that readers wait no more than some hundredths of a second for one transaction. */
const rowsPerTransaction = 500;

type AtPosition<Type extends InstallPosition['type']> = InstallJob & {
  readonly position: Extract<InstallPosition, { type: Type }>;
};

/**
 * The job with everything written and checked, so that its generation can be put to use.
 * `changed` are the buckets to fetch; the others are taken over from the version in use.
 */
export async function stagePack(
  options: InstallPackOptions,
  {
    manifest,
    changed,
    installed,
  }: {
    readonly manifest: PackManifest;
    readonly changed: ReadonlySet<number>;
    readonly installed: InstalledVersion | null;
  },
): Promise<InstallJob> {
  const { store, signal } = options;
  const isKept = (id: RecordId): boolean => !changed.has(bucketOf(id, manifest.bucketBits));
  const report = reporter(options, manifest, changed);
  const firstBucket: InstallPosition = { type: 'fetching', bucket: 0, rowsDone: 0 };
  let job = await resumeOrBegin(options, { manifest, changed, installed });
  report(job);
  while (isAt(job, 'copying')) {
    signal.throwIfAborted();
    job = await copyRows(store, job, { isKept, afterLast: firstBucket });
    if (globalThis.newsglossFailpoints) await failpoint('K8');
    report(job);
  }
  while (isAt(job, 'fetching')) {
    signal.throwIfAborted();
    job = await stageBucket(options, { manifest, changed, job, report });
  }
  if (!isAt(job, 'naming')) throw new Error('An installation ends with its names.');
  for await (const named of mergeNames(store, job, isKept)) {
    signal.throwIfAborted();
    if (globalThis.newsglossFailpoints) await failpoint('K8');
    report(named);
  }
  report(job, 'checking');
  await verify(options, manifest, job);
  if (globalThis.newsglossFailpoints) await failpoint('K9');
  return job;
}

/** The installation that was cut off, if it is of the same version and can still be gone on with, or a new one. */
async function resumeOrBegin(
  { store, sourceId, entry }: InstallPackOptions,
  {
    manifest,
    changed,
    installed,
  }: {
    readonly manifest: PackManifest;
    readonly changed: ReadonlySet<number>;
    readonly installed: InstalledVersion | null;
  },
): Promise<InstallJob> {
  const hasKept = changed.size < manifest.buckets.length;
  const base =
    installed && hasKept
      ? { generation: installed.pack.generation, manifestSha256: installed.pack.manifestSha256 }
      : null;
  const manifestSha256 = entry.manifest.sha256;
  const cutOff = await getJob(store, entry.id);
  if (
    cutOff?.manifestSha256 === manifestSha256 &&
    cutOff.sourceId === sourceId &&
    JSON.stringify(cutOff.base) === JSON.stringify(base)
  ) {
    return cutOff;
  }
  const generation = await newGeneration(store);
  const job: InstallJob = {
    packId: entry.id,
    sourceId,
    generation,
    sequence: manifest.sequence,
    manifestSha256,
    base,
    position: base ? { type: 'copying', after: '' } : { type: 'fetching', bucket: 0, rowsDone: 0 },
    recordsDone: 0,
    digest: emptyDigest,
    bytesDone: 0,
    runCount: 0,
  };
  await beginJob(store, job, {
    generation,
    manifestSha256,
    bucketBits: manifest.bucketBits,
    digests: manifest.buckets.map(({ digest }) => digest),
  });
  if (globalThis.newsglossFailpoints) await failpoint('K4');
  return job;
}

/** Fetches one bucket and writes what is not there yet; all of it is checked before its first row is written. */
async function stageBucket(
  options: InstallPackOptions,
  {
    manifest,
    changed,
    job: start,
    report,
  }: {
    readonly manifest: PackManifest;
    readonly changed: ReadonlySet<number>;
    readonly job: AtPosition<'fetching'>;
    readonly report: (job: InstallJob) => void;
  },
): Promise<InstallJob> {
  const { store, signal, entry } = options;
  const { bucket, rowsDone } = start.position;
  const next = nextChanged(changed, bucket, manifest.buckets.length);
  if (next !== bucket) {
    const position: InstallPosition =
      next === null
        ? { type: 'naming', after: null, serial: 0 }
        : { type: 'fetching', bucket: next, rowsDone: 0 };
    return stageRows(store, start, { rows: [], named: [], position, bytes: 0 });
  }
  const records = await readBucket(manifest, bucket, options);
  const place = { packId: entry.id, generation: start.generation };
  const rows = records.map((record) => toRecordRow(record, place));
  let job: InstallJob = start;
  let done = rowsDone;
  do {
    signal.throwIfAborted();
    const end = Math.min(done + rowsPerTransaction, rows.length);
    const isLast = end === rows.length;
    job = await stageRows(store, job, {
      rows: rows.slice(done, end),
      named: isLast ? rows : [],
      position: isLast
        ? { type: 'fetching', bucket: bucket + 1, rowsDone: 0 }
        : { type: 'fetching', bucket, rowsDone: end },
      bytes: isLast ? (manifest.buckets[bucket]?.bytes ?? 0) : 0,
    });
    if (globalThis.newsglossFailpoints) await failpoint('K8');
    report(job);
    done = end;
  } while (done < rows.length);
  return job;
}

function nextChanged(changed: ReadonlySet<number>, from: number, count: number): number | null {
  for (let bucket = from; bucket < count; bucket++) if (changed.has(bucket)) return bucket;
  return null;
}

/** @throws {SourceError} when what was written is not what the manifest announced. */
async function verify({ store }: InstallPackOptions, manifest: PackManifest, job: InstallJob): Promise<void> {
  const found = await countStagedRecords(store, job);
  if (found === manifest.recordCount && job.recordsDone === found && job.digest === manifest.digest) return;
  // What is there cannot be trusted: the next sync begins anew.
  await dropJobs(store, [job.packId]);
  throw new SourceError(
    'hash-mismatch',
    `Pack “${manifest.id}” did not come to what was announced: ${found} records of ${manifest.recordCount}.`,
  );
}

function isAt<Type extends InstallPosition['type']>(job: InstallJob, type: Type): job is AtPosition<Type> {
  return job.position.type === type;
}

const stages = { copying: 'copying', fetching: 'fetching', naming: 'naming' } as const;

function reporter(
  { onProgress }: InstallPackOptions,
  manifest: PackManifest,
  changed: ReadonlySet<number>,
): (job: InstallJob, stage?: InstallProgress['stage']) => void {
  const bytesTotal = [...changed].reduce((sum, bucket) => sum + (manifest.buckets[bucket]?.bytes ?? 0), 0);
  return ({ position, bytesDone, recordsDone }, stage = stages[position.type]) =>
    onProgress?.({
      packId: manifest.id,
      title: manifest.title,
      stage,
      bytesDone,
      bytesTotal,
      recordsDone,
      recordCount: manifest.recordCount,
    });
}
