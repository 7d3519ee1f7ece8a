import type { Engine } from './engine-format.ts';
import { hashPair, shapeOfFilter } from './hash-filter.ts';
import type { Words } from './words.ts';

/** The word may be a name, or may be followed by the next word in one. */
export const mayEnd = 1;
export const mayGoOn = 2;
/** A word's index lies above these flags. */
export const wordShift = 2;

/**
 * How many words may be part of a name of the engine other than its last; `starts` has them in order. Filters of a
 * few bits a name drop nearly all others: no branch depends on a word, and no other memory is touched.
 */
export function findStarts(
  { nameFilter, pairFilter }: Pick<Engine, 'nameFilter' | 'pairFilter'>,
  { hashes, count: wordCount }: Words,
  starts: Int32Array,
): number {
  const name = shapeOfFilter(nameFilter);
  const pair = shapeOfFilter(pairFilter);
  const nameShift = name.shift;
  const nameEighths = name.eighths;
  const pairShift = pair.shift;
  const pairEighths = pair.eighths;
  let count = 0;
  // Shifts look at the lowest five bits of what they shift by.
  let hash = hashes[0] as number;
  for (let word = 0; word < wordCount; word++) {
    const next = hashes[word + 1] as number;
    const both = hashPair(hash, next);
    const nameBits = nameFilter[Math.imul(hash >>> nameShift, nameEighths) >>> 3] as number;
    const pairBits = pairFilter[Math.imul(both >>> pairShift, pairEighths) >>> 3] as number;
    const isName = (nameBits >>> hash) & (nameBits >>> (hash >>> 5)) & (nameBits >>> (hash >>> 10)) & 1;
    const isPair = (pairBits >>> both) & (pairBits >>> (both >>> 5)) & (pairBits >>> (both >>> 10)) & 1;
    starts[count] = (word << wordShift) | (isPair << 1) | isName;
    count += isName | isPair;
    hash = next;
  }
  return count;
}
