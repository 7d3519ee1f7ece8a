/** Small values by name: what the reader chose and what the extension must remember between starts. */

import type { Store } from './open-store.ts';
import { transact } from './transact.ts';

/** The value under this key, or undefined. It is for the caller to check: an older version may have written it. */
export async function getNote(store: Store, key: string): Promise<unknown> {
  return transact(store, { stores: ['notes'], mode: 'readonly' }, (transaction) =>
    transaction.objectStore('notes').get(key),
  );
}

/** Keeps any value that can be structured-cloned. */
export async function putNote(store: Store, key: string, value: unknown): Promise<void> {
  await transact(store, { stores: ['notes'], mode: 'readwrite' }, (transaction) =>
    transaction.objectStore('notes').put(value, key),
  );
}

export async function deleteNote(store: Store, key: string): Promise<void> {
  await transact(store, { stores: ['notes'], mode: 'readwrite' }, (transaction) =>
    transaction.objectStore('notes').delete(key),
  );
}
