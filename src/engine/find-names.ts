/** The search: leftmost-longest, on word boundaries, over one or several engines, whatever the names stand for. */

import { type Engine, EngineFormatError } from './engine-format.ts';
import { findStarts, mayEnd, mayGoOn, wordShift } from './find-starts.ts';
import { foldWords } from './fold-words.ts';
import { cutAfter, gapBetween, gapBreaks, gapComma } from './gap.ts';
import { childNode, nameAt } from './name-trie.ts';
import { areMarksClosed, marksAfterGap, marksPart, notAsked } from './quotation-marks.ts';
import { findToken } from './vocabulary.ts';
import { makeWords, type Words } from './words.ts';

/** Names that stand in the text from one word to another. Words are indices into `words`. */
export interface FoundName {
  words: Words;
  firstWord: number;
  lastWord: number;
  /** How many engines have a name here: the first entries of `engines` and `names` hold. */
  count: number;
  /** Indices of the engines, ascending. */
  readonly engines: number[];
  /** Of each of them the name's place in its order of names, for `records` and `classes`. */
  readonly names: number[];
}

/** Characters that are folded before they are searched: their words stay in the processor's nearest caches. */
const stretchLength = 1 << 14;

/** With all its room, kept for the next text; taken away while in use. */
let spare: Search | null = null;

/**
 * Visits the names in a text in order; `accept` says whether one may stand there. Where it may not, the next shorter one
 * from the same word is offered; after one that was accepted the search goes on behind it. The same object is passed
 * each time. After each stretch of the text its words are shown to `afterStretch`; no name goes over its end.
 */
export function findNames(
  engines: readonly Engine[],
  text: string,
  accept: (found: FoundName) => boolean,
  afterStretch?: (words: Words) => void,
): void {
  const [firstEngine] = engines;
  if (!firstEngine) return;
  if (engines.some(({ foldChecksum }) => foldChecksum !== firstEngine.foldChecksum)) {
    throw new EngineFormatError('engines that fold text differently cannot be searched together');
  }
  let search = spare;
  spare = null;
  for (let from = 0; from < text.length; ) {
    const to = text.length - from <= stretchLength ? text.length : cutAfter(text, from + stretchLength);
    if (!search || search.capacity < to - from)
      search = new Search(Math.max(to - from, stretchLength + 1024));
    search.run({ text, from, to }, engines, accept);
    afterStretch?.(search.words);
    from = to;
  }
  // The room for a long text without a place to cut it is not worth its memory.
  if (search && search.capacity <= 4 * stretchLength) spare = search;
}

/** The search of one stretch of text after another. */
class Search {
  readonly capacity: number;
  #text = '';
  /** Of the stretch that was searched last. */
  readonly words: Words;
  /** Of each engine: see `findStarts`. */
  readonly #starts: Int32Array[] = [];
  readonly #found: FoundName;
  /** Names from one word on: the last word of each, its engine and place. */
  #endCount = 0;
  readonly #endWords: number[] = [];
  readonly #endEngines: number[] = [];
  readonly #endNames: number[] = [];

  constructor(capacity: number) {
    this.capacity = capacity;
    this.words = makeWords(capacity);
    this.#found = { words: this.words, firstWord: 0, lastWord: 0, count: 0, engines: [], names: [] };
  }

  run(
    { text, from, to }: { text: string; from: number; to: number },
    engines: readonly Engine[],
    accept: (found: FoundName) => boolean,
  ): void {
    const words = this.words;
    const starts = this.#starts;
    this.#text = text;
    foldWords(text, from, to, (engines[0] as Engine).fold, words);
    words.hashes[words.count] = 0;
    while (starts.length < engines.length) starts.push(new Int32Array(words.starts.length));
    const counts = engines.map((engine, i) => findStarts(engine, words, starts[i] as Int32Array));
    if (engines.length === 1) this.#searchOne(engines[0] as Engine, counts[0] as number, accept);
    else this.#searchAll(engines, counts, accept);
    this.#text = '';
  }

