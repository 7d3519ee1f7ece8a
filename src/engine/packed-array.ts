/** Unsigned numbers in as few bits each as the largest needs: 0 to 32. */

export interface PackedArray {
  readonly width: number;
  /** One word more than the numbers need, so that two can always be read. */
  readonly words: Uint32Array;
}

/** The narrowest array that holds the first `length` numbers, in their place: `numbers` has at least one more. */
export function packInPlace(numbers: Uint32Array, length: number): PackedArray {
  let largest = 0;
  for (let i = 0; i < length; i++) largest = Math.max(largest, numbers[i] as number);
  const width = widthOf(largest);
  // No word is written before the number that stood there has been read.
  let word = 0;
  let at = 0;
  let used = 0;
  for (let i = 0; i < length; i++) {
    const value = numbers[i] as number;
    word |= value << used;
    used += width;
    if (used < 32) continue;
    numbers[at++] = word;
    used -= 32;
    word = used > 0 ? value >>> (width - used) : 0;
  }
  numbers.fill(0, at, wordsFor(length, width));
  if (used > 0) numbers[at] = word;
  return { width, words: numbers.subarray(0, wordsFor(length, width)) };
}

/** Room for so many numbers, none of them above the largest; all are 0. */
export function makePackedArray(length: number, largest: number): PackedArray {
  const width = widthOf(largest);
  return { width, words: new Uint32Array(wordsFor(length, width)) };
}

/** The same array with room for its first `length` numbers only; its words are not copied. */
export function firstOfPacked({ width, words }: PackedArray, length: number): PackedArray {
  return { width, words: words.subarray(0, wordsFor(length, width)) };
}

/** Bits for numbers up to the largest. */
export const widthOf = (largest: number): number => 32 - Math.clz32(largest);
const wordsFor = (length: number, width: number): number => Math.ceil((length * width) / 32) + 1;

/** Puts a number where there is a 0. */
export function putPacked({ width, words }: PackedArray, index: number, value: number): void {
  const { word, shift } = placeOf(index, width);
  words[word] = (words[word] as number) | (value << shift);
  if (shift > 0) words[word + 1] = (words[word + 1] as number) | ((value >>> 1) >>> (31 - shift));
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
