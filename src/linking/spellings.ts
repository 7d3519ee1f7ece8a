/** What is known of words by their spelling alone, found by hashes: most words of a text never become a string. */

import type { Language } from '../model/record.ts';
import { wordKindsOf } from './word-kinds.ts';

/** Two hashes of a word's UTF-16 units, the first never 0; two spellings with both in common do not occur by chance. */
export interface WordHash {
  first: number;
  second: number;
}

/** Sets `hash` to that of a stretch of text. */
export function hashWord(hash: WordHash, text: string, start: number, end: number): void {
  let first = 0;
  let second = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second + unit, 0x2c1b3c6d) ^ (second >>> 13);
  }
  hash.first = first || 1;
  hash.second = second;
}

/** A letter or figure of ASCII. */
export const isPlain = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);

/** Sets `hash` to that of the letters and figures of ASCII that begin at an offset, and gives their end: most words whole. */
export function hashPlain(hash: WordHash, text: string, start: number): number {
  let first = 0;
  let second = 0;
  let at = start;
  for (let unit = text.charCodeAt(at); isPlain(unit); unit = text.charCodeAt(++at)) {
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second + unit, 0x2c1b3c6d) ^ (second >>> 13);
  }
  hash.first = first || 1;
  hash.second = second;
  return at;
}

/** So many spellings of a language are kept; then it begins anew. */
const mostSpellings = 32_768;
const leastSlots = 4_096;
const slotSize = 3;
const isTaken = 0x100;

/** The kinds of the spellings met in texts of one language: a table of open addresses, at most half full. */
export class Spellings {
  readonly #kindsOf: (word: string) => number;
  /** Of each slot both hashes, then the kinds. */
  #table = new Int32Array(leastSlots * slotSize);
  #mask = leastSlots - 1;
  #count = 0;

  constructor(language: Language | null) {
    this.#kindsOf = wordKindsOf(language);
  }

  /** Bits of `WordKind`. `wordOf` gives the word in lower case; it is asked for once a spelling. */
  kindsOf({ first, second }: WordHash, wordOf: () => string): number {
    const slot = this.#slotOf(first, second);
    const known = this.#table[slot + 2] ?? 0;
    if (known & isTaken) return known & ~isTaken;
    const kinds = this.#kindsOf(wordOf());
    this.#put(slot, first, second, kinds | isTaken);
    this.#count++;
    if (this.#count * 2 > this.#mask) this.#grow();
    return kinds;
  }

  #slotOf(first: number, second: number): number {
    const table = this.#table;
    for (let at = (first ^ (first >>> 15)) & this.#mask; ; at = (at + 1) & this.#mask) {
      const slot = at * slotSize;
      if (table[slot + 2] === 0 || (table[slot] === first && table[slot + 1] === second)) return slot;
    }
  }

  #put(slot: number, first: number, second: number, value: number): void {
    this.#table[slot] = first;
    this.#table[slot + 1] = second;
    this.#table[slot + 2] = value;
  }

  #grow(): void {
    const old = this.#table;
    const isFull = this.#count >= mostSpellings;
    const slots = isFull ? leastSlots : (this.#mask + 1) * 2;
    this.#table = new Int32Array(slots * slotSize);
    this.#mask = slots - 1;
    if (isFull) this.#count = 0;
    for (let at = 0; at < old.length && !isFull; at += slotSize) {
      const [first = 0, second = 0, value = 0] = [old[at], old[at + 1], old[at + 2]];
      if (value !== 0) this.#put(this.#slotOf(first, second), first, second, value);
    }
  }
}

const byLanguage = new Map<string, Spellings>();

/** Those of a language, by its primary subtag. */
export function spellingsOf(language: Language | null): Spellings {
  const tag = language?.split('-')[0] ?? '';
  let spellings = byLanguage.get(tag);
  if (!spellings) {
    spellings = new Spellings(language);
    byLanguage.set(tag, spellings);
  }
  return spellings;
}
