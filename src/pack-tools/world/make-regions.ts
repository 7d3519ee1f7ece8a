import { lookupKey } from '../../model/lookup-key.ts';
import type { PackRecord, Statement, SurfaceForm } from '../../model/record.ts';
import { namesToForms } from '../build-records.ts';
import { tidySurfaceForms } from '../tidy-surface-forms.ts';
import { cldrCitation, countryCoderCitation } from './data-packages.ts';
import { type TerritoryNames, worldLanguages } from './read-cldr.ts';
import { regionId, type Territories } from './read-territories.ts';
import { labelOf, type WorldTables } from './read-world-tables.ts';

/** Continents and regions as the United Nations divide the world, without the world itself. */
export function makeRegions({
  territories: { regions },
  territoryNames,
  countryKeys,
  tables,
}: {
  territories: Territories;
  territoryNames: TerritoryNames;
  /** Look-up keys of countries' names: some languages call southern Africa like South Africa. */
  countryKeys: ReadonlySet<string>;
  tables: Pick<WorldTables, 'countries'>;
}): PackRecord[] {
  return [...regions].flatMap(([code, [parent]]) => {
    const names = new Map(
      worldLanguages.flatMap((language) => {
        const name = territoryNames.get(language)?.[code];
        return name ? [[language, name] as const] : [];
      }),
    );
    if (!names.has('en')) return [];
    const forms = [...names]
      .filter(([, text]) => !countryKeys.has(lookupKey(text)))
      .map(([language, text]): SurfaceForm => ({ text, type: 'name', language }));
    const partOf: Statement[] = parent
      ? [
          {
            property: 'partOf',
            value: { type: 'record', id: regionId(parent) },
            citations: [countryCoderCitation],
          },
        ]
      : [];
    const fact: Statement = {
      property: 'fact',
      value: { type: 'text', text: { en: `UN M49 code ${code}` } },
      citations: [cldrCitation],
    };
    return [
      {
        id: regionId(code),
        kind: 'place',
        label: labelOf(names),
        prior: 0.8,
        surfaceForms: tidySurfaceForms([
          ...forms,
          ...namesToForms(tables.countries[code]?.demonyms, 'demonym'),
        ]),
        statements: [...partOf, fact],
      },
    ];
  });
}
