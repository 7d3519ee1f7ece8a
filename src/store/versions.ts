import type { PackChanges } from '../model/held-pack.ts';
import type { PackVersion } from '../model/pack.ts';
import type { PackId, RecordId } from '../model/record.ts';
import type { Store } from './open-store.ts';
import type { Generation, RecordRow, VersionContents } from './schema.ts';
import { transact } from './transact.ts';

type Version = Pick<PackVersion, 'generation' | 'manifestSha256'>;

/** What is known of a version beside its rows; null for one from before there were patches. */
export async function getContents(
  store: Store,
  { generation, manifestSha256 }: Version,
): Promise<VersionContents | null> {
  const contents = await transact(store, { stores: ['versions'], mode: 'readonly' }, (transaction) =>
    transaction.objectStore('versions').get([generation, manifestSha256]),
  );
  return contents ?? null;
}

/** The ids of a generation's records that `isWanted` accepts, with their line hashes. */
export async function lineHashes(
  store: Store,
  { packId, generation }: { packId: PackId; generation: Generation },
  isWanted: (id: RecordId) => boolean,
): Promise<ReadonlyMap<RecordId, string>> {
  const hashes = new Map<RecordId, string>();
  for await (const { record, lineHash = '' } of readRows(store, { packId, generation })) {
    if (isWanted(record.id)) hashes.set(record.id, lineHash);
  }
  return hashes;
}

/** What becomes of the records when one generation of a pack takes the place of another. */
export async function compareGenerations(
  store: Store,
  packId: PackId,
  { from, to }: { from: Generation; to: Generation },
): Promise<PackChanges> {
  const old = readRows(store, { packId, generation: from });
  const next = readRows(store, { packId, generation: to });
  let [added, changed, removed] = [0, 0, 0];
  let [a, b] = [await old.next(), await next.next()];
  while (!a.done || !b.done) {
    if (!a.done && (b.done || a.value.record.id < b.value.record.id)) {
      removed++;
      a = await old.next();
    } else if (!b.done && (a.done || b.value.record.id < a.value.record.id)) {
      added++;
      b = await next.next();
    } else if (!a.done && !b.done) {
      if (!isSameRow(a.value, b.value)) changed++;
      [a, b] = [await old.next(), await next.next()];
    }
  }
  return { added, changed, removed };
}

function isSameRow(a: RecordRow, b: RecordRow): boolean {
  return a.lineHash !== undefined && b.lineHash !== undefined
    ? a.lineHash === b.lineHash
    : JSON.stringify(a.record) === JSON.stringify(b.record);
}

const rowsPerRead = 500;

/** The rows of a generation that nobody changes meanwhile, by id. */
async function* readRows(
  store: Store,
  { packId, generation }: { packId: PackId; generation: Generation },
): AsyncGenerator<RecordRow, void> {
  for (let after: RecordId | null = ''; after !== null; ) {
    const range = IDBKeyRange.bound([packId, generation, after], [packId, generation, []], true);
    const rows: readonly RecordRow[] = await transact(
      store,
      { stores: ['records'], mode: 'readonly' },
      (transaction) => transaction.objectStore('records').getAll(range, rowsPerRead),
    );
    yield* rows;
    after = rows.length === rowsPerRead ? (rows.at(-1)?.record.id ?? null) : null;
  }
}
