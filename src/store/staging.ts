/** Rows of a pack that is being installed, unseen until `activatePack`, and the removal of rows that nobody sees. */

import type { PackId, PackRecord } from '../model/record.ts';
import { nameKeys } from './name-keys.ts';
import type { Store } from './open-store.ts';
import { toRecordRow } from './record-row.ts';
import type { Generation, NameEntry, StoreSchema } from './schema.ts';
import { transact } from './transact.ts';

/** Few enough that readers wait no more than some hundredths of a second for one transaction. */
const rowsPerTransaction = 500;
const blocksPerTransaction = 50;
const entriesPerBlock = 128;

export interface Staging {
  readonly packId: PackId;
  /** For `PackVersion.generation`. */
  readonly generation: Generation;
  /** Adds records, in transactions of limited size. Ids must be new to this staging. */
  add(records: readonly PackRecord[]): Promise<void>;
  /** Adds the names of all records, after the last of them. The pack can then be activated. */
  finish(): Promise<void>;
  /** Removes what was added. */
  drop(): Promise<void>;
}

/** A new generation for a pack. Only one staging may run at a time: the caller holds the lock of `sync`. */
export async function beginStaging(store: Store, packId: PackId): Promise<Staging> {
  const generation = await newGeneration(store);
  const entries: NameEntry[] = [];
  return {
    packId,
    generation,
    async add(records) {
      for (const batch of inBatches(records, rowsPerTransaction)) {
        await addRows(
          store,
          'records',
          batch.map((record) => toRecordRow(record, packId, generation)),
        );
        for (const record of batch) entries.push(...nameEntries(record));
      }
    },
    async finish() {
      entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
      const blocks = [...inBatches(entries, entriesPerBlock)].map((run, serial) => ({
        generation,
        serial,
        lastKey: run.at(-1)?.key ?? '',
        entries: run,
      }));
      for (const batch of inBatches(blocks, blocksPerTransaction))
        await addRows(store, 'surfaceForms', batch);
    },
    drop: () => removeGeneration(store, packId, generation),
  };
}

/** Removes every row whose generation is not active: of updated and removed packs and of killed installations. */
export async function removeLeftovers(store: Store): Promise<void> {
  const { active, found } = await findGenerations(store);
  for (const { packId, generation } of found) {
    if (!active.has(generation)) await removeGeneration(store, packId, generation);
  }
}

/** Removes a generation's rows in small transactions. `packId` is null where only names are left. */
async function removeGeneration(store: Store, packId: PackId | null, generation: Generation): Promise<void> {
  if (packId !== null) {
    await removeRange(store, 'records', IDBKeyRange.bound([packId, generation], [packId, generation, []]));
  }
  await removeRange(store, 'surfaceForms', IDBKeyRange.bound([generation], [generation, []]));
}

async function removeRange(
  store: Store,
  name: 'records' | 'surfaceForms',
  range: IDBKeyRange,
): Promise<void> {
  let isDone = false;
  while (!isDone) {
    isDone = await transact(store, { stores: [name], mode: 'readwrite' }, async (transaction) => {
      const rows = transaction.objectStore(name);
      const keys: readonly IDBValidKey[] = await rows.getAllKeys(range, rowsPerTransaction);
      const [first, last] = [keys[0], keys.at(-1)];
      if (first !== undefined && last !== undefined) await rows.delete(IDBKeyRange.bound(first, last));
      return keys.length < rowsPerTransaction;
    });
  }
}

interface Generations {
  readonly active: ReadonlySet<Generation>;
  /** As in `removeGeneration`. */
  readonly found: readonly { readonly packId: PackId | null; readonly generation: Generation }[];
}

/** Reads one key per generation, not one per row. */
async function findGenerations(store: Store): Promise<Generations> {
  return transact(
    store,
    { stores: ['packs', 'records', 'surfaceForms'], mode: 'readonly' },
    async (transaction) => {
      const packs = await transaction.objectStore('packs').getAll();
      const found: { packId: PackId | null; generation: Generation }[] = [];
      const records = transaction.objectStore('records');
      let key = await records.getKey(IDBKeyRange.lowerBound([]));
      while (key) {
        const [packId, generation] = key;
        found.push({ packId, generation });
        key = await records.getKey(IDBKeyRange.lowerBound([packId, generation, []]));
      }
      const withRecords = new Set(found.map(({ generation }) => generation));
      const forms = transaction.objectStore('surfaceForms');
      let formKey = await forms.getKey(IDBKeyRange.lowerBound([]));
      while (formKey) {
        const [generation] = formKey;
        if (!withRecords.has(generation)) found.push({ packId: null, generation });
        formKey = await forms.getKey(IDBKeyRange.lowerBound([generation, []]));
      }
      return { active: new Set(packs.map(({ generation }) => generation)), found };
    },
  );
}

/** One more than any generation that is active or has left rows behind. */
async function newGeneration(store: Store): Promise<Generation> {
  const { active, found } = await findGenerations(store);
  return 1 + Math.max(0, ...active, ...found.map(({ generation }) => generation));
}

async function addRows<Name extends 'records' | 'surfaceForms'>(
  store: Store,
  name: Name,
  rows: readonly StoreSchema[Name]['value'][],
): Promise<void> {
  await transact(store, { stores: [name], mode: 'readwrite' }, (transaction) => {
    const objectStore = transaction.objectStore(name);
    // Async functions, so that a write that throws at once leaves no other one unobserved.
    return Promise.all(rows.map(async (row) => objectStore.add(row)));
  });
}

/** One entry for all names that begin alike, such as those of a place in many languages. */
function nameEntries({ id, prior = 0.5, surfaceForms }: PackRecord): NameEntry[] {
  const byKey = new Map<string, { isTail: boolean; isWeak: boolean }>();
  for (const { text, weak = false } of surfaceForms) {
    for (const [index, key] of nameKeys(text).entries()) {
      const known = byKey.get(key);
      byKey.set(key, {
        isTail: index > 0 && (known?.isTail ?? true),
        isWeak: weak && (known?.isWeak ?? true),
      });
    }
  }
  return [...byKey].map(([key, { isTail, isWeak }]) => ({
    key,
    id,
    prior,
    ...(isTail && { isTail }),
    ...(isWeak && { isWeak }),
  }));
}

function* inBatches<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
