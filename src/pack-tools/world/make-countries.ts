import { lookupKey } from '../../model/lookup-key.ts';
import type { Citation, PackRecord, Property, RecordId, Statement, SurfaceForm } from '../../model/record.ts';
import { namesToForms } from '../build-records.ts';
import { tidySurfaceForms } from '../tidy-surface-forms.ts';
import { adjectiveForms } from './adjective-forms.ts';
import { countryLabel, countryNames, furtherNames, type IsoNames } from './country-names.ts';
import { cldrCitation, countryCoderCitation, geonamesCitation } from './data-packages.ts';
import { flagAmbiguous } from './flag-ambiguous.ts';
import type { TerritoryNames } from './read-cldr.ts';
import { cityId, type GeonamesCity } from './read-geonames.ts';
import { countryId, regionId, type Territories, type Territory } from './read-territories.ts';
import { type CountryTable, labelOf, type WorldTables } from './read-world-tables.ts';

const priorOfCountry = 0.95;
const priorOfTerritory = 0.85;
/** With a name that needs evidence, the prior alone must not carry it over. */
const priorOfWeakCountry = 0.8;

interface CountryInput {
  territories: Territories;
  territoryNames: TerritoryNames;
  isoNames: IsoNames;
  tables: WorldTables;
  geonames: readonly GeonamesCity[];
  /** Records of cities: a capital that has none is not stated. */
  cities: readonly PackRecord[];
}

/** Countries and territories with ISO 3166-1 codes: names by language, capital, region. Sorted by code. */
export function makeCountries(input: CountryInput): PackRecord[] {
  const { territories, territoryNames, isoNames, tables } = input;
  const capitals = findCapitals(input);
  return territories.territories.flatMap((territory): PackRecord[] => {
    const { code, country, wikidata } = territory;
    const table = tables.countries[code] ?? {};
    const label = countryLabel({ code, table, territoryNames });
    const english = label.get('en');
    if (english === undefined) return [];
    const names = [
      ...namesToForms(table.names, 'name'),
      ...[...label].map(([language, text]): SurfaceForm => ({ text, type: 'name', language })),
      ...countryNames({ code, territoryNames, isoNames }),
      ...furtherNames(code, territoryNames),
    ];
    const surfaceForms = tidySurfaceForms([
      ...flagAmbiguous(names, tables),
      ...namesToForms(table.abbreviations, 'abbreviation'),
      ...namesToForms(table.demonyms, 'demonym'),
    ]);
    const known = new Set(surfaceForms.map(({ text }) => lookupKey(text)));
    const adjectives = adjectiveForms(tables.adjectives[code]).filter(
      ({ text }) => !known.has(lookupKey(text)),
    );
    const isWeak = surfaceForms.some(({ text, weak }) => weak && text === english);
    const prior = country ? priorOfTerritory : isWeak ? priorOfWeakCountry : priorOfCountry;
    return [
      {
        id: countryId(code),
        kind: 'place',
        label: labelOf(label),
        prior: table.prior ?? prior,
        sameAs: [`wd:${wikidata}`],
        surfaceForms: [...surfaceForms, ...adjectives],
        statements: countryStatements(territory, table, capitals.get(code) ?? null),
      },
    ];
  });
}

function findCapitals({ geonames, cities }: CountryInput): ReadonlyMap<string, string> {
  const known = new Set(cities.map(({ id }) => id));
  return new Map(
    geonames
      .filter(({ featureCode, geonameId }) => featureCode === 'PPLC' && known.has(cityId(geonameId)))
      .map(({ countryCode, geonameId }) => [countryCode, cityId(geonameId)]),
  );
}

function countryStatements(
  { code, country, regions }: Territory,
  table: CountryTable,
  capital: RecordId | null,
): Statement[] {
  const region = table.partOf ?? (regions[0] ? regionId(regions[0]) : null);
  const statements: Statement[] = [];
  const add = (property: Property, id: RecordId | null, citation: Citation): void => {
    if (id) statements.push({ property, value: { type: 'record', id }, citations: [citation] });
  };
  add('capital', capital, geonamesCitation);
  add('country', country ? countryId(country) : null, countryCoderCitation);
  add('partOf', region, countryCoderCitation);
  const text = { en: `ISO 3166-1 code ${code}` };
  statements.push({ property: 'fact', value: { type: 'text', text }, citations: [cldrCitation] });
  return statements;
}
