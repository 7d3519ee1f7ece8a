/** Word boundaries of text without spaces, found line by line and only where they are asked for. */
export class WordBoundaries {
  readonly #text: string;
  #lineStart = -1;
  #lineEnd = -1;
  #offsets = new Set<number>();

  constructor(text: string) {
    this.#text = text;
  }

  has(offset: number): boolean {
    if (offset < this.#lineStart || offset > this.#lineEnd) this.#segmentLine(offset);
    return this.#offsets.has(offset);
  }

  #segmentLine(offset: number): void {
    const text = this.#text;
    this.#lineStart = text.lastIndexOf('\n', offset - 1) + 1;
    const end = text.indexOf('\n', offset);
    this.#lineEnd = end < 0 ? text.length : end;
    this.#offsets = new Set([this.#lineEnd]);
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
    for (const { index } of segmenter.segment(text.slice(this.#lineStart, this.#lineEnd))) {
      this.#offsets.add(this.#lineStart + index);
    }
  }
}
