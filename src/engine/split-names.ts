import { flagSmall } from './engine-format.ts';
import type { FoldTable } from './fold-table.ts';
import { foldWords } from './fold-words.ts';
import { gapBetween, gapComma } from './gap.ts';
import { GrowingNumbers } from './growing-numbers.ts';
import type { Step } from './run-steps.ts';
import { hashOpening, ofLanguage } from './small-starts.ts';
import { maxTokenBytes } from './vocabulary.ts';
import { WordInterner } from './word-interner.ts';
import { lengthOfWord, makeWords, placeOfWord } from './words.ts';

export interface Name {
  readonly text: string;
  /** The caller's number for what the name stands for. */
  readonly record: number;
  /** Language index times 256, plus flags. */
  readonly class: number;
  /** Index of its exact spelling where it is case-sensitive, else -1. */
  readonly exact: number;
}

/** Names as numbers, in the order in which they came. */
export interface SplitNames {
  readonly count: number;
  readonly interner: WordInterner;
  /**
   * Of all words of all names: four times the word's number, plus 2 where a comma stands before it, plus 1 for the last
   * word of its name.
   */
  readonly keys: GrowingNumbers;
  readonly records: GrowingNumbers;
  /** Shorter where the classes of the last names are 0. */
  readonly classes: GrowingNumbers;
  /** Spellings of case-sensitive names. */
  readonly exacts: ReadonlyMap<number, number>;
  /** Hashes of how the names in small letters begin. */
  readonly smallOpenings: ReadonlySet<number>;
}

/** Names are folded many at a time; about this many characters, in a millisecond or so. */
const batchLength = 1 << 14;
/** Breaks every name. */
const between = '\n';

/** Turns names into numbers. Those without a letter or digit are left out, and those with a word that is too long. */
export class NameSplitter {
  readonly #fold: FoldTable;
  readonly #interner = new WordInterner();
  readonly #keys = new GrowingNumbers();
  readonly #records = new GrowingNumbers();
  readonly #classes = new GrowingNumbers();
  readonly #exacts = new Map<number, number>();
  readonly #smallOpenings = new Set<number>();
  #words = makeWords(batchLength * 2);

  constructor(fold: FoldTable) {
    this.#fold = fold;
  }

  /** Adds names behind those that came before. */
  *add(names: Iterable<Name>): Generator<Step, void> {
    let batch: Name[] = [];
    let length = 0;
    for (const name of names) {
      batch.push(name);
      length += name.text.length;
      if (length < batchLength) continue;
      this.#addBatch(batch);
      batch = [];
      length = 0;
      yield;
    }
    this.#addBatch(batch);
  }

  #addBatch(batch: readonly Name[]): void {
    const text = batch.map((name) => name.text).join(between);
    if (text.length > this.#words.capacity) this.#words = makeWords(text.length);
    const words = this.#words;
    foldWords(text, 0, text.length, this.#fold, words);
    let word = 0;
    let end = -1;
    for (const name of batch) {
      const start = end + 1;
      end = start + name.text.length;
      const first = word;
      let isKept = true;
      for (; word < words.count && (words.starts[word] as number) < end; word++) {
        isKept &&= lengthOfWord(words, word) <= maxTokenBytes;
      }
      if (isKept && word > first) this.#keep(name, { text, first, end: word });
    }
  }

  #keep(name: Name, { text, first, end }: { text: string; first: number; end: number }): void {
    const words = this.#words;
    if (name.class !== 0) {
      while (this.#classes.length < this.#records.length) this.#classes.push(0);
      this.#classes.push(name.class);
    }
    if (name.class & flagSmall) {
      const place = placeOfWord(words, first);
      const length = lengthOfWord(words, first);
      this.#smallOpenings.add(ofLanguage(hashOpening(words.bytesView, place, length), name.class >>> 8));
    }
    if (name.exact >= 0) this.#exacts.set(this.#records.length, name.exact);
    this.#records.push(name.record);
    for (let word = first; word < end; word++) {
      const start = words.starts[word] as number;
      const lastStart = words.starts[word - 1] as number;
      const lastEnd = words.ends[word - 1] as number;
      const isAfterComma = word > first && gapBetween(text, lastStart, lastEnd, start) === gapComma;
      const isLast = word + 1 === end;
      this.#keys.push(this.#interner.intern(words, word) * 4 + (isAfterComma ? 2 : 0) + (isLast ? 1 : 0));
    }
  }

  /** All names; the splitter is of no use afterwards. */
  finish(): SplitNames {
    return {
      count: this.#records.length,
      interner: this.#interner,
      keys: this.#keys,
      records: this.#records,
      classes: this.#classes,
      exacts: this.#exacts,
      smallOpenings: this.#smallOpenings,
    };
  }
}
