import { lookupKey } from '../../model/lookup-key.ts';
import type { NamedCity } from './make-cities.ts';
import { isCapital } from './select-cities.ts';

/**
 * What a city's name means when nothing else is said: the city (`clear`), rather another one of the same name
 * (`namesake`), none of them (`contested`), or mostly no city at all (`lesser`).
 */
export type Standing = 'clear' | 'namesake' | 'contested' | 'lesser';

/** So many times larger, a city is what its name means to most. */
const dominance = 5;

/** The standing of each city by GeoNames id, from its English name; cities come in the order of their importance. */
export function compareNamesakes(cities: readonly NamedCity[]): Map<number, Standing> {
  const byName = new Map<string, NamedCity[]>();
  for (const named of cities) {
    const key = lookupKey(named.label.get('en') ?? '');
    const known = byName.get(key);
    if (known) known.push(named);
    else byName.set(key, [named]);
  }
  const standings = new Map<number, Standing>();
  for (const namesakes of byName.values()) {
    const [first, second] = namesakes.sort((a, b) => rank(b) - rank(a));
    if (!first || !second) continue;
    const isDominant =
      rank(first) > rank(second) || first.city.population >= dominance * second.city.population;
    for (const { city } of namesakes) standings.set(city.geonameId, isDominant ? 'namesake' : 'contested');
    if (isDominant) standings.set(first.city.geonameId, 'clear');
  }
  return standings;
}

const rank = ({ city, isListed }: NamedCity): number =>
  (isCapital(city.featureCode) ? 2 : 0) + (isListed ? 1 : 0);
