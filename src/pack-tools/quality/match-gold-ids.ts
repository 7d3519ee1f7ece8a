import { lookupKey } from '../../model/lookup-key.ts';
import type { PackedRecord, RecordId, RecordKind } from '../../model/record.ts';
import { type GoldDocument, type GoldMention, kindOfType } from './gold-file.ts';

/**
 * Finds the pack records that are the thing of a gold label: by Wikidata id, a record's own or one of its `sameAs`; where no
 * record has that id, those of the thing's kind that have one of its names among their own full names. A thing's names are
 * those that any label of the file gives its id, or what the texts call it where no label gives one. Where no record of the
 * kind has one, those of another kind that labels of the id have will do (the Norlanders, labelled as Norland), else a record that
 * is no person, for sets differ in whether a newspaper or a palace is a place, a body or a work.
 */
export function matchGoldIds(
  records: readonly PackedRecord[],
  documents: readonly GoldDocument[],
): (mention: GoldMention) => readonly RecordId[] {
  const byWikidata = new Map<string, Set<RecordId>>();
  const byName = new Map<string, Set<RecordId>>();
  for (const { record } of records) {
    for (const id of [record.id, ...(record.sameAs ?? [])]) {
      if (id.startsWith('wd:')) add(byWikidata, id.slice('wd:'.length), record.id);
    }
    for (const { text, type } of record.surfaceForms) {
      if (type !== 'name' && type !== 'abbreviation') continue;
      add(byName, `${record.kind} ${keyOf(text)}`, record.id);
      if (record.kind !== 'person') add(byName, `any ${keyOf(text)}`, record.id);
    }
  }
  const namesOf = collectNames(documents);
  const kindsOf = collectKinds(documents);
  return ({ kb_id, type }) => {
    if (kb_id === null) return [];
    const known = byWikidata.get(kb_id);
    if (known) return [...known];
    const names = [...(namesOf.get(kb_id) ?? [])];
    const found = (of: RecordKind | 'any' | null): RecordId[] =>
      names.flatMap((name) => [...(byName.get(`${of} ${name}`) ?? [])]);
    const kind = kindOfType(type);
    const ofKind = found(kind);
    if (ofKind.length > 0) return [...new Set(ofKind)];
    const kinds = kindsOf.get(kb_id) ?? new Set();
    const ofKinds = [...kinds].flatMap(found);
    const isPerson = kind === 'person' && kinds.size === 1;
    return [...new Set(ofKinds.length > 0 || isPerson ? ofKinds : found('any'))];
  };
}

/** The kinds that the labels of a file give each id: its inhabitants may be labelled as a country. */
function collectKinds(
  documents: readonly GoldDocument[],
): ReadonlyMap<string, ReadonlySet<RecordKind | null>> {
  const kinds = new Map<string, Set<RecordKind | null>>();
  for (const { kb_id, type } of documents.flatMap(({ mentions }) => mentions)) {
    if (kb_id === null) continue;
    kinds.set(kb_id, (kinds.get(kb_id) ?? new Set()).add(kindOfType(type)));
  }
  return kinds;
}

/** The names that the labels of a file give each id, as they are looked up. */
function collectNames(documents: readonly GoldDocument[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  const surfaces = new Map<string, Set<string>>();
  for (const { kb_id, name, lemma, surface } of documents.flatMap(({ mentions }) => mentions)) {
    if (kb_id === null) continue;
    add(surfaces, kb_id, keyOf(surface));
    for (const text of [name, lemma]) {
      for (const spelling of text === null ? [] : spellingsOf(text)) add(names, kb_id, keyOf(spelling));
    }
  }
  return new Map([...surfaces, ...names]);
}

/** "Washington, D.C." is written without the comma as well. */
const keyOf = (text: string): string => lookupKey(text.replaceAll(',', ''));

/** "Surname, Given Patronymic" and "Given Patronymic Surname", as registers in Cyrillic write, are "Given Surname" too. */
function spellingsOf(text: string): string[] {
  const [, given, surname] =
    /^(\p{Lu}\p{L}+) \p{Lu}\p{L}+(?:вич|вна|ична|івна) (\p{Lu}[\p{L}-]+)$/u.exec(text) ??
    /^(?=(?:[^,]*, )(\p{Lu}\p{L}+)(?: \p{Lu}\p{L}+)?$)(\p{Script=Cyrillic}[\p{L}-]*)/u.exec(text) ??
    [];
  return given && surname ? [text, `${given} ${surname}`] : [text];
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}
