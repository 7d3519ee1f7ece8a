import { type FoldTable, foldSpaceless } from './fold-table.ts';

/** Word boundaries of text without spaces, found line by line and only where they are asked for. */
export class WordBoundaries {
  readonly #text: string;
  readonly #fold: FoldTable;
  #lineStart = -1;
  #lineEnd = -1;
  #offsets = new Set<number>();

  constructor(text: string, fold: FoldTable) {
    this.#text = text;
    this.#fold = fold;
  }

  /** Whether a name may stand from `start` to `end`, of which the last word begins at `lastStart`. */
  enclose(start: number, lastStart: number, end: number): boolean {
    return (
      (!this.#isSpaceless(start) || this.#has(start)) && (!this.#isSpaceless(lastStart) || this.#has(end))
    );
  }

  #isSpaceless(offset: number): boolean {
    return this.#fold.units[this.#text.charCodeAt(offset)] === foldSpaceless;
  }

  #has(offset: number): boolean {
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
