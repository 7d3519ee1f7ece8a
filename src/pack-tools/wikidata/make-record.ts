/** Completes a draft with the labels that were found for the items it names. */

import type {
  Citation,
  PackRecord,
  RecordId,
  Statement,
  StatementValue,
  SurfaceForm,
} from '../../model/record.ts';
import { maxNameLength } from '../pack-source-schema.ts';
import { tidySurfaceForms } from '../tidy-surface-forms.ts';
import type { Draft, DraftStatement, Origin } from './draft-record.ts';
import type { Snaks, SnakValue } from './wikidata-entity.ts';

/** What is kept of an item that others name. */
export interface ItemNote {
  readonly labels: Readonly<Record<string, string>>;
  /** Of an office: the item it is held of. */
  readonly jurisdiction: string | null;
}

export interface Surroundings {
  readonly notes: ReadonlyMap<string, ItemNote>;
  /** The record of an item, when this pack or the world pack has one. */
  recordOf(item: string): RecordId | null;
  /** Day of the dump, for entities that do not say when they were changed. */
  readonly dumpDate: string;
}

export const recordIdOf = (item: string): RecordId => `wd:${item}`;

/** The record, or why there is none: without a label in English nothing could be shown. */
export function makeRecord(
  draft: Draft,
  held: readonly DraftStatement[],
  surroundings: Surroundings,
): PackRecord | null {
  const label = withEnglish(draft.labels);
  if (!label) return null;
  const description = withEnglish(draft.descriptions);
  const statements = uniqueStatements(
    [...draft.statements, ...held].map((statement) => makeStatement(statement, surroundings)),
  );
  return {
    id: recordIdOf(draft.item),
    kind: draft.kind,
    label,
    ...(description && { description }),
    surfaceForms: surfaceFormsOf(draft, surroundings),
    statements,
  };
}

function withEnglish(texts: Readonly<Record<string, string>>): { en: string } | null {
  const [first] = Object.values(texts);
  return first === undefined ? null : { ...texts, en: texts.en ?? first };
}

/** A name without letters or too long for a page is none; an alias of one capital is too little to go by. */
const isName = (text: string): boolean => /\p{L}{2}/u.test(text) && text.length <= maxNameLength;

function surfaceFormsOf(draft: Draft, { notes }: Surroundings): SurfaceForm[] {
  const names = [
    ...Object.entries(draft.labels).map(([language, text]) => ({ language, text })),
    ...Object.entries(draft.aliases).flatMap(([language, texts]) =>
      texts.map((text) => ({ language, text })),
    ),
  ];
  const forms = names
    .filter(({ text }) => isName(text))
    .map(({ language, text }): SurfaceForm => {
      // An alias in capitals is an abbreviation: it matches as written.
      const isAbbreviation = /^\p{Lu}[\p{Lu}\p{N}.&-]{1,7}$/u.test(text) && draft.kind !== 'place';
      return {
        text,
        ...(isAbbreviation ? { type: 'abbreviation', caseSensitive: true } : { type: 'name' }),
        ...(language !== 'mul' && { language }),
        // What one could not tell from any other word without the rest of the name.
        ...(draft.kind === 'person' && !/[\s.·-]/.test(text) && { weak: true }),
      };
    });
  const families = draft.familyNames.flatMap((item) =>
    Object.entries(notes.get(item)?.labels ?? {}).map(
      ([language, text]): SurfaceForm => ({ text, type: 'family', language }),
    ),
  );
  const all = tidySurfaceForms([...forms, ...families.filter(({ text }) => isName(text))]);
  return all.length > 0
    ? all
    : [{ text: Object.values(draft.labels)[0] ?? draft.item, type: 'name', weak: true }];
}

