/** What the words of a text may be forms of, among the tokens of some engines. */

import { hasBit } from './bit-set.ts';
import type { Engine } from './engine-format.ts';
import { hashSlack, hashWord } from './hash-word.ts';
import type { Base, Declension, Ending, Scope } from './inflection/declension.ts';
import { isCapitalUnit, lowerUnit } from './letter-case.ts';
import { startNode } from './name-trie.ts';
import { type FoldedWord, findTokenOfBytes, maxTokenBytes } from './vocabulary.ts';
import { lengthOfWord, placeOfWord, type Words } from './words.ts';

/** A base form that a word may come from, or the word itself. */
export interface Reading {
  readonly token: number;
  /** Of the names that begin with the token, or -1 where none does. */
  readonly startNode: number;
  /** Bits of the cases; all where the word stands as in the base form. */
  readonly cases: number;
  readonly scope: Scope;
  readonly isInflected: boolean;
  /** UTF-16 units of the base form, and of the word in the text. */
  readonly baseLength: number;
  readonly length: number;
  /** Set where the word is capitals with a case ending: what the capitals are. */
  readonly capitals: string | null;
}

/** What a word may be in each engine, by the engine's index. */
export interface Readings {
  readonly all: readonly (readonly Reading[])[];
  /** Those that may begin a name of which some word is inflected; empty where there are none in any engine. */
  readonly first: readonly (readonly Reading[])[];
}

const anyCase = -1;
const nothing: Readings = { all: [], first: [] };
const capitalsWithEnding = /^(\p{Lu}{2,})(\p{Ll}{1,3})$/u;
const firstTableSize = 1 << 10;

/** Each spelling of a text is looked up once: its names come again and again. No string is made for a word. */
export class InflectedWords {
  readonly #engines: readonly Engine[];
  readonly #text: string;
  readonly #declension: Declension;
  /** Spellings by the hash of their units: the place in the lists below, plus 1; 0 where free. */
  #table = new Int32Array(firstTableSize);
  readonly #spellingStarts: number[] = [];
  readonly #spellingEnds: number[] = [];
  readonly #spellingHashes: number[] = [];
  readonly #readings: Readings[] = [];
  /** One folded word at a time. */
  readonly #bytes = new Uint8Array(maxTokenBytes + hashSlack);
  readonly #word: FoldedWord = { hash: 0, place: 0, length: 0 };
  readonly #view = new DataView(this.#bytes.buffer);
  /** Of each engine the token that was asked for last, or -1. */
  readonly #tokens: Int32Array;
  /** What is found of one word. */
  #all: Reading[][] | null = null;

  constructor(engines: readonly Engine[], { text, declension }: { text: string; declension: Declension }) {
    this.#engines = engines;
    this.#text = text;
    this.#declension = declension;
    this.#tokens = new Int32Array(engines.length);
  }

