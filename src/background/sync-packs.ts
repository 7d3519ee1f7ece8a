/** Installs and updates packs from every source, and tells open pages when something changed. */

import type { Store } from '../store/open-store.ts';
import { listPacks } from '../store/packs.ts';
import { checkSourceUrl } from '../sync/check-source-url.ts';
import { openSource } from '../sync/open-source.ts';
import { removeSource } from '../sync/remove-source.ts';
import { type SyncOutcome, syncSource } from '../sync/sync-source.ts';
import { database } from './database.ts';
import { knowledgeOfPacks } from './engine-host.ts';
import { resumable } from './schedule.ts';
import { tellTabs } from './sites.ts';
import {
  adoptLostSources,
  bundledSourceId,
  forgetSource,
  noteSync,
  readSources,
  type StoredSource,
  whileSyncing,
  writeSource,
} from './sources.ts';
import { forgetTrustedCopy, trustedCopies } from './trusted-copies.ts';

/** A source cannot be used; `message` says in plain words why. */
export class SourceError extends Error {
  override name = 'SourceError';
}

/** Syncs one source, or all one after the other. How each went is in its status; this fails only with the store. */
export const syncSources = (sourceId: string | null): Promise<void> =>
  resumable('sync', () => syncEach(sourceId));

async function syncEach(sourceId: string | null): Promise<void> {
  const sources = (await readSources()).filter(({ id }) => sourceId === null || id === sourceId);
  if (sources.length === 0) throw new SourceError('There is no such source any more.');
  let hasChanged = false;
  const mistakes: unknown[] = [];
  for (const source of sources) {
    // A mistake of ours with what one source gives must not keep the others from being synced.
    const outcome = await syncOne(source, () => isListed(source.id)).catch((mistake: unknown) => {
      mistakes.push(mistake);
      return null;
    });
    if (!outcome) continue;
    hasChanged ||= outcome.type !== 'upToDate' && outcome.packIds.length > 0;
    await noteSync(
      source.id,
      outcome.type === 'failed'
        ? { failure: { message: outcome.message, failedAt: Date.now() } }
        : { lastSuccessAt: Date.now(), failure: null },
    );
  }
  if (hasChanged) await usePacks();
  if (mistakes.length > 0) throw mistakes[0];
}

const isListed = async (sourceId: string): Promise<boolean> =>
  (await readSources()).some(({ id }) => id === sourceId);

export const syncAll = (): Promise<void> => syncSources(null);

/** Adds a source once its packs are installed. @throws {SourceError} and nothing is kept. */
export const addSource = (address: string): Promise<void> => resumable('sync', () => addChecked(address));

async function addChecked(address: string): Promise<void> {
  const checked = checkSourceUrl(address);
  if (!checked.ok) throw new SourceError(checked.message);
  const { baseUrl: url, rootSha256 } = checked;
  // Either one that failed would take away what the other has installed.
  if (beingAdded.has(url)) throw new SourceError('This source is being added already.');
  beingAdded.add(url);
  try {
    await addNew(url, rootSha256);
  } finally {
    beingAdded.delete(url);
  }
}

/** Addresses; a worker that is killed adds nothing any more. */
const beingAdded = new Set<string>();

async function addNew(url: string, rootSha256: string | null): Promise<void> {
  const store = await database();
  await adoptLostSources(() => listPacks(store));
  if ((await readSources()).some((source) => source.url === url)) {
    throw new SourceError('This source is already there.');
  }
  // Whatever a worker left behind that was killed while it added or removed this source.
  await forget(url);
  const source = { id: url, url, rootSha256, lastSuccessAt: null, failure: null };
  const outcome = await syncOne(source);
  if (outcome.type === 'failed') {
    await forget(url);
    throw new SourceError(`${outcome.what} The source was not added.`);
  }
  await writeSource({ ...source, lastSuccessAt: Date.now() });
  await usePacks();
}

/** Forgets a source and all its packs. */
export async function deleteSource(sourceId: string): Promise<void> {
  if (sourceId === bundledSourceId) throw new SourceError('The bundled packs are part of Newsgloss.');
  if (beingAdded.has(sourceId)) {
    throw new SourceError('This source is still being added. Remove it once that is done.');
  }
  await resumable('sync', async () => {
    await forget(sourceId);
    await usePacks();
  });
}

/** The copy of what is trusted goes last: as long as a source is listed it is not trusted on first use again. */
async function forget(sourceId: string): Promise<void> {
  await removeSource(await database(), sourceId, async () => {
    await forgetSource(sourceId);
    await forgetTrustedCopy(sourceId);
  });
}

/** Runs a decision of the reader's on packs. What it leaves to be tidied up is, also when the worker is killed in between. */
export const decideOnPacks = (decide: (store: Store) => Promise<unknown>): Promise<void> =>
  resumable('sync', async () => {
    await decide(await database());
    await usePacks();
  });

let preparing: Promise<void> | null = null;

/**
 * Sees to it that the bundled packs are installed and the engine is there. Calls made meanwhile wait for the same
 * work. What a killed worker left half-written is swept away by the sync.
 */
export function prepare(): Promise<void> {
  preparing ??= (async () => {
    if ((await hasBundledPacks()) && (await hasSyncEnded())) return;
    await syncSources(bundledSourceId);
    const [bundled] = await readSources();
    if (bundled?.failure && !(await hasBundledPacks())) throw new SourceError(bundled.failure.message);
  })().finally(() => {
    preparing = null;
  });
  return preparing;
}

async function hasBundledPacks(): Promise<boolean> {
  const packs = await listPacks(await database());
  return packs.some(({ sourceId }) => sourceId === bundledSourceId);
}

/** Packs come one after the other: a worker that was killed between two of them left a part, and no word of it. */
async function hasSyncEnded(): Promise<boolean> {
  const [bundled] = await readSources();
  return bundled !== undefined && (bundled.lastSuccessAt !== null || bundled.failure !== null);
}

async function syncOne(
  { id, url, rootSha256 }: StoredSource,
  isWanted?: () => Promise<boolean>,
): Promise<SyncOutcome> {
  const store = await database();
  return whileSyncing(id, (onProgress) =>
    syncSource({
      store,
      source: openSource({
        baseUrl: url,
        isOwn: id === bundledSourceId,
        rootSha256,
        store,
        copies: trustedCopies,
        sourceId: id,
      }),
      sourceId: id,
      signal: AbortSignal.timeout(syncTimeoutMs),
      onProgress,
      ...(isWanted && { isWanted }),
    }),
  );
}

/** A source that takes longer is tried again at the next alarm. */
const syncTimeoutMs = 10 * 60_000;

/** Compiles the engine for the packs that are now installed, then has every open page annotated again. */
async function usePacks(): Promise<void> {
  await knowledgeOfPacks();
  await tellTabs('reannotate');
}
