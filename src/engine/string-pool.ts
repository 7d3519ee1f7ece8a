import { GrowingNumbers } from './growing-numbers.ts';

const blockSize = 1 << 15;

/** Strings that the engine carries for its caller, one after the other, in blocks as `GrowingNumbers` has them. */
export class StringPool {
  /** Where each string starts, and the end of the last. */
  readonly starts = new GrowingNumbers();
  #size = 0;
  readonly #blocks: Uint16Array[] = [];

  constructor() {
    this.starts.push(0);
  }

  /** Adds a string behind the others; its index. */
  add(text: string): number {
    for (let i = 0; i < text.length; i++) {
      const at = this.#size++ % blockSize;
      if (at === 0) this.#blocks.push(new Uint16Array(blockSize));
      (this.#blocks[this.#blocks.length - 1] as Uint16Array)[at] = text.charCodeAt(i);
    }
    this.starts.push(this.#size);
    return this.starts.length - 2;
  }

  /** The units of all strings. */
  units(): Uint16Array {
    const units = new Uint16Array(this.#size);
    this.#blocks.forEach((block, i) => {
      units.set(block.subarray(0, this.#size - i * blockSize), i * blockSize);
    });
    return units;
  }
}
