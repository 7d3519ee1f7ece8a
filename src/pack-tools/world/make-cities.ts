import { lookupKey } from '../../model/lookup-key.ts';
import type { Language, PackRecord, Statement, SurfaceForm } from '../../model/record.ts';
import { namesToForms } from '../build-records.ts';
import { tidySurfaceForms } from '../tidy-surface-forms.ts';
import { chooseAlternates } from './city-alternates.ts';
import { compareNamesakes, type Standing } from './compare-namesakes.ts';
import { geonamesCitation } from './data-packages.ts';
import { flagAmbiguous } from './flag-ambiguous.ts';
import type { ZoneCities } from './read-cldr.ts';
import { cityId, type GeonamesCity } from './read-geonames.ts';
import { countryId } from './read-territories.ts';
import { type CityTable, labelOf, type WorldTables } from './read-world-tables.ts';
import { isCapital, selectCities, selectLesserCities } from './select-cities.ts';
import { matchZoneCities } from './zone-names.ts';

/** How likely an unqualified name means the city and not a namesake, by its weight in the news. */
const priors = {
  capital: 0.9,
  million: 0.8,
  other: 0.7,
  contested: 0.6,
  namesake: 0.3,
  weak: 0.5,
  lesser: 0.5,
} as const;
/** Places below it are no reason to doubt what a name means. */
const minPopulationOfRival = 50_000;

interface CityInput {
  geonames: readonly GeonamesCity[];
  /** Look-up keys of countries' names, which no city may have. */
  countryKeys: ReadonlySet<string>;
  zoneCities: ZoneCities;
  tables: WorldTables;
}

/** A city with the names that are beyond doubt its own; alternates come later. */
export interface NamedCity {
  readonly city: GeonamesCity;
  /** Whether people have written down its names: it then stands above namesakes that nobody has. */
  readonly isListed: boolean;
  readonly label: ReadonlyMap<Language, string>;
  readonly forms: readonly SurfaceForm[];
}

/** Cities with their names by language, country and population. A city that has only its country's name is left out. */
export function makeCities({ geonames, countryKeys, zoneCities, tables }: CityInput): PackRecord[] {
  const selected = selectCities(geonames, tables).sort(byImportance);
  const zoneNames = matchZoneCities(zoneCities, selected);
  const nameAll = (cities: readonly GeonamesCity[]): NamedCity[] =>
    cities
      .map((city) =>
        nameCity(city, tables.cities[city.geonameId], zoneNames.get(city.geonameId), countryKeys),
      )
      .filter(({ forms, label }) => forms.some(({ text }) => text === label.get('en')));
  const named = nameAll(selected);
  const standings = compareNamesakes(named);
  const claims = new NameClaims(geonames, named, countryKeys);
  // Lesser cities come last and take no name from the others.
  const taken = new Set(named.flatMap(({ forms }) => forms.map(({ text }) => lookupKey(text))));
  const lesser = nameAll(selectLesserCities(geonames, selected).sort(byImportance)).filter(
    ({ label }) => !taken.has(lookupKey(label.get('en') ?? '')),
  );
  return [
    ...named.map((each) =>
      makeCity(each, { standing: standings.get(each.city.geonameId) ?? 'clear', claims, tables }),
    ),
    ...lesser.map((each) => makeCity(each, { standing: 'lesser', claims, tables })),
  ];
}

/** Capitals first, then by population: the order in which cities may claim a name. */
function byImportance(a: GeonamesCity, b: GeonamesCity): number {
  return (
    Number(isCapital(b.featureCode)) - Number(isCapital(a.featureCode)) ||
    b.population - a.population ||
    a.geonameId - b.geonameId
  );
}

function nameCity(
  city: GeonamesCity,
  table: CityTable | undefined,
  zoneNames: ReadonlyMap<Language, string> | undefined,
  countryKeys: ReadonlySet<string>,
): NamedCity {
  // Some zones are called after the country, and some languages call the country after its capital.
  const cityNames = [...(zoneNames ?? [])].filter(([, text]) => !countryKeys.has(lookupKey(text)));
  const label = new Map<Language, string>([['en', englishName(city)], ...cityNames]);
  for (const [language, [first]] of Object.entries(table?.names ?? {})) {
    if (first && language !== 'any') label.set(language, first.text);
  }
  const packaged: SurfaceForm[] = [
    ...[...label].map(([language, text]): SurfaceForm => ({ text, type: 'name', language })),
    ...[city.name, city.asciiName].map(
      (text): SurfaceForm => ({ text: withoutSoftSign(text), type: 'name' }),
    ),
  ];
  const listed = namesToForms(table?.names, 'name');
  return {
    city,
    isListed: table !== undefined,
    label,
    forms: [...listed, ...packaged.filter(({ text }) => !countryKeys.has(lookupKey(text)))],
  };
}