  /** What a word of the text may be. */
  of(words: Words, word: number): Readings {
    const text = this.#text;
    const start = words.starts[word] as number;
    const end = words.ends[word] as number;
    // The hash of the folded word tells most spellings apart; "WORD" and "Word" are neighbours.
    const hash = (words.hashes[word] as number) ^ text.charCodeAt(end - 1);
    let slot = hash & (this.#table.length - 1);
    for (;;) {
      const known = (this.#table[slot] as number) - 1;
      if (known < 0) break;
      if (this.#spellingHashes[known] === hash && this.#isSpelledAlike(known, start, end)) {
        return this.#readings[known] as Readings;
      }
      slot = (slot + 1) & (this.#table.length - 1);
    }
    const readings = this.#find(words, word);
    this.#spellingStarts.push(start);
    this.#spellingEnds.push(end);
    this.#spellingHashes.push(hash);
    this.#table[slot] = this.#readings.push(readings);
    if (this.#readings.length * 2 > this.#table.length) this.#grow();
    return readings;
  }

  #isSpelledAlike(known: number, start: number, end: number): boolean {
    const text = this.#text;
    let at = this.#spellingStarts[known] as number;
    if ((this.#spellingEnds[known] as number) - at !== end - start) return false;
    for (let other = start; other < end; other++) {
      if (text.charCodeAt(at++) !== text.charCodeAt(other)) return false;
    }
    return true;
  }

  #grow(): void {
    const table = new Int32Array(this.#table.length * 2);
    for (let known = 0; known < this.#readings.length; known++) {
      let slot = (this.#spellingHashes[known] as number) & (table.length - 1);
      while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1);
      table[slot] = known + 1;
    }
    this.#table = table;
  }

  #find(words: Words, word: number): Readings {
    const { noEnding, longestBase } = this.#declension;
    const text = this.#text;
    const start = words.starts[word] as number;
    const end = words.ends[word] as number;
    const folded = lengthOfWord(words, word);
    if (folded + longestBase > maxTokenBytes) return nothing;
    const bytes = this.#bytes;
    const place = placeOfWord(words, word);
    for (let i = 0; i < folded; i++) bytes[i] = words.bytes[place + i] as number;
    this.#all = null;
    const length = end - start;
    if (this.#isToken(folded)) this.#add({ ...itself, length, baseLength: length });
    // From the end of the word: each letter makes the ending one longer and is what stands before the shorter one.
    let ending: Ending | null = noEnding;
    for (let stemEnd = end; ending !== null && stemEnd > start; stemEnd--) {
      const stemBytes: number = folded - ending.foldedBytes;
      if (stemBytes < 1) break;
      const after = ending.after.get(lowerUnit(text.charCodeAt(stemEnd - 1)));
      const bases: readonly Base[] = after ? after.bases : ending.bases;
      for (let b = 0; b < bases.length; b++) {
        const base = bases[b] as Base;
        for (let i = 0; i < base.bytes.length; i++) bytes[stemBytes + i] = base.bytes[i] as number;
        if (!this.#isToken(stemBytes + base.bytes.length)) continue;
        const baseLength = stemEnd - start + base.length;
        for (const { cases, scope } of base.uses) {
          this.#add({ cases, scope, isInflected: true, baseLength, length, capitals: null });
        }
      }
      for (let i = stemBytes; i < folded; i++) bytes[i] = words.bytes[place + i] as number;
      ending = after ? after.longer : null;
    }
    if (length > 2 && isCapitalUnit(text.charCodeAt(start + 1)) && !isCapitalUnit(text.charCodeAt(end - 1))) {
      this.#addAbbreviation(text.slice(start, end), folded);
    }
    return this.#all ? { all: this.#all, first: this.#firstOf(this.#all) } : nothing;
  }

  #addAbbreviation(spelling: string, folded: number): void {
    const [, capitals, ending] = capitalsWithEnding.exec(spelling) ?? [];
    const endingBytes = ending === undefined ? undefined : this.#declension.abbreviationEndings.get(ending);
    if (!capitals || endingBytes === undefined || !this.#isToken(folded - endingBytes)) return;
    const lengths = { length: spelling.length, baseLength: capitals.length };
    this.#add({ ...itself, ...lengths, isInflected: true, capitals });
  }

  #firstOf(all: readonly (readonly Reading[])[]): Readings['first'] {
    const first = all.map((readings, index) => {
      const { trie } = this.#engines[index] as Engine;
      return readings.filter(
        ({ startNode: node, isInflected }) => node >= 0 && (isInflected || hasBit(trie.parents.bits, node)),
      );
    });
    return first.some(({ length }) => length > 0) ? first : nothing.first;
  }

  /** Whether the word in the first bytes is a token of any engine; `#tokens` says which. */
  #isToken(length: number): boolean {
    const word = this.#word;
    word.length = length;
    word.hash = hashWord(this.#view, 0, length);
    let isAny = false;
    for (let index = 0; index < this.#engines.length; index++) {
      const token = findTokenOfBytes((this.#engines[index] as Engine).vocabulary, this.#view, word);
      this.#tokens[index] = token;
      if (token >= 0) isAny = true;
    }
    return isAny;
  }

  /** Adds a reading for each engine that has the word. */
  #add(base: Omit<Reading, 'token' | 'startNode'>): void {
    this.#all ??= this.#engines.map(() => []);
    for (let index = 0; index < this.#engines.length; index++) {
      const token = this.#tokens[index] as number;
      if (token < 0) continue;
      const { trie } = this.#engines[index] as Engine;
      this.#all[index]?.push({ ...base, token, startNode: startNode(trie, token) });
    }
  }
}

/** A word that stands as it is in the base form. */
const itself = { cases: anyCase, scope: 'any', isInflected: false, capitals: null } as const;
