import { GrowingNumbers } from './growing-numbers.ts';

const blockSize = 1 << 16;
const encoder = new TextEncoder();

/** Strings that the engine carries for its caller, in UTF-8, one after the other, in blocks as `GrowingNumbers` has them. */
export class StringPool {
  /** Where each string starts, and the end of the last. */
  readonly starts = new GrowingNumbers();
  #size = 0;
  readonly #blocks: Uint8Array[] = [];

  constructor() {
    this.starts.push(0);
  }

  /** Adds a string behind the others; its index. */
  add(text: string): number {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 0x80) {
        this.#push(unit);
      } else {
        for (const byte of encoder.encode(text.slice(i))) this.#push(byte);
        break;
      }
    }
    this.starts.push(this.#size);
    return this.starts.length - 2;
  }

  #push(byte: number): void {
    const at = this.#size++ % blockSize;
    if (at === 0) this.#blocks.push(new Uint8Array(blockSize));
    (this.#blocks[this.#blocks.length - 1] as Uint8Array)[at] = byte;
  }

  /** The bytes of all strings. */
  bytes(): Uint8Array {
    const bytes = new Uint8Array(this.#size);
    this.#blocks.forEach((block, i) => {
      bytes.set(block.subarray(0, this.#size - i * blockSize), i * blockSize);
    });
    return bytes;
  }
}
