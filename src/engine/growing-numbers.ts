const blockShift = 15;
const blockSize = 1 << blockShift;
const blockMask = blockSize - 1;

/**
 * A list of unsigned 32-bit numbers that grows, without an object for any of them. It stays in blocks: an array that is
 * copied into a longer one leaves the shorter to the garbage collector, which takes its time.
 */
export class GrowingNumbers {
  length = 0;
  readonly #blocks: Uint32Array[] = [];

  push(value: number): void {
    if ((this.length & blockMask) === 0) this.#blocks.push(new Uint32Array(blockSize));
    this.set(this.length++, value);
  }

  at(index: number): number {
    return (this.#blocks[index >>> blockShift] as Uint32Array)[index & blockMask] as number;
  }

  set(index: number, value: number): void {
    (this.#blocks[index >>> blockShift] as Uint32Array)[index & blockMask] = value;
  }

  /** All numbers in one array. */
  toArray(): Uint32Array {
    const values = new Uint32Array(this.length);
    this.#blocks.forEach((block, i) => {
      values.set(block.subarray(0, this.length - i * blockSize), i * blockSize);
    });
    return values;
  }
}
