/** Changing the names of a generation where they lie. */

import type { IDBPObjectStore } from 'idb';
import { entriesPerBlock } from './merge-names.ts';
import { compareEntries } from './name-entries.ts';
import type { Generation, NameBlock, NameEntry, StoreName, StoreSchema } from './schema.ts';

type NameBlocks = IDBPObjectStore<StoreSchema, StoreName[], 'surfaceForms', 'readwrite'>;

/** A block that grew to more is split. */
const maxEntriesPerBlock = 2 * entriesPerBlock;
/** Serials between two blocks are fractions; below this there is no room for another. */
const smallestGap = 1e-6;

export interface NameChange {
  readonly type: 'add' | 'remove';
  readonly entry: NameEntry;
}

/**
 * Takes names out and puts names in. An entry may be removed and added again with other fields. Removals of what is not
 * there do nothing.
 */
export async function patchNames(
  blocks: NameBlocks,
  generation: Generation,
  changes: readonly NameChange[],
): Promise<void> {
  // A removal comes before an addition of the same entry.
  const pending = changes.toSorted(
    (a, b) => compareEntries(a.entry, b.entry) || Number(a.type === 'add') - Number(b.type === 'add'),
  );
  for (let at = 0; at < pending.length; ) {
    const first = pending[at]?.entry;
    if (!first) return;
    const block = await blockFor(blocks, generation, first);
    const end = block ? endOfBlock(pending, at, block) : pending.length;
    await rewrite(blocks, { generation, block, changes: pending.slice(at, end) });
    at = end;
  }
}

/** The block that has the entry or would have it, the last one for what is behind all; null where there is none. */
async function blockFor(
  blocks: NameBlocks,
  generation: Generation,
  entry: NameEntry,
): Promise<{ readonly block: NameBlock; readonly isLast: boolean } | null> {
  let from = IDBKeyRange.bound([generation, entry.key], [generation, []]);
  for (;;) {
    const [block, next] = await blocks.getAll(from, 2);
    if (!block) break;
    const last = block.entries.at(-1);
    if (last && compareEntries(last, entry) >= 0) return { block, isLast: next === undefined };
    from = IDBKeyRange.bound([generation, block.lastKey, block.serial], [generation, []], true);
  }
  const cursor = await blocks.openCursor(IDBKeyRange.bound([generation], [generation, []]), 'prev');
  return cursor ? { block: cursor.value, isLast: true } : null;
}

/** Where the changes end that belong into the block. */
function endOfBlock(
  pending: readonly NameChange[],
  from: number,
  { block, isLast }: { readonly block: NameBlock; readonly isLast: boolean },
): number {
  const last = block.entries.at(-1);
  if (isLast || !last) return pending.length;
  let end = from + 1;
  for (let change = pending[end]; change && compareEntries(change.entry, last) <= 0; change = pending[end])
    end++;
  return end;
}

async function rewrite(
  blocks: NameBlocks,
  {
    generation,
    block: found,
    changes,
  }: {
    readonly generation: Generation;
    readonly block: { readonly block: NameBlock } | null;
    readonly changes: readonly NameChange[];
  },
): Promise<void> {
  const block = found?.block ?? null;
  const entries = new Map((block?.entries ?? []).map((entry) => [nameOf(entry), entry]));
  for (const { type, entry } of changes) {
    if (type === 'remove') entries.delete(nameOf(entry));
    else entries.set(nameOf(entry), entry);
  }
  const sorted = [...entries.values()].sort(compareEntries);
  const serial = block?.serial ?? 0;
  const nextSerial = block ? await serialBehind(blocks, block) : 1;
  if (block) await blocks.delete([generation, block.lastKey, block.serial]);
  const chunks = inChunks(sorted, nextSerial - serial);
  await Promise.all(
    chunks.map((chunk, index) =>
      blocks.add({
        generation,
        serial: serial + ((nextSerial - serial) * index) / chunks.length,
        lastKey: chunk.at(-1)?.key ?? '',
        entries: chunk,
      }),
    ),
  );
}

const nameOf = ({ key, id }: NameEntry): string => `${id} ${key}`;

/** Serials ascend in the order of the keys, so that blocks with one last key stay in order. */
async function serialBehind(blocks: NameBlocks, { generation, lastKey, serial }: NameBlock): Promise<number> {
  const key = await blocks.getKey(IDBKeyRange.bound([generation, lastKey, serial], [generation, []], true));
  return key ? key[2] : Math.floor(serial) + 1;
}

function inChunks(entries: readonly NameEntry[], gap: number): readonly (readonly NameEntry[])[] {
  if (entries.length === 0) return [];
  const count = entries.length <= maxEntriesPerBlock ? 1 : Math.ceil(entries.length / entriesPerBlock);
  if (count === 1 || gap / count < smallestGap) return [entries];
  const size = Math.ceil(entries.length / count);
  return Array.from({ length: Math.ceil(entries.length / size) }, (_, index) =>
    entries.slice(index * size, (index + 1) * size),
  );
}
