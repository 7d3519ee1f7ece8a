/** A set of small numbers as bits, which also tells how many members lie below a number. */

export interface BitSet {
  readonly bits: Uint32Array;
  /** Members before each word of `bits`. */
  readonly ranks: Uint32Array;
}

/** The set of these members, all below `size`. */
export function makeBitSet(size: number, members: Iterable<number>): BitSet {
  const bits = new Uint32Array((size >>> 5) + 1);
  for (const member of members) bits[member >>> 5] = (bits[member >>> 5] ?? 0) | (1 << (member & 31));
  const ranks = new Uint32Array(bits.length);
  for (let word = 1; word < bits.length; word++) {
    ranks[word] = (ranks[word - 1] ?? 0) + countBits(bits[word - 1] ?? 0);
  }
  return { bits, ranks };
}

/** Whether a number is a member. */
export function hasBit({ bits }: BitSet, member: number): boolean {
  return (((bits[member >>> 5] ?? 0) >>> (member & 31)) & 1) === 1;
}

/** How many members are smaller than a number. */
export function rankOf({ bits, ranks }: BitSet, member: number): number {
  const word = member >>> 5;
  return (ranks[word] ?? 0) + countBits((bits[word] ?? 0) & ((1 << (member & 31)) - 1));
}

function countBits(word: number): number {
  let count = word - ((word >>> 1) & 0x5555_5555);
  count = (count & 0x3333_3333) + ((count >>> 2) & 0x3333_3333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
