/** The words of a text, split once for every grammar that reads them, with those that each grammar begins at. */

import type { Span } from '../model/link.ts';
import type { Language } from '../model/record.ts';
import { characterClassAt, cyrillic, letter, mark, numeral, upper, wide } from './character-class.ts';
import { hashPlain, hashWord, isPlain, type Spellings, spellingsOf, type WordHash } from './spellings.ts';
import { type WordKind, wordKinds } from './word-kinds.ts';

export interface Token extends Span {
  /** In lower case, apostrophes straight and dots of abbreviations left out: "u.s." is `us`. */
  readonly word: string;
  readonly isCapitalised: boolean;
  /** What stands between the token before and this one; null at the start of a line. */
  readonly gap: string | null;
}

/** A token of a text that is cut out of it only when asked: grammars look at the words of few of those that they count. */
class PageToken implements Token {
  readonly #text: string;
  readonly #endBefore: number;
  readonly start: number;
  readonly end: number;
  #word: string | null = null;
  #gap: string | null | undefined;

  constructor(text: string, { start, end, endBefore }: Span & { endBefore: number }) {
    this.#text = text;
    this.#endBefore = endBefore;
    this.start = start;
    this.end = end;
  }

  get word(): string {
    this.#word ??= wordIn(this.#text, this.start, this.end);
    return this.#word;
  }

