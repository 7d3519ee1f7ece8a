/** Changes to the version of a pack that is in use, where its rows lie: all of them in one transaction, or none. */

import type { IDBPTransaction } from 'idb';
import type { PackVersion } from '../model/pack.ts';
import { addDigests, bucketOf, emptyDigest } from '../model/pack-digest.ts';
import type { PackId, PackRecord, RecordId } from '../model/record.ts';
import { isVersion } from './jobs.ts';
import { nameEntries } from './name-entries.ts';
import type { Store } from './open-store.ts';
import { PacksChangedError } from './packs-changed-error.ts';
import { type NameChange, patchNames } from './patch-names.ts';
import { toRecordRow } from './record-row.ts';
import type { NameEntry, RecordRow, StoreName, StoreSchema, VersionContents } from './schema.ts';
import { transact } from './transact.ts';

/** What becomes of a record; null when it goes. */
export interface RowOperation {
  readonly id: RecordId;
  readonly after: { readonly record: PackRecord; readonly lineHash: string } | null;
}

export type PatchOutcome =
  | { readonly type: 'applied' }
  /** Nothing was changed: these buckets, at `bucketBits` of the new version, would not be what they should. */
  | { readonly type: 'mismatch'; readonly buckets: readonly number[] };

const patchStores = ['packs', 'records', 'surfaceForms', 'versions', 'undo', 'jobs', 'held'] as const;
type PatchTransaction = IDBPTransaction<StoreSchema, StoreName[], 'readwrite'>;

class MismatchError extends Error {
  readonly buckets: readonly number[];

  constructor(buckets: readonly number[]) {
    super('The digests do not agree.');
    this.buckets = buckets;
  }
}

/**
 * Turns the version in use into the next one, keeps what it takes to go back, and waits for the disk. `next` has the
 * generation of the version in use. @throws {PacksChangedError} when `pack` is not the version in use.
 */
export async function applyPatch(
  store: Store,
  patch: {
    readonly pack: PackVersion;
    readonly next: PackVersion;
    readonly contents: VersionContents;
    readonly operations: readonly RowOperation[];
  },
): Promise<PatchOutcome> {
  const { pack, next, contents, operations } = patch;
  try {
    await transact(
      store,
      { stores: [...patchStores], mode: 'readwrite', durability: 'strict' },
      async (transaction) => {
        const before = await readBefore(transaction, pack, operations);
        const old = await transaction.objectStore('versions').get([pack.generation, pack.manifestSha256]);
        const wrong = wrongBuckets({ old, contents, operations, before });
        if (wrong.length > 0) throw new MismatchError(wrong);
        await writeRows(transaction, pack, { operations, before });
        await keepUndo(transaction, pack.id, before);
        await transaction.objectStore('versions').put(contents);
        const { previous: _, ...previous } = pack;
        await transaction.objectStore('packs').put({ ...next, previous });
        await transaction.objectStore('jobs').delete(pack.id);
        await transaction.objectStore('held').delete(pack.id);
      },
    );
  } catch (error) {
    if (error instanceof MismatchError) return { type: 'mismatch', buckets: error.buckets };
    throw error;
  }
  return { type: 'applied' };
}

/** Takes back the last patch inside a transaction over the stores that it concerns; the caller writes the pack's row. */
export async function undoPatch(transaction: PatchTransaction, pack: PackVersion): Promise<void> {
  const undo = transaction.objectStore('undo');
  const range = IDBKeyRange.bound([pack.id], [pack.id, []]);
  const operations = (await undo.getAll(range)).map(
    ({ id, before }): RowOperation => ({
      id,
      after: before && { record: before.record, lineHash: before.lineHash ?? '' },
    }),
  );
  const before = await readBefore(transaction, pack, operations);
  await writeRows(transaction, pack, { operations, before });
  await undo.delete(range);
}

