/** What the words of a text may be forms of, among the tokens of some engines. */

import type { Engine } from './engine-format.ts';
import { hashSlack, hashWord } from './hash-word.ts';
import type { Declension, Scope } from './inflection/declension.ts';
import { type FoldedWord, findTokenOfBytes, maxTokenBytes } from './vocabulary.ts';
import { lengthOfWord, placeOfWord, type Words } from './words.ts';

/** A base form that a word may come from, or the word itself. */
export interface Reading {
  readonly token: number;
  /** Bits of the cases; all where the word stands as in the base form. */
  readonly cases: number;
  readonly scope: Scope;
  readonly isInflected: boolean;
  /** UTF-16 units of the base form. */
  readonly baseLength: number;
  /** Set where the word is capitals with a case ending: what the capitals are. */
  readonly capitals: string | null;
}

const anyCase = -1;
const shortestStem = 1;
const none: readonly Reading[] = [];
const nowhere: readonly Reading[][] = [];
const capitalsWithEnding = /^(\p{Lu}{2,})(\p{Ll}{1,3})$/u;

/** Each spelling is looked up once: the names of a text come again and again. */
export class InflectedWords {
  readonly #engines: readonly Engine[];
  readonly #declension: Declension;
  readonly #known = new Map<string, readonly Reading[][]>();
  /** One folded word at a time. */
  readonly #bytes = new Uint8Array(maxTokenBytes + hashSlack);
  readonly #word: FoldedWord = { hash: 0, place: 0, length: 0 };
  readonly #view = new DataView(this.#bytes.buffer);
  /** Of each engine the token that was asked for last, or -1. */
  readonly #tokens: Int32Array;

  constructor(engines: readonly Engine[], declension: Declension) {
    this.#engines = engines;
    this.#declension = declension;
    this.#tokens = new Int32Array(engines.length);
  }

  /** The readings of a word of a text in one of the engines. */
  of(text: string, words: Words, word: number, engineIndex: number): readonly Reading[] {
    const spelling = text.slice(words.starts[word], words.ends[word]);
    let known = this.#known.get(spelling);
    if (!known) {
      const place = placeOfWord(words, word);
      const folded = words.bytes.subarray(place, place + lengthOfWord(words, word));
      known = this.#find(spelling, folded);
      this.#known.set(spelling, known);
    }
    return known[engineIndex] ?? none;
  }

  #find(spelling: string, folded: Uint8Array): readonly Reading[][] {
    const { waysBack, longestEnding, longestBase, abbreviationEndings } = this.#declension;
    if (folded.length + longestBase > maxTokenBytes) return nowhere;
    const bytes = this.#bytes;
    bytes.set(folded);
    const own = { cases: anyCase, scope: 'any' as const, capitals: null };
    const readings: Reading[][] = [];
    if (this.#isToken(folded.length)) {
      this.#add(readings, { ...own, isInflected: false, baseLength: spelling.length });
    }
    const lower = spelling.toLowerCase();
    for (let length = 0; length <= longestEnding && length + shortestStem <= spelling.length; length++) {
      const ending = waysBack.get(lower.slice(lower.length - length));
      if (!ending) continue;
      const stemBytes = folded.length - ending.foldedBytes;
      const lastOfStem = lower.charCodeAt(lower.length - length - 1);
      for (const { base, stems, cases, scope } of ending.ways) {
        if (stems !== null && !stems.has(lastOfStem)) continue;
        for (let i = 0; i < base.length; i++) bytes[stemBytes + i] = base[i] as number;
        if (!this.#isToken(stemBytes + base.length)) continue;
        const baseLength = spelling.length - length + base.length;
        this.#add(readings, { cases, scope, isInflected: true, baseLength, capitals: null });
      }
      bytes.set(folded);
    }
    const [, capitals, ending] = capitalsWithEnding.exec(spelling) ?? [];
    const endingBytes = ending === undefined ? undefined : abbreviationEndings.get(ending);
    if (capitals && endingBytes !== undefined && this.#isToken(folded.length - endingBytes)) {
      this.#add(readings, { ...own, isInflected: true, baseLength: capitals.length, capitals });
    }
    return readings.length === 0 ? nowhere : readings;
  }

  /** Whether the word in the first bytes is a token of any engine; `#tokens` says which. */
  #isToken(length: number): boolean {
    const word = this.#word;
    word.length = length;
    word.hash = hashWord(this.#view, 0, length);
    let isAny = false;
    for (let index = 0; index < this.#engines.length; index++) {
      const token = findTokenOfBytes((this.#engines[index] as Engine).vocabulary, this.#bytes, word);
      this.#tokens[index] = token;
      if (token >= 0) isAny = true;
    }
    return isAny;
  }

  /** Adds a reading for each engine that has the word. */
  #add(readings: Reading[][], base: Omit<Reading, 'token'>): void {
    this.#tokens.forEach((token, index) => {
      readings[index] ??= [];
      if (token >= 0) readings[index]?.push({ ...base, token });
    });
  }
}
