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

/** Adds a source or replaces the one with its id. */
export async function writeSource(source: StoredSource): Promise<void> {
  const others = (await readSources()).filter(({ id }) => id !== source.id);
  await browser.storage.local.set({ [key]: [...others, source] });
}

export async function forgetSource(sourceId: string): Promise<void> {
  const others = (await readSources()).filter(({ id }) => id !== sourceId);
  await browser.storage.local.set({ [key]: others });
}

/**
 * Lists again the sources whose packs are installed although nothing tells of them: the worker was killed while one was
 * added, or the stored list was lost. Without that the reader could not remove them.
 */
export async function adoptLostSources(packs: readonly PackVersion[]): Promise<void> {
  const known = new Set((await readSources()).map(({ id }) => id));
  for (const id of new Set(packs.map(({ sourceId }) => sourceId))) {
    if (known.has(id) || syncing.has(id)) continue;
    await writeSource({ id, url: id, rootSha256: null, lastSuccessAt: null, failure: null });
  }
}

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
