/** Names of territories and of time zones' cities by language, as CLDR has them. */

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../../model/record.ts';
import { dataPackageFolder } from './data-packages.ts';

/** Languages in which the world has names. `zh-Hant` is written with the characters used in Taiwan and Hong Kong. */
export const worldLanguages: readonly Language[] = [
  ...[
    'en',
    'uk',
    'ru',
    'fr',
    'de',
    'es',
    'pl',
    'it',
    'pt',
    'nl',
    'cs',
    'sk',
    'tr',
    'ar',
    'he',
    'zh',
    'ja',
    'ko',
  ],
  ...['ro', 'hu', 'sv', 'bg', 'sl', 'hr', 'sr', 'el', 'da', 'nb', 'fi', 'zh-Hant'],
];

/** Languages in which countries have names as well; cities do not, and other sources are not read. */
export const furtherLanguages: readonly Language[] = [
  ...['be', 'mk', 'bs', 'kk', 'ky', 'uz', 'az', 'hy', 'ka', 'lt', 'lv', 'et', 'is', 'sq', 'ca', 'eu', 'gl'],
  ...[
    'hi',
    'bn',
    'mr',
    'ne',
    'ta',
    'te',
    'kn',
    'ml',
    'gu',
    'pa',
    'si',
    'ur',
    'fa',
    'ps',
    'th',
    'vi',
    'id',
    'ms',
  ],
  ...['sw', 'am', 'af'],
];

/** Names by code: `UA`, `150`, and variants such as `CZ-alt-variant`. */
export type TerritoryNames = ReadonlyMap<Language, Readonly<Record<string, string>>>;

export async function readTerritoryNames(): Promise<TerritoryNames> {
  const folder = dataPackageFolder('cldr-localenames-full');
  const names = new Map<Language, Record<string, string>>();
  for (const language of [...worldLanguages, ...furtherLanguages]) {
    const content = await readLocale(join(folder, 'main', language, 'territories.json'), language);
    const { localeDisplayNames } = content as {
      localeDisplayNames: { territories: Record<string, string> };
    };
    names.set(language, localeDisplayNames.territories);
  }
  return names;
}

/** Time zones' cities: by zone (`Europe/Kiev`) the city's name by language. */
export type ZoneCities = ReadonlyMap<string, ReadonlyMap<Language, string>>;

interface ZoneNames {
  readonly [part: string]: ZoneNames | string | undefined;
}

export async function readZoneCities(): Promise<ZoneCities> {
  const folder = dataPackageFolder('cldr-dates-full');
  const cities = new Map<string, Map<Language, string>>();
  for (const language of worldLanguages) {
    const content = await readLocale(join(folder, 'main', language, 'timeZoneNames.json'), language);
    const { dates } = content as { dates: { timeZoneNames: { zone: ZoneNames } } };
    for (const [zone, city] of exemplarCities(dates.timeZoneNames.zone, '')) {
      // English leaves out a city that is spelled like its zone.
      const byLanguage = cities.get(zone) ?? new Map([['en', cityOfZone(zone)]]);
      cities.set(zone, byLanguage.set(language, city));
    }
  }
  return cities;
}

async function readLocale(path: string, language: Language): Promise<unknown> {
  if (!existsSync(path))
    return { localeDisplayNames: { territories: {} }, dates: { timeZoneNames: { zone: {} } } };
  const { main } = JSON.parse(await readFile(path, 'utf8')) as { main: Record<string, unknown> };
  return main[language];
}

const cityOfZone = (zone: string): string => (zone.split('/').at(-1) ?? '').replaceAll('_', ' ');

function exemplarCities(zones: ZoneNames, prefix: string): [string, string][] {
  return Object.entries(zones).flatMap(([part, zone]): [string, string][] => {
    if (typeof zone !== 'object') return [];
    const id = prefix + part;
    if (zone._type !== 'zone') return exemplarCities(zone, `${id}/`);
    if (id.startsWith('Etc/')) return [];
    const city = zone.exemplarCity;
    return typeof city === 'string' ? [[id, city]] : [];
  });
}
