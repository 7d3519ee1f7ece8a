import { lengthOfWord, placeOfWord, type Words } from './words.ts';

/** Numbers words in the order in which they first come, without an object for any of them. */
export class WordInterner {
  count = 0;
  hashes = new Uint32Array(1024);
  /** Where each word lies in `pool`. */
  starts = new Uint32Array(1024);
  lengths = new Uint8Array(1024);
  pool = new Uint8Array(8192);
  poolLength = 0;
  /** Number + 1 of the words by hash, open addressing; a power of two of places, at most half of them taken. */
  #table = new Uint32Array(2048);

  /** The number of a word of a text. */
  intern(words: Words, word: number): number {
    const hash = (words.hashes[word] as number) >>> 0;
    const mask = this.#table.length - 1;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const number = (this.#table[at] as number) - 1;
      if (number < 0) {
        this.#table[at] = this.count + 1;
        return this.#add(words, word, hash);
      }
      if (this.hashes[number] === hash && this.#isSame(number, words, word)) return number;
    }
  }

  #isSame(number: number, words: Words, word: number): boolean {
    const length = this.lengths[number] as number;
    if (length !== lengthOfWord(words, word)) return false;
    const start = this.starts[number] as number;
    const place = placeOfWord(words, word);
    const { bytes } = words;
    let same = 0;
    while (same < length && this.pool[start + same] === bytes[place + same]) same++;
    return same === length;
  }

  #add(words: Words, word: number, hash: number): number {
    const number = this.count++;
    const place = placeOfWord(words, word);
    const length = lengthOfWord(words, word);
    const { bytes } = words;
    if (this.count > this.hashes.length) this.#growWords();
    if (this.poolLength + length > this.pool.length) this.pool = grown(this.pool, Uint8Array);
    this.hashes[number] = hash;
    this.starts[number] = this.poolLength;
    this.lengths[number] = length;
    for (let i = 0; i < length; i++) this.pool[this.poolLength + i] = bytes[place + i] as number;
    this.poolLength += length;
    if (this.count * 2 > this.#table.length) this.#growTable();
    return number;
  }

  #growWords(): void {
    this.hashes = grown(this.hashes, Uint32Array);
    this.starts = grown(this.starts, Uint32Array);
    this.lengths = grown(this.lengths, Uint8Array);
  }

  #growTable(): void {
    this.#table = new Uint32Array(this.#table.length * 2);
    const mask = this.#table.length - 1;
    for (let number = 0; number < this.count; number++) {
      let at = (this.hashes[number] as number) & mask;
      while (this.#table[at] !== 0) at = (at + 1) & mask;
      this.#table[at] = number + 1;
    }
  }
}

function grown<Array extends Uint8Array | Uint32Array>(
  array: Array,
  Kind: new (length: number) => Array,
): Array {
  const longer = new Kind(Math.ceil(array.length * 1.5));
  longer.set(array);
  return longer;
}
