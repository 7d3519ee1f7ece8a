/** Unsigned numbers in as few bits each as the largest needs: 0 to 32. */

export interface PackedArray {
  readonly width: number;
  /** One word more than the numbers need, so that two can always be read. */
  readonly words: Uint32Array;
}

/** The narrowest array that holds these numbers. */
export function makePackedArray(values: Uint32Array): PackedArray {
  const { length } = values;
  let largest = 0;
  for (let i = 0; i < length; i++) largest = Math.max(largest, values[i] as number);
  const width = 32 - Math.clz32(largest);
  const words = new Uint32Array(Math.ceil((length * width) / 32) + 1);
  for (let i = 0; i < length; i++) {
    const { word, shift } = placeOf(i, width);
    const value = values[i] as number;
    words[word] = (words[word] as number) | (value << shift);
    if (shift > 0) words[word + 1] = (words[word + 1] as number) | ((value >>> 1) >>> (31 - shift));
  }
  return { width, words };
}

/** The number at an index. Beyond the end it is any number. */
export function packedAt({ width, words }: PackedArray, index: number): number {
  const { word, shift } = placeOf(index, width);
  const low = (words[word] as number) >>> shift;
  // Shifts by 32 do nothing in JavaScript.
  const high = ((words[word + 1] as number) << 1) << (31 - shift);
  return ((low | high) & (0xffff_ffff >>> (32 - width))) >>> 0;
}

/** In two steps, since bits are counted beyond 32 bits. */
function placeOf(index: number, width: number): { word: number; shift: number } {
  const bit = (index & 31) * width;
  return { word: (index >>> 5) * width + (bit >>> 5), shift: bit & 31 };
}
