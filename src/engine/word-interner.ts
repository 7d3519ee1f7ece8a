import { GrowingNumbers } from './growing-numbers.ts';
import { WordPool } from './word-pool.ts';
import { lengthOfWord, placeOfWord, type Words } from './words.ts';

/** Numbers words in the order in which they first come, without an object for any of them. */
export class WordInterner {
  count = 0;
  /** Of each word. */
  readonly hashes = new GrowingNumbers();
  readonly pool = new WordPool();
  /** Number + 1 of the words by hash, open addressing; a power of two of places, at most half of them taken. */
  #table = new Uint32Array(2048);

  /** The number of a word of a text. */
  intern(words: Words, word: number): number {
    const hash = (words.hashes[word] as number) >>> 0;
    const place = placeOfWord(words, word);
    const length = lengthOfWord(words, word);
    const mask = this.#table.length - 1;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const number = (this.#table[at] as number) - 1;
      if (number < 0) {
        this.#table[at] = this.count + 1;
        this.hashes.push(hash);
        this.pool.add(words.bytes, place, length);
        if (++this.count * 2 > this.#table.length) this.#growTable();
        return this.count - 1;
      }
      if (this.hashes.at(number) === hash && this.pool.isAt(number, words.bytes, place, length))
        return number;
    }
  }

  #growTable(): void {
    this.#table = new Uint32Array(this.#table.length * 2);
    const mask = this.#table.length - 1;
    for (let number = 0; number < this.count; number++) {
      let at = this.hashes.at(number) & mask;
      while (this.#table[at] !== 0) at = (at + 1) & mask;
      this.#table[at] = number + 1;
    }
  }
}
