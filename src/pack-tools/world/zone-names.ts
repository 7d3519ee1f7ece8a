import { lookupKey } from '../../model/lookup-key.ts';
import type { Language } from '../../model/record.ts';
import type { ZoneCities } from './read-cldr.ts';
import type { GeonamesCity } from './read-geonames.ts';

/**
 * CLDR's names of cities that gave a time zone its name, by GeoNames id. A zone's city is the largest one on the same
 * continent that has its English name.
 */
export function matchZoneCities(
  zoneCities: ZoneCities,
  cities: readonly GeonamesCity[],
): Map<number, ReadonlyMap<Language, string>> {
  const byName = new Map<string, GeonamesCity[]>();
  for (const city of cities) {
    for (const key of new Set(
      [city.name, city.asciiName, ...city.alternateNames.split(',').filter(isCapitalised)].map(lookupKey),
    )) {
      const known = byName.get(key);
      if (known) known.push(city);
      else byName.set(key, [city]);
    }
  }
  const matched = new Map<number, ReadonlyMap<Language, string>>();
  for (const [zone, names] of zoneCities) {
    const english = lookupKey(names.get('en') ?? '');
    const continent = zone.split('/')[0] ?? '';
    const [city] = (byName.get(english) ?? [])
      .filter(({ timezone }) => timezone.startsWith(`${continent}/`))
      .sort((a, b) => nearness(b, english) - nearness(a, english) || b.population - a.population);
    if (city && !matched.has(city.geonameId)) matched.set(city.geonameId, names);
  }
  return matched;
}

/** A city's own name counts more than one of its alternates. */
const nearness = (city: GeonamesCity, key: string): number =>
  lookupKey(city.name) === key || lookupKey(city.asciiName) === key ? 1 : 0;

const isCapitalised = (text: string): boolean => /^\p{Lu}\p{Ll}/u.test(text);
