import type { Store } from './open-store.ts';
import type { Generation } from './schema.ts';
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
    for (const key of new Set(keys)) {
      let from = IDBKeyRange.bound([generation, key], [generation, []]);
      for (let block = await blocks.get(from); block; block = await blocks.get(from)) {
        if (block.entries.some((entry) => entry.key === key && !entry.isTail && !entry.isWeak)) {
          found.add(key);
          break;
        }
        if (block.lastKey !== key) break;
        from = IDBKeyRange.bound([generation, key, block.serial], [generation, []], true);
      }
    }
    return found;
  });
}
