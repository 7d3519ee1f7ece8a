/** The sources that packs are synced from, and how their last sync went. */

import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { isLoopback } from '../model/is-loopback.ts';
import type { PackVersion } from '../model/pack.ts';
import type { InstallProgress, SourceStatus, SourceTrust } from '../model/status.ts';
import { trustedCopies } from './trusted-copies.ts';

/** The packs inside the extension: a source like any other, which only the extension itself can change. */
export const bundledSourceId = 'bundled';

const sourceSchema = v.object({
  id: v.string(),
  url: v.string(),
  /** The fingerprint that the reader's address asked for, if it did. */
  rootSha256: v.optional(v.nullable(v.string()), null),
  lastSuccessAt: v.nullable(v.number()),
  /** Null when the last sync succeeded. */
  failure: v.nullable(v.object({ message: v.string(), failedAt: v.number() })),
});
export type StoredSource = v.InferOutput<typeof sourceSchema>;

const key = 'sources';

/** The sources that are syncing now and how far they are; lost with the worker, as the syncing itself is. */
const syncing = new Map<string, InstallProgress | null>();

/** All sources, the bundled one first, then in the order in which the reader added them. */
export async function readSources(): Promise<StoredSource[]> {
  const stored = (await browser.storage.local.get(key))[key];
  const sources = (Array.isArray(stored) ? stored : []).flatMap((each) => {
    const parsed = v.safeParse(sourceSchema, each);
    return parsed.success ? [parsed.output] : [];
  });
  const bundled = sources.find(({ id }) => id === bundledSourceId);
  return [
    {
      lastSuccessAt: null,
      failure: null,
      ...bundled,
      id: bundledSourceId,
      url: browser.runtime.getURL('packs/'),
      rootSha256: null,
    },
    ...sources.filter(({ id }) => id !== bundledSourceId),
  ];
}

let lastTurn: Promise<unknown> = Promise.resolve();

/** Changes the list; one change at a time, or one would undo another. */
function changeSources(
  change: (sources: readonly StoredSource[]) => readonly StoredSource[] | Promise<readonly StoredSource[]>,
): Promise<void> {
  const turn = lastTurn.then(async () => {
    const sources = await readSources();
    const changed = await change(sources);
    if (changed !== sources) await browser.storage.local.set({ [key]: changed });
  });
  lastTurn = turn.catch(() => undefined); // How it ends is for its caller to see.
  return turn;
}

/** Adds a source or replaces the one with its id. */
export const writeSource = (source: StoredSource): Promise<void> =>
  changeSources((sources) => [...sources.filter(({ id }) => id !== source.id), source]);

/** Keeps how a sync went, unless the source was removed meanwhile. */
export const noteSync = (
  sourceId: string,
  outcome: Partial<Pick<StoredSource, 'lastSuccessAt' | 'failure'>>,
): Promise<void> =>
  changeSources((sources) =>
    sources.map((source) => (source.id === sourceId ? { ...source, ...outcome } : source)),
  );

export const forgetSource = (sourceId: string): Promise<void> =>
  changeSources((sources) => sources.filter(({ id }) => id !== sourceId));

/**
 * Lists again the sources whose packs are installed although nothing tells of them: the worker was killed while one was
 * added, or the stored list was lost. Without that the reader could not remove them.
 */
export const adoptLostSources = (
  installedPacks: () => Promise<readonly Pick<PackVersion, 'sourceId'>[]>,
): Promise<void> =>
  changeSources(async (sources) => {
    const known = new Set(sources.map(({ id }) => id));
    // Asked for now: a source that was removed a moment ago must not come back for packs that were there before.
    const ids = new Set((await installedPacks()).map(({ sourceId }) => sourceId));
    const lost = [...ids].filter((id) => !known.has(id) && !syncing.has(id));
    if (lost.length === 0) return sources;
    return [
      ...sources,
      ...lost.map((id) => ({ id, url: id, rootSha256: null, lastSuccessAt: null, failure: null })),
    ];
  });

/** Runs a sync and lets `sourceStatuses` report it meanwhile. */
export async function whileSyncing<T>(
  sourceId: string,
  sync: (onProgress: (progress: InstallProgress) => void) => Promise<T>,
): Promise<T> {
  syncing.set(sourceId, null);
  try {
    return await sync((progress) => syncing.set(sourceId, progress));
  } finally {
    syncing.delete(sourceId);
  }
}

export async function sourceStatuses(): Promise<SourceStatus[]> {
  const sources = await readSources();
  const trusts = await Promise.all(sources.map(trustOf));
  const listed = sources.map(
    ({ id, url, lastSuccessAt, failure }, at): SourceStatus => ({
      id,
      url,
      isBundled: id === bundledSourceId,
      trust: trusts[at] ?? { type: 'unknown' },
      lastSuccessAt,
      state: syncing.has(id)
        ? { type: 'syncing', progress: syncing.get(id) ?? null }
        : failure
          ? { type: 'failed', ...failure }
          : { type: 'idle' },
    }),
  );
  const known = new Set(sources.map(({ id }) => id));
  const added = [...syncing].filter(([id]) => !known.has(id));
  return [...listed, ...added.map(([url, progress]) => beingAdded(url, progress))];
}

const beingAdded = (url: string, progress: InstallProgress | null): SourceStatus => ({
  id: url,
  url,
  isBundled: false,
  trust: { type: 'unknown' },
  lastSuccessAt: null,
  state: { type: 'adding', progress },
});

async function trustOf({ id, url, lastSuccessAt }: StoredSource): Promise<SourceTrust> {
  if (id === bundledSourceId) return { type: 'own' };
  const copy = await trustedCopies.read(id);
  if (copy) {
    const { rootSha256, signedBy, refreshedAt, expiresAt, restored } = copy;
    return { type: 'signed', rootSha256, signedBy, refreshedAt, expiresAt, restored };
  }
  const isTrial = lastSuccessAt !== null && isLoopback(new URL(url).hostname);
  return { type: isTrial ? 'unsigned' : 'unknown' };
}
