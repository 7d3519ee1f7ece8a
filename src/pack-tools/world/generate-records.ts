/** Records that a pack need not list because they are made from data packages. */

import type { PackRecord } from '../../model/record.ts';
import type { GeneratorName } from '../pack-source-schema.ts';
import { countryNameKeys, readIsoNames } from './country-names.ts';
import { makeCities } from './make-cities.ts';
import { makeCountries } from './make-countries.ts';
import { makeRegions } from './make-regions.ts';
import { readTerritoryNames, readZoneCities } from './read-cldr.ts';
import { readGeonames } from './read-geonames.ts';
import { readTerritories } from './read-territories.ts';
import { readWorldTables } from './read-world-tables.ts';

/**
 * The records of the named generators. `countries` makes countries, territories and the regions they are part of,
 * `cities` the larger and the politically weighty cities. @throws {PackSourceError} when a table in the folder is wrong.
 */
export async function generateRecords({
  generators,
  folder,
}: {
  generators: readonly GeneratorName[];
  folder: string;
}): Promise<PackRecord[]> {
  if (generators.length === 0) return [];
  const [tables, territoryNames, isoNames, zoneCities, geonames] = await Promise.all([
    readWorldTables(folder),
    readTerritoryNames(),
    readIsoNames(),
    readZoneCities(),
    readGeonames(),
  ]);
  const territories = readTerritories();
  const countryKeys = countryNameKeys(territoryNames, tables);
  const regions = makeRegions({ territories, territoryNames, countryKeys, tables });
  const cities = generators.includes('cities')
    ? makeCities({ geonames, countryKeys, zoneCities, tables })
    : [];
  const countries = makeCountries({ territories, territoryNames, isoNames, tables, geonames, cities });
  return [...(generators.includes('countries') ? [...regions, ...countries] : []), ...cities];
}
