/** The compiled engines, one a pack, kept as Blobs: browsers read those back several times faster than ArrayBuffer values. */

import type { PackVersion } from '../model/pack.ts';
import type { Store } from './open-store.ts';
import { transact } from './transact.ts';

/** The key of the engine of a pack: equal contents give equal keys. */
export function engineKey(formatVersion: number, { id, manifestSha256 }: PackVersion): string {
  return `engine-${formatVersion} ${id}@${manifestSha256}`;
}

/** Keeps these bytes. */
export async function putEngine(
  store: Store,
  { key, bytes }: { key: string; bytes: ArrayBuffer },
): Promise<void> {
  const blob = new Blob([bytes]);
  await transact(store, { stores: ['engines'], mode: 'readwrite' }, (transaction) =>
    transaction.objectStore('engines').put(blob, key),
  );
}

/** Forgets every engine but these. */
export async function keepEngines(store: Store, keys: readonly string[]): Promise<void> {
  await transact(store, { stores: ['engines'], mode: 'readwrite' }, async (transaction) => {
    const engines = transaction.objectStore('engines');
    const others = (await engines.getAllKeys()).filter((key) => !keys.includes(key));
    await Promise.all(others.map((key) => engines.delete(key)));
  });
}

/** The bytes kept under this key, or null when they have to be compiled (again). */
export async function getEngine(store: Store, key: string): Promise<ArrayBuffer | null> {
  try {
    const blob = await transact(store, { stores: ['engines'], mode: 'readonly' }, (transaction) =>
      transaction.objectStore('engines').get(key),
    );
    return blob ? await blob.arrayBuffer() : null;
  } catch (error) {
    // Blobs lie in files of their own, and the row may outlive its file: https://github.com/w3c/IndexedDB/issues/423
    if (error instanceof Error && ['NotReadableError', 'NotFoundError'].includes(error.name)) return null;
    throw error;
  }
}
