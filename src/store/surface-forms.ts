/** Finding records by what a reader types. */

import type { IDBPObjectStore } from 'idb';
import { localise } from '../model/localise.ts';
import { lookupKey } from '../model/lookup-key.ts';
import type { Language, PackId, RecordId, RecordKind, SurfaceForm } from '../model/record.ts';
import { summariseRecord } from '../model/summarise-record.ts';
import { nameKeys } from './name-keys.ts';
import type { Store } from './open-store.ts';
import { activeGenerations } from './packs.ts';
import type { Generation, NameBlock, NameEntry, StoreName, StoreSchema } from './schema.ts';
import { transact } from './transact.ts';

/** Blocks of names read from each pack: most queries end in the first, and the last is enough to rank a letter by. */
const blockCounts = [1, 4, 24];
const maxQueryLength = 60;

export interface LookUpOptions {
  /** Most results wanted. */
  readonly limit: number;
  /** Language of labels and descriptions, and of the name to show as matched; null for English. */
  readonly language: Language | null;
}

export interface LookUpResult {
  readonly packId: PackId;
  readonly id: RecordId;
  readonly kind: RecordKind;
  readonly label: string;
  /** The name that the query matched, as written in the pack. */
  readonly matched: string;
  readonly description?: string;
}

/**
 * The records that the query may name, best first and each once: whole names, then names with the query as whole
 * words, then names with a word that begins with it. Of equals strong names come before weak ones and likelier
 * records before others. A query without letters or digits finds nothing.
 */
export async function lookUp(
  store: Store,
  query: string,
  { limit, language }: LookUpOptions,
): Promise<readonly LookUpResult[]> {
  const wanted = lookupKey(query).slice(0, maxQueryLength).trimEnd();
  if (wanted === '' || limit <= 0) return [];
  return transact(
    store,
    { stores: ['packs', 'surfaceForms', 'records'], mode: 'readonly' },
    async (transaction) => {
      const active = await activeGenerations(transaction.objectStore('packs'));
      const blocks = transaction.objectStore('surfaceForms');
      const found = await Promise.all(
        [...active.values()].map(async (pack) => {
          const entries = await entriesFrom(blocks, pack.generation, wanted);
          return entries.map((entry) => ({ pack, entry, rank: rankOf(entry, wanted) }));
        }),
      );
      const ranked = found.flat().sort((a, b) => compareRanks(a.rank, b.rank));

      const results: LookUpResult[] = [];
      const seen = new Set<string>();
      for (const { pack, entry } of ranked) {
        if (results.length === limit) break;
        const identity = `${pack.id} ${entry.id}`;
        if (seen.has(identity)) continue;
        seen.add(identity);
        const row = await transaction.objectStore('records').get([pack.id, pack.generation, entry.id]);
        if (!row) continue;
        const { label, kind, surfaceForms } = row.record;
        const description = summariseRecord(row.record, { day: null, language });
        results.push({
          packId: pack.id,
          id: entry.id,
          kind,
          label: localise(label, language),
          matched: nameWithKey(surfaceForms, entry.key, language) ?? label.en,
          ...(description && { description }),
        });
      }
      return results;
    },
  );
}

/** The pack's entries whose key begins with what is wanted, by key: equal ones first, then those with more words. */
async function entriesFrom(
  store: Pick<IDBPObjectStore<StoreSchema, StoreName[], 'surfaceForms'>, 'getAll'>,
  generation: Generation,
  wanted: string,
): Promise<readonly NameEntry[]> {
  const range = IDBKeyRange.bound([generation, wanted], [generation, []]);
  let blocks: readonly NameBlock[] = [];
  for (const count of blockCounts) {
    blocks = await store.getAll(range, count);
    const isCutOff = blocks.length === count && blocks.at(-1)?.lastKey.startsWith(wanted);
    if (!isCutOff) break;
  }
  return blocks.flatMap(({ entries }) => entries.filter(({ key }) => key.startsWith(wanted)));
}

/** Compared from the first number on; lower is better. */
function rankOf({ key, isTail, isWeak, prior }: NameEntry, wanted: string): readonly number[] {
  const isEqual = key === wanted;
  const isWholeWords = isEqual || key.startsWith(`${wanted} `);
  return [isEqual && !isTail ? 0 : isWholeWords ? 1 : 2, isWeak ? 1 : 0, -prior, isTail ? 1 : 0, key.length];
}

/** Entries of equal rank keep the order in which they were read: alphabetical. */
function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The name that has this key, in the wanted language if there is one. */
function nameWithKey(
  surfaceForms: readonly SurfaceForm[],
  key: string,
  language: Language | null,
): string | undefined {
  const named = surfaceForms.filter(({ text }) => nameKeys(text).includes(key));
  const wanted = [language ?? 'en', language?.split('-')[0]];
  return (named.find((form) => form.language && wanted.includes(form.language)) ?? named[0])?.text;
}
