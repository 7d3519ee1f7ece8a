import type { GeonamesCity } from './read-geonames.ts';
import type { WorldTables } from './read-world-tables.ts';

const minPopulation = 500_000;
const minPopulationOfLesserCity = 100_000;
const minPopulationOfRegionalCapital = 100_000;
/** Smaller "seats of government" in the export are offices and quarters, not cities. */
const minPopulationOfSeat = 50_000;

/** Parts of towns, farms and ruins are no cities, however many live in the district they are counted with. */
const cityCodes = new Set(['PPL', 'PPLA', 'PPLA2', 'PPLA3', 'PPLA4', 'PPLA5', 'PPLC', 'PPLG']);

/**
 * The cities that news speaks of: capitals, the capitals of first-level divisions from 100,000 people on (Geneva,
 * Strasbourg), all cities from 500,000 on, and those that the table names. In the order given.
 */
export function selectCities(
  cities: readonly GeonamesCity[],
  { cities: listed }: Pick<WorldTables, 'cities'>,
): GeonamesCity[] {
  return cities.filter(({ geonameId, name, featureCode, population }) => {
    if (Object.hasOwn(listed, String(geonameId))) return true;
    if (!cityCodes.has(featureCode) || /,| - /.test(name)) return false;
    if (featureCode === 'PPLC') return true;
    if (featureCode === 'PPLG' && population >= minPopulationOfSeat) return true;
    if (featureCode === 'PPLA' && population >= minPopulationOfRegionalCapital) return true;
    return population >= minPopulation;
  });
}

/** Cities from 100,000 people on that the news seldom means: their names are mostly something else's as well. */
export function selectLesserCities(
  cities: readonly GeonamesCity[],
  selected: readonly GeonamesCity[],
): GeonamesCity[] {
  const taken = new Set(selected.map(({ geonameId }) => geonameId));
  return cities.filter(
    ({ geonameId, name, featureCode, population }) =>
      population >= minPopulationOfLesserCity &&
      !taken.has(geonameId) &&
      cityCodes.has(featureCode) &&
      !/,| - /.test(name),
  );
}

/** A capital of a country or its seat of government. */
export const isCapital = (featureCode: string): boolean => featureCode === 'PPLC' || featureCode === 'PPLG';