  #searchOne(engine: Engine, count: number, accept: (found: FoundName) => boolean): void {
    const list = this.#starts[0] as Int32Array;
    let free = 0;
    for (let cursor = 0; cursor < count; cursor++) {
      const word = (list[cursor] as number) >>> wordShift;
      if (word < free) continue;
      this.#endCount = 0;
      this.#walk(engine, 0, { cursor, count });
      if (this.#endCount > 0) free = this.#choose(word, accept);
    }
  }

  /** Takes the next word that any engine has something for, and the names of all of them. */
  #searchAll(
    engines: readonly Engine[],
    counts: readonly number[],
    accept: (found: FoundName) => boolean,
  ): void {
    const words = this.words;
    const starts = this.#starts;
    const cursors = engines.map(() => 0);
    const wordAt = (engine: number): number => {
      const cursor = cursors[engine] as number;
      return cursor < (counts[engine] as number)
        ? ((starts[engine] as Int32Array)[cursor] as number) >>> wordShift
        : words.count;
    };
    /** The first word that is in no name yet. */
    let free = 0;
    for (;;) {
      let word = words.count;
      for (let i = 0; i < engines.length; i++) {
        while (wordAt(i) < free) cursors[i] = (cursors[i] as number) + 1;
        word = Math.min(word, wordAt(i));
      }
      if (word === words.count) return;
      this.#endCount = 0;
      for (let i = 0; i < engines.length; i++) {
        if (wordAt(i) !== word) continue;
        const cursor = cursors[i] as number;
        cursors[i] = cursor + 1;
        this.#walk(engines[i] as Engine, i, { cursor, count: counts[i] as number });
      }
      free = this.#endCount > 0 ? this.#choose(word, accept) : word + 1;
    }
  }

  /** Collects the names of an engine from the word at a cursor of its starts. */
  #walk(engine: Engine, engineIndex: number, { cursor, count }: { cursor: number; count: number }): void {
    const { vocabulary, trie } = engine;
    const words = this.words;
    const text = this.#text;
    const list = this.#starts[engineIndex] as Int32Array;
    let start = list[cursor] as number;
    const first = start >>> wordShift;
    const token = findToken(vocabulary, words, first);
    if (token < 0) return;
    // Where no name begins with it, the node has no name and no next one.
    let node = token;
    let at = cursor;
    let marks = notAsked;
    for (let last = first; node >= 0; ) {
      const end = words.ends[last] as number;
      if (last > first ? areMarksClosed(text, end, marks) : (start & mayEnd) !== 0) {
        const name = nameAt(trie, node);
        if (name >= 0) this.#addEnd(last, engineIndex, name);
      }
      if ((start & mayGoOn) === 0 || last + 1 >= words.count) return;
      const lastStart = words.starts[last] as number;
      const nextStart = words.starts[last + 1] as number;
      const gap = gapBetween(text, lastStart, end, nextStart);
      if (gap === gapBreaks) {
        const name = words.starts[first] as number;
        marks = marksAfterGap(text, { name, start: lastStart, end, next: nextStart }, marks);
        if (marks === marksPart) return;
      }
      const next = findToken(vocabulary, words, ++last);
      if (next < 0) return;
      node = childNode(trie, node, next, gap === gapComma);
      while (at < count && (list[at] as number) >>> wordShift < last) at++;
      start = at < count && (list[at] as number) >>> wordShift === last ? (list[at] as number) : 0;
    }
  }

  #addEnd(word: number, engine: number, name: number): void {
    const at = this.#endCount++;
    this.#endWords[at] = word;
    this.#endEngines[at] = engine;
    this.#endNames[at] = name;
  }

  /** Offers the longest name from a word, then shorter ones; the word at which the search goes on. */
  #choose(firstWord: number, accept: (found: FoundName) => boolean): number {
    const found = this.#found;
    found.firstWord = firstWord;
    for (let limit = this.words.count; ; ) {
      let lastWord = -1;
      for (let at = 0; at < this.#endCount; at++) {
        const word = this.#endWords[at] as number;
        if (word < limit && word >= lastWord) {
          if (word > lastWord) found.count = 0;
          lastWord = word;
          found.engines[found.count] = this.#endEngines[at] as number;
          found.names[found.count++] = this.#endNames[at] as number;
        }
      }
      if (lastWord < 0) return firstWord + 1;
      found.lastWord = lastWord;
      if (accept(found)) return lastWord + 1;
      limit = lastWord;
    }
  }
}
