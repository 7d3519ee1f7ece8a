/** Unfinished installations: at most one a pack. What they have written is unseen until `activatePack`. */

import type { PackVersion } from '../model/pack.ts';
import { addDigests } from '../model/pack-digest.ts';
import type { PackId, RecordId } from '../model/record.ts';
import { compareEntries, nameEntries } from './name-entries.ts';
import type { Store } from './open-store.ts';
import { PacksChangedError } from './packs-changed-error.ts';
import { withGeneration } from './record-row.ts';
import type { InstallJob, InstallPosition, NameEntry, RecordRow, VersionContents } from './schema.ts';
import { transact } from './transact.ts';

/** Entries in a part of a run: parts of all runs are in memory together when they are merged. */
const entriesPerPart = 128;
/** Rows taken over in one transaction. */
const rowsPerCopy = 500;

export async function getJob(store: Store, packId: PackId): Promise<InstallJob | null> {
  const job = await transact(store, { stores: ['jobs'], mode: 'readonly' }, (transaction) =>
    transaction.objectStore('jobs').get(packId),
  );
  return job ?? null;
}

/** Notes an installation before its first row. */
export async function beginJob(store: Store, job: InstallJob, contents: VersionContents): Promise<void> {
  await transact(store, { stores: ['jobs', 'versions'], mode: 'readwrite' }, async (transaction) => {
    await transaction.objectStore('versions').put(contents);
    await transaction.objectStore('jobs').put(job);
  });
}

/** Gives installations up: what they have written is left over. */
export async function dropJobs(store: Store, packIds: readonly PackId[]): Promise<void> {
  await transact(store, { stores: ['jobs'], mode: 'readwrite' }, (transaction) =>
    Promise.all(packIds.map((id) => transaction.objectStore('jobs').delete(id))),
  );
}

/** The packs of a source that have an unfinished installation. */
export async function listJobs(store: Store, sourceId: string): Promise<readonly PackId[]> {
  const jobs = await transact(store, { stores: ['jobs'], mode: 'readonly' }, (transaction) =>
    transaction.objectStore('jobs').getAll(),
  );
  return jobs.filter((job) => job.sourceId === sourceId).map(({ packId }) => packId);
}

/**
 * The job with these rows done and at a new position, both in one transaction. `named`: records whose names become a run
 * of their own with it.
 */
export async function stageRows(
  store: Store,
  job: InstallJob,
  step: {
    readonly rows: readonly RecordRow[];
    readonly named: readonly RecordRow[];
    readonly position: InstallPosition;
    readonly bytes: number;
  },
): Promise<InstallJob> {
  const entries = step.named.flatMap(({ record }) => nameEntries(record)).sort(compareEntries);
  const next: InstallJob = {
    ...withRows(job, step.rows),
    position: step.position,
    bytesDone: job.bytesDone + step.bytes,
    runCount: job.runCount + (entries.length > 0 ? 1 : 0),
  };
  await transact(
    store,
    { stores: ['jobs', 'records', 'nameRuns'], mode: 'readwrite' },
    async (transaction) => {
      const records = transaction.objectStore('records');
      const runs = transaction.objectStore('nameRuns');
      // Async functions, so that a write that throws at once leaves no other one unobserved.
      await Promise.all(step.rows.map(async (row) => records.add(row)));
      await Promise.all(partsOf(job, entries).map(async (part) => runs.add(part)));
      await transaction.objectStore('jobs').put(next);
    },
  );
  return next;
}

/**
 * The job with some more rows taken over from the version before, those whose ids `isKept` accepts; after the last of
 * them it is at `afterLast`. @throws {PacksChangedError} when that version is not in use any more.
 */
export async function copyRows(
  store: Store,
  job: InstallJob & { readonly position: { readonly type: 'copying' } },
  { isKept, afterLast }: { isKept: (id: RecordId) => boolean; afterLast: InstallPosition },
): Promise<InstallJob> {
  const { packId, generation, base, position } = job;
  if (!base) return { ...job, position: afterLast };
  return transact(store, { stores: ['packs', 'jobs', 'records'], mode: 'readwrite' }, async (transaction) => {
    const range = IDBKeyRange.bound(
      [packId, base.generation, position.after],
      [packId, base.generation, []],
      true,
    );
    const records = transaction.objectStore('records');
    const [pack, rows] = await Promise.all([
      transaction.objectStore('packs').get(packId),
      records.getAll(range, rowsPerCopy),
    ]);
    if (!isVersion(pack, base))
      throw new PacksChangedError(`The pack ${packId} changed while it was taken over.`);
    const kept = rows.filter(({ record }) => isKept(record.id)).map((row) => withGeneration(row, generation));
    await Promise.all(kept.map(async (row) => records.add(row)));
    const last = rows.at(-1);
    const next: InstallJob = {
      ...withRows(job, kept),
      position: rows.length === rowsPerCopy && last ? { type: 'copying', after: last.record.id } : afterLast,
    };
    await transaction.objectStore('jobs').put(next);
    return next;
  });
}

/** Counts the records that an installation has written. */
export async function countStagedRecords(store: Store, { packId, generation }: InstallJob): Promise<number> {
  return transact(store, { stores: ['records'], mode: 'readonly' }, (transaction) =>
    transaction
      .objectStore('records')
      .count(IDBKeyRange.bound([packId, generation], [packId, generation, []])),
  );
}

export function isVersion(
  pack: PackVersion | undefined,
  version: Pick<PackVersion, 'generation' | 'manifestSha256'>,
): boolean {
  return pack?.generation === version.generation && pack.manifestSha256 === version.manifestSha256;
}

function withRows(job: InstallJob, rows: readonly RecordRow[]): InstallJob {
  return {
    ...job,
    recordsDone: job.recordsDone + rows.length,
    digest: addDigests([job.digest, ...rows.map(({ lineHash = '' }) => lineHash)]),
  };
}

function partsOf({ generation, runCount }: InstallJob, entries: readonly NameEntry[]) {
  const parts = [];
  for (let start = 0; start < entries.length; start += entriesPerPart) {
    const serial = start / entriesPerPart;
    parts.push({ generation, run: runCount, serial, entries: entries.slice(start, start + entriesPerPart) });
  }
  return parts;
}
