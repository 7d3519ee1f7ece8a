/** The installed packs. A pack's row is written last and decides which rows of the other stores are alive. */

import type { IDBPObjectStore } from 'idb';
import type { PackVersion } from '../model/pack.ts';
import type { PackId } from '../model/record.ts';
import { undoPatch } from './apply-operations.ts';
import type { Store } from './open-store.ts';
import type { Generation, StoreName, StoreSchema } from './schema.ts';
import { transact } from './transact.ts';

/** The installed packs, by id. */
export async function listPacks(store: Store): Promise<readonly PackVersion[]> {
  return transact(store, { stores: ['packs'], mode: 'readonly' }, (transaction) =>
    transaction.objectStore('packs').getAll(),
  );
}

/**
 * Makes the staged rows of `pack.generation` the pack's only ones, at once and for every reader, and waits for the disk. The
 * version before can be gone back to until the next change.
 */
export async function activatePack(store: Store, pack: PackVersion): Promise<void> {
  await transact(
    store,
    { stores: ['packs', 'jobs', 'held'], mode: 'readwrite', durability: 'strict' },
    async (transaction) => {
      const packs = transaction.objectStore('packs');
      const before = await packs.get(pack.id);
      await packs.put(before ? { ...pack, previous: withoutPrevious(before) } : pack);
      await transaction.objectStore('jobs').delete(pack.id);
      await transaction.objectStore('held').delete(pack.id);
    },
  );
}

/**
 * Puts the version before in the place of the one in use, which is blocked from then on, all at once.
 * The version that is in use now, or null when there is none to go back to.
 */
export async function rollBackVersion(
  store: Store,
  packId: PackId,
  blockedAt: number,
): Promise<PackVersion | null> {
  const stores: StoreName[] = ['packs', 'records', 'surfaceForms', 'undo', 'blocked', 'jobs', 'held'];
  return transact(store, { stores, mode: 'readwrite', durability: 'strict' }, async (transaction) => {
    const pack = await transaction.objectStore('packs').get(packId);
    if (!pack?.previous) return null;
    if (pack.previous.generation === pack.generation) await undoPatch(transaction, pack);
    const { sourceId, sequence, manifestSha256 } = pack;
    await transaction.objectStore('blocked').put({ packId, sourceId, sequence, manifestSha256, blockedAt });
    await transaction.objectStore('packs').put(pack.previous);
    await transaction.objectStore('jobs').delete(packId);
    await transaction.objectStore('held').delete(packId);
    return pack.previous;
  });
}

/** The version alone, as the one before another. */
function withoutPrevious(pack: PackVersion): Omit<PackVersion, 'previous'> {
  const alone = { ...pack };
  delete alone.previous;
  return alone;
}

/** Takes packs out of use, all of them at once, with whatever was being done to them. Their rows are leftovers from then on. */
export async function deactivatePacks(store: Store, packIds: readonly PackId[]): Promise<void> {
  await transact(
    store,
    { stores: ['packs', 'jobs', 'held'], mode: 'readwrite', durability: 'strict' },
    async (transaction) => {
      for (const name of ['packs', 'jobs', 'held'] as const) {
        await Promise.all(packIds.map((id) => transaction.objectStore(name).delete(id)));
      }
    },
  );
}

/** The packs by the generation that is alive, as this transaction sees them. */
export async function activeGenerations(
  packs: Pick<IDBPObjectStore<StoreSchema, StoreName[], 'packs'>, 'getAll'>,
): Promise<ReadonlyMap<Generation, PackVersion>> {
  return new Map((await packs.getAll()).map((pack) => [pack.generation, pack]));
}
