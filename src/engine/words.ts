/** Words of one stretch of text, and the room to find them in; reused, since a page has many stretches. */

import { hashSlack } from './hash-word.ts';

/** Only the first `count` entries of the arrays hold. */
export interface Words {
  count: number;
  /** Offsets in the text. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Of the folded word, see `hashWord`. */
  readonly hashes: Int32Array;
  /** Offset of the stretch in the text. */
  from: number;
  /** The folded stretch, a byte for each unit, so that most words lie there as far from its start as in the text. */
  bytes: Uint8Array;
  bytesView: DataView;
  /**
   * 1 for words that were folded unit by unit: their bytes in UTF-8 lie behind the stretch, `refoldedLengths` of them at
   * `refoldedPlaces`.
   */
  readonly areRefolded: Uint8Array;
  readonly refoldedPlaces: Int32Array;
  readonly refoldedLengths: Int32Array;
  /** The stretch as the platform encodes it, in UTF-8. */
  readonly encoded: Uint8Array;
  readonly encodedView: DataView;
  /** Where runs of word characters start and end, by turns. */
  readonly edges: Int32Array;
  /** The longest stretch that there is room for. */
  readonly capacity: number;
}

/** Room for the words of a stretch of text of some length. */
export function makeWords(capacity: number): Words {
  const size = (capacity + 2 + 63) & ~63;
  const bytes = new Uint8Array(size * 2 + 64 + hashSlack);
  const encoded = new Uint8Array(size * 3 + 64);
  return {
    count: 0,
    starts: new Int32Array(size),
    ends: new Int32Array(size),
    hashes: new Int32Array(size),
    from: 0,
    bytes,
    bytesView: new DataView(bytes.buffer),
    areRefolded: new Uint8Array(size),
    refoldedPlaces: new Int32Array(size),
    refoldedLengths: new Int32Array(size),
    encoded,
    encodedView: new DataView(encoded.buffer),
    edges: new Int32Array(size + 64),
    capacity,
  };
}

/** Makes room for `more` bytes from `from` on. Views that were taken before still read what was written before. */
export function growBytes(words: Words, from: number, more: number): void {
  const needed = from + more + hashSlack;
  if (needed <= words.bytes.length) return;
  const grown = new Uint8Array(Math.max(needed, words.bytes.length * 2));
  grown.set(words.bytes);
  words.bytes = grown;
  words.bytesView = new DataView(grown.buffer);
}

/** Where a folded word lies in `bytes`. */
export function placeOfWord({ areRefolded, refoldedPlaces, starts, from }: Words, word: number): number {
  return areRefolded[word] === 1 ? (refoldedPlaces[word] as number) : (starts[word] as number) - from;
}

/** How many bytes a folded word has. */
export function lengthOfWord({ areRefolded, refoldedLengths, starts, ends }: Words, word: number): number {
  return areRefolded[word] === 1
    ? (refoldedLengths[word] as number)
    : (ends[word] as number) - (starts[word] as number);
}
