import { isEndOfStep, type Step } from './run-steps.ts';
import { makePlaces, sortByKey } from './sort-by-key.ts';
import { fingerprintOf, groupShift, startShift, type Vocabulary } from './vocabulary.ts';
import type { WordInterner } from './word-interner.ts';

export interface CompiledVocabulary {
  readonly vocabulary: Omit<Vocabulary, 'tokenBytes'>;
  readonly tokenBytes: Uint8Array;
  /** Of each token. */
  readonly hashes: Uint32Array;
  /** The token of each of the interner's numbers. */
  readonly tokenOfNumber: Uint32Array;
}

/** Gives the words their ids. */
export function* compileVocabulary(interner: WordInterner): Generator<Step, CompiledVocabulary> {
  const tokenCount = interner.count;
  const places = makePlaces(tokenCount);
  const hashes = interner.hashes.toArray();
  yield* sortByKey(hashes, places);
  const order = places.from;
  sortEqualHashes(order, interner);
  const tokenOfNumber = new Uint32Array(tokenCount);
  const tokenBytes = new Uint8Array(interner.pool.size);
  const tokenLengths = new Uint8Array(tokenCount);
  const tokenStarts = new Uint32Array((tokenCount >>> startShift) + 1);
  let at = 0;
  for (let id = 0; id < tokenCount; id++) {
    if (isEndOfStep(id)) yield;
    const number = order[id] as number;
    const length = interner.pool.lengthOf(number);
    if ((id & ((1 << startShift) - 1)) === 0) tokenStarts[id >>> startShift] = at;
    interner.pool.copyWord(number, tokenBytes, at);
    at += length;
    tokenLengths[id] = length;
    hashes[id] = interner.hashes.at(number);
    tokenOfNumber[number] = id;
  }
  let bucketBits = groupShift;
  while (1 << (bucketBits + 2) < tokenCount) bucketBits++;
  let buckets = placeBuckets(hashes, bucketBits);
  // Buckets are even for a good hash; a group that is too full for its byte is a matter of chance.
  while (!buckets) buckets = placeBuckets(hashes, ++bucketBits);
  const fingerprints = new Uint8Array(tokenCount);
  for (let id = 0; id < tokenCount; id++) fingerprints[id] = fingerprintOf(hashes[id] as number, bucketBits);
  const vocabulary = {
    tokenCount,
    bucketBits,
    ...buckets,
    fingerprints,
    tokenLengths,
    tokenStarts,
  };
  return { vocabulary, tokenBytes, hashes, tokenOfNumber };
}

/** Words of one hash, of which there are few, in the order of their bytes: the order of ids depends on nothing else. */
function sortEqualHashes(order: Uint32Array, { hashes, pool }: WordInterner): void {
  const bytesOf = (number: number): Uint8Array => {
    const bytes = new Uint8Array(pool.lengthOf(number));
    pool.copyWord(number, bytes, 0);
    return bytes;
  };
  for (let first = 0; first < order.length; ) {
    const hash = hashes.at(order[first] as number);
    let end = first + 1;
    while (end < order.length && hashes.at(order[end] as number) === hash) end++;
    if (end - first > 1) {
      order.subarray(first, end).sort((a, b) => compareBytes(bytesOf(a), bytesOf(b)));
    }
    first = end;
  }
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const at = a.findIndex((byte, i) => byte !== b[i]);
  return at < 0 ? a.length - b.length : (a[at] as number) - (b[at] ?? -1);
}

function placeBuckets(
  hashes: Uint32Array,
  bucketBits: number,
): Pick<Vocabulary, 'groupStarts' | 'bucketOffsets'> | null {
  const bucketCount = 2 ** bucketBits;
  const groupSize = 1 << groupShift;
  const groupStarts = new Uint32Array((bucketCount >>> groupShift) + 1);
  const bucketOffsets = new Uint8Array(bucketCount + 1);
  let first = 0;
  for (let bucket = 0; bucket <= bucketCount; bucket++) {
    while (first < hashes.length && (hashes[first] as number) >>> (32 - bucketBits) < bucket) first++;
    const group = bucket >>> groupShift;
    if (bucket % groupSize === 0) groupStarts[group] = first;
    const offset = first - (groupStarts[group] as number);
    if (offset > 255) return null;
    bucketOffsets[bucket] = offset;
  }
  return { groupStarts, bucketOffsets };
}
