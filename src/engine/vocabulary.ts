/**
 * The words of all names. A token's id is its rank in the order of mixed hashes, so the table that finds it holds no
 * ids: the hash's top bits choose a bucket of about four tokens, whose first id is stored, and one byte a token tells
 * most others apart. Two tokens with one byte, and whatever a name is accepted on, are compared unit by unit.
 */

import type { FoldTable } from './fold-table.ts';
import { foldedWord, mixHash, type Words } from './fold-words.ts';

export interface Vocabulary {
  readonly tokenCount: number;
  /** Buckets are chosen by this many top bits of the mixed hash. */
  readonly bucketBits: number;
  /** First id of every 16th bucket. */
  readonly groupStarts: Uint32Array;
  /** First id of each bucket, less that of its group; one more than there are buckets, rounded up to whole groups. */
  readonly bucketOffsets: Uint8Array;
  /** Bits that every token's mixed hash sets, two of one word each. Its length is a power of two. */
  readonly filter: Uint32Array;
  /** The eight bits of the mixed hash below the bucket's; eight more bytes follow the last. */
  readonly fingerprints: Uint8Array;
  /** The folded units of all tokens in UTF-8, one after the other. */
  readonly tokenBytes: Uint8Array;
  readonly tokenLengths: Uint8Array;
  /** Where every 16th token starts in `tokenBytes`. */
  readonly tokenStarts: Uint32Array;
}

/** At least; up to twice as many, so that the filter's length is a power of two. */
const filterBitsPerToken = 12;
const groupShift = 4;
const groupMask = (1 << groupShift) - 1;
/** Longer words are no names; their length has one byte. */
export const maxTokenBytes = 255;

/** The vocabulary of these folded words, each with its unmixed hash, and the words in the order of their ids. */
export function makeVocabulary(hashes: ReadonlyMap<string, number>): {
  vocabulary: Vocabulary;
  order: string[];
} {
  const entries = [...hashes].map(([word, hash]) => ({ word, mixed: mixHash(hash) }));
  entries.sort((a, b) => a.mixed - b.mixed || (a.word < b.word ? -1 : 1));
  const tokenCount = entries.length;
  let bucketBits = groupShift;
  while (1 << (bucketBits + 2) < tokenCount) bucketBits++;
  let buckets = placeBuckets(entries, bucketBits);
  // Buckets are even for a good hash; a group that is too full for its byte is a matter of chance.
  while (!buckets) buckets = placeBuckets(entries, ++bucketBits);
  const bytes = entries.map(({ word }) => new TextEncoder().encode(word));
  const tokenBytes = new Uint8Array(bytes.reduce((sum, { length }) => sum + length, 0));
  const tokenStarts = new Uint32Array((tokenCount >>> groupShift) + 1);
  let at = 0;
  bytes.forEach((token, id) => {
    if ((id & groupMask) === 0) tokenStarts[id >>> groupShift] = at;
    tokenBytes.set(token, at);
    at += token.length;
  });
  const vocabulary = {
    tokenCount,
    bucketBits,
    ...buckets,
    filter: makeFilter(entries),
    fingerprints: makeFingerprints(entries, bucketBits),
    tokenBytes,
    tokenLengths: Uint8Array.from(bytes, ({ length }) => length),
    tokenStarts,
  };
  return { vocabulary, order: entries.map(({ word }) => word) };
}

function placeBuckets(
  entries: readonly { mixed: number }[],
  bucketBits: number,
): Pick<Vocabulary, 'groupStarts' | 'bucketOffsets'> | null {
  const bucketCount = 1 << bucketBits;
  const starts = new Uint32Array(bucketCount + groupMask + 2).fill(entries.length);
  for (let id = entries.length - 1; id >= 0; id--)
    starts[(entries[id]?.mixed ?? 0) >>> (32 - bucketBits)] = id;
  for (let bucket = bucketCount - 1; bucket >= 0; bucket--) {
    starts[bucket] = Math.min(starts[bucket] ?? 0, starts[bucket + 1] ?? 0);
  }
  const groupStarts = new Uint32Array((bucketCount >>> groupShift) + 1);
  const bucketOffsets = new Uint8Array(bucketCount + 1);
  for (let bucket = 0; bucket <= bucketCount; bucket++) {
    const group = bucket >>> groupShift;
    if ((bucket & groupMask) === 0) groupStarts[group] = starts[bucket] ?? 0;
    const offset = (starts[bucket] ?? 0) - (groupStarts[group] ?? 0);
    if (offset > 255) return null;
    bucketOffsets[bucket] = offset;
  }
  return { groupStarts, bucketOffsets };
}

function makeFilter(entries: readonly { mixed: number }[]): Uint32Array {
  let size = 16;
  while (size * 32 < entries.length * filterBitsPerToken) size *= 2;
  const filter = new Uint32Array(size);
  for (const { mixed } of entries) {
    const at = (mixed >>> 7) & (size - 1);
    filter[at] = (filter[at] ?? 0) | (1 << (mixed & 31)) | (1 << (mixed >>> 27));
  }
  return filter;
}

function makeFingerprints(entries: readonly { mixed: number }[], bucketBits: number): Uint8Array {
  const fingerprints = new Uint8Array(entries.length + 8);
  entries.forEach(({ mixed }, id) => {
    fingerprints[id] = fingerprintOf(mixed, bucketBits);
  });
  return fingerprints;
}

const fingerprintOf = (mixed: number, bucketBits: number): number => (mixed << bucketBits) >>> 24;

