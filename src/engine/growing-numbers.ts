const blockShift = 15;
const blockSize = 1 << blockShift;

/**
 * A list of unsigned 32-bit numbers that grows, without an object for any of them. It grows by blocks: an array that is
 * copied into a longer one leaves the shorter to the garbage collector, which takes its time.
 */
export class GrowingNumbers {
  length = 0;
  #block = new Uint32Array(0);
  readonly #blocks: Uint32Array[] = [];

  push(value: number): void {
    const at = this.length & (blockSize - 1);
    if (at === 0) {
      this.#block = new Uint32Array(blockSize);
      this.#blocks.push(this.#block);
    }
    this.#block[at] = value;
    this.length++;
  }

  /** All numbers in one array; the list is empty afterwards. */
  take(): Uint32Array {
    const values = new Uint32Array(this.length);
    this.#blocks.forEach((block, i) => {
      values.set(block.subarray(0, this.length - i * blockSize), i * blockSize);
    });
    this.#blocks.length = 0;
    this.length = 0;
    return values;
  }
}