/** Long vowels and dots of scholarly spelling are not written in English; other accents are. */
function englishName({ name, asciiName }: GeonamesCity): string {
  return withoutSoftSign(
    /[\u0100-\u024f\u1e00-\u1e9f\u02bb-\u02bf]/u.test(name.replace(/[łńśźżčšžřěőűăçğışțșđ]/giu, ''))
      ? asciiName
      : name,
  );
}

/** Transliterated Russian and Ukrainian write a soft sign that English leaves out: Ryazan’. */
const withoutSoftSign = (text: string): string => text.replace(/[’ʹ']+(?=$|[\s-])/gu, '');

/** Which city may use a name that could mean several places. The first to claim it has it. */
class NameClaims {
  readonly #owners = new Map<string, number>();
  /** How many of the selected cities list the name among their alternates. */
  readonly #bearers = new Map<string, number>();
  readonly #largest = new Map<string, GeonamesCity>();

  constructor(
    places: readonly GeonamesCity[],
    named: readonly NamedCity[],
    readonly countryKeys: ReadonlySet<string>,
  ) {
    for (const { city, forms } of named) {
      for (const { text } of forms) this.#claim(text, city);
      for (const key of new Set(city.alternateNames.split(',').map(lookupKey))) {
        this.#bearers.set(key, (this.#bearers.get(key) ?? 0) + 1);
      }
    }
    for (const place of places) {
      if (place.population < minPopulationOfRival) continue;
      const key = lookupKey(place.name);
      if (place.population > (this.#largest.get(key)?.population ?? 0)) this.#largest.set(key, place);
    }
  }

  /** Whether an alternate name is the city's: no country, no larger place and no other city is called so. */
  take(text: string, city: GeonamesCity): boolean {
    const key = lookupKey(text);
    if (this.countryKeys.has(key) || (this.#bearers.get(key) ?? 0) > 1) return false;
    const rival = this.#largest.get(key);
    if (rival && rival.geonameId !== city.geonameId && rival.population > city.population) return false;
    return this.#claim(text, city) === city.geonameId;
  }

  #claim(text: string, { geonameId }: GeonamesCity): number {
    const key = lookupKey(text);
    const owner = this.#owners.get(key) ?? geonameId;
    this.#owners.set(key, owner);
    return owner;
  }
}

function makeCity(
  { city, label, forms }: NamedCity,
  { standing, claims, tables }: { standing: Standing; claims: NameClaims; tables: WorldTables },
): PackRecord {
  const own = flagAmbiguous(forms, tables);
  const ownKeys = new Set(forms.map(({ text }) => lookupKey(text)));
  const isWeak = own.some(({ text, weak }) => weak && text === label.get('en'));
  // What is said of a name holds for its other spellings as well: Vladimir, Wladimir.
  const alternates = chooseAlternates(
    city.alternateNames.split(','),
    forms.map(({ text }) => text),
  )
    .filter((text) => !ownKeys.has(lookupKey(text)) && (isWeak || !tables.weak.has(lookupKey(text))))
    .filter((text) => claims.take(text, city))
    .map((text): SurfaceForm => ({ text, type: 'name', ...(isWeak && { weak: true }) }));
  const surfaceForms = tidySurfaceForms(
    [...own, ...flagAmbiguous(alternates, tables)].map((form) =>
      standing === 'namesake' || standing === 'lesser' ? { ...form, weak: true } : form,
    ),
  );
  return {
    id: cityId(city.geonameId),
    kind: 'place',
    label: labelOf(label),
    prior: priorOf(city, standing, isWeak),
    surfaceForms,
    statements: cityStatements(city),
  };
}

function priorOf({ featureCode, population }: GeonamesCity, standing: Standing, isWeak: boolean): number {
  if (standing !== 'clear') return priors[standing];
  if (isWeak) return priors.weak;
  if (isCapital(featureCode)) return priors.capital;
  return population >= 1_000_000 ? priors.million : priors.other;
}

function cityStatements({ countryCode, population }: GeonamesCity): Statement[] {
  const citations = [geonamesCitation];
  const country: Statement = {
    property: 'country',
    value: { type: 'record', id: countryId(countryCode) },
    citations,
  };
  if (population === 0) return [country];
  return [country, { property: 'population', value: { type: 'number', number: population }, citations }];
}
