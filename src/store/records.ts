/** The records of the installed packs. Rows of a generation that is not active are never returned. */

import type { PackVersion } from '../model/pack.ts';
import type { PackedRecord, PackId, PackRecord, RecordId } from '../model/record.ts';
import type { Store } from './open-store.ts';
import { activeGenerations } from './packs.ts';
import { PacksChangedError } from './packs-changed-error.ts';
import type { DossierKind, Generation, RecordRow } from './schema.ts';
import { transact } from './transact.ts';

const batchSize = 1_000;

/** One pack's record, or null when the pack does not have it. */
export async function getRecord(store: Store, packId: PackId, id: RecordId): Promise<PackRecord | null> {
  return transact(store, { stores: ['packs', 'records'], mode: 'readonly' }, async (transaction) => {
    const pack = await transaction.objectStore('packs').get(packId);
    if (!pack) return null;
    const row = await transaction.objectStore('records').get([packId, pack.generation, id]);
    return row?.record ?? null;
  });
}

/** What every installed pack says about these records, packs in the order of their ids; unknown ids are left out. */
export async function getRecordsById(
  store: Store,
  ids: Iterable<RecordId>,
): Promise<Map<RecordId, readonly PackedRecord[]>> {
  const wanted = [...new Set(ids)];
  return transact(store, { stores: ['packs', 'records'], mode: 'readonly' }, async (transaction) => {
    const active = await activeGenerations(transaction.objectStore('packs'));
    const records = transaction.objectStore('records');
    const packs = [...active.values()];
    const rows = await Promise.all(
      wanted.map((id) => Promise.all(packs.map((pack) => records.get([pack.id, pack.generation, id])))),
    );
    const found = new Map<RecordId, readonly PackedRecord[]>();
    wanted.forEach((id, index) => {
      const known = (rows[index] ?? []).flatMap((row) => (row ? [toPackedRecord(row)] : []));
      if (known.length > 0) found.set(id, known);
    });
    return found;
  });
}

/** Every record of these kinds in the installed packs, packs in the order of their ids. */
export async function getRecordsOfKind(
  store: Store,
  kinds: readonly DossierKind[],
): Promise<readonly PackedRecord[]> {
  return transact(store, { stores: ['packs', 'records'], mode: 'readonly' }, async (transaction) => {
    const active = await activeGenerations(transaction.objectStore('packs'));
    const byDossier = transaction.objectStore('records').index('byDossier');
    const keys = [...active.keys()].flatMap((generation) =>
      kinds.map((kind): [Generation, DossierKind] => [generation, kind]),
    );
    const rows = await Promise.all(keys.map((key) => byDossier.getAll(key)));
    return rows.flat().map(toPackedRecord);
  });
}

/** Every person with a role, at any time, in one of these countries or organisations, packs in the order of their ids. */
export async function getOfficeHolders(
  store: Store,
  ids: Iterable<RecordId>,
): Promise<readonly PackedRecord[]> {
  const wanted = [...new Set(ids)];
  return transact(store, { stores: ['packs', 'records'], mode: 'readonly' }, async (transaction) => {
    const active = await activeGenerations(transaction.objectStore('packs'));
    const byOffice = transaction.objectStore('records').index('byOffice');
    const keys = [...active.keys()].flatMap((generation) =>
      wanted.map((id): [Generation, RecordId] => [generation, id]),
    );
    const rows = (await Promise.all(keys.map((key) => byOffice.getAll(key)))).flat();
    // One who has roles in several of them is found once for each.
    return [...new Map(rows.map((row) => [`${row.packId} ${row.record.id}`, toPackedRecord(row)])).values()];
  });
}

/**
 * A pack's records in batches, by id, each batch in a transaction of its own.
 * @throws {PacksChangedError} rather than to yield a mixture of two versions.
 */
export async function* readRecordsOfPack(
  store: Store,
  { id: packId, generation, manifestSha256 }: Pick<PackVersion, 'id' | 'generation' | 'manifestSha256'>,
): AsyncGenerator<readonly PackedRecord[], void> {
  let after: RecordId | null = '';
  while (after !== null) {
    const from: RecordId = after;
    const batch: readonly RecordRow[] = await transact(
      store,
      { stores: ['packs', 'records'], mode: 'readonly' },
      async (transaction) => {
        const range = IDBKeyRange.bound([packId, generation, from], [packId, generation, []], true);
        const [pack, rows] = await Promise.all([
          transaction.objectStore('packs').get(packId),
          transaction.objectStore('records').getAll(range, batchSize),
        ]);
        if (pack?.generation !== generation || pack.manifestSha256 !== manifestSha256) {
          throw new PacksChangedError(`The pack ${packId} was changed while its records were being read.`);
        }
        return rows;
      },
    );
    if (batch.length > 0) yield batch.map(toPackedRecord);
    after = batch.length === batchSize ? (batch.at(-1)?.record.id ?? null) : null;
  }
}

function toPackedRecord({ packId, record }: RecordRow): PackedRecord {
  return { packId, record };
}
