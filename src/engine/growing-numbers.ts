/** A list of unsigned 32-bit numbers that grows, without an object for any of them. */
export class GrowingNumbers {
  length = 0;
  #values: Uint32Array;

  constructor(capacity = 1024) {
    this.#values = new Uint32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.#values.length) this.#grow();
    this.#values[this.length++] = value;
  }

  /** The numbers so far, not a copy: of no use once more are pushed. */
  get values(): Uint32Array {
    return this.#values.subarray(0, this.length);
  }

  #grow(): void {
    const grown = new Uint32Array(Math.ceil(this.#values.length * 1.5));
    grown.set(this.#values);
    this.#values = grown;
  }
}
