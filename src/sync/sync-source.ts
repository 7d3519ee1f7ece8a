/** Brings what is installed from a source to what the source offers now. */

import type { PackVersion, SourceIndex } from '../model/pack.ts';
import type { PackId } from '../model/record.ts';
import type { InstallProgress } from '../model/status.ts';
import { getHeld, holdPack, isBlocked, releaseHeld } from '../store/held-packs.ts';
import { dropJobs, listJobs } from '../store/jobs.ts';
import type { Store } from '../store/open-store.ts';
import { deactivatePacks, listPacks } from '../store/packs.ts';
import { StoreFullError, StoreUnavailableError } from '../store/store-errors.ts';
import { describeFailure, type SyncFailure } from './describe-failure.ts';
import { installPack } from './install-pack.ts';
import { PackContentError } from './pack-content-error.ts';
import type { PackEntry } from './read-manifest.ts';
import { SourceError, type SourceReader } from './source.ts';
import { sweepUnderLock } from './sweep-leftovers.ts';
import { withSyncLock } from './sync-lock.ts';
import { trustIndex } from './trusted-index.ts';

export interface SyncSourceOptions {
  readonly store: Store;
  readonly source: SourceReader;
  readonly sourceId: string;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: InstallProgress) => void;
  /** Asked once it is this sync's turn: the reader may have removed the source while it waited. */
  readonly isWanted?: () => Promise<boolean>;
}

/** `packIds`: the packs that were installed, updated or removed, so that the engine no longer fits them. */
export type SyncOutcome =
  | { readonly type: 'upToDate' }
  | { readonly type: 'updated'; readonly packIds: readonly PackId[] }
  | {
      readonly type: 'failed';
      readonly reason: SyncFailure;
      /** What happened, without what follows from it. */
      readonly what: string;
      /** For the reader: what happened, what stays in use, what will happen next. */
      readonly message: string;
      /** Packs that were changed although another one failed. */
      readonly packIds: readonly PackId[];
    };

/** These would meet the next pack just the same. */
const hopelessFailures: readonly SyncFailure[] = [
  'offline',
  'timeout',
  'disk-full',
  'store-unavailable',
  'cancelled',
];

/** How long a version that could not be read is left alone. */
const unreadableForMs = 24 * 60 * 60_000;

/**
 * How the sync went; failures are values. One sync runs at a time, each pack changes as a whole, and a pack that
 * fails does not keep the others from being updated.
 */
export async function syncSource(options: SyncSourceOptions): Promise<SyncOutcome> {
  const run: Run = { changed: [], hadPacks: true };
  let failure: Failure | null;
  try {
    failure = await withSyncLock(() => bringUpToDate(options, run), options.signal);
  } catch (error) {
    failure = asFailure(error, options.signal);
  }
  const packIds = run.changed;
  if (failure) {
    const hasPacks = run.hadPacks || packIds.length > 0;
    return {
      type: 'failed',
      reason: failure.reason,
      what: failure.what,
      message: describeFailure({ ...failure, hasPacks }),
      packIds,
    };
  }
  return packIds.length > 0 ? { type: 'updated', packIds } : { type: 'upToDate' };
}

/** What is known of a sync whichever way it ends. */
interface Run {
  readonly changed: PackId[];
  hadPacks: boolean;
}

interface Failure {
  readonly reason: SyncFailure;
  readonly what: string;
}

/** The first failure of a single pack, or null. */
async function bringUpToDate(options: SyncSourceOptions, run: Run): Promise<Failure | null> {
  const { store, source, sourceId, signal, isWanted } = options;
  if (isWanted && !(await isWanted())) return { reason: 'cancelled', what: 'The source was removed.' };
  await sweepUnderLock(store);
  const installed = await listPacks(store);
  const ownPacks = installed.filter((pack) => pack.sourceId === sourceId);
  run.hadPacks = ownPacks.length > 0;
  const index = await source.readIndex(signal);
  refuseDoubles(index);
  await trustIndex(store, { sourceId, index, installed: ownPacks });

  let firstFailure: Failure | null = null;
  for (const entry of index.packs) {
    const present = installed.find(({ id }) => id === entry.id) ?? null;
    try {
      if ((await bringPackUpToDate(options, entry, present)) === 'activated') run.changed.push(entry.id);
    } catch (error) {
      const failure = asFailure(error, signal);
      firstFailure ??= failure;
      if (hopelessFailures.includes(failure.reason)) return firstFailure;
    }
  }
  await removeVanished(options, { index, ownPacks, run });
  await sweepUnderLock(store);
  return firstFailure;
}

