/**
 * The words of all names, called tokens. A token's id is its rank in the order of hashes, so the table that finds it
 * holds no ids: the hash's top bits choose a bucket of about four tokens, whose first id is stored, and one byte a token
 * tells most others apart. Whatever is found is compared byte by byte.
 */

import { hashSlack, hashWord } from './hash-word.ts';
import type { Words } from './words.ts';

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
  /** All tokens in UTF-8, one after the other. */
  readonly tokenBytes: Uint8Array;
  readonly tokenLengths: Uint8Array;
  /** Where every eighth token starts in `tokenBytes`. */
  readonly tokenStarts: Uint32Array;
}

/** What a word is looked up by. */
type FoldedWords = Pick<Words, 'bytes' | 'hashes' | 'places' | 'lengths'>;

export const groupShift = 4;
export const startShift = 3;
/** Longer words are no names; their length has one byte. */
export const maxTokenBytes = 255;

export const fingerprintOf = (hash: number, bucketBits: number): number => (hash << bucketBits) >>> 24;

/** The token that a word of a text is, or -1. */
export function findToken(vocabulary: Vocabulary, words: FoldedWords, word: number): number {
  const { bucketBits, groupStarts, bucketOffsets, fingerprints } = vocabulary;
  const hash = words.hashes[word] as number;
  const bucket = hash >>> (32 - bucketBits);
  const next = bucket + 1;
  const first = (groupStarts[bucket >>> groupShift] as number) + (bucketOffsets[bucket] as number);
  const end = (groupStarts[next >>> groupShift] as number) + (bucketOffsets[next] as number);
  const fingerprint = fingerprintOf(hash, bucketBits);
  for (let id = first; id < end; id++) {
    if (fingerprints[id] === fingerprint && isTokenAt(vocabulary, id, words, word)) return id;
  }
  return -1;
}

/** The token that a folded word is, or -1: for words that do not stand in a text as they are. */
export function findTokenOf(vocabulary: Vocabulary, foldedWord: string): number {
  const bytes = new Uint8Array(foldedWord.length * 3 + hashSlack);
  const { written } = new TextEncoder().encodeInto(foldedWord, bytes);
  const hash = hashWord(new DataView(bytes.buffer), 0, written);
  return findToken(
    vocabulary,
    {
      bytes,
      hashes: Int32Array.of(hash),
      places: Int32Array.of(0),
      lengths: Int32Array.of(written),
    },
    0,
  );
}

function isTokenAt(
  { tokenBytes, tokenLengths, tokenStarts }: Vocabulary,
  id: number,
  { bytes, places, lengths }: FoldedWords,
  word: number,
): boolean {
  const length = tokenLengths[id] as number;
  if (length !== lengths[word]) return false;
  let at = tokenStarts[id >>> startShift] as number;
  for (let before = (id >>> startShift) << startShift; before < id; before++) {
    at += tokenLengths[before] as number;
  }
  const place = places[word] as number;
  let same = 0;
  while (same < length && tokenBytes[at + same] === bytes[place + same]) same++;
  return same === length;
}
