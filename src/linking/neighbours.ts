/** What stands around a span: the words beside it, the line it is in, and whether capitals mean anything there. */

import type { Span } from '../model/link.ts';
import type { LanguageWords } from './languages/language-words.ts';

export interface Word extends Span {
  readonly text: string;
  /** True when joined to the span by a hyphen, not by a space. */
  readonly isHyphenated: boolean;
}

// A full stop ends a sentence or an abbreviated title; only after an initial ("J. Reiner", "U.S. Steel") a name goes on.
const wordBefore =
  /([\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[’'.][\p{L}\p{N}\p{M}]+)*)(\.?[ \u00a0]|[-\u2010\u2011\u2013])$/u;
const wordAfter = /^([ \u00a0]|[-\u2010\u2011\u2013])([\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[’'][\p{L}\p{M}]+)*)/u;
/** No word of interest is longer; it bounds what is cut out of the text for each question. */
const reach = 60;

/** The last answer: several questions about one mention follow each other. */
let lastAsked: { text: string; start: number; word: Word | null } = { text: '', start: 0, word: null };

/** The word before a span on the same line, or null where punctuation or the line's start stands between. */
export function wordBeforeSpan(text: string, { start }: Span): Word | null {
  if (lastAsked.start !== start || lastAsked.text !== text)
    lastAsked = { text, start, word: readWordBefore(text, start) };
  return lastAsked.word;
}

function readWordBefore(text: string, start: number): Word | null {
  const plain = plainWordBefore(text, start);
  if (plain) return plain;
  // A word has no white space: the expression is anchored at the end and would be tried from every character.
  let from = start - 1;
  const limit = Math.max(0, start - reach);
  while (from > limit && !/\s/.test(text.charAt(from - 1))) from--;
  const match = wordBefore.exec(text.slice(Math.max(0, from), start));
  if (!match) return null;
  const [whole, word = '', gap = ''] = match;
  if (gap.startsWith('.') && word.length > 1 && !word.includes('.')) return null;
  const at = start - whole.length;
  return { start: at, end: at + word.length, text: word, isHyphenated: !/[ \u00a0]/.test(gap) };
}

/** The word after a span, or null where punctuation, a possessive or the line's end stands between. */
export function wordAfterSpan(text: string, { end }: Span): Word | null {
  // Most often a stop, a comma or an apostrophe.
  const unit = text.charCodeAt(end);
  if (unit < 0x80 && unit !== 0x20 && unit !== 0x2d) return null;
  const plain = unit < 0x80 ? plainWordAfter(text, end) : null;
  if (plain) return plain;
  const match = wordAfter.exec(text.slice(end, end + reach));
  if (!match) return null;
  const [, gap = '', word = ''] = match;
  const at = end + gap.length;
  return { start: at, end: at + word.length, text: word, isHyphenated: !/[ \u00a0]/.test(gap) };
}

/** Nearly all words are letters of ASCII between spaces: they are read without the expression, which says the same. */
function plainWordBefore(text: string, start: number): Word | null {
  const gap = text.charCodeAt(start - 1);
  if (gap !== 0x20 && gap !== 0x2d) return null;
  const end = start - 1;
  const limit = Math.max(0, start - reach);
  let at = end;
  while (at > limit && isAsciiWord(text.charCodeAt(at - 1))) at--;
  const isWhole = at === 0 || text.charCodeAt(at - 1) === 0x20 || text.charCodeAt(at - 1) === 0x0a;
  if (at === end || !isWhole) return null;
  return { start: at, end, text: text.slice(at, end), isHyphenated: gap === 0x2d };
}

/** The same for the word after a space or a hyphen, where nothing stands in it that the expression has to judge. */
function plainWordAfter(text: string, end: number): Word | null {
  const start = end + 1;
  let at = start;
  while (at < start + longestPlain && isAsciiWord(text.charCodeAt(at))) at++;
  const unit = text.charCodeAt(at);
  const isWhole = at > start && at < start + longestPlain && unit < 0x80 && unit !== 0x27;
  return isWhole ? { start, end: at, text: text.slice(start, at), isHyphenated: text[end] === '-' } : null;
}

const longestPlain = 30;

const isAsciiWord = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);

/** The words of the same clause up to `limit` words before a span, nearest last, in lower case. */
export function clauseBefore(text: string, { start }: Span, limit: number): string[] {
  return (
    plainClauseBefore(text, start, limit) ??
    lowerWords(text.slice(clauseStart(text, start), start)).slice(-limit)
  );
}

/** The same where these words are letters of ASCII and no full stop is to be judged; else null. */
function plainClauseBefore(text: string, start: number, limit: number): string[] | null {
  const least = Math.max(0, start - clauseReach);
  const words: string[] = [];
  let end = -1;
  for (let at = start - 1; words.length < limit; at--) {
    const unit = at < least ? lineFeed : text.charCodeAt(at);
    if (unit >= 0x80 || unit === 0x2e) return null;
    if (isAsciiWord(unit)) {
      if (end < 0) end = at + 1;
      continue;
    }
    if (end >= 0) words.push(text.slice(at + 1, end).toLowerCase());
    end = -1;
    if (endsClause[unit]) break;
  }
  return words.reverse();
}

const lineFeed = 0x0a;

/** Where the clause begins that goes on to an offset, no further back than is read. */
function clauseStart(text: string, start: number): number {
  const limit = Math.max(0, start - clauseReach);
  for (let at = start - 1; at >= limit; at--) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80 ? endsClause[unit] : clauseEnd.test(text.charAt(at))) return at + 1;
    if (unit !== 0x2e) continue;
    const [gap = '', next] = sentenceAfterStop.exec(text.slice(at + 1, start)) ?? [];
    if (next !== undefined) return at + 1 + gap.length - next.length;
  }
  return limit;
}

const clauseReach = 120;
const clauseEnd = /[\n,;:!?()«»“”"]/;
const endsClause = Array.from({ length: 0x80 }, (_, unit) => clauseEnd.test(String.fromCharCode(unit)));
const sentenceAfterStop = /^\s+(\p{Lu})/u;

/** The words of an apposition after a span (", the US secretary of state,"), in lower case; none without the comma. */
export function appositionAfter(text: string, { end }: Span, limit: number): string[] {
  if (!text.startsWith(', ', end)) return [];
  const match = /^, ([^\n,;:.!?()]{3,120})/u.exec(text.slice(end, end + 130));
  return match ? lowerWords(match[1] ?? '').slice(0, limit) : [];
}

/** How many words `lowerWords` gives for a span. */
export function countWords(text: string, { start, end }: Span): number {
  let count = 0;
  let isInside = false;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80) return lowerWords(text.slice(start, end)).length;
    // The stop of "U.S." is inside a word.
    const isStop = unit === 0x2e && isAsciiCapital(text.charCodeAt(at - 1));
    if (isStop && isInside) continue;
    const isLetter = isAsciiWord(unit);
    if (isLetter && !isInside) count++;
    isInside = isLetter;
  }
  return count;
}

const isAsciiCapital = (unit: number): boolean => unit >= 0x41 && unit <= 0x5a;

/** Words in lower case, "U.S." as "us". */
export function lowerWords(text: string): string[] {
  if (/^[A-Za-z0-9]+$/.test(text)) return [text.toLowerCase()];
  if (!/[^\0-\x7f]/.test(text)) {
    const undotted = text.includes('.') ? text.replace(/(?<=[A-Z])\./g, '') : text;
    return undotted.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  }
  return (
    text
      .replace(/(?<=\p{Lu})\./gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

/** Says whether a word begins with a capital letter. */
export function isCapitalised(word: string): boolean {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return first !== first.toLowerCase();
}

/** Says whether a sentence or a quotation begins at an offset. */
export function isSentenceStart(text: string, offset: number): boolean {
  // Between two words of one sentence.
  if (text.charCodeAt(offset - 1) === 0x20 && isAsciiWord(text.charCodeAt(offset - 2))) return false;
  return (
    /(^|[\n.!?:…•—–]["“”«»'’)\]]*\s*|["“«‘(]\s*)$/u.test(text.slice(Math.max(0, offset - 8), offset)) ||
    offset === 0
  );
}

/** A line of so many UTF-16 units is no headline. */
const longestHeadline = 200;

/** How a line is written: in a headline's capitals a capital letter says nothing. */
export type LineCase = 'sentence' | 'title' | 'capitals';

/** Tells how lines are written, and remembers it of the last. */
export class TextCase {
  readonly #text: string;
  readonly #words: LanguageWords;
  /** The line that was asked for last: mentions come in text order. */
  #line: { readonly start: number; readonly end: number; readonly lineCase: LineCase } | null = null;

  constructor(text: string, words: LanguageWords) {
    this.#text = text;
    this.#words = words;
  }

  lineCase(offset: number): LineCase {
    const known = this.#line;
    if (known && offset >= known.start && offset <= known.end) return known.lineCase;
    const start = offset === 0 ? 0 : this.#text.lastIndexOf('\n', offset - 1) + 1;
    const next = this.#text.indexOf('\n', start);
    const end = next < 0 ? this.#text.length : next;
    const lineCase = this.#judge(this.#text.slice(start, end));
    this.#line = { start, end, lineCase };
    return lineCase;
  }

  #judge(line: string): LineCase {
    const { letters, upper } = countLetters(line);
    if (letters >= 4 && upper / letters > 0.8) return 'capitals';
    if (line.length >= longestHeadline) return 'sentence';
    const content = (line.match(/[\p{L}\p{M}]+/gu) ?? []).filter(
      (word) => word.length > 3 && !this.#words.functionWords.has(word.toLowerCase()),
    );
    const capitalised = content.filter(isCapitalised).length;
    const endsLikeSentence = /[.…]["”’)]*\s*$/u.test(line);
    const isHeadline = content.length >= 4 && !endsLikeSentence;
    return isHeadline && capitalised / content.length > 0.8 ? 'title' : 'sentence';
  }
}

function countLetters(line: string): { letters: number; upper: number } {
  let letters = 0;
  let upper = 0;
  for (let at = 0; at < line.length; at++) {
    const unit = line.charCodeAt(at);
    if (unit < 0x80) {
      if (unit >= 0x61 && unit <= 0x7a) letters++;
      else if (unit >= 0x41 && unit <= 0x5a) {
        letters++;
        upper++;
      }
      continue;
    }
    const character = String.fromCodePoint(line.codePointAt(at) ?? 0);
    if (character.length > 1) at++;
    if (!/\p{L}/u.test(character)) continue;
    letters++;
    if (/\p{Lu}/u.test(character)) upper++;
  }
  return { letters, upper };
}
