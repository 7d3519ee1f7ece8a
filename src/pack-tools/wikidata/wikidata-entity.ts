/**
 * What is read out of an entity's JSON. Dumps of several years differ: an empty map may be an empty list, an item's id may
 * be there only as a number, a value may be missing. https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html
 */

import { isObject } from './read-entities.ts';

type Json = Readonly<Record<string, unknown>>;

export type Rank = 'preferred' | 'normal' | 'deprecated';

export type SnakValue =
  | { readonly type: 'item'; readonly id: string }
  | { readonly type: 'time'; readonly date: string }
  | { readonly type: 'number'; readonly number: number }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'coordinates'; readonly latitude: number; readonly longitude: number };

export type Snaks = Readonly<Record<string, readonly SnakValue[]>>;

export interface Claim {
  readonly property: string;
  readonly value: SnakValue;
  readonly rank: Rank;
  readonly qualifiers: Snaks;
  readonly references: readonly Snaks[];
}

/** Labels or descriptions in the wanted languages; `mul` stands for every language that has none of its own. */
export function textsOf(
  entity: Json,
  field: 'labels' | 'descriptions',
  languages: readonly string[],
): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const language of languages) {
    const text = textIn(entity[field], language) ?? textIn(entity[field], 'mul');
    if (text !== null) texts[language] = text;
  }
  return texts;
}

function textIn(map: unknown, language: string): string | null {
  const entry = isObject(map) ? map[language] : null;
  const value = isObject(entry) ? entry.value : null;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** Aliases in one language, `mul` for all. */
export function aliasesOf(entity: Json, language: string): string[] {
  const list = isObject(entity.aliases) ? entity.aliases[language] : null;
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry) =>
    isObject(entry) && typeof entry.value === 'string' && entry.value.trim() !== ''
      ? [entry.value.trim()]
      : [],
  );
}

/**
 * The best claims of a property, as Wikidata's own queries take them: the preferred ones, or the normal ones where there
 * are none. With `all`, every claim that is not deprecated: former holders matter as much as the present one.
 */
export function claimsOf(entity: Json, property: string, { all = false } = {}): Claim[] {
  const list = isObject(entity.claims) ? entity.claims[property] : null;
  if (!Array.isArray(list)) return [];
  const claims = list.flatMap((statement) => toClaim(statement, property) ?? []);
  const preferred = claims.filter(({ rank }) => rank === 'preferred');
  return preferred.length > 0 && !all ? preferred : claims;
}

/** The items that a property names. */
export function itemsOf(entity: Json, property: string): string[] {
  return claimsOf(entity, property).flatMap(({ value }) => (value.type === 'item' ? [value.id] : []));
}

function toClaim(statement: unknown, property: string): Claim | null {
  if (!isObject(statement) || statement.rank === 'deprecated') return null;
  const value = snakValue(statement.mainsnak);
  if (!value) return null;
  const rank = statement.rank === 'preferred' ? 'preferred' : 'normal';
  const references = Array.isArray(statement.references) ? statement.references : [];
  return {
    property,
    value,
    rank,
    qualifiers: snaksOf(statement.qualifiers),
    references: references.flatMap((reference) => (isObject(reference) ? [snaksOf(reference.snaks)] : [])),
  };
}

function snaksOf(map: unknown): Snaks {
  if (!isObject(map)) return {};
  return Object.fromEntries(
    Object.entries(map).map(([property, snaks]) => [
      property,
      Array.isArray(snaks) ? snaks.flatMap((snak) => snakValue(snak) ?? []) : [],
    ]),
  );
}

/** Null for "no value", "unknown value" and kinds of value that no pack has a place for. */
function snakValue(snak: unknown): SnakValue | null {
  if (!isObject(snak) || snak.snaktype !== 'value' || !isObject(snak.datavalue)) return null;
  const { type, value } = snak.datavalue;
  if (type === 'string' && typeof value === 'string') return { type: 'text', text: value };
  if (!isObject(value)) return null;
  switch (type) {
    case 'wikibase-entityid': {
      const id = value.id ?? (value['entity-type'] === 'item' ? `Q${String(value['numeric-id'])}` : null);
      return typeof id === 'string' && /^Q\d+$/.test(id) ? { type: 'item', id } : null;
    }
    case 'time': {
      const date = dateOf(value.time, value.precision);
      return date === null ? null : { type: 'time', date };
    }
    case 'quantity': {
      const number = Number(value.amount);
      return Number.isFinite(number) ? { type: 'number', number } : null;
    }
    case 'monolingualtext':
      return typeof value.text === 'string' ? { type: 'text', text: value.text } : null;
    case 'globecoordinate': {
      const { latitude, longitude } = value;
      if (typeof latitude !== 'number' || typeof longitude !== 'number') return null;
      return { type: 'coordinates', latitude, longitude };
    }
    default:
      return null;
  }
}

/**
 * `+2013-07-21T00:00:00Z` with precision 11 (day), 10 (month) or 9 (year) as an EDTF date of that precision. Null for
 * decades and longer, for years before 1 and after 9999.
 */
export function dateOf(time: unknown, precision: unknown): string | null {
  const match = typeof time === 'string' ? /^\+0*(\d{4})-(\d\d)-(\d\d)T/.exec(time) : null;
  if (!match || match[1] === '0000') return null;
  const [, year = '', month = '', day = ''] = match;
  if (precision === 9 || (precision === 10 && month === '00')) return year;
  if (precision === 10 || (precision === 11 && day === '00'))
    return month === '00' ? year : `${year}-${month}`;
  return precision === 11 && month !== '00' ? `${year}-${month}-${day}` : null;
}
