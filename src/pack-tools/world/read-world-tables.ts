/** What people wrote themselves about countries and cities, in `tables/` below the pack's folder. */

import { join } from 'node:path';
import * as v from 'valibot';
import { lookupKey } from '../../model/lookup-key.ts';
import type { Language } from '../../model/record.ts';
import { languageSchema, recordIdSchema } from '../../model/record-schema.ts';
import { type PackProblem, PackSourceError } from '../pack-problem.ts';
import { namesSchema } from '../pack-source-schema.ts';
import { parseAt, shownPath } from '../read-pack-source.ts';
import { readYamlFile } from '../yaml-file.ts';
import type { AdjectiveTable } from './adjective-forms.ts';

const name = v.pipe(v.string(), v.nonEmpty('must not be empty'));
const labels = v.record(languageSchema, name);

const countrySchema = v.strictObject({
  /** Replaces the data packages' label in these languages. */
  label: v.exactOptional(labels),
  names: v.exactOptional(namesSchema),
  abbreviations: v.exactOptional(namesSchema),
  demonyms: v.exactOptional(namesSchema),
  /** The region in which it is counted, where its parts lie in several. */
  partOf: v.exactOptional(recordIdSchema),
  prior: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
});
const adjective = v.union([
  name,
  v.array(name),
  v.strictObject({ text: name, caseSensitive: v.literal(true) }),
]);
const citySchema = v.strictObject({
  label: v.exactOptional(labels),
  names: v.exactOptional(namesSchema),
});
const wordLists = v.array(v.array(name));

const countriesSchema = v.record(
  v.pipe(v.string(), v.regex(/^(?:[A-Z]{2}|\d{3})$/, 'must be an ISO 3166-1 or UN M49 code')),
  countrySchema,
);
const adjectivesSchema = v.record(
  v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code')),
  v.strictObject({
    de: v.exactOptional(adjective),
    es: v.exactOptional(adjective),
    fr: v.exactOptional(adjective),
    pl: v.exactOptional(adjective),
    ru: v.exactOptional(adjective),
    uk: v.exactOptional(adjective),
  }),
);
const citiesSchema = v.record(v.pipe(v.string(), v.regex(/^\d+$/, 'must be a GeoNames id')), citySchema);
const ambiguousSchema = v.strictObject({ weak: wordLists, never: wordLists });

export type CountryTable = v.InferOutput<typeof countrySchema>;
export type CityTable = v.InferOutput<typeof citySchema>;

export interface WorldTables {
  /** By ISO 3166-1 code; regions by UN M49 code, of which only the inhabitants are read. */
  readonly countries: Readonly<Record<string, CountryTable>>;
  /** By ISO 3166-1 code. */
  readonly adjectives: Readonly<Record<string, AdjectiveTable>>;
  /** By GeoNames id. A city that is listed is a record whatever its size. */
  readonly cities: Readonly<Record<string, CityTable>>;
  /** Look-up keys of names that need evidence. */
  readonly weak: ReadonlySet<string>;
  /** Look-up keys of what is no name of a place. */
  readonly never: ReadonlySet<string>;
}

/** @throws {PackSourceError} */
export async function readWorldTables(packFolder: string): Promise<WorldTables> {
  const problems: PackProblem[] = [];
  const read = async <Schema extends v.GenericSchema>(fileName: string, schema: Schema) => {
    const path = join(packFolder, 'tables', fileName);
    const reading = await readYamlFile(path, shownPath(path));
    if (reading.type === 'broken') {
      problems.push(...reading.problems);
      return null;
    }
    return parseAt(schema, reading.file.data, { file: reading.file, field: [], problems });
  };
  const countries = await read('countries.yaml', countriesSchema);
  const adjectives = await read('adjectives.yaml', adjectivesSchema);
  const cities = await read('cities.yaml', citiesSchema);
  const ambiguous = await read('ambiguous-names.yaml', ambiguousSchema);
  if (!countries || !adjectives || !cities || !ambiguous) throw new PackSourceError(problems);
  return {
    countries,
    adjectives,
    cities,
    weak: new Set(ambiguous.weak.flat().map(lookupKey)),
    never: new Set(ambiguous.never.flat().map(lookupKey)),
  };
}

/** A record's label from texts by language. */
export function labelOf(texts: ReadonlyMap<Language, string>): { en: string } & Record<Language, string> {
  return Object.fromEntries(texts) as { en: string } & Record<Language, string>;
}
