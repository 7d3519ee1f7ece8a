/** Splits text into folded tokens. One pass; offsets are UTF-16 units into the text as given. */

import {
  type FoldTable,
  foldCharacter,
  foldExpanded,
  foldIgnored,
  foldSeparator,
  foldSurrogate,
  isApostrophe,
  isSpaceless,
  isWordCharacter,
} from './fold-table.ts';

/** What stands between a token and the one before it. */
export const gapJoins = 0;
export const gapComma = 1;
export const gapBreaks = 2;

export interface Tokens {
  count: number;
  starts: Int32Array;
  ends: Int32Array;
  /** Offset of each token's folded units in `folded`; token i ends where i + 1 starts. */
  foldedStarts: Int32Array;
  folded: Uint16Array;
  /** Of the gap before each token: `gapJoins`, `gapComma` or `gapBreaks`. */
  gaps: Uint8Array;
  /** 1 where the token is one character of a script without spaces. */
  spaceless: Uint8Array;
}

/** The folded tokens of a text, in order. Characters of scripts without spaces are tokens of their own. */
export function tokenise(text: string, table: FoldTable): Tokens {
  const tokens = makeTokens(text.length);
  const { units } = table;
  let foldedLength = 0;
  let open = -1;
  const close = (end: number): void => {
    if (open < 0) return;
    // A run of ignored characters alone is no word.
    if (foldedLength > (tokens.foldedStarts[tokens.count] ?? 0)) {
      tokens.starts[tokens.count] = open;
      tokens.ends[tokens.count] = end;
      tokens.gaps[tokens.count] = gapBefore(text, tokens, open);
      tokens.count++;
      tokens.foldedStarts[tokens.count] = foldedLength;
    }
    open = -1;
  };
  const append = (unit: number): void => {
    if (foldedLength === tokens.folded.length) {
      const grown = new Uint16Array(foldedLength * 2);
      grown.set(tokens.folded);
      tokens.folded = grown;
    }
    tokens.folded[foldedLength++] = unit;
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const value = units[unit] ?? 0;
    if (value > foldSurrogate) {
      if (value >= 0xe00 && isSpaceless(text.charAt(at))) {
        close(at);
        open = at;
        append(value);
        tokens.spaceless[tokens.count] = 1;
        let end = at + 1;
        while (end < text.length && units[text.charCodeAt(end)] === foldIgnored) end++;
        close(end);
        at = end - 1;
        continue;
      }
      if (open < 0) open = at;
      append(value);
    } else if (value === foldSeparator) {
      close(at);
    } else if (value === foldIgnored) {
      // Belongs to the word it stands in; before a word it is nothing.
    } else if (value === foldExpanded) {
      if (open < 0) open = at;
      forEachExpansion(table, unit, append);
    } else {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      if (character.length === 2 && isWordCharacter(character)) {
        if (isSpaceless(character)) {
          close(at);
          tokens.spaceless[tokens.count] = 1;
        }
        if (open < 0) open = at;
        const folded = foldCharacter(character);
        for (let i = 0; i < folded.length; i++) append(folded.charCodeAt(i));
        at++;
        if (isSpaceless(character)) close(at + 1);
      } else {
        close(at);
        at += character.length - 1;
      }
    }
  }
  close(text.length);
  return tokens;
}

function makeTokens(length: number): Tokens {
  return {
    count: 0,
    starts: new Int32Array(length + 1),
    ends: new Int32Array(length + 1),
    foldedStarts: new Int32Array(length + 2),
    folded: new Uint16Array(length + 16),
    gaps: new Uint8Array(length + 1),
    spaceless: new Uint8Array(length + 1),
  };
}

function forEachExpansion(table: FoldTable, unit: number, visit: (unit: number) => void): void {
  const { expansions, expansionPool } = table;
  let low = 0;
  let high = expansions.length / 3;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((expansions[middle * 3] ?? 0) < unit) low = middle + 1;
    else high = middle;
  }
  const offset = expansions[low * 3 + 1] ?? 0;
  const length = expansions[low * 3 + 2] ?? 0;
  for (let i = 0; i < length; i++) visit(expansionPool[offset + i] ?? 0);
}

/**
 * Spaces, hyphens and apostrophes join the words of a name. So does a full stop after one or two letters ("U.S.",
 * "St. Petersburg"), but not one that may end a sentence.
 */
function gapBefore(text: string, tokens: Tokens, start: number): number {
  if (tokens.count === 0) return gapBreaks;
  const previous = tokens.count - 1;
  const from = tokens.ends[previous] ?? 0;
  let commas = 0;
  let stops = 0;
  let others = 0;
  for (let at = from; at < start; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x2c) commas++;
    else if (unit === 0x2e) stops++;
    else if (!joins(unit)) others++;
  }
  if (others > 0 || start - from > 4) return gapBreaks;
  if (stops > 0) {
    const isAbbreviation = from - (tokens.starts[previous] ?? 0) <= 2;
    return stops === 1 && commas === 0 && isAbbreviation ? gapJoins : gapBreaks;
  }
  return commas === 0 ? gapJoins : commas === 1 ? gapComma : gapBreaks;
}

function joins(unit: number): boolean {
  const isSpace = unit === 0x20 || unit === 0xa0 || unit === 0x202f || unit === 0x2009;
  const isHyphen = unit === 0x2d || (unit >= 0x2010 && unit <= 0x2015) || unit === 0x30fb || unit === 0xb7;
  return isSpace || isHyphen || isApostrophe(unit);
}
