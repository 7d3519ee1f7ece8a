/** What sources were last seen to vouch for, by source and role. */

import type { Store } from './open-store.ts';
import type { TrustedMetadata } from './schema.ts';
import { transact } from './transact.ts';

/** The bytes kept for a role of a source, or null before the first time. */
export async function getTrustedMetadata(
  store: Store,
  sourceId: string,
  role: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const row = await transact(store, { stores: ['trustedMetadata'], mode: 'readonly' }, (transaction) =>
    transaction.objectStore('trustedMetadata').get([sourceId, role]),
  );
  return row?.bytes ?? null;
}

/** All that is kept of a source, by role. */
export async function listTrustedMetadata(
  store: Store,
  sourceId: string,
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const rows = await transact(store, { stores: ['trustedMetadata'], mode: 'readonly' }, (transaction) =>
    transaction.objectStore('trustedMetadata').getAll(IDBKeyRange.bound([sourceId], [sourceId, []])),
  );
  return new Map(rows.map(({ role, bytes }) => [role, bytes]));
}

/** Keeps all rows or none, and waits for the disk. */
export async function putTrustedMetadata(store: Store, rows: readonly TrustedMetadata[]): Promise<void> {
  await transact(
    store,
    { stores: ['trustedMetadata'], mode: 'readwrite', durability: 'strict' },
    (transaction) =>
      // A view is stored with the whole buffer behind it, so that is cut to size first.
      Promise.all(
        rows.map((row) =>
          transaction.objectStore('trustedMetadata').put({ ...row, bytes: row.bytes.slice() }),
        ),
      ),
  );
}

/** Forgets a source: when it is added again, it is trusted anew. */
export async function deleteTrustedMetadata(store: Store, sourceId: string): Promise<void> {
  await transact(store, { stores: ['trustedMetadata'], mode: 'readwrite' }, (transaction) =>
    transaction.objectStore('trustedMetadata').delete(IDBKeyRange.bound([sourceId], [sourceId, []])),
  );
}