/** Flags of the first and of the next four of up to eight fingerprints, by how many there are. */
const lowFlags = Uint32Array.from([
  0, 0x80, 0x8080, 0x80_8080, 0x8080_8080, 0x8080_8080, 0x8080_8080, 0x8080_8080, 0x8080_8080,
]);
const highFlags = Uint32Array.from([0, 0, 0, 0, 0, 0x80, 0x8080, 0x80_8080, 0x8080_8080]);

/**
 * The number of words that may be tokens, whose indices are now the first of `passed`. Fills `tokens` with the id of each
 * word, or -1 where it is no token. A word that is none may be taken for one:
 * `isTokenAt` tells. A token is always found under its own id: where two look alike, the word itself is looked at.
 *
 * First a filter of a few bits a token drops most words that are none, then eight fingerprints are compared at once,
 * both without a branch that depends on the word: a mispredicted one costs more than all of it.
 */
export function findTokens(
  vocabulary: Vocabulary,
  words: Words,
  { tokens, passed }: { tokens: Int32Array; passed: Int32Array },
  { text, fold }: { text: string; fold: FoldTable },
): number {
  const { bucketBits, groupStarts, bucketOffsets, fingerprints, filter } = vocabulary;
  const { count, hashes } = words;
  const bucketShift = 32 - bucketBits;
  const view = new DataView(fingerprints.buffer, fingerprints.byteOffset, fingerprints.byteLength);
  const filterMask = filter.length - 1;
  let passedCount = 0;
  for (let word = 0; word < count; word++) {
    const mixed = mixHash(hashes[word] as number) | 0;
    hashes[word] = mixed;
    tokens[word] = -1;
    passed[passedCount] = word;
    const bits = filter[(mixed >>> 7) & filterMask] as number;
    passedCount += (bits >>> (mixed & 31)) & (bits >>> ((mixed >>> 27) & 31)) & 1;
  }
  for (let i = 0; i < passedCount; i++) {
    const word = passed[i] as number;
    const mixed = hashes[word] as number;
    const bucket = mixed >>> bucketShift;
    const next = bucket + 1;
    const first = (groupStarts[bucket >>> groupShift] as number) + (bucketOffsets[bucket] as number);
    const size = (groupStarts[next >>> groupShift] as number) + (bucketOffsets[next] as number) - first;
    if (size > 8) {
      tokens[word] = findInBucket(vocabulary, { first, size, mixed }, words, word, { text, fold });
      continue;
    }
    const wanted = Math.imul((mixed << bucketBits) >>> 24, 0x0101_0101);
    const low = view.getUint32(first, true) ^ wanted;
    const high = view.getUint32(first + 4, true) ^ wanted;
    // The top bit of each byte that is zero, exactly.
    const lowHits = ~(((low & 0x7f7f_7f7f) + 0x7f7f_7f7f) | low | 0x7f7f_7f7f) & (lowFlags[size] as number);
    const highHits =
      ~(((high & 0x7f7f_7f7f) + 0x7f7f_7f7f) | high | 0x7f7f_7f7f) & (highFlags[size] as number);
    if ((lowHits | highHits) === 0) continue;
    if (
      (lowHits !== 0 && highHits !== 0) ||
      (lowHits & (lowHits - 1)) !== 0 ||
      (highHits & (highHits - 1)) !== 0
    ) {
      tokens[word] = findInBucket(vocabulary, { first, size, mixed }, words, word, { text, fold });
      continue;
    }
    // One bit is set: its place, by eights, is the place of the fingerprint.
    tokens[word] =
      first + (lowHits !== 0 ? (31 - Math.clz32(lowHits)) >>> 3 : 4 + ((31 - Math.clz32(highHits)) >>> 3));
  }
  return passedCount;
}

function findInBucket(
  vocabulary: Vocabulary,
  { first, size, mixed }: { first: number; size: number; mixed: number },
  { starts, ends }: Words,
  word: number,
  { text, fold }: { text: string; fold: FoldTable },
): number {
  const fingerprint = fingerprintOf(mixed, vocabulary.bucketBits);
  const place = { text, start: starts[word] as number, end: ends[word] as number, fold };
  let token = -1;
  for (let id = first; id < first + size; id++) {
    if (vocabulary.fingerprints[id] !== fingerprint) continue;
    if (token < 0 || isTokenAt(vocabulary, id, place)) token = id;
  }
  return token;
}

type TokenTexts = Pick<Vocabulary, 'tokenBytes' | 'tokenLengths' | 'tokenStarts'>;

/** Whether a token is the word at a place in a text. */
export function isTokenAt(
  { tokenBytes, tokenLengths, tokenStarts }: TokenTexts,
  id: number,
  { text, start, end, fold }: { text: string; start: number; end: number; fold: FoldTable },
): boolean {
  let at = tokenStarts[id >>> groupShift] as number;
  for (let before = id & ~groupMask; before < id; before++) at += tokenLengths[before] as number;
  const to = at + (tokenLengths[id] as number);
  // Most words are as long as their token and fold to ASCII, unit by unit.
  if (end - start === to - at) {
    let offset = start;
    while (offset < end && tokenBytes[at + offset - start] === fold.units[text.charCodeAt(offset)]) offset++;
    if (offset === end) return true;
  }
  return isTokenBytes(tokenBytes.subarray(at, to), foldedWord(text, start, end, fold));
}

function isTokenBytes(bytes: Uint8Array, folded: string): boolean {
  const wanted = new TextEncoder().encode(folded);
  return wanted.length === bytes.length && wanted.every((byte, index) => byte === bytes[index]);
}
