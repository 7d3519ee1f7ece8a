/** The compiled engine, kept as a Blob: browsers read that back several times faster than an ArrayBuffer value. */

import type { PackVersion } from '../model/pack.ts';
import type { Store } from './open-store.ts';
import { transact } from './transact.ts';

/** The key of the engine of these packs: equal contents give equal keys, whatever order the packs come in. */
export function engineKey(formatVersion: number, packs: readonly PackVersion[]): string {
  const versions = packs.map(({ id, manifestSha256 }) => `${id}@${manifestSha256}`).sort();
  return [`engine-${formatVersion}`, ...versions].join(' ');
}

/** Keeps these bytes and forgets every other engine, in one step. */
export async function putEngine(
  store: Store,
  { key, bytes }: { key: string; bytes: ArrayBuffer },
): Promise<void> {
  const blob = new Blob([bytes]);
  await transact(store, { stores: ['engines'], mode: 'readwrite' }, async (transaction) => {
    const engines = transaction.objectStore('engines');
    await engines.put(blob, key);
    const others = (await engines.getAllKeys()).filter((other) => other !== key);
    await Promise.all(others.map((other) => engines.delete(other)));
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
