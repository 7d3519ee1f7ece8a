/**
 * How one UTF-16 unit is folded: case, diacritics and compatibility forms (NFKD without marks, lower case).
 * The table travels inside the engine's bytes, so that text and names are always folded alike.
 */

/** Zero is not part of a word. Values from here on are no folded units; Unicode has no characters there. */
export const firstSpecialFold = 0xfff0;
/** Part of a word without a character of its own: combining marks, soft hyphens, zero-width joiners, vowel points. */
export const foldIgnored = 0xfff0;
/** Folds to several units: see `FoldTable.expansions`. */
export const foldExpanded = 0xfff1;
/** Half of a surrogate pair: decided by code point. */
export const foldSurrogate = 0xfff2;
/** A character of a script without spaces, a word of its own; its folded unit is in the expansions or itself. */
export const foldSpaceless = 0xfff3;

export interface FoldTable {
  /** 65,536 entries: the folded unit, 0, or one of the special values above. */
  readonly units: Uint16Array;
  /** Triples of unit, offset and length into `expansionPool`, sorted by unit. */
  readonly expansions: Uint16Array;
  readonly expansionPool: Uint16Array;
}

/** Smaller units are control characters, which no word contains. */
const firstUnit = 9;
/** An ampersand is a word or a part of one: "Johnson & Johnson" is not "Johnson, Johnson", and "H&M" has no initials. */
const wordCharacter = /^[\p{L}\p{N}\p{M}&\uff06]$/u;
const ignoredCharacter = /^[\p{M}\u00ad\u0640\u200b-\u200d\u2060\ufeff]$/u;
/** Scripts written without spaces: each character is a token, and `Intl.Segmenter` decides on boundaries. */
const spacelessCharacter =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]$/u;

let made: FoldTable | null = null;

/**
 * The fold table, made from the platform's own Unicode data, once: it takes some 30 ms. That is the compiler's work; a
 * reader's engine carries the table in its bytes.
 */
export function foldTable(): FoldTable {
  made ??= makeFoldTable();
  return made;
}

function makeFoldTable(): FoldTable {
  const units = new Uint16Array(65_536);
  const expansions: number[] = [];
  const pool: number[] = [];
  for (let unit = firstUnit; unit < 65_536; unit++) {
    if (unit >= 0xd800 && unit <= 0xdfff) {
      units[unit] = foldSurrogate;
      continue;
    }
    const character = String.fromCharCode(unit);
    if (ignoredCharacter.test(character)) {
      units[unit] = foldIgnored;
      continue;
    }
    if (isApostrophe(unit) || !wordCharacter.test(character)) continue;
    const folded = foldCharacter(character);
    const isOwnWord = spacelessCharacter.test(character);
    if (folded === '') units[unit] = foldIgnored;
    else if (isOwnWord) units[unit] = foldSpaceless;
    else units[unit] = folded.length === 1 ? folded.charCodeAt(0) : foldExpanded;
    if (folded.length > 1 || (isOwnWord && folded !== character)) {
      expansions.push(unit, pool.length, folded.length);
      for (let i = 0; i < folded.length; i++) pool.push(folded.charCodeAt(i));
    }
  }
  return { units, expansions: Uint16Array.from(expansions), expansionPool: Uint16Array.from(pool) };
}

/** The folded units of a unit whose fold is `foldExpanded` or `foldSpaceless`. */
export function expansionOf({ expansions, expansionPool }: FoldTable, unit: number): ArrayLike<number> {
  let low = 0;
  let high = expansions.length / 3;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((expansions[middle * 3] ?? 0) < unit) low = middle + 1;
    else high = middle;
  }
  if (expansions[low * 3] !== unit) return [unit];
  const offset = expansions[low * 3 + 1] ?? 0;
  return expansionPool.subarray(offset, offset + (expansions[low * 3 + 2] ?? 0));
}

/** The folded form of one character, by code point. Letters that Unicode does not decompose are spelled out. */
export function foldCharacter(character: string): string {
  let folded = '';
  for (const part of character.normalize('NFKD')) {
    if (!wordCharacter.test(part) || ignoredCharacter.test(part)) continue;
    const lower = part.toLowerCase();
    for (const each of (spelledOut.get(lower) ?? lower).normalize('NFKD')) {
      if (!ignoredCharacter.test(each)) folded += each;
    }
  }
  return folded.normalize('NFC');
}

/** Says whether a character takes part in words, by code point. */
export function isWordCharacter(character: string): boolean {
  return wordCharacter.test(character);
}

/** Says whether a unit belongs to a script that is written without spaces between words. */
export function isSpaceless(character: string): boolean {
  return spacelessCharacter.test(character);
}

/** All the marks that people type for an apostrophe, the Ukrainian and Hebrew ones included. */
export function isApostrophe(unit: number): boolean {
  return (
    unit === 0x27 ||
    unit === 0x60 ||
    unit === 0xb4 ||
    unit === 0x2018 ||
    unit === 0x2019 ||
    unit === 0x201b ||
    unit === 0x2bc ||
    unit === 0x2b9 ||
    unit === 0x5f3 ||
    unit === 0x2032 ||
    unit === 0xff07
  );
}

const spelledOut = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ł', 'l'],
  ['ı', 'i'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['ŋ', 'n'],
  ['ə', 'e'],
  ['ς', 'σ'],
]);