/** The rows that the operations are about, as they are now. */
async function readBefore(
  transaction: PatchTransaction,
  pack: PackVersion,
  operations: readonly RowOperation[],
): Promise<ReadonlyMap<RecordId, RecordRow | null>> {
  const current = await transaction.objectStore('packs').get(pack.id);
  if (!isVersion(current, pack)) throw new PacksChangedError(`The pack ${pack.id} changed before its patch.`);
  const records = transaction.objectStore('records');
  const rows = await Promise.all(
    operations.map(
      async ({ id }) => [id, (await records.get([pack.id, pack.generation, id])) ?? null] as const,
    ),
  );
  return new Map(rows);
}

interface Change {
  readonly operations: readonly RowOperation[];
  readonly before: ReadonlyMap<RecordId, RecordRow | null>;
}

async function writeRows(
  transaction: PatchTransaction,
  { id: packId, generation }: PackVersion,
  { operations, before }: Change,
): Promise<void> {
  const records = transaction.objectStore('records');
  await Promise.all(
    operations.map(
      async ({ id, after }): Promise<unknown> =>
        after
          ? records.put(toRecordRow(after, { packId, generation }))
          : records.delete([packId, generation, id]),
    ),
  );
  const names = operations.flatMap(({ id, after }) => nameChanges(before.get(id)?.record, after?.record));
  await patchNames(transaction.objectStore('surfaceForms'), generation, names);
}

async function keepUndo(
  transaction: PatchTransaction,
  packId: PackId,
  before: ReadonlyMap<RecordId, RecordRow | null>,
): Promise<void> {
  const undo = transaction.objectStore('undo');
  await undo.delete(IDBKeyRange.bound([packId], [packId, []]));
  await Promise.all([...before].map(async ([id, row]) => undo.put({ packId, id, before: row })));
}

/** What makes the names of one record those of another; those that stay are left alone. */
function nameChanges(before: PackRecord | undefined, after: PackRecord | undefined): readonly NameChange[] {
  const old = before ? nameEntries(before) : [];
  const next = after ? nameEntries(after) : [];
  const signOf = ({ key, prior, isTail, isWeak }: NameEntry): string =>
    `${prior} ${isTail ?? ''} ${isWeak ?? ''} ${key}`;
  const [oldSigns, nextSigns] = [new Set(old.map(signOf)), new Set(next.map(signOf))];
  return [
    ...old
      .filter((entry) => !nextSigns.has(signOf(entry)))
      .map((entry) => ({ type: 'remove' as const, entry })),
    ...next.filter((entry) => !oldSigns.has(signOf(entry))).map((entry) => ({ type: 'add' as const, entry })),
  ];
}

/** The buckets of the new version whose digests the operations would not give. */
function wrongBuckets({
  old,
  contents,
  operations,
  before,
}: Change & {
  readonly old: VersionContents | undefined;
  readonly contents: VersionContents;
}): readonly number[] {
  const all = contents.digests.map((_, bucket) => bucket);
  if (!old) return all;
  // A pack that grew has finer buckets now: those of the two versions are compared where both can be.
  const bits = Math.min(old.bucketBits, contents.bucketBits);
  const found = foldDigests(old, bits);
  const changes = new Map<number, string[]>();
  for (const { id, after } of operations) {
    const bucket = bucketOf(id, bits);
    const hashes = changes.get(bucket) ?? [];
    changes.set(bucket, hashes);
    hashes.push(before.get(id)?.lineHash ?? emptyDigest, after?.lineHash ?? emptyDigest);
  }
  const wanted = foldDigests(contents, bits);
  return all.filter((bucket) => {
    const coarse = bucket >>> (contents.bucketBits - bits);
    return addDigests([found[coarse] ?? emptyDigest, ...(changes.get(coarse) ?? [])]) !== wanted[coarse];
  });
}

/** The digests of a version at fewer bits than it has, or as many. */
export function foldDigests(
  { bucketBits, digests }: Pick<VersionContents, 'bucketBits' | 'digests'>,
  bits: number,
): readonly string[] {
  const width = 2 ** (bucketBits - bits);
  return Array.from({ length: 2 ** bits }, (_, bucket) =>
    addDigests(digests.slice(bucket * width, (bucket + 1) * width)),
  );
}
