/** Turns what people wrote into records as packs carry them. The same source gives the same records. */

import { compareDates } from '../model/edtf-date.ts';
import type {
  Citation,
  Language,
  PackRecord,
  Statement,
  SurfaceForm,
  SurfaceFormType,
} from '../model/record.ts';
import { deriveSurfaceForms } from './derive-surface-forms.ts';
import type { Names, SourceRecord, SourceStatement } from './pack-source-schema.ts';
import type { PackSource } from './read-pack-source.ts';
import { tidySurfaceForms } from './tidy-surface-forms.ts';

/** The pack's records, sorted by id, with their citations in place. */
export function buildRecords({
  records,
  citations,
}: Pick<PackSource, 'citations'> & {
  readonly records: readonly { readonly record: SourceRecord }[];
}): PackRecord[] {
  return sortById(records.map(({ record }) => buildRecord(record, citations)));
}

/** By UTF-16 units, whatever the machine's language is. */
export function sortById(records: readonly PackRecord[]): PackRecord[] {
  return [...records].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** A record as packs carry it, with its citations in place. */
export function buildRecord(source: SourceRecord, citations: ReadonlyMap<string, Citation>): PackRecord {
  const { id, kind, label, description, prior, sameAs } = source;
  return {
    id,
    kind,
    label,
    ...buildDescriptions(description),
    ...(prior !== undefined && { prior }),
    ...(sameAs !== undefined && { sameAs }),
    surfaceForms: buildSurfaceForms(source),
    statements: (source.statements ?? []).map((statement) => buildStatement(statement, citations)),
  };
}

function buildDescriptions(
  written: SourceRecord['description'],
): Pick<PackRecord, 'description' | 'datedDescriptions'> {
  if (written === undefined) return {};
  if (!Array.isArray(written)) return { description: written };
  const always = written.find(({ from }) => from === undefined);
  const dated = written.flatMap(({ from, text }) => (from === undefined ? [] : [{ from, text }]));
  return {
    ...(always && { description: always.text }),
    datedDescriptions: dated.sort((a, b) => compareDates(a.from, b.from)),
  };
}

function buildSurfaceForms(source: SourceRecord): SurfaceForm[] {
  const written = [
    ...namesToForms(source.names, 'name'),
    ...namesToForms(source.abbreviations, 'abbreviation'),
    ...namesToForms(source.demonyms, 'demonym'),
    ...namesToForms(source.familyNames, 'family'),
  ];
  // A label that is also listed keeps the type and the flags that its author gave it there, in every language.
  const labels = Object.entries(source.label).flatMap(([language, text]): SurfaceForm[] => {
    const listed = written.filter((form) => form.text === text);
    if (listed.some((form) => form.language === undefined || form.language === language)) return [];
    return [{ type: 'name', ...listed[0], text: asInText(text, language, source.kind), language }];
  });
  const forms = [...labels, ...written];
  return tidySurfaceForms([...forms, ...deriveSurfaceForms(source.kind, forms)]);
}

/** They write the names of what begins with a common noun with a capital throughout: "the Treaty", "der Vertrag". */
const capitalisingLanguages: ReadonlySet<Language> = new Set(['en', 'de', 'any']);

/**
 * A label has a capital because it is a heading; where it begins with "treaty" or "talks", a text in most languages has none.
 * A form in small letters is found with a capital too.
 */
function asInText(label: string, language: Language, kind: SourceRecord['kind']): string {
  const isHeading = (kind === 'plan' || kind === 'event') && /^\p{Lu}\p{Ll}+ /u.test(label);
  return isHeading && !capitalisingLanguages.has(language)
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label;
}

/** The surface forms of a map of names; abbreviations match as written unless the author says otherwise. */
export function namesToForms(names: Names | undefined, type: SurfaceFormType): SurfaceForm[] {
  return Object.entries(names ?? {}).flatMap(([language, items]) =>
    items.map(({ text, weak, caseSensitive }) => ({
      text,
      type,
      ...languageField(language),
      ...((caseSensitive ?? type === 'abbreviation') && { caseSensitive: true }),
      ...(weak && { weak: true }),
    })),
  );
}

const languageField = (language: Language): { language?: Language } =>
  language === 'any' ? {} : { language };

function buildStatement(
  { property, value, of, from, to, citations: keys }: SourceStatement,
  citations: ReadonlyMap<string, Citation>,
): Statement {
  return {
    property,
    value,
    ...(of !== undefined && { of }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    citations: [...new Set(keys)].map((key) => {
      const citation = citations.get(key);
      if (!citation) throw new TypeError(`Citation "${key}" passed the reader's check but is not defined.`);
      return citation;
    }),
  };
}
