/** A database as the first Newsgloss left it, made of today's by a page that runs none of the extension's code. */

import type { TestPage } from '../extension-browser.ts';

/** Puts the extension's database back to version 1, with the records and names that are in use and nothing else. */
export function ageDatabase(page: TestPage): Promise<void> {
  return page.evaluate(ageInPage, null);
}

/** The version of the extension's database; 0 when there is none. */
export function databaseVersion(page: TestPage): Promise<number> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    return databases.find(({ name }) => name === 'newsgloss')?.version ?? 0;
  }, null);
}

async function ageInPage(): Promise<void> {
  // The page's own: nothing from outside this function is there.
  const request = <T>(asked: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  const stores = ['packs', 'records', 'surfaceForms', 'trustedMetadata', 'notes'];
  const today = await request(indexedDB.open('newsgloss'));
  const reading = today.transaction(stores, 'readonly');
  const rows = new Map<string, { key: IDBValidKey; value: unknown }[]>();
  for (const name of stores) {
    const store = reading.objectStore(name);
    const [keys, values] = [await request(store.getAllKeys()), await request(store.getAll())];
    rows.set(
      name,
      keys.map((key, index) => ({ key, value: values[index] })),
    );
  }
  today.close();
  type Version = { generation: number; previous?: unknown };
  const packs = (rows.get('packs') ?? []).map(({ value }) => value as Version);
  for (const pack of packs) delete pack.previous;
  const isInUse = (generation: unknown): boolean => packs.some((pack) => pack.generation === generation);
  await new Promise<void>((resolve, reject) => {
    const deletion = indexedDB.deleteDatabase('newsgloss');
    deletion.onsuccess = () => resolve();
    deletion.onerror = () => reject(deletion.error);
  });
  const opening = indexedDB.open('newsgloss', 1);
  opening.onupgradeneeded = () => {
    const database = opening.result;
    database.createObjectStore('packs', { keyPath: 'id' });
    const records = database.createObjectStore('records', {
      keyPath: ['packId', 'generation', 'record.id'],
    });
    records.createIndex('byDossier', 'dossier');
    database.createObjectStore('surfaceForms', { keyPath: ['generation', 'lastKey', 'serial'] });
    database.createObjectStore('engines');
    database.createObjectStore('trustedMetadata', { keyPath: ['sourceId', 'role'] });
    database.createObjectStore('notes');
    for (const [name, kept] of rows) {
      const store = opening.transaction?.objectStore(name);
      for (const { key, value } of kept) {
        const { generation } = value as { generation?: number };
        if (name === 'notes') store?.put(value, key);
        else if (name !== 'records' && name !== 'surfaceForms') store?.put(value);
        else if (isInUse(generation)) store?.put(value);
      }
    }
  };
  (await request(opening)).close();
}
