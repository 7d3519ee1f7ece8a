import { lookupKey } from '../../model/lookup-key.ts';
import type { PackedRecord, RecordId } from '../../model/record.ts';
import { type GoldMention, kindOfType } from './gold-file.ts';

/**
 * Finds the pack records that are the thing of a gold label: by Wikidata id, a record's own or one of its `sameAs`;
 * where no record has that id, those of the label's kind that have the thing's name among their own full names.
 */
export function matchGoldIds(
  records: readonly PackedRecord[],
): (mention: GoldMention) => readonly RecordId[] {
  const byWikidata = new Map<string, Set<RecordId>>();
  const byName = new Map<string, Set<RecordId>>();
  for (const { record } of records) {
    for (const id of [record.id, ...(record.sameAs ?? [])]) {
      if (id.startsWith('wd:')) add(byWikidata, id.slice('wd:'.length), record.id);
    }
    for (const { text, type } of record.surfaceForms) {
      if (type === 'name' || type === 'abbreviation')
        add(byName, `${record.kind} ${lookupKey(text)}`, record.id);
    }
  }
  return ({ kb_id, name, lemma, type }) => {
    if (kb_id === null) return [];
    const known = byWikidata.get(kb_id);
    if (known) return [...known];
    const kind = kindOfType(type);
    return [name, lemma].flatMap((text) => [
      ...((text !== null && byName.get(`${kind} ${lookupKey(text)}`)) || []),
    ]);
  };
}

function add(map: Map<string, Set<RecordId>>, key: string, id: RecordId): void {
  const known = map.get(key);
  if (known) known.add(id);
  else map.set(key, new Set([id]));
}