async function bringPackUpToDate(
  options: SyncSourceOptions,
  entry: PackEntry,
  present: PackVersion | null,
): Promise<'activated' | 'held' | 'unchanged'> {
  const { store, sourceId } = options;
  const held = await getHeld(store, entry.id);
  const isHeld = held?.manifestSha256 === entry.manifest.sha256 && held.sourceId === sourceId;
  if (present && isCurrent(present, entry, sourceId)) {
    if (held) await releaseHeld(store, [entry.id]);
    return 'unchanged';
  }
  if (await isBlocked(store, entry.id, entry.manifest.sha256)) return 'unchanged';
  if (held && isHeld) {
    if (held.reason.type !== 'unreadable') return 'held';
    // A newer Newsgloss may be able to read it, so that it is not given up for good, nor when the clock was wrong that day.
    if (Math.abs(Date.now() - held.heldAt) < unreadableForMs) {
      throw new PackContentError('wrong-format', held.reason.message);
    }
  }
  try {
    return await installPack({ ...options, entry }, present);
  } catch (error) {
    if (error instanceof PackContentError) await holdUnreadable(options, { entry, present, error });
    if (error instanceof StoreFullError) await makeRoom(store, entry.id);
    throw error;
  }
}

/** Drops what was staged: a disk that is full has no room for it. */
async function makeRoom(store: Store, packId: PackId): Promise<void> {
  // Should this fail as well, then the next sweep does it, and the first failure is the one to report.
  await Promise.allSettled([dropJobs(store, [packId]).then(() => sweepUnderLock(store))]);
}

/** Keeps a version from being fetched again and again. @throws {StoreFullError} */
async function holdUnreadable(
  { store, sourceId }: SyncSourceOptions,
  { entry, present, error }: { entry: PackEntry; present: PackVersion | null; error: PackContentError },
): Promise<void> {
  try {
    await holdPack(store, {
      packId: entry.id,
      sourceId,
      title: present?.title ?? entry.id,
      sequence: entry.sequence,
      manifestSha256: entry.manifest.sha256,
      heldAt: Date.now(),
      reason: { type: 'unreadable', message: error.message },
      version: null,
      changes: null,
    });
    await sweepUnderLock(store);
  } catch (cause) {
    if (cause instanceof StoreFullError) await makeRoom(store, entry.id);
    throw cause;
  }
}

/** Takes packs out of use that the source does not offer any more. */
async function removeVanished(
  { store, sourceId }: SyncSourceOptions,
  { index, ownPacks, run }: { index: SourceIndex; ownPacks: readonly PackVersion[]; run: Run },
): Promise<void> {
  const offered = new Set(index.packs.map(({ id }) => id));
  const vanished = ownPacks.map(({ id }) => id).filter((id) => !offered.has(id));
  if (vanished.length > 0) await deactivatePacks(store, vanished);
  run.changed.push(...vanished);
  const begun = (await listJobs(store, sourceId)).filter((id) => !offered.has(id));
  if (begun.length > 0) await dropJobs(store, begun);
}

/** @throws {SourceError} when the pack belongs to another source: packs never overwrite each other. */
function isCurrent(present: PackVersion, entry: PackEntry, sourceId: string): boolean {
  if (present.sourceId !== sourceId) {
    throw new SourceError(
      'refused',
      `Pack “${entry.id}” is already installed from another source (${present.sourceId}), published by ` +
        `${present.publisher}; two sources cannot both give it.`,
    );
  }
  // A publisher who forgets to raise the sequence still has new contents to give.
  return present.sequence === entry.sequence && present.manifestSha256 === entry.manifest.sha256;
}

function refuseDoubles(index: SourceIndex): void {
  const ids = index.packs.map(({ id }) => id);
  const double = ids.find((id, at) => ids.indexOf(id) !== at);
  if (double) throw new SourceError('wrong-format', `The source offers two packs “${double}”.`);
}

/** The failure that an error stands for. Mistakes in our own code are thrown on. */
function asFailure(error: unknown, signal: AbortSignal): Failure {
  if (signal.aborted) {
    const isTimeout = signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError';
    return isTimeout
      ? { reason: 'timeout', what: 'The sync took too long and was stopped.' }
      : { reason: 'cancelled', what: 'The sync was stopped.' };
  }
  if (error instanceof SourceError) return { reason: error.reason, what: error.message };
  if (error instanceof StoreFullError) return { reason: 'disk-full', what: error.message };
  if (error instanceof StoreUnavailableError) return { reason: 'store-unavailable', what: error.message };
  throw error;
}
