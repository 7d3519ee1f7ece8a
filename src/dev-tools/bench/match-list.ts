/** Collects start, end and index of the name for each match, in an array that is used again for the next text. */
export class MatchList {
  #triples = new Int32Array(3 * 1024);
  #length = 0;

  clear(): void {
    this.#length = 0;
  }

  add(start: number, end: number, name: number): void {
    if (this.#length === this.#triples.length) {
      const grown = new Int32Array(this.#length * 2);
      grown.set(this.#triples);
      this.#triples = grown;
    }
    this.#triples[this.#length++] = start;
    this.#triples[this.#length++] = end;
    this.#triples[this.#length++] = name;
  }

  get triples(): Int32Array {
    return this.#triples.subarray(0, this.#length);
  }
}
