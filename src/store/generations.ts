/** Which rows are in use, and the removal of those that are not. */

import type { PackVersion } from '../model/pack.ts';
import type { PackId } from '../model/record.ts';
import type { Store } from './open-store.ts';
import type { Generation, StoreName, VersionKey } from './schema.ts';
import { transact } from './transact.ts';

/** Few enough that readers wait no more than some hundredths of a second for one transaction. */
const rowsPerTransaction = 500;

/** What may stay. */
interface InUse {
  readonly generations: ReadonlySet<Generation>;
  /** `versionName` of each version. */
  readonly versions: ReadonlySet<string>;
  /** Generations that are being installed. */
  readonly unfinished: ReadonlySet<Generation>;
  /** Packs that can go back before their last patch. */
  readonly patched: ReadonlySet<PackId>;
}

/** A number that no generation in use has and no row. */
export async function newGeneration(store: Store): Promise<Generation> {
  const [{ generations }, found] = await Promise.all([findInUse(store), findGenerations(store)]);
  return 1 + Math.max(0, ...generations, ...found.map(({ generation }) => generation));
}

/**
 * Removes, in small transactions, every row that nobody will see again: of updated and removed packs and of abandoned
 * installations. An unfinished installation stays, to be gone on with. `beforeEach` runs before each transaction.
 */
export async function removeLeftovers(
  store: Store,
  beforeEach: () => Promise<void> = async () => undefined,
): Promise<void> {
  const { generations, versions, unfinished, patched } = await findInUse(store);
  const remove = async (name: StoreName, range: IDBKeyRange): Promise<void> => {
    for (let isDone = false; !isDone; ) {
      await beforeEach();
      isDone = await removeSome(store, name, range);
    }
  };
  for (const { packId, generation } of await findGenerations(store)) {
    const within = IDBKeyRange.bound([generation], [generation, []]);
    if (!unfinished.has(generation) && (await hasRows(store, 'nameRuns', within))) {
      await remove('nameRuns', within);
    }
    if (generations.has(generation)) continue;
    if (packId !== null) {
      await remove('records', IDBKeyRange.bound([packId, generation], [packId, generation, []]));
    }
    await remove('surfaceForms', within);
  }
  for (const key of await allKeys(store, 'versions')) {
    if (!versions.has(versionName(key as VersionKey))) await remove('versions', IDBKeyRange.only(key));
  }
  for (const packId of new Set((await allKeys(store, 'undo')).map((key) => (key as [PackId, string])[0]))) {
    if (!patched.has(packId)) await remove('undo', IDBKeyRange.bound([packId], [packId, []]));
  }
}

const versionName = ([generation, manifestSha256]: VersionKey): string => `${generation} ${manifestSha256}`;

async function findInUse(store: Store): Promise<InUse> {
  return transact(store, { stores: ['packs', 'jobs', 'held'], mode: 'readonly' }, async (transaction) => {
    const [packs, jobs, held] = await Promise.all([
      transaction.objectStore('packs').getAll(),
      transaction.objectStore('jobs').getAll(),
      transaction.objectStore('held').getAll(),
    ]);
    const seen: readonly Pick<PackVersion, 'generation' | 'manifestSha256'>[] = [
      ...packs.flatMap((pack) => [pack, ...(pack.previous ? [pack.previous] : [])]),
      ...jobs,
      ...held.flatMap(({ version }) => (version ? [version] : [])),
    ];
    return {
      generations: new Set(seen.map(({ generation }) => generation)),
      versions: new Set(
        seen.map(({ generation, manifestSha256 }) => versionName([generation, manifestSha256])),
      ),
      unfinished: new Set(jobs.map(({ generation }) => generation)),
      patched: new Set(
        packs.filter((pack) => pack.previous?.generation === pack.generation).map(({ id }) => id),
      ),
    };
  });
}

/** The generations that have rows; `packId` is null where there are no records. Reads one key per generation, not one per row. */
async function findGenerations(
  store: Store,
): Promise<readonly { readonly packId: PackId | null; readonly generation: Generation }[]> {
  return transact(
    store,
    { stores: ['records', 'surfaceForms', 'nameRuns'], mode: 'readonly' },
    async (transaction) => {
      const found = new Map<Generation, PackId | null>();
      const records = transaction.objectStore('records');
      let key = await records.getKey(IDBKeyRange.lowerBound([]));
      while (key) {
        const [packId, generation] = key;
        found.set(generation, packId);
        key = await records.getKey(IDBKeyRange.lowerBound([packId, generation, []]));
      }
      for (const name of ['surfaceForms', 'nameRuns'] as const) {
        const names = transaction.objectStore(name);
        let nameKey = await names.getKey(IDBKeyRange.lowerBound([]));
        while (nameKey) {
          const [generation] = nameKey;
          if (!found.has(generation)) found.set(generation, null);
          nameKey = await names.getKey(IDBKeyRange.lowerBound([generation, []]));
        }
      }
      return [...found].map(([generation, packId]) => ({ packId, generation }));
    },
  );
}

const allKeys = (store: Store, name: 'versions' | 'undo'): Promise<IDBValidKey[]> =>
  transact(store, { stores: [name], mode: 'readonly' }, (transaction) =>
    transaction.objectStore(name).getAllKeys(),
  );

const hasRows = async (store: Store, name: StoreName, range: IDBKeyRange): Promise<boolean> =>
  transact(store, { stores: [name], mode: 'readonly' }, async (transaction) => {
    return (await transaction.objectStore(name).getKey(range)) !== undefined;
  });

/** Removes the first rows of a range; true when none are left. */
async function removeSome(store: Store, name: StoreName, range: IDBKeyRange): Promise<boolean> {
  return transact(store, { stores: [name], mode: 'readwrite' }, async (transaction) => {
    const rows = transaction.objectStore(name);
    const keys: readonly IDBValidKey[] = await rows.getAllKeys(range, rowsPerTransaction);
    const [first, last] = [keys[0], keys.at(-1)];
    if (first !== undefined && last !== undefined) await rows.delete(IDBKeyRange.bound(first, last));
    return keys.length < rowsPerTransaction;
  });
}
