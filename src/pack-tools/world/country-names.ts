/** What the data packages call countries, cleaned of what nobody writes in a text. */

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lookupKey } from '../../model/lookup-key.ts';
import type { Language, SurfaceForm } from '../../model/record.ts';
import { dataPackageFolder } from './data-packages.ts';
import { furtherLanguages, type TerritoryNames, worldLanguages } from './read-cldr.ts';
import type { CountryTable, WorldTables } from './read-world-tables.ts';

/** Names with their synonyms by language and ISO 3166-1 code. */
export type IsoNames = ReadonlyMap<Language, Readonly<Record<string, string | readonly string[]>>>;

export async function readIsoNames(): Promise<IsoNames> {
  const folder = dataPackageFolder('i18n-iso-countries');
  const names = new Map<Language, Record<string, string | string[]>>();
  for (const language of worldLanguages) {
    const path = join(folder, 'langs', `${language}.json`);
    if (!existsSync(path)) continue;
    const { countries } = JSON.parse(await readFile(path, 'utf8')) as {
      countries: Record<string, string | string[]>;
    };
    names.set(language, countries);
  }
  return names;
}

/** Look-up keys of all that countries and territories are called, in any language. */
export function countryNameKeys(territoryNames: TerritoryNames, { countries }: WorldTables): Set<string> {
  const names = [...territoryNames].flatMap(([language, byCode]) =>
    furtherLanguages.includes(language)
      ? []
      : Object.entries(byCode).flatMap(([code, name]) => (/^[A-Z]{2}/.test(code) ? [name] : [])),
  );
  const listed = Object.values(countries).flatMap((table) =>
    Object.values(table.names ?? {}).flatMap((items) => items.map(({ text }) => text)),
  );
  return new Set([...names, ...listed].map(lookupKey));
}

/** The name to show by language: the short one where the full one explains itself in brackets or adds a sovereign. */
export function countryLabel({
  code,
  table,
  territoryNames,
}: {
  code: string;
  table: CountryTable;
  territoryNames: TerritoryNames;
}): Map<Language, string> {
  const labels = new Map<Language, string>();
  for (const language of worldLanguages) {
    const names = territoryNames.get(language) ?? {};
    const full = names[code];
    if (full === undefined) continue;
    const short = names[`${code}-alt-short`];
    const isShortBetter = short && (full.includes('(') || (full.includes(short) && !full.includes('&')));
    labels.set(language, isShortBetter && isName(short) ? short : withoutBrackets(full));
  }
  for (const [language, label] of Object.entries(table.label ?? {})) labels.set(language, label);
  return labels;
}

/** With fewer letters a name of a further language would be taken for a word of a language that readers see more often. */
const minLettersOfFurtherName = 4;

/** What further languages call the country: long enough in letters that matching tells apart, and only as written. */
export function furtherNames(code: string, territoryNames: TerritoryNames): SurfaceForm[] {
  return furtherLanguages.flatMap((language) => {
    const text = withoutBrackets(territoryNames.get(language)?.[code] ?? '');
    if (!isName(text) || lookupKey(text).length < minLettersOfFurtherName) return [];
    return [{ text, type: 'name', language, ...(text !== text.toLowerCase() && { caseSensitive: true }) }];
  });
}

/** Names that text may use, by language; the labels are not among them. */
export function countryNames({
  code,
  territoryNames,
  isoNames,
}: {
  code: string;
  territoryNames: TerritoryNames;
  isoNames: IsoNames;
}): SurfaceForm[] {
  return worldLanguages.flatMap((language) => {
    const territory = territoryNames.get(language) ?? {};
    const iso = isoNames.get(language)?.[code] ?? [];
    const texts = [
      territory[code],
      territory[`${code}-alt-short`],
      territory[`${code}-alt-variant`],
      ...(typeof iso === 'string' ? [iso] : iso),
    ];
    return texts
      .flatMap((text) => (text === undefined ? [] : spellings(text.trim(), language)))
      .filter(isName)
      .map((text): SurfaceForm => ({ text, type: 'name', language }));
  });
}

function spellings(text: string, language: Language): string[] {
  const plain = withoutBrackets(text);
  return language === 'en' && plain.includes(' & ') ? [plain, plain.replace(' & ', ' and ')] : [plain];
}

const withoutBrackets = (text: string): string => text.replace(/\s*[(（].*$/u, '').trim();

/** Not "Korea, Republic of", no code such as "UK" and no shortening such as "É.-U.": those are listed by hand. */
function isName(text: string): boolean {
  // One locale of CLDR has a placeholder such as "TR-variant" for a name.
  if (/[,;/،]|\p{L}\.(?!\s)|^[A-Z]{2}-/u.test(text)) return false;
  const isCased = text !== text.toLowerCase();
  if (!isCased)
    return text.length >= (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]/u.test(text) ? 2 : 3);
  return text.length >= 3 && text !== text.toUpperCase();
}
