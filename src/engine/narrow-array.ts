/** An array of unsigned numbers in as few whole bytes each as the largest needs: 0 to 4. */

export interface NarrowArray {
  readonly width: number;
  /** The low 16 bits where the width is 2 or more, else empty. */
  readonly low: Uint16Array;
  /** The third byte where the width is 3, the only one where it is 1, else empty. */
  readonly byte: Uint8Array;
  /** The high 16 bits where the width is 4, else empty. */
  readonly high: Uint16Array;
}

/** The narrowest array that holds these numbers. */
export function makeNarrowArray(values: ArrayLike<number>): NarrowArray {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, values[i] as number);
  const width = largest === 0 ? 0 : largest < 1 << 8 ? 1 : largest < 1 << 16 ? 2 : largest < 1 << 24 ? 3 : 4;
  const length = values.length;
  const array = {
    width,
    low: new Uint16Array(width >= 2 ? length : 0),
    byte: new Uint8Array(width === 1 || width === 3 ? length : 0),
    high: new Uint16Array(width === 4 ? length : 0),
  };
  for (let i = 0; i < length; i++) {
    const value = values[i] as number;
    if (width >= 2) array.low[i] = value;
    if (width === 1) array.byte[i] = value;
    if (width === 3) array.byte[i] = value >>> 16;
    if (width === 4) array.high[i] = value >>> 16;
  }
  return array;
}

/** The number at an index; 0 beyond the end. */
export function narrowAt(array: NarrowArray, index: number): number {
  switch (array.width) {
    case 0:
      return 0;
    case 1:
      return array.byte[index] ?? 0;
    case 2:
      return array.low[index] ?? 0;
    case 3:
      return (array.low[index] ?? 0) | ((array.byte[index] ?? 0) << 16);
    default:
      return ((array.low[index] ?? 0) | ((array.high[index] ?? 0) << 16)) >>> 0;
  }
}