  get isCapitalised(): boolean {
    return (characterClassAt(this.#text, this.start) & upper) !== 0;
  }

  get gap(): string | null {
    if (this.#gap === undefined) this.#gap = gapIn(this.#text, this.#endBefore, this.start);
    return this.#gap;
  }
}

export interface TokenWindow {
  readonly tokens: readonly Token[];
  /** Index of the token at the place asked for. */
  readonly at: number;
}

/** In UTF-16 units; some twenty words. A bound, so that reading around every place stays linear in the text. */
const reach = 140;

/** Room for what is known of words while a text is split; how many there will be is not known. */
let scratch = { starts: new Int32Array(0), ends: new Int32Array(0), hashes: new Int32Array(0) };

export class PageWords {
  readonly #text: string;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  /** Of each word; 0 where it is joined to a number before it: "19th" has no word "th". */
  readonly #hashes: Int32Array;
  /** Those that were asked for, which are few. */
  readonly #tokens: Token[] = [];
  /** Of each word, the place of its token among them plus one; 0 where none was asked for. */
  readonly #tokenPlaces: Int32Array;
  readonly #places = new Map<number, number[]>(Object.values(wordKinds).map((kind) => [kind, []]));
  readonly #isInLowerCase = new Map<string, boolean>();

  constructor(text: string, language: Language | null) {
    this.#text = text;
    const most = (text.length >> 1) + 1;
    if (scratch.starts.length < most)
      scratch = {
        starts: new Int32Array(most),
        ends: new Int32Array(most),
        hashes: new Int32Array(most),
      };
    const { starts, ends, hashes } = scratch;
    const count = this.#split(spellingsOf(language));
    this.#starts = starts.slice(0, count);
    this.#ends = ends.slice(0, count);
    this.#hashes = hashes.slice(0, count);
    this.#tokenPlaces = new Int32Array(count);
  }

  /** Where the words of a kind begin, in text order. */
  placesOf(kind: WordKind): readonly number[] {
    return this.#places.get(kind) ?? [];
  }

  /** How many different words of a kind the text has. */
  countOf(kind: WordKind): number {
    const words = new Set<string>();
    for (const start of this.placesOf(kind)) {
      const index = this.#lastBefore(start + 1);
      if (this.#hashes[index] !== 0) words.add(this.#wordOf(index));
    }
    return words.size;
  }

  /** Says whether a word is also written in lower case somewhere in the text. */
  hasInLowerCase(word: string): boolean {
    let isIn = this.#isInLowerCase.get(word);
    if (isIn === undefined) {
      isIn = this.#findLowerCase(word.toLowerCase());
      this.#isInLowerCase.set(word, isIn);
    }
    return isIn;
  }

  #findLowerCase(lower: string): boolean {
    const first = lower.charAt(0);
    if (first === first.toUpperCase()) return false;
    const hash = { first: 0, second: 0 };
    hashWord(hash, lower, 0, lower.length);
    const hashes = this.#hashes;
    for (let index = hashes.indexOf(hash.first); index >= 0; index = hashes.indexOf(hash.first, index + 1)) {
      const isWhole = (this.#ends[index] ?? 0) - (this.#starts[index] ?? 0) === lower.length;
      if (isWhole && this.#text.startsWith(lower, this.#starts[index])) return true;
    }
    return false;
  }

  /** The word at an offset where one begins, in lower case, or null. */
  wordAt(offset: number): string | null {
    const index = this.#lastBefore(offset + 1);
    return this.#starts[index] === offset ? this.#wordOf(index) : null;
  }

  /** The tokens of the same line near an offset inside a word, or null when there is no word. */
  around(offset: number): TokenWindow | null {
    const index = this.#lastBefore(offset + 1);
    if (index < 0 || (this.#ends[index] ?? 0) <= offset) return null;
    let first = index;
    while (first > 0 && (this.#starts[first - 1] ?? 0) >= offset - reach && !this.#beginsLine(first)) first--;
    return { tokens: this.#tokensFrom(first, offset + reach), at: index - first };
  }

  /** The tokens inside a span of one line. */
  within({ start, end }: Span): readonly Token[] {
    return this.#tokensFrom(this.#lastBefore(start) + 1, end);
  }

  #lastBefore(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Up to the end of the line or an offset. */
  #tokensFrom(first: number, end: number): Token[] {
    const tokens: Token[] = [];
    for (let index = first; index < this.#starts.length && (this.#starts[index] ?? 0) < end; index++) {
      if (index > first && this.#beginsLine(index)) break;
      tokens.push(this.#token(index));
    }
    return tokens;
  }

  #token(index: number): Token {
    const place = this.#tokenPlaces[index] ?? 0;
    const known = place > 0 ? this.#tokens[place - 1] : undefined;
    if (known) return known;
    const [start = 0, end = 0] = [this.#starts[index], this.#ends[index]];
    const endBefore = index === 0 ? -1 : (this.#ends[index - 1] ?? 0);
    const token = new PageToken(this.#text, { start, end, endBefore });
    this.#tokenPlaces[index] = this.#tokens.push(token);
    return token;
  }

  #wordOf(index: number): string {
    return wordIn(this.#text, this.#starts[index] ?? 0, this.#ends[index] ?? 0);
  }

  #beginsLine(index: number): boolean {
    const to = this.#starts[index] ?? 0;
    for (let at = this.#ends[index - 1] ?? 0; at < to; at++)
      if (this.#text.charCodeAt(at) === 0x0a) return true;
    return index === 0;
  }

  /** Splits the text into `scratch` and gives the number of its words. */
  #split(spellings: Spellings): number {
    const text = this.#text;
    const { starts, ends, hashes } = scratch;
    const hash: WordHash = { first: 0, second: 0 };
    let [count, start, end] = [0, 0, -1];
    const wordOf = (): string => wordIn(text, start, end);
    for (let at = 0; at < text.length; ) {
      const kind = characterClassAt(text, at);
      if (!(kind & (letter | numeral))) {
        at += kind & wide ? 2 : 1;
        continue;
      }
      const isJoined = at === end;
      start = at;
      at = hashPlain(hash, text, start);
      end = at;
      if (kind & numeral) at = endOfNumber(text, start);
      else if (goesOn(text, start, at)) at = endOfWord(text, start, kind);
      if (at !== end) hashWord(hash, text, start, at);
      end = at;
      const kinds = spellings.kindsOf(hash, wordOf);
      if (kinds !== 0) this.#note(start, kinds);
      starts[count] = start;
      ends[count] = end;
      hashes[count] = isJoined ? 0 : hash.first;
      count++;
    }
    return count;
  }

  #note(start: number, kinds: number): void {
    for (let kind = 1; kind <= kinds; kind <<= 1) if (kinds & kind) this.#places.get(kind)?.push(start);
  }
}

/** Says whether more than the letters of ASCII from `start` to `at` may be the word: most words are no longer. */
function goesOn(text: string, start: number, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 0x80) return true;
  return (unit === 0x27 && text.charCodeAt(at + 1) >= 0x80) || (unit === 0x2e && at - start <= 1);
}

/** "2,400" and "28.5" are one word. */
function endOfNumber(text: string, from: number): number {
  let at = from;
  for (;;) {
    let kind = characterClassAt(text, at);
    while (at < text.length && kind & numeral) {
      at += kind & wide ? 2 : 1;
      kind = characterClassAt(text, at);
    }
    const unit = text.charCodeAt(at);
    const isInside = (unit === 0x2e || unit === 0x2c) && at + 1 < text.length;
    if (!isInside || !(characterClassAt(text, at + 1) & numeral)) return at;
    at++;
  }
}

/** "U.S." is one word, and so is "прем'єр". */
function endOfWord(text: string, from: number, first: number): number {
  const dotted = first & upper ? endOfDotted(text, from) : from;
  if (dotted > from) return dotted;
  let at = from + (first & wide ? 2 : 1);
  while (at < text.length) {
    const kind = characterClassAt(text, at);
    if (kind & (letter | mark | numeral)) at += kind & wide ? 2 : 1;
    else if (isApostrophe(text.charCodeAt(at)) && characterClassAt(text, at + 1) & cyrillic) at++;
    else break;
  }
  return at;
}

const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019;

/** The end of two or more capitals with full stops, or where it began. */
function endOfDotted(text: string, from: number): number {
  let at = from;
  let count = 0;
  for (;;) {
    const kind = characterClassAt(text, at);
    const stop = at + (kind & wide ? 2 : 1);
    if (!(kind & upper) || text.charCodeAt(stop) !== 0x2e) return count > 1 ? at : from;
    at = stop + 1;
    count++;
  }
}

/** What stands between two words; null at the start of a line, and before the first, where `from` is below 0. */
function gapIn(text: string, from: number, to: number): string | null {
  if (from < 0) return null;
  if (to - from === 1 && text.charCodeAt(from) === 0x20) return ' ';
  const gap = text.slice(from, to);
  return gap.includes('\n') ? null : gap;
}

/** A word of a text in lower case. */
function wordIn(text: string, start: number, end: number): string {
  const quote = text.slice(start, end);
  let isSmall = true;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (!isPlain(unit)) return lowerWord(quote);
    if (unit <= 0x5a && unit >= 0x41) isSmall = false;
  }
  return isSmall ? quote : quote.toLowerCase();
}

function lowerWord(quote: string): string {
  const isCapitalised = (characterClassAt(quote, 0) & upper) !== 0;
  const bare = isCapitalised && quote.includes('.') ? quote.replaceAll('.', '') : quote;
  return bare.toLowerCase().replace(/[’ʼ]/g, "'");
}
