/** What lies in the extension's database, read beside the extension's own code by a page that runs none of it. */

import type { TestPage } from '../extension-browser.ts';

export interface StoreReading {
  /** The version in use; null before the first. */
  readonly active: { readonly sequence: number; readonly generation: number } | null;
  /** Of the records in use: `fingerprint` of `id label`, in the order of ids. */
  readonly records: string;
  /** Of their names, as the look-up has them: `fingerprint` of `id key`, whole names only, in the order of ids. */
  readonly names: string;
  /** Generations of any pack that have records or names. */
  readonly generations: readonly number[];
  /** Generations that something in the database tells of: in use, kept to go back to, being installed, held. */
  readonly known: readonly number[];
}

/** Null when there is no database yet. */
export function readTortureStore(page: TestPage, packId: string): Promise<StoreReading | null> {
  return page.evaluate(readInPage, packId);
}

async function readInPage(packId: string): Promise<StoreReading | null> {
  // The page's own: nothing from outside this function is there.
  const databases = await indexedDB.databases();
  if (!databases.some(({ name }) => name === 'newsgloss')) return null;
  const request = <T>(asked: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  const hash = async (lines: readonly string[]): Promise<string> => {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(lines.join('\n')));
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  };
  const database = await request(indexedDB.open('newsgloss'));
  database.onversionchange = () => database.close();
  try {
    if (!database.objectStoreNames.contains('packs')) return null;
    const wanted = ['packs', 'records', 'surfaceForms', 'jobs', 'held'];
    const stores = wanted.filter((name) => database.objectStoreNames.contains(name));
    const transaction = database.transaction(stores, 'readonly');
    const all = async (name: string, range?: IDBKeyRange): Promise<Record<string, unknown>[]> =>
      stores.includes(name) ? request(transaction.objectStore(name).getAll(range)) : [];
    type Version = { id: string; sequence: number; generation: number; previous?: { generation: number } };
    const packs = (await all('packs')) as unknown as Version[];
    const active = packs.find(({ id }) => id === packId) ?? null;
    const generation = active?.generation ?? -1;
    const rows = (await all(
      'records',
      IDBKeyRange.bound([packId, generation], [packId, generation, []]),
    )) as unknown as { record: { id: string; label: { en: string } } }[];
    const blocks = (await all(
      'surfaceForms',
      IDBKeyRange.bound([generation], [generation, []]),
    )) as unknown as { entries: { key: string; id: string; isTail?: true }[] }[];
    const recordKeys = (await request(transaction.objectStore('records').getAllKeys())) as unknown as [
      string,
      number,
    ][];
    const nameKeys = (await request(transaction.objectStore('surfaceForms').getAllKeys())) as unknown as [
      number,
    ][];
    const jobs = (await all('jobs')) as unknown as { generation: number }[];
    const held = (await all('held')) as unknown as { version: { generation: number } | null }[];
    const known = [
      ...packs.flatMap((pack) => [pack.generation, pack.previous?.generation ?? pack.generation]),
      ...jobs.map((job) => job.generation),
      ...held.flatMap(({ version }) => (version ? [version.generation] : [])),
    ];
    const names = blocks.flatMap(({ entries }) =>
      entries.filter(({ isTail }) => !isTail).map(({ key, id }) => `${id} ${key}`),
    );
    return {
      active: active && { sequence: active.sequence, generation },
      records: await hash(rows.map(({ record }) => `${record.id} ${record.label.en}`)),
      names: await hash(names.sort()),
      generations: [...new Set([...recordKeys.map((key) => key[1]), ...nameKeys.map((key) => key[0])])],
      known: [...new Set(known)],
    };
  } finally {
    database.close();
  }
}
