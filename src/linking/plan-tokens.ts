/** The words around a place in the text, for the grammars that read a few of them to either side. */

import type { Span } from '../model/link.ts';
import { lastIndexBefore } from './last-before.ts';

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

const tokenPattern =
  /\p{N}+(?:[.,]\p{N}+)*|(?:\p{Lu}\.){2,}|\p{L}(?:[\p{L}\p{M}\p{N}]|['’ʼ](?=\p{Script=Cyrillic}))*/gu;

/** The same for lines in ASCII, as most English ones are: without tables. */
const asciiTokenPattern = /[0-9]+(?:[.,][0-9]+)*|(?:[A-Z]\.){2,}|[A-Za-z][A-Za-z0-9]*/g;

/** In UTF-16 units; some twenty words. A bound, so that reading around every place stays linear in the text. */
const reach = 140;

/** Reads words around places of one text. Lines are split into words when something in them is asked for, each once. */
export class TokenReader {
  readonly #text: string;
  readonly #lines = new Map<number, readonly Token[]>();
  #lineStart = 0;
  #lineEnd = -1;
  #tokens: readonly Token[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** The tokens of the same line near an offset inside a word, or null when there is no word. */
  around(offset: number): TokenWindow | null {
    this.#readLine(offset);
    const index = lastIndexBefore(this.#tokens, offset + 1);
    const token = this.#tokens[index];
    if (!token || token.end <= offset) return null;
    const first = lastIndexBefore(this.#tokens, offset - reach) + 1;
    const last = lastIndexBefore(this.#tokens, offset + reach);
    return { tokens: this.#tokens.slice(first, last + 1), at: index - first };
  }

  /** The tokens inside a span of one line. */
  within({ start, end }: Span): readonly Token[] {
    this.#readLine(start);
    const first = lastIndexBefore(this.#tokens, start) + 1;
    return this.#tokens.slice(first, lastIndexBefore(this.#tokens, end) + 1);
  }

  #readLine(offset: number): void {
    if (offset >= this.#lineStart && offset < this.#lineEnd) return;
    const end = this.#text.indexOf('\n', offset);
    this.#lineStart = this.#text.lastIndexOf('\n', offset - 1) + 1;
    this.#lineEnd = end < 0 ? this.#text.length : end;
    this.#tokens =
      this.#lines.get(this.#lineStart) ??
      tokenise(this.#text.slice(this.#lineStart, this.#lineEnd), this.#lineStart);
    this.#lines.set(this.#lineStart, this.#tokens);
  }
}

function tokenise(piece: string, from: number): Token[] {
  const tokens: Token[] = [];
  let end: number | null = null;
  const pattern = /[^\0-\x7f]/.test(piece) ? tokenPattern : asciiTokenPattern;
  for (const match of piece.matchAll(pattern)) {
    const [found] = match;
    tokens.push({
      start: from + match.index,
      end: from + match.index + found.length,
      word: wordOf(found),
      isCapitalised: isUpperCase(found),
      gap: end === null ? null : piece.slice(end, match.index),
    });
    end = match.index + found.length;
  }
  return tokens;
}

function wordOf(found: string): string {
  const bare = found.includes('.') && isUpperCase(found) ? found.replaceAll('.', '') : found;
  const lower = bare.toLowerCase();
  return /[’ʼ]/.test(lower) ? lower.replace(/[’ʼ]/g, "'") : lower;
}

function isUpperCase(word: string): boolean {
  const unit = word.charCodeAt(0);
  // Nearly all words begin with a letter of ASCII, which needs no table.
  return unit < 0x80 ? unit >= 0x41 && unit <= 0x5a : /^\p{Lu}/u.test(word);
}

/** Says whether a gap is one space or one hyphen: the words belong to one phrase. */
export const isClose = (gap: string | null | undefined): boolean =>
  gap !== null && gap !== undefined && /^(?:[ \u00a0\u202f]|-|\u00ad|[\u2010-\u2013])$/u.test(gap);

export const isHyphen = (gap: string | null | undefined): boolean =>
  gap !== null && gap !== undefined && /^(?:-|[\u2010-\u2013])$/u.test(gap);

/** As `isClose`, also over quotation marks: 'the “28-point” plan'. */
export const isLoose = (gap: string | null | undefined): boolean =>
  gap !== null &&
  gap !== undefined &&
  (isClose(gap) || /^["“”„«»'’]{0,2}[ \u00a0]["“”„«»'’]{0,2}$|^['’]$/u.test(gap));

export const hasComma = (gap: string | null | undefined): boolean =>
  gap !== null && gap !== undefined && /^["”’»]?,["”’»]? $/u.test(gap);

/** Says whether a gap keeps two words in one sentence. */
export const isInSentence = (gap: string | null | undefined): boolean =>
  gap !== null && gap !== undefined && !/[.!?;:…\n]/u.test(gap);
