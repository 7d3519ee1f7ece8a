/**
 * How the names begin that are written in small letters, by language: any word of a text may begin one, and nearly none
 * does. Of the words that are left a search asks what they may be forms of.
 */

import { type FilterShape, shapeOfFilter } from './hash-filter.ts';
import { firstMask, hashEnd, hashStart, secondMask } from './hash-word.ts';

/** Three letters: what forms of a word have in common. In UTF-8 they are as many bytes, or twice as many. */
const shortOpening = 3;
const longOpening = 6;

/** The hash of how a folded word begins, the same for any language. */
export function hashOpening(bytes: DataView, place: number, length: number): number {
  const first = bytes.getInt32(place, true);
  const most = first & 0x80 ? longOpening : shortOpening;
  const size = Math.min(length, most);
  return hashEnd(
    hashStart(
      first & (firstMask[size] as number),
      bytes.getInt32(place + 4, true) & (secondMask[size] as number),
    ),
  );
}

/** The same for one language: its index among the strings plus 1, or 0 for none. */
export const ofLanguage = (opening: number, tag: number): number => opening ^ Math.imul(tag, 0x9e37_79b1);

/** The openings of an engine's small names in some languages. */
export class SmallStarts {
  readonly #filter: Uint32Array;
  readonly #shape: FilterShape;
  readonly #tags: readonly number[];

  constructor(filter: Uint32Array, tags: readonly number[]) {
    this.#filter = filter;
    this.#shape = shapeOfFilter(filter);
    this.#tags = tags;
  }

  /** Says whether a small name begins so; it says so of a few others too. */
  has(opening: number): boolean {
    const { shift, eighths } = this.#shape;
    const tags = this.#tags;
    for (let i = 0; i < tags.length; i++) {
      const hash = ofLanguage(opening, tags[i] as number);
      const bits = this.#filter[Math.imul(hash >>> shift, eighths) >>> 3] as number;
      if ((bits >>> hash) & (bits >>> (hash >>> 5)) & (bits >>> (hash >>> 10)) & 1) return true;
    }
    return false;
  }
}
