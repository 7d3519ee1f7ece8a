import type { Store } from './open-store.ts';
import type { Generation, NameBlock } from './schema.ts';
import { transact } from './transact.ts';

/** Those of these look-up keys that are names of a generation which link without evidence. */
export async function findStrongNames(
  store: Store,
  generation: Generation,
  keys: Iterable<string>,
): Promise<ReadonlySet<string>> {
  return transact(store, { stores: ['surfaceForms'], mode: 'readonly' }, async (transaction) => {
    const blocks = transaction.objectStore('surfaceForms');
    const found = new Set<string>();
    let block: NameBlock | undefined;
    // In the order of the blocks, so that each of them is read once.
    for (const key of [...new Set(keys)].sort()) {
      if (!block || block.lastKey < key) {
        block = await blocks.get(IDBKeyRange.bound([generation, key], [generation, []]));
      }
      while (block && !isStrongIn(block, key) && block.lastKey === key) {
        block = await blocks.get(IDBKeyRange.bound([generation, key, block.serial], [generation, []], true));
      }
      if (!block) return found;
      if (isStrongIn(block, key)) found.add(key);
    }
    return found;
  });
}

const isStrongIn = ({ entries }: NameBlock, key: string): boolean =>
  entries.some((entry) => entry.key === key && !entry.isTail && !entry.isWeak);
