/** The installed packs. A pack's row is written last and decides which rows of the other stores are alive. */

import type { IDBPObjectStore } from 'idb';
import type { PackVersion } from '../model/pack.ts';
import type { PackId } from '../model/record.ts';
import type { Store } from './open-store.ts';
import type { Generation, StoreName, StoreSchema } from './schema.ts';
import { transact } from './transact.ts';

/** The installed packs, by id. */
export async function listPacks(store: Store): Promise<readonly PackVersion[]> {
  return transact(store, { stores: ['packs'], mode: 'readonly' }, (transaction) =>
    transaction.objectStore('packs').getAll(),
  );
}

/** Makes the staged rows of `pack.generation` the pack's only ones, at once and for every reader. */
export async function activatePack(store: Store, pack: PackVersion): Promise<void> {
  await transact(store, { stores: ['packs'], mode: 'readwrite', durability: 'strict' }, (transaction) =>
    transaction.objectStore('packs').put(pack),
  );
}

/** Takes packs out of use, all of them at once. Their rows are leftovers from then on. */
export async function deactivatePacks(store: Store, packIds: readonly PackId[]): Promise<void> {
  await transact(store, { stores: ['packs'], mode: 'readwrite', durability: 'strict' }, (transaction) =>
    Promise.all(packIds.map((id) => transaction.objectStore('packs').delete(id))),
  );
}

/** The packs by the generation that is alive, as this transaction sees them. */
export async function activeGenerations(
  packs: Pick<IDBPObjectStore<StoreSchema, StoreName[], 'packs'>, 'getAll'>,
): Promise<ReadonlyMap<Generation, PackVersion>> {
  return new Map((await packs.getAll()).map((pack) => [pack.generation, pack]));
}
