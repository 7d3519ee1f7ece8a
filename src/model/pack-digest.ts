/**
 * Telling that a pack is complete without reading it again: each record's line has a hash, and what a set of lines adds
 * up to is the XOR of theirs, so that a record can be put in, taken out or changed at the cost of itself alone. This
 * finds accidents. Against people who make up lines, files are checked by their SHA-256.
 */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { RecordId } from './record.ts';

const digestLength = 16;

/** What no line at all adds up to. */
export const emptyDigest = '0'.repeat(digestLength * 2);

/** 32 hex digits: the first half of the SHA-256 of a record's JSON as it stands in its line, without the line's end. */
export function hashLine(line: string): string {
  return bytesToHex(sha256(utf8ToBytes(line)).subarray(0, digestLength));
}

/** The digest of lines with these hashes, or of sets of lines with these digests, in any order. */
export function addDigests(digests: Iterable<string>): string {
  const sum = new Uint8Array(digestLength);
  for (const digest of digests) {
    const bytes = hexToBytes(digest);
    for (let at = 0; at < digestLength; at++) sum[at] = (sum[at] ?? 0) ^ (bytes[at] ?? 0);
  }
  return bytesToHex(sum);
}

/** The bucket of 2^`bucketBits` in which a record lies: the first bits of the SHA-256 of its id. At most 16 bits. */
export function bucketOf(id: RecordId, bucketBits: number): number {
  const [first = 0, second = 0] = sha256(utf8ToBytes(id));
  return ((first << 8) | second) >>> (16 - bucketBits);
}
