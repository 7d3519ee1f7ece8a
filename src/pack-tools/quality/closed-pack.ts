/** A pack of what a labelled file speaks of, so that the engine is judged apart from the packs that are shipped. */

import { lookupKey } from '../../model/lookup-key.ts';
import type { PackedRecord, PackRecord, RecordId, RecordKind } from '../../model/record.ts';
import { buildRecord } from '../build-records.ts';
import type { Names, SourceRecord } from '../pack-source-schema.ts';
import { type GoldDocument, type GoldMention, isValue, kindOfType } from './gold-file.ts';

export interface ClosedPack {
  readonly records: readonly PackedRecord[];
  readonly recordIdsOf: (mention: GoldMention) => readonly RecordId[];
  readonly ownCount: number;
  readonly distractorCount: number;
}

const closedPackId = 'closed';
const distractorPackId = 'distractors';
const mostDistractors = 20_000;
/** What the sets write where the name of a thing is not known. */
const noName = 'Unknown';

/**
 * One record for each id of the file, named by the labels' `name` and `lemma`, never by what the text has, and
 * distractors from `world`. What may be one of the file's things itself is left out of them: a record with a name
 * or abbreviation, in any language, that one of them has which is no person, or by which the texts call it ("Allahabad",
 * labelled as Prayagraj), and a person whose full name has all words of a person's full name there, or the other way
 * round ("Ada Bergholt", "Ada Maria Bergholt"). A thing whose kind the labels do not tell becomes an organisation.
 */
export function makeClosedPack(documents: readonly GoldDocument[], world: readonly PackRecord[]): ClosedPack {
  const things = collectThings(documents);
  const idOf = new Map([...things.keys()].map((gold, index) => [gold, recordIdOf(gold, index)]));
  const own = [...things].map(([gold, thing]) =>
    buildRecord(sourceRecord(idOf.get(gold) ?? gold, thing), new Map()),
  );
  const taken = new Set(
    own
      .filter(({ kind }) => kind !== 'person')
      .flatMap(({ surfaceForms }) => surfaceForms.map(({ text }) => lookupKey(text))),
  );
  for (const key of wordsOfTexts(documents)) taken.add(key);
  const people = own.filter(({ kind }) => kind === 'person').flatMap(fullNames);
  const isKnownPerson = (record: PackRecord): boolean =>
    record.kind === 'person' &&
    fullNames(record).some((words) => people.some((known) => hasAll(words, known) || hasAll(known, words)));
  const goldIds = new Set([...things.keys()].map((gold) => `wd:${gold}`));
  const distractors = world
    .filter(({ sameAs = [] }) => !sameAs.some((id) => goldIds.has(id)))
    .filter(({ surfaceForms }) => !surfaceForms.some(({ text }) => taken.has(lookupKey(text))))
    .filter((record) => !isKnownPerson(record))
    .slice(0, mostDistractors);
  return {
    records: [
      ...own.map((record) => ({ packId: closedPackId, record })),
      ...distractors.map((record) => ({ packId: distractorPackId, record })),
    ],
    recordIdsOf: ({ kb_id }) => {
      const id = kb_id === null ? undefined : idOf.get(kb_id);
      return id === undefined ? [] : [id];
    },
    ownCount: own.length,
    distractorCount: distractors.length,
  };
}

/** How the texts call what is labelled as no person. It only tells what is no distractor: nothing is named by it. */
function wordsOfTexts(documents: readonly GoldDocument[]): string[] {
  return documents
    .flatMap(({ mentions }) => mentions)
    .filter((mention) => mention.kb_id !== null && !isValue(mention))
    .filter(({ type }) => (kindOfType(type) ?? 'person') !== 'person')
    .map(({ surface }) => lookupKey(surface));
}

/** The words of each name that has several. */
function fullNames({ surfaceForms }: PackRecord): Set<string>[] {
  return surfaceForms
    .filter(({ type }) => type === 'name')
    .map(({ text }) => new Set(lookupKey(text).split(' ')))
    .filter(({ size }) => size > 1);
}

const hasAll = (words: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean =>
  [...wanted].every((word) => words.has(word));

interface Thing {
  readonly types: (string | null)[];
  /** By language. */
  readonly names: Map<string, Set<string>>;
}

function collectThings(documents: readonly GoldDocument[]): Map<string, Thing> {
  const things = new Map<string, Thing>();
  for (const { lang, mentions } of documents) {
    for (const mention of mentions) {
      if (mention.kb_id === null || isValue(mention)) continue;
      const names = [mention.name, mention.lemma].filter(
        (name): name is string => name !== null && name !== noName,
      );
      if (names.length === 0) continue;
      const thing: Thing = things.get(mention.kb_id) ?? { types: [], names: new Map() };
      things.set(mention.kb_id, thing);
      thing.types.push(mention.type);
      const known = thing.names.get(lang) ?? new Set();
      thing.names.set(lang, known);
      for (const name of names) if (/[\p{L}\p{N}]/u.test(name)) known.add(name);
    }
  }
  return new Map([...things].filter(([, { names }]) => [...names.values()].some(({ size }) => size > 0)));
}

function sourceRecord(id: RecordId, { types, names }: Thing): SourceRecord {
  const all = [...names.values()].flatMap((texts) => [...texts]);
  return {
    id,
    kind: mostFrequent(types.map((type): RecordKind => kindOfType(type) ?? 'organisation')),
    label: { en: [...(names.get('en') ?? [])][0] ?? all[0] ?? id },
    names: Object.fromEntries(
      [...names].map(([language, texts]): [string, Names[string]] => [
        language,
        [...texts].map((text) => ({ text })),
      ]),
    ),
  };
}

function mostFrequent(items: readonly RecordKind[]): RecordKind {
  const counts = new Map<RecordKind, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  if (!first) throw new TypeError('A thing without a label has no kind.');
  return first[0];
}

/** The gold id as a record id, told apart by a number where it has letters that a record id may not have. */
const recordIdOf = (gold: string, index: number): RecordId =>
  /^[A-Za-z0-9][\w.-]*$/.test(gold) ? `gold:${gold}` : `gold:${index}-${gold.replace(/[^\w.-]/g, '_')}`;