function makeStatement(draft: DraftStatement, surroundings: Surroundings): Statement {
  const office =
    draft.value.type === 'item' && !draft.role ? surroundings.notes.get(draft.value.id) : undefined;
  const ofItem = draft.of ?? (draft.property === 'role' ? office?.jurisdiction : null);
  const of = ofItem ? surroundings.recordOf(ofItem) : null;
  return {
    property: draft.property,
    value: statementValue(draft, surroundings),
    ...(of && { of }),
    ...(draft.from && { from: draft.from }),
    ...(draft.to && { to: draft.to }),
    citations: citationsOf(draft.origin, surroundings),
  };
}

function statementValue(
  { value, role, asText }: DraftStatement,
  { notes, recordOf }: Surroundings,
): StatementValue {
  if (role) return { type: 'text', text: { ...role, en: role.en ?? '' } };
  switch (value.type) {
    case 'item': {
      const record = asText ? null : recordOf(value.id);
      if (record) return { type: 'record', id: record };
      return { type: 'text', text: withEnglish(notes.get(value.id)?.labels ?? {}) ?? { en: value.id } };
    }
    case 'time':
      return { type: 'date', date: value.date };
    case 'number':
      return { type: 'number', number: value.number };
    case 'text':
      return { type: 'text', text: { en: value.text } };
    case 'coordinates':
      return { type: 'text', text: { en: describeCoordinates(value) } };
  }
}

function describeCoordinates({ latitude, longitude }: { latitude: number; longitude: number }): string {
  const part = (degrees: number, [positive, negative]: string): string =>
    `${Math.abs(degrees).toFixed(4)}° ${degrees < 0 ? negative : positive}`;
  return `${part(latitude, 'NS')}, ${part(longitude, 'EW')}`;
}

/** First the claim itself, with everything that Wikidata says of it, then what it is referenced to. */
function citationsOf(origin: Origin, surroundings: Surroundings): Citation[] {
  const { item, property, rank, qualifiers, references, modified } = origin;
  const label = surroundings.notes.get(item)?.labels.en;
  const details = [
    `rank ${rank}`,
    ...Object.entries(qualifiers).map(
      ([name, values]) => `${name} ${values.map((each) => shown(each, surroundings)).join(', ')}`,
    ),
  ];
  return [
    {
      publisher: 'Wikidata',
      title: `${label ? `${label} (${item})` : item}, ${property} (${details.join('; ')})`.slice(0, 400),
      url: `https://www.wikidata.org/wiki/${item}#${property}`,
      published: modified ?? surroundings.dumpDate,
    },
    ...references.flatMap((reference) => referenceOf(reference, surroundings) ?? []),
  ];
}

function shown(value: SnakValue, { notes }: Surroundings): string {
  switch (value.type) {
    case 'item': {
      const label = notes.get(value.id)?.labels.en;
      return label ? `${label} (${value.id})` : value.id;
    }
    case 'time':
      return value.date;
    case 'number':
      return String(value.number);
    case 'text':
      return value.text;
    case 'coordinates':
      return describeCoordinates(value);
  }
}

/**
 * A reference that says who published it, or where, and when: reference URL (P854), title (P1476), stated in (P248),
 * publisher (P123), published (P577) or retrieved (P813). "Imported from Wikipedia" is none.
 */
function referenceOf(snaks: Snaks, surroundings: Surroundings): Citation | null {
  const first = (name: string): string | null => {
    const [value] = snaks[name] ?? [];
    if (!value) return null;
    return value.type === 'item'
      ? (surroundings.notes.get(value.id)?.labels.en ?? null)
      : shown(value, surroundings);
  };
  const address = first('P854');
  const url =
    address && /^https?:\/\//.test(address) && address.length <= 2_000 && URL.canParse(address)
      ? address
      : null;
  const publisher = first('P248') ?? first('P123') ?? (url && new URL(url).hostname.replace(/^www\./, ''));
  const published = first('P577') ?? first('P813');
  if (!publisher || !published) return null;
  return { publisher, title: (first('P1476') ?? publisher).slice(0, 400), ...(url && { url }), published };
}

function uniqueStatements(statements: readonly Statement[]): Statement[] {
  const seen = new Set<string>();
  return statements.filter(({ property, value, of, from, to }) => {
    const key = JSON.stringify([property, value, of, from, to]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
