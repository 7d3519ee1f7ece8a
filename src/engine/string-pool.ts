import type { GrowingNumbers } from './growing-numbers.ts';
import { WordPool } from './word-pool.ts';

const encoder = new TextEncoder();

/** Strings that the engine carries for its caller, in UTF-8. */
export class StringPool {
  readonly #pool = new WordPool();
  #room = new Uint8Array(256);
  #count = 0;

  /** Where each string starts, and the end of the last. */
  get starts(): GrowingNumbers {
    return this.#pool.starts;
  }

  /** Adds a string behind the others; its index. */
  add(text: string): number {
    // No unit takes more than three bytes.
    if (text.length * 3 > this.#room.length) this.#room = new Uint8Array(text.length * 3);
    this.#pool.add(this.#room, 0, encoder.encodeInto(text, this.#room).written);
    return this.#count++;
  }

  /** The bytes of all strings. */
  bytes(): Uint8Array {
    return this.#pool.toArray();
  }
}
