/** The reader's decisions on versions of packs. */

import type { PackVersion } from '../model/pack.ts';
import type { PackId } from '../model/record.ts';
import { blockHeld, getHeld, releaseHeld } from '../store/held-packs.ts';
import type { Store } from '../store/open-store.ts';
import { activatePack, rollBackVersion } from '../store/packs.ts';
import { failpoint } from './failpoints.ts';
import { sweepUnderLock } from './sweep-leftovers.ts';
import { withSyncLock } from './sync-lock.ts';

/** There is nothing to decide any more; the message says so. */
export class NothingHeldError extends Error {
  override name = 'NothingHeldError';
}

/**
 * Puts a held version to use. One that could not be read is fetched anew by the next sync instead: it may be that
 * Newsgloss can read it by now. @throws {NothingHeldError}
 */
export async function acceptHeld(store: Store, packId: PackId): Promise<'activated' | 'released'> {
  return withSyncLock(async () => {
    const held = await getHeld(store, packId);
    if (!held) throw new NothingHeldError('This version is not waiting any more.');
    if (!held.version) {
      await releaseHeld(store, [packId]);
      return 'released';
    }
    await activatePack(store, { ...held.version, installedAt: Date.now() });
    if (globalThis.newsglossFailpoints) await failpoint('K10');
    await sweepUnderLock(store);
    return 'activated';
  });
}

/** Drops a held version for good: the next one that its publisher brings out is looked at again. @throws {NothingHeldError} */
export async function refuseHeld(store: Store, packId: PackId): Promise<void> {
  await withSyncLock(async () => {
    const held = await getHeld(store, packId);
    if (!held) throw new NothingHeldError('This version is not waiting any more.');
    await blockHeld(store, held, Date.now());
    if (globalThis.newsglossFailpoints) await failpoint('K13');
    await sweepUnderLock(store);
  });
}

/** Goes back to the version before and blocks the one that was in use. The version in use now. @throws {NothingHeldError} */
export async function rollBackPack(store: Store, packId: PackId): Promise<PackVersion> {
  return withSyncLock(async () => {
    if (globalThis.newsglossFailpoints) await failpoint('K13');
    const before = await rollBackVersion(store, packId, Date.now());
    if (!before) throw new NothingHeldError('There is no earlier version of this pack to go back to.');
    if (globalThis.newsglossFailpoints) await failpoint('K13');
    await sweepUnderLock(store);
    return before;
  });
}
