/** A set of small numbers as bits, which also tells how many members lie below a number. */

export interface BitSet {
  readonly bits: Uint32Array;
  /** Members before every fourth word of `bits`. */
  readonly ranks: Uint32Array;
}

/** Bits for numbers below `size`, none of them set. */
export function makeBits(size: number): Uint32Array {
  return new Uint32Array((size >>> 5) + 1);
}

export function setBit(bits: Uint32Array, member: number): void {
  bits[member >>> 5] = (bits[member >>> 5] as number) | (1 << (member & 31));
}

/** The set of the bits. */
export function makeBitSet(bits: Uint32Array): BitSet {
  const ranks = new Uint32Array((bits.length >>> 2) + 1);
  let count = 0;
  for (let word = 0; word < bits.length; word++) {
    if ((word & 3) === 0) ranks[word >>> 2] = count;
    count += countBits(bits[word] as number);
  }
  if ((bits.length & 3) === 0) ranks[bits.length >>> 2] = count;
  return { bits, ranks };
}

/** Whether a number is a member. */
export function hasBit(bits: Uint32Array, member: number): boolean {
  return (((bits[member >>> 5] as number) >>> (member & 31)) & 1) === 1;
}

/** How many members are smaller than a number. */
export function rankOf({ bits, ranks }: BitSet, member: number): number {
  const last = member >>> 5;
  let rank = ranks[last >>> 2] as number;
  for (let word = last & ~3; word < last; word++) rank += countBits(bits[word] as number);
  return rank + countBits((bits[last] as number) & ((1 << (member & 31)) - 1));
}

/** How many bits of a word are set. */
export function countBits(word: number): number {
  let count = word - ((word >>> 1) & 0x5555_5555);
  count = (count & 0x3333_3333) + ((count >>> 2) & 0x3333_3333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
