/** The words around a place in the text, for the grammars that read a few of them to either side. */

import type { Span } from '../model/link.ts';

export interface Token extends Span {
  /** In lower case, apostrophes straight and dots of abbreviations left out: "u.s." is `us`. */
  readonly word: string;
  readonly isCapitalised: boolean;
  /** What stands between the token before and this one; null at the start of what was read. */
  readonly gap: string | null;
}

export interface TokenWindow {
  readonly tokens: readonly Token[];
  /** Index of the token at the place asked for. */
  readonly at: number;
}

const tokenPattern =
  /\p{N}+(?:[.,]\p{N}+)*|(?:\p{Lu}\.){2,}|\p{L}(?:[\p{L}\p{M}\p{N}]|['’ʼ](?=\p{Script=Cyrillic}))*/gu;

/** In UTF-16 units; some fifteen words. A bound, so that reading around every place stays linear in the text. */
const reachBefore = 140;
const reachAfter = 140;

/** The tokens of the same line around an offset inside a word, or null when there is no word. */
export function tokensAround(
  text: string,
  offset: number,
  { before = reachBefore, after = reachAfter } = {},
): TokenWindow | null {
  const reached = Math.max(0, offset - before);
  const from = reached + text.slice(reached, offset).lastIndexOf('\n') + 1;
  const piece = text.slice(from, offset + after);
  const newline = piece.indexOf('\n', offset - from);
  const tokens = tokenise(newline < 0 ? piece : piece.slice(0, newline), from);
  // What begins in the middle of a word is none.
  if (from > 0 && tokens.length > 0 && /[\p{L}\p{N}\p{M}]/u.test(text[from - 1] ?? '')) tokens.shift();
  const at = tokens.findIndex(({ start, end }) => start <= offset && offset < end);
  return at < 0 ? null : { tokens, at };
}

function tokenise(piece: string, from: number): Token[] {
  const tokens: Token[] = [];
  let end: number | null = null;
  for (const match of piece.matchAll(tokenPattern)) {
    const [found] = match;
    tokens.push({
      start: from + match.index,
      end: from + match.index + found.length,
      word: (found.includes('.') && /^\p{Lu}/u.test(found) ? found.replaceAll('.', '') : found)
        .toLowerCase()
        .replace(/[’ʼ]/g, "'"),
      isCapitalised: /^\p{Lu}/u.test(found),
      gap: end === null ? null : piece.slice(end, match.index),
    });
    end = match.index + found.length;
  }
  return tokens;
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
