/**
 * The words of all names, called tokens. A token's id is its rank in the order of hashes, so the table that finds it
 * holds no ids: the hash's top bits choose a bucket of about four tokens, whose first id is stored, and one byte a token
 * tells most others apart. Whatever is found is compared byte by byte.
 */

import { firstMask, hashSlack, hashWord } from './hash-word.ts';
import { lengthOfWord, placeOfWord, type Words } from './words.ts';

export interface Vocabulary {
  readonly tokenCount: number;
  /** Buckets are chosen by this many top bits of the hash. */
  readonly bucketBits: number;
  /** First id of every 16th bucket. */
  readonly groupStarts: Uint32Array;
  /** First id of each bucket, less that of its group; one more than there are buckets, rounded up to whole groups. */
  readonly bucketOffsets: Uint8Array;
  /** The eight bits of the hash below the bucket's. */
  readonly fingerprints: Uint8Array;
  /** All tokens in UTF-8, one after the other; some bytes behind the last can be read. */
  readonly tokenBytes: DataView;
  readonly tokenLengths: Uint8Array;
  /** Where every eighth token starts in `tokenBytes`. */
  readonly tokenStarts: Uint32Array;
}

export const groupShift = 4;
export const startShift = 3;
/** Longer words are no names; their length has one byte. */
export const maxTokenBytes = 255;

export const fingerprintOf = (hash: number, bucketBits: number): number => (hash << bucketBits) >>> 24;

/** The token that a word of a text is, or -1. */
export function findToken(vocabulary: Vocabulary, words: Words, word: number): number {
  return findTokenOfBytes(vocabulary, words.bytesView, {
    hash: words.hashes[word] as number,
    place: placeOfWord(words, word),
    length: lengthOfWord(words, word),
  });
}

/** The token that a folded word is, or -1: for words that do not stand in a text as they are. */
export function findTokenOf(vocabulary: Vocabulary, foldedWord: string): number {
  const bytes = new Uint8Array(foldedWord.length * 3 + hashSlack);
  const { written: length } = new TextEncoder().encodeInto(foldedWord, bytes);
  const view = new DataView(bytes.buffer);
  return findTokenOfBytes(vocabulary, view, { hash: hashWord(view, 0, length), place: 0, length });
}

export interface FoldedWord {
  hash: number;
  /** Where its bytes in UTF-8 lie. */
  place: number;
  length: number;
}

/** The same of a folded word whose bytes lie somewhere, with `hashSlack` bytes behind them. */
export function findTokenOfBytes(vocabulary: Vocabulary, bytes: DataView, word: FoldedWord): number {
  const { tokenCount, bucketBits, groupStarts, bucketOffsets, fingerprints } = vocabulary;
  const bucket = word.hash >>> (32 - bucketBits);
  const next = bucket + 1;
  const first = (groupStarts[bucket >>> groupShift] as number) + (bucketOffsets[bucket] as number);
  // Damaged bytes must not keep it looking.
  const end = Math.min(
    tokenCount,
    (groupStarts[next >>> groupShift] as number) + (bucketOffsets[next] as number),
  );
  const fingerprint = fingerprintOf(word.hash, bucketBits);
  for (let id = first; id < end; id++) {
    if (fingerprints[id] === fingerprint && isToken(vocabulary, id, bytes, word)) return id;
  }
  return -1;
}

function isToken(
  { tokenBytes, tokenLengths, tokenStarts }: Vocabulary,
  id: number,
  bytes: DataView,
  { place, length }: FoldedWord,
): boolean {
  if (tokenLengths[id] !== length) return false;
  let start = tokenStarts[id >>> startShift] as number;
  for (let before = (id >>> startShift) << startShift; before < id; before++) {
    start += tokenLengths[before] as number;
  }
  // Damaged bytes must not lead out of them.
  if (start + length + hashSlack > tokenBytes.byteLength) return false;
  let at = 0;
  for (; at + 4 <= length; at += 4) {
    if (tokenBytes.getInt32(start + at, true) !== bytes.getInt32(place + at, true)) return false;
  }
  const difference = tokenBytes.getInt32(start + at, true) ^ bytes.getInt32(place + at, true);
  return (difference & (firstMask[length - at] as number)) === 0;
}
