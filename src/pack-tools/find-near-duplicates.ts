import { lookupKey } from '../model/lookup-key.ts';
import type { PackRecord, RecordId } from '../model/record.ts';

/** Two records that may be one thing, written twice. */
export interface NearDuplicate {
  readonly ids: readonly [RecordId, RecordId];
  /** A name that both have. */
  readonly text: string;
}

/** Names that more records than this share are common names: they tell nothing. */
const mostBearers = 8;

/**
 * Pairs of records of one kind that share at least two names, and at least half of the names of one of them, or the whole
 * name of a person; in the order of their ids. Surnames, adjectives and weak names do not count. One id in two packs is one thing
 * on purpose.
 */
export function findNearDuplicates(records: Iterable<PackRecord>): NearDuplicate[] {
  const keysOf = new Map<RecordId, Set<string>>();
  const bearers = new Map<string, { text: string; records: Map<RecordId, PackRecord> }>();
  for (const record of records) {
    const keys = keysOf.get(record.id) ?? new Set();
    keysOf.set(record.id, keys);
    for (const { text, type, weak } of record.surfaceForms) {
      if (weak || type === 'family' || type === 'demonym') continue;
      const key = `${record.kind} ${lookupKey(text)}`;
      keys.add(key);
      const known = bearers.get(key);
      if (known) known.records.set(record.id, record);
      else bearers.set(key, { text, records: new Map([[record.id, record]]) });
    }
  }
  const shared = new Map<string, { pair: readonly [PackRecord, PackRecord]; text: string; count: number }>();
  for (const { text, records: sharing } of bearers.values()) {
    if (sharing.size < 2 || sharing.size > mostBearers) continue;
    for (const pair of pairsOf([...sharing.values()])) {
      const place = `${pair[0].id} ${pair[1].id}`;
      const known = shared.get(place);
      if (known) known.count++;
      else shared.set(place, { pair, text, count: 1 });
    }
  }
  return [...shared.entries()]
    .filter(([, { pair, text, count }]) => {
      const fewest = Math.min(...pair.map(({ id }) => keysOf.get(id)?.size ?? 0));
      const isFullName = pair[0].kind === 'person' && lookupKey(text).includes(' ');
      return (count >= 2 && count * 2 >= fewest) || isFullName;
    })
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { pair, text }]) => ({ ids: [pair[0].id, pair[1].id], text }));
}

function pairsOf(records: readonly PackRecord[]): (readonly [PackRecord, PackRecord])[] {
  const sorted = records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return sorted.flatMap((first, index) => sorted.slice(index + 1).map((second) => [first, second] as const));
}
