/** Quotation marks that a text puts around a name or a part of it, where the name is stored without. */

import { gapBetween, gapJoins } from './gap.ts';

/** What may close what each mark opens. Single marks are apostrophes, which join words anyway. */
const closings: ReadonlyMap<number, string> = new Map(
  Object.entries({
    '"': '"',
    '“': '”',
    '”': '”',
    // Often closed with what the keyboard has.
    '„': '“”"',
    '«': '»',
    '»': '«»',
    '‹': '›',
    '›': '‹',
  }).map(([opening, closing]) => [opening.charCodeAt(0), closing]),
);

/**
 * The marks that are open at a word of a name: one that stands before the name, which need not be closed within it, and,
 * times 65,536, one that opened inside, which must be closed where the name ends. `notAsked` until a gap asks for it.
 */
export type OpenMarks = number;

export const notAsked: OpenMarks = -1;
/** No mark opens or closes in the gap, and the words are parted. */
export const marksPart = -2;

const insideShift = 16;
const beforeMask = 0xffff;

interface Gap {
  /** Where the name starts. */
  readonly name: number;
  /** The word before the gap, and where the next one starts. */
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/**
 * The marks that are open behind a gap that would part two words, or `marksPart`: a mark must touch the word that it
 * belongs to, and the rest of the gap must join.
 */
export function marksAfterGap(text: string, { name, start, end, next }: Gap, open: OpenMarks): OpenMarks {
  if (next - end < 2) return marksPart;
  const inside = open > beforeMask ? open >>> insideShift : 0;
  const before = open === notAsked ? markBefore(text, name) : open & beforeMask;
  if (closes(inside || before, text.charCodeAt(end)) && gapBetween(text, start, end + 1, next) === gapJoins) {
    return inside ? before : 0;
  }
  const last = text.charCodeAt(next - 1);
  if (inside !== 0 || !closings.has(last)) return marksPart;
  return gapBetween(text, start, end, next - 1) === gapJoins ? (last << insideShift) | before : marksPart;
}

/** Whether a name may end at an offset: a mark that opened inside is closed there. */
export function areMarksClosed(text: string, end: number, open: OpenMarks): boolean {
  return open <= beforeMask || closes(open >>> insideShift, text.charCodeAt(end));
}

function markBefore(text: string, start: number): number {
  const unit = text.charCodeAt(start - 1);
  return closings.has(unit) ? unit : 0;
}

function closes(opening: number, unit: number): boolean {
  return closings.get(opening)?.includes(String.fromCharCode(unit)) === true;
}
