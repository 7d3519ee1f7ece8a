/** What may stand between two words of a name. */

import { isApostrophe } from './fold-table.ts';

export const gapJoins = 0;
export const gapComma = 1;
export const gapBreaks = 2;

/** No name has more between two of its words. */
const longestGap = 4;

/**
 * How the text between a word and the next one joins them. Spaces, hyphens and apostrophes join. So does a full stop
 * after one or two letters ("U.S.", "St. Petersburg") or with a word right behind it ("Booking.com"), but not one that may
 * end a sentence.
 */
export function gapBetween(text: string, start: number, end: number, next: number): number {
  // Nearly always one space.
  if (next - end === 1 && text.charCodeAt(end) === 0x20) return gapJoins;
  if (next - end > longestGap) return gapBreaks;
  let commas = 0;
  let stops = 0;
  for (let at = end; at < next; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x2c) commas++;
    else if (unit === 0x2e) stops++;
    else if (!joins(unit)) return gapBreaks;
  }
  if (stops > 0) {
    const isWithin = end - start <= 2 || next - end === 1;
    return stops === 1 && commas === 0 && isWithin ? gapJoins : gapBreaks;
  }
  return commas === 0 ? gapJoins : commas === 1 ? gapComma : gapBreaks;
}

/** Where, from an offset on, text may be cut without cutting a name: after the next character that always breaks. */
export function cutAfter(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a || unit === 0x3b || unit === 0x3a || unit === 0x21 || unit === 0x3f || unit === 0x28)
      return at + 1;
  }
  return text.length;
}

function joins(unit: number): boolean {
  const isSpace = unit === 0x20 || unit === 0xa0 || unit === 0x202f || unit === 0x2009;
  const isHyphen = unit === 0x2d || (unit >= 0x2010 && unit <= 0x2015) || unit === 0x30fb || unit === 0xb7;
  return isSpace || isHyphen || isApostrophe(unit);
}
