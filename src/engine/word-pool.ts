import { GrowingNumbers } from './growing-numbers.ts';

const blockShift = 16;
const blockSize = 1 << blockShift;
const blockMask = blockSize - 1;

/**
 * The bytes of words, one after the other, in blocks as `GrowingNumbers` has them. It is a class of its own, since one that had
 * bytes here and numbers there made compiling half as slow again.
 */
export class WordPool {
  /** Bytes of all words. */
  size = 0;
  /** Where each word starts, and the end of the last. */
  readonly starts = new GrowingNumbers();
  readonly #blocks: Uint8Array[] = [];

  constructor() {
    this.starts.push(0);
  }

  /** Adds a word that lies somewhere in `bytes`. */
  add(bytes: Uint8Array, place: number, length: number): void {
    for (let from = place; from < place + length; from++) {
      if ((this.size & blockMask) === 0) this.#blocks.push(new Uint8Array(blockSize));
      const block = this.#blocks[this.size >>> blockShift] as Uint8Array;
      block[this.size++ & blockMask] = bytes[from] as number;
    }
    this.starts.push(this.size);
  }

  /** Whether a word is the one that lies somewhere in `bytes`. */
  isAt(word: number, bytes: Uint8Array, place: number, length: number): boolean {
    const start = this.starts.at(word);
    if (this.starts.at(word + 1) - start !== length) return false;
    let same = 0;
    while (same < length && this.#byteAt(start + same) === bytes[place + same]) same++;
    return same === length;
  }

  lengthOf(word: number): number {
    return this.starts.at(word + 1) - this.starts.at(word);
  }

  /** Writes a word to a place in `target`. */
  copyWord(word: number, target: Uint8Array, place: number): void {
    const start = this.starts.at(word);
    const length = this.starts.at(word + 1) - start;
    for (let i = 0; i < length; i++) target[place + i] = this.#byteAt(start + i);
  }

  /** The bytes of all words. */
  toArray(): Uint8Array {
    const bytes = new Uint8Array(this.size);
    this.#blocks.forEach((block, i) => {
      bytes.set(block.subarray(0, this.size - i * blockSize), i * blockSize);
    });
    return bytes;
  }

  #byteAt(index: number): number {
    return (this.#blocks[index >>> blockShift] as Uint8Array)[index & blockMask] as number;
  }
}
