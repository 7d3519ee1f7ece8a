/** New versions that wait for the reader's decision, and versions that nobody wants again. */

import type { HeldPack } from '../model/held-pack.ts';
import type { PackId } from '../model/record.ts';
import type { Store } from './open-store.ts';
import type { BlockedVersion } from './schema.ts';
import { transact } from './transact.ts';

export async function listHeld(store: Store): Promise<readonly HeldPack[]> {
  return transact(store, { stores: ['held'], mode: 'readonly' }, (transaction) =>
    transaction.objectStore('held').getAll(),
  );
}

export async function getHeld(store: Store, packId: PackId): Promise<HeldPack | null> {
  const held = await transact(store, { stores: ['held'], mode: 'readonly' }, (transaction) =>
    transaction.objectStore('held').get(packId),
  );
  return held ?? null;
}

/** Holds a version in the place of another held one, and ends its installation, at once. */
export async function holdPack(store: Store, held: HeldPack): Promise<void> {
  await transact(
    store,
    { stores: ['held', 'jobs'], mode: 'readwrite', durability: 'strict' },
    async (transaction) => {
      await transaction.objectStore('held').put(held);
      await transaction.objectStore('jobs').delete(held.packId);
    },
  );
}

/** Holds nothing of these packs any more. */
export async function releaseHeld(store: Store, packIds: readonly PackId[]): Promise<void> {
  await transact(store, { stores: ['held'], mode: 'readwrite' }, (transaction) =>
    Promise.all(packIds.map((id) => transaction.objectStore('held').delete(id))),
  );
}

/** Takes a held version for one that nobody wants. */
export async function blockHeld(store: Store, held: HeldPack, blockedAt: number): Promise<void> {
  const { packId, sourceId, sequence, manifestSha256 } = held;
  await transact(
    store,
    { stores: ['held', 'blocked'], mode: 'readwrite', durability: 'strict' },
    async (transaction) => {
      await transaction.objectStore('blocked').put({ packId, sourceId, sequence, manifestSha256, blockedAt });
      await transaction.objectStore('held').delete(packId);
    },
  );
}

export async function isBlocked(store: Store, packId: PackId, manifestSha256: string): Promise<boolean> {
  return transact(store, { stores: ['blocked'], mode: 'readonly' }, async (transaction) => {
    return (await transaction.objectStore('blocked').getKey([packId, manifestSha256])) !== undefined;
  });
}

export async function listBlocked(store: Store): Promise<readonly BlockedVersion[]> {
  return transact(store, { stores: ['blocked'], mode: 'readonly' }, (transaction) =>
    transaction.objectStore('blocked').getAll(),
  );
}

/** Forgets what was blocked of a source. */
export async function unblockSource(store: Store, sourceId: string): Promise<void> {
  await transact(store, { stores: ['blocked'], mode: 'readwrite' }, async (transaction) => {
    const blocked = transaction.objectStore('blocked');
    const rows = (await blocked.getAll()).filter((row) => row.sourceId === sourceId);
    await Promise.all(rows.map(({ packId, manifestSha256 }) => blocked.delete([packId, manifestSha256])));
  });
}
