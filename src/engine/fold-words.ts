/** Splits text into words and folds and hashes each: the one pass over every character that a reader's page costs. */

import {
  expansionOf,
  type FoldTable,
  firstSpecialFold,
  foldCharacter,
  foldExpanded,
  foldIgnored,
  foldSpaceless,
  isSpaceless,
  isWordCharacter,
} from './fold-table.ts';

/** Words of one stretch of text, in order. Only the first `count` entries hold. */
export interface Words {
  count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Of the folded units; mixed before use, see `mixHash`. */
  readonly hashes: Int32Array;
}

const seed = 0x1b87_3593;
const multiplier = 0x9e37_79b1 | 0;

/** Room for the words of a stretch of text of some length. */
export function makeWords(length: number): Words {
  const size = length + 2;
  return { count: 0, starts: new Int32Array(size), ends: new Int32Array(size), hashes: new Int32Array(size) };
}

/**
 * Fills `words` with the words of `text` in [from, to); characters of scripts without spaces are words of their own.
 * A word at an end of the stretch is cut there: cut text between words.
 *
 * The loop has no branch that depends on where words begin and end, since a mispredicted one costs more than the
 * arithmetic: it writes start, end and hash of the open word at every character and moves on when a word has ended.
 */
export function foldWords(text: string, from: number, to: number, table: FoldTable, words: Words): void {
  const { units } = table;
  const { starts, ends, hashes } = words;
  let count = 0;
  let hash = seed;
  let start = from;
  /** 1 inside a word, 0 outside. */
  let inWord = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    const folded = units[unit] as number;
    if (folded < firstSpecialFold) {
      const isWord = (folded + 0xffff) >>> 16;
      const mask = -isWord;
      count += inWord & (isWord ^ 1);
      start = (start & -inWord) | (at & (inWord - 1));
      hash = (Math.imul(hash ^ folded, multiplier) & mask) | (seed & ~mask);
      starts[count] = start;
      ends[count] = at + 1;
      hashes[count] = hash;
      inWord = isWord;
      continue;
    }
    if (folded === foldIgnored) {
      // Belongs to the word it stands in; before a word it is nothing.
      if (inWord) ends[count] = at + 1;
      continue;
    }
    let folds: ArrayLike<number> = [];
    let width = 1;
    let isOwnWord = folded === foldSpaceless;
    if (folded === foldExpanded || isOwnWord) {
      folds = expansionOf(table, unit);
    } else {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      width = character.length;
      if (width === 2 && isWordCharacter(character)) {
        folds = unitsOf(foldCharacter(character));
        isOwnWord = isSpaceless(character);
      }
    }
    if ((isOwnWord || folds.length === 0) && inWord) {
      count++;
      inWord = 0;
    }
    if (folds.length > 0) {
      if (!inWord) {
        start = at;
        hash = seed;
      }
      for (let i = 0; i < folds.length; i++) hash = Math.imul(hash ^ (folds[i] as number), multiplier);
      starts[count] = start;
      ends[count] = at + width;
      hashes[count] = hash;
      inWord = 1;
    }
    at += width - 1;
    if (isOwnWord) {
      while (at + 1 < to && units[text.charCodeAt(at + 1)] === foldIgnored) at++;
      ends[count] = at + 1;
      count++;
      inWord = 0;
    }
    if (!inWord) hash = seed;
  }
  words.count = count + inWord;
}

/** Spreads a word's hash over all 32 bits, so that any of them can be used. Unsigned. */
export function mixHash(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x7feb_352d);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x846c_a68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The folded units of a word, for exact comparison. */
export function foldedWord(text: string, start: number, end: number, table: FoldTable): string {
  let folded = '';
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    const value = table.units[unit] ?? 0;
    if (value < firstSpecialFold) {
      folded += String.fromCharCode(value);
    } else if (value === foldExpanded || value === foldSpaceless) {
      folded += String.fromCharCode(...Array.from(expansionOf(table, unit)));
    } else if (value !== foldIgnored) {
      folded += foldCharacter(String.fromCodePoint(text.codePointAt(at) ?? 0));
      at++;
    }
  }
  return folded;
}

function unitsOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
}
