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
  /** Where the folded word lies in `bytes`, in UTF-8, and how many bytes it has. */
  readonly places: Int32Array;
  readonly lengths: Int32Array;
  bytes: Uint8Array;
  bytesView: DataView;
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
    places: new Int32Array(size),
    lengths: new Int32Array(size),
    bytes,
    bytesView: new DataView(bytes.buffer),
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
