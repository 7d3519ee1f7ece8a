/** The words of a text, split once for every grammar that reads them, with those that each grammar begins at. */

import type { Span } from '../model/link.ts';
import type { Language } from '../model/record.ts';
import { characterClassAt, cyrillic, letter, mark, numeral, upper, wide } from './character-class.ts';
import { hashUnit, type Spelling, type Spellings, spellingsOf } from './spellings.ts';
import { type WordKind, wordKinds } from './word-kinds.ts';

export interface Token extends Span {
  /** In lower case, apostrophes straight and dots of abbreviations left out: "u.s." is `us`. */
  readonly word: string;
  readonly isCapitalised: boolean;
  /** What stands between the token before and this one; null at the start of a line. */
  readonly gap: string | null;
}

export interface TokenWindow {
  readonly tokens: readonly Token[];
  /** Index of the token at the place asked for. */
  readonly at: number;
}

/** In UTF-16 units; some twenty words. A bound, so that reading around every place stays linear in the text. */
const reach = 140;

/** Room for the offsets while a text is split; how many there will be is not known. */
let scratch = { starts: new Int32Array(0), ends: new Int32Array(0) };
/** How many pages were read, so that each has a number. */
let pages = 0;

export class PageWords {
  readonly #text: string;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #spellings: Spelling[] = [];
  readonly #tokens: (Token | undefined)[];
  readonly #places = new Map<number, number[]>(Object.values(wordKinds).map((kind) => [kind, []]));
  /** Those that a page has as words by themselves, each once as a rule. */
  readonly #distinct: Spelling[] = [];
  #quotes: ReadonlySet<string> | null = null;

  constructor(text: string, language: Language | null) {
    this.#text = text;
    const most = (text.length >> 1) + 1;
    if (scratch.starts.length < most) scratch = { starts: new Int32Array(most), ends: new Int32Array(most) };
    const { starts, ends } = scratch;
    const count = this.#split(starts, ends, spellingsOf(language));
    // Not grown as it is filled: an array with gaps is a slow table.
    this.#tokens = new Array(count);
    this.#starts = starts.slice(0, count);
    this.#ends = ends.slice(0, count);
  }

  /** Where the words of a kind begin, in text order. */
  placesOf(kind: WordKind): readonly number[] {
    return this.#places.get(kind) ?? [];
  }

  /** How many different words of a kind the text has. */
  countOf(kind: WordKind): number {
    let count = 0;
    const seen = new Set<string>();
    for (const { word, kinds } of this.#distinct) {
      if (!(kinds & kind) || seen.has(word)) continue;
      seen.add(word);
      count++;
    }
    return count;
  }

  /** Says whether a word is also written in lower case somewhere in the text. */
  hasInLowerCase(word: string): boolean {
    const lower = word.toLowerCase();
    const first = lower.charAt(0);
    if (first === first.toUpperCase()) return false;
    this.#quotes ??= new Set(this.#distinct.map(({ quote }) => quote));
    return this.#quotes.has(lower);
  }

  /** The word at an offset where one begins, in lower case, or null. */
  wordAt(offset: number): string | null {
    const index = this.#lastBefore(offset + 1);
    return this.#starts[index] === offset ? (this.#spellings[index]?.word ?? null) : null;
  }

  /** The tokens of the same line near an offset inside a word, or null when there is no word. */
  around(offset: number): TokenWindow | null {
    const index = this.#lastBefore(offset + 1);
    if (index < 0 || (this.#ends[index] ?? 0) <= offset) return null;
    let first = index;
    while (first > 0 && (this.#starts[first - 1] ?? 0) >= offset - reach && this.#token(first).gap !== null)
      first--;
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
      const token = this.#token(index);
      if (index > first && token.gap === null) break;
      tokens.push(token);
    }
    return tokens;
  }

  #token(index: number): Token {
    const known = this.#tokens[index];
    if (known) return known;
    const { word = '', isCapitalised = false } = this.#spellings[index] ?? {};
    const [start = 0, end = 0] = [this.#starts[index], this.#ends[index]];
    const token = { start, end, word, isCapitalised, gap: this.#gapBefore(index) };
    this.#tokens[index] = token;
    return token;
  }

  #gapBefore(index: number): string | null {
    if (index === 0) return null;
    const from = this.#ends[index - 1] ?? 0;
    const to = this.#starts[index] ?? 0;
    if (to - from === 1 && this.#text.charCodeAt(from) === 0x20) return ' ';
    const gap = this.#text.slice(from, to);
    return gap.includes('\n') ? null : gap;
  }

  /** Splits the text and gives the number of its words. */
  #split(starts: Int32Array, ends: Int32Array, spellings: Spellings): number {
    const text = this.#text;
    const page = ++pages;
    // One for all words, for it is read at once.
    const found = { text, start: 0, end: 0, hash: 0, isCapitalised: false };
    let count = 0;
    let end = -1;
    for (let at = 0; at < text.length; ) {
      const kind = characterClassAt(text, at);
      if (!(kind & (letter | numeral))) {
        at += kind & wide ? 2 : 1;
        continue;
      }
      const start = at;
      // "19th" has no word "th".
      const isJoined = start === end;
      let hash = 0;
      for (; isPlain(text.charCodeAt(at)); at++) hash = hashUnit(hash, text.charCodeAt(at));
      end = at;
      if (kind & numeral || goesOn(text, start, at)) {
        end = kind & numeral ? endOfNumber(text, start) : endOfWord(text, start, kind);
        hash = 0;
        for (at = start; at < end; at++) hash = hashUnit(hash, text.charCodeAt(at));
      }
      found.start = start;
      found.end = end;
      found.hash = hash;
      found.isCapitalised = (kind & upper) !== 0;
      const spelling = spellings.of(found);
      if (!isJoined && spelling.lastPage !== page) {
        spelling.lastPage = page;
        this.#distinct.push(spelling);
      }
      if (spelling.kinds !== 0) this.#note(start, spelling.kinds);
      this.#spellings.push(spelling);
      starts[count] = start;
      ends[count] = end;
      count++;
    }
    return count;
  }

  #note(start: number, kinds: number): void {
    for (let kind = 1; kind <= kinds; kind <<= 1) if (kinds & kind) this.#places.get(kind)?.push(start);
  }
}

/** A letter or figure of ASCII. */
const isPlain = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);

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
