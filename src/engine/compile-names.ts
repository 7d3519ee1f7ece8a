/** Compiles names to the engine's bytes. The same names in the same order give the same bytes. */

import { rankOf } from './bit-set.ts';
import { layOutEngine } from './engine-format.ts';
import { type FoldTable, foldTable } from './fold-table.ts';
import { foldedWord, foldWords, makeWords } from './fold-words.ts';
import { gapBetween, gapComma } from './gap.ts';
import { makeNameTrie } from './name-trie.ts';
import { makeNarrowArray } from './narrow-array.ts';
import { makeVocabulary, maxTokenBytes } from './vocabulary.ts';

export interface Name {
  readonly text: string;
  /** The caller's number for what the name stands for. */
  readonly record: number;
  /** Language index times 256, plus flags. */
  readonly class: number;
  /** Index of its exact spelling where it is case-sensitive, else -1. */
  readonly exact: number;
}

/** Strings that the engine carries for its caller. */
export interface Strings {
  readonly starts: ArrayLike<number>;
  readonly units: ArrayLike<number>;
}

/** The engine of these names. Names without a letter or digit are left out. */
export function compileNames(names: Iterable<Name>, strings: { exact: Strings; ids: Strings }): ArrayBuffer {
  const fold = foldTable();
  const splitter = new NameSplitter(fold);
  for (const name of names) splitter.add(name);
  const { hashes, words, wordKeys, starts, kept } = splitter;
  const { vocabulary, order } = makeVocabulary(hashes);
  const idOfWord = new Uint32Array(order.length);
  order.forEach((word, id) => {
    idOfWord[words.get(word) ?? 0] = id;
  });
  const keys = Uint32Array.from(wordKeys, (key) => (idOfWord[key >>> 1] ?? 0) * 2 + (key & 1));
  const { trie, nodes } = makeNameTrie({ keys, starts }, vocabulary.tokenCount);
  const { records, classes, classTable, overflow, overflowBase } = makePayload(kept, nodes, trie.terminals);
  const { childKeys } = trie;
  return layOutEngine(
    {
      foldUnits: fold.units,
      expansions: fold.expansions,
      expansionPool: fold.expansionPool,
      ...vocabulary,
      starterBits: trie.starters.bits,
      starterRanks: trie.starters.ranks,
      parentBits: trie.parents.bits,
      parentRanks: trie.parents.ranks,
      childStarts: trie.childStarts,
      childKeysLow: childKeys.low,
      childKeysByte: childKeys.byte,
      childKeysHigh: childKeys.high,
      edgeFilter: trie.edgeFilter,
      terminalBits: trie.terminals.bits,
      terminalRanks: trie.terminals.ranks,
      recordsLow: records.low,
      recordsByte: records.byte,
      recordsHigh: records.high,
      classesLow: classes.low,
      classesByte: classes.byte,
      classesHigh: classes.high,
      classTable,
      overflow,
      exactStarts: Uint32Array.from(strings.exact.starts),
      exactUnits: Uint16Array.from(strings.exact.units),
      idStarts: Uint32Array.from(strings.ids.starts),
      idUnits: Uint16Array.from(strings.ids.units),
    },
    {
      tokenCount: vocabulary.tokenCount,
      bucketBits: vocabulary.bucketBits,
      starterCount: rankOf(trie.starters, vocabulary.tokenCount),
      childKeyWidth: childKeys.width,
      recordWidth: records.width,
      classWidth: classes.width,
      overflowBase,
    },
  );
}

/** Names as numbers of words, in order of first appearance, until the vocabulary gives the words their ids. */
class NameSplitter {
  readonly hashes = new Map<string, number>();
  readonly words = new Map<string, number>();
  /** Twice the word, plus 1 where a comma stands before it. */
  readonly wordKeys: number[] = [];
  readonly starts: number[] = [0];
  readonly kept: Name[] = [];
  readonly #fold: FoldTable;
  #parts = makeWords(256);

  constructor(fold: FoldTable) {
    this.#fold = fold;
  }

  add(name: Name): void {
    const { text } = name;
    if (text.length >= this.#parts.starts.length) this.#parts = makeWords(text.length);
    const parts = this.#parts;
    foldWords(text, 0, text.length, this.#fold, parts);
    const folded: string[] = [];
    for (let i = 0; i < parts.count; i++) {
      folded.push(foldedWord(text, parts.starts[i] ?? 0, parts.ends[i] ?? 0, this.#fold));
    }
    if (folded.length === 0 || folded.some((word) => word.length * 3 > maxTokenBytes)) return;
    folded.forEach((word, i) => {
      let number = this.words.get(word);
      if (number === undefined) {
        number = this.words.size;
        this.words.set(word, number);
        this.hashes.set(word, parts.hashes[i] ?? 0);
      }
      this.wordKeys.push(number * 2 + (i > 0 && this.#gapBefore(text, i) === gapComma ? 1 : 0));
    });
    this.starts.push(this.wordKeys.length);
    this.kept.push(name);
  }

  #gapBefore(text: string, index: number): number {
    const { starts, ends } = this.#parts;
    return gapBetween(text, starts[index - 1] ?? 0, ends[index - 1] ?? 0, starts[index] ?? 0);
  }
}

/** One entry a terminal node; names that share a node, or are case-sensitive, go to the overflow. */
function makePayload(
  names: readonly Name[],
  nodes: Uint32Array,
  terminals: Parameters<typeof rankOf>[0],
): {
  records: ReturnType<typeof makeNarrowArray>;
  classes: ReturnType<typeof makeNarrowArray>;
  classTable: Uint32Array;
  overflow: Uint32Array;
  overflowBase: number;
} {
  const classIds = new Map<number, number>();
  for (const { class: value } of names) if (!classIds.has(value)) classIds.set(value, classIds.size);
  const terminalCount =
    names.length === 0 ? 0 : rankOf(terminals, nodes.reduce((a, b) => Math.max(a, b), 0) + 1);
  const records = new Uint32Array(terminalCount);
  const classes = new Uint32Array(terminalCount);
  const firsts = new Int32Array(terminalCount).fill(-1);
  const shared = new Map<number, number[]>();
  names.forEach((name, index) => {
    const terminal = rankOf(terminals, nodes[index] ?? 0);
    const first = firsts[terminal] ?? -1;
    const others = shared.get(terminal);
    if (others) others.push(index);
    else if (first >= 0) shared.set(terminal, [first, index]);
    else if (name.exact >= 0) shared.set(terminal, [index]);
    if (first < 0) firsts[terminal] = index;
    records[terminal] = name.record;
    classes[terminal] = classIds.get(name.class) ?? 0;
  });
  const overflow: number[] = [];
  const overflowBase = names.reduce((largest, { record }) => Math.max(largest, record), -1) + 1;
  for (const [terminal, indices] of [...shared].sort(([a], [b]) => a - b)) {
    records[terminal] = overflowBase + overflow.length;
    classes[terminal] = 0;
    overflow.push(indices.length);
    for (const index of indices) {
      const { record, class: value, exact } = names[index] as Name;
      overflow.push(record, classIds.get(value) ?? 0, exact + 1);
    }
  }
  return {
    records: makeNarrowArray(records),
    classes: makeNarrowArray(classes),
    classTable: Uint32Array.from(classIds.keys()),
    overflow: Uint32Array.from(overflow),
    overflowBase,
  };
}
