import type { Contestant } from '../contestant.ts';
import { joinUnit, simpleFoldTable } from '../simple-fold.ts';

/**
 * Folds and hashes each word and notes where it is, without looking it up: what no dictionary can be faster than. It has
 * no branch on what a unit is, since at the ends of words those are guessed wrong.
 */
export const floor: Contestant = {
  title: 'floor: fold and hash each word',
  isFloor: true,
  build: () => {
    let hashes = new Int32Array(0);
    let lengths = new Int32Array(0);
    let ends = new Int32Array(0);
    const nothing = new Int32Array(0);
    return {
      scan(text) {
        if (hashes.length <= text.length) {
          hashes = new Int32Array(text.length + 1);
          lengths = new Int32Array(text.length + 1);
          ends = new Int32Array(text.length + 1);
        }
        const count = hashWords(text, hashes, lengths, ends);
        if (count > text.length) throw new Error('more words than characters');
        return nothing;
      },
    };
  },
};

function hashWords(text: string, hashes: Int32Array, lengths: Int32Array, ends: Int32Array): number {
  const table = simpleFoldTable;
  let count = 0;
  let hash = 0;
  let length = 0;
  let wasWord = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = table[text.charCodeAt(i)] ?? 0;
    // All bits set inside a word, none in a gap.
    const inWord = (joinUnit - unit) >> 31;
    count += wasWord & ~inWord & 1;
    hash = Math.imul(hash ^ unit, 0x0100_0193) & inWord;
    length = (length + 1) & inWord;
    hashes[count] = hash;
    lengths[count] = length;
    ends[count] = i + 1;
    wasWord = inWord;
  }
  return count - wasWord;
}
