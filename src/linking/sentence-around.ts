import type { Span } from '../model/link.ts';
import { dateWordsOf } from './find-dates.ts';

/** No sentence is read further than this to either side, in UTF-16 units. */
const reach = 320;
/** In UTF-16 units. */
export const longestSentence = 2 * reach;
/** "U.S. officials" and "Nov. 23" go on. */
const sentenceEnd = /(?<![\s.]\p{Lu})[.!?…]["”’»)]*\s+(?=["“«„(]?\p{Lu})|\n/gu;

/** "Am 23. November": the full stop of an ordinal before a month. */
const germanMonths = dateWordsOf('de').months;

/** The sentence around an offset, within its line. */
export function sentenceAround(text: string, offset: number): Span {
  const from = Math.max(0, offset - reach);
  const piece = text.slice(from, offset + reach);
  let start = 0;
  for (const match of piece.matchAll(sentenceEnd)) {
    if (isOrdinal(piece, match.index, match[0])) continue;
    if (from + match.index >= offset) return { start: from + start, end: from + match.index };
    start = match.index + match[0].length;
  }
  return { start: from + start, end: from + piece.length };
}

function isOrdinal(piece: string, index: number, stop: string): boolean {
  if (!/(?<!\d)\d{1,2}$/.test(piece.slice(Math.max(0, index - 3), index))) return false;
  const next = /^\p{L}+/u.exec(piece.slice(index + stop.length, index + stop.length + 12))?.[0] ?? '';
  return germanMonths.has(next.toLowerCase());
}
