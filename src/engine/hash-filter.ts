/**
 * A Bloom filter of hashes: three bits of one word each. It says no to most of what is not in it, and never to what is.
 * Its length is a power of two of words, or 5, 6 or 7 eighths of one.
 */

/** How a hash chooses a word: its top bits times `eighths`, by 8. */
export interface FilterShape {
  readonly shift: number;
  readonly eighths: number;
}

/** A filter that is filled: of so many hashes, with at least so many bits for each. */
export class HashFilterBuilder {
  readonly words: Uint32Array;
  readonly #shape: FilterShape;

  constructor(count: number, bitsPerHash: number) {
    let size = 8;
    while (size * 32 < count * bitsPerHash) size *= 2;
    const eighths = Math.max(5, Math.min(8, Math.ceil((count * bitsPerHash * 8) / (size * 32))));
    this.words = new Uint32Array((size / 8) * eighths);
    this.#shape = shapeOfFilter(this.words);
  }

  add(hash: number): void {
    const at = Math.imul(hash >>> this.#shape.shift, this.#shape.eighths) >>> 3;
    this.words[at] = (this.words[at] as number) | (1 << hash) | (1 << (hash >>> 5)) | (1 << (hash >>> 10));
  }
}

export function shapeOfFilter(words: Uint32Array): FilterShape {
  let bits = 3;
  while (1 << bits < words.length) bits++;
  return { shift: 32 - bits, eighths: words.length >>> (bits - 3) };
}

/** One hash for two words that follow one another, in a name or in a text. */
export function hashPair(first: number, second: number): number {
  return Math.imul(first, 0x9e37_79b1) ^ second;
}
