/** Compiles names to the engine's bytes. The same names in the same order give the same bytes. */

import { type BitSet, rankOf } from './bit-set.ts';
import { compileTrie } from './compile-trie.ts';
import { compileVocabulary } from './compile-vocabulary.ts';
import { layOutEngine } from './engine-format.ts';
import { foldTable } from './fold-table.ts';
import { GrowingNumbers } from './growing-numbers.ts';
import { makePackedArray, type PackedArray } from './packed-array.ts';
import { isEndOfStep, type Step } from './run-steps.ts';
import { type Name, NameSplitter, type SplitNames } from './split-names.ts';

/** Strings that the engine carries for its caller. */
export interface Strings {
  readonly starts: ArrayLike<number>;
  readonly units: ArrayLike<number>;
}

/** The engine of these names, in steps of some milliseconds. Names without a letter or digit are left out. */
export function* compileNames(names: Iterable<Name>): Generator<Step, ArrayBuffer> {
  const splitter = new NameSplitter(foldTable());
  yield* splitter.add(names);
  const none = { starts: [0], units: [] };
  return yield* compileSplitNames(splitter.finish(), { exact: none, ids: none });
}

/** The engine of names that have been split, in steps of some milliseconds. */
export function* compileSplitNames(
  split: SplitNames,
  strings: { exact: Strings; ids: Strings },
): Generator<Step, ArrayBuffer> {
  const fold = foldTable();
  const { vocabulary, hashes, tokenOfNumber } = yield* compileVocabulary(split.interner);
  const { keys, starts } = split;
  for (let i = 0; i < keys.length; i++) {
    if (isEndOfStep(i)) yield;
    const key = keys[i] as number;
    keys[i] = (tokenOfNumber[key >>> 1] as number) * 2 + (key & 1);
  }
  const { trie, nodes, nameFilter, pairFilter } = yield* compileTrie({ keys, starts, hashes });
  yield;
  const { records, classes, classTable, overflow, overflowBase } = yield* makePayload(
    split,
    nodes,
    trie.terminals,
  );
  yield;
  return layOutEngine(
    {
      foldUnits: fold.units,
      expansions: fold.expansions,
      expansionPool: fold.expansionPool,
      groupStarts: vocabulary.groupStarts,
      bucketOffsets: vocabulary.bucketOffsets,
      fingerprints: vocabulary.fingerprints,
      tokenBytes: vocabulary.tokenBytes,
      tokenLengths: vocabulary.tokenLengths,
      tokenStarts: vocabulary.tokenStarts,
      nameFilter,
      pairFilter,
      starterBits: trie.starters.bits,
      starterRanks: trie.starters.ranks,
      parentBits: trie.parents.bits,
      parentRanks: trie.parents.ranks,
      terminalBits: trie.terminals.bits,
      terminalRanks: trie.terminals.ranks,
      edgeFirsts: trie.edgeFirsts,
      edgeSamples: trie.edgeSamples,
      edgeKeys: trie.edgeKeys.words,
      records: records.words,
      classes: classes.words,
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
      starterCount: trie.starterCount,
      edgeCount: trie.edgeCount,
      edgeKeyWidth: trie.edgeKeys.width,
      recordWidth: records.width,
      classWidth: classes.width,
      overflowBase,
    },
  );
}

interface Payload {
  records: PackedArray;
  classes: PackedArray;
  classTable: Uint32Array;
  overflow: Uint32Array;
  overflowBase: number;
}

/** One entry for each node where names end; names that share one, or are case-sensitive, go to the overflow. */
function* makePayload(names: SplitNames, nodes: Uint32Array, terminals: BitSet): Generator<Step, Payload> {
  const classIds = new Map<number, number>();
  const classIdOf = (name: number): number => {
    const value = names.classes[name] ?? 0;
    const id = classIds.get(value) ?? classIds.size;
    classIds.set(value, id);
    return id;
  };
  classIdOf(-1);
  const terminalCount = rankOf(terminals, terminals.bits.length * 32 - 1);
  /** Name + 1, until it is known which are shared. The room is that of the keys, which are in the trie now. */
  const records = names.keys.subarray(0, terminalCount).fill(0);
  const shared = new Map<number, number[]>();
  let overflowBase = 0;
  for (let name = 0; name < nodes.length; name++) {
    if (isEndOfStep(name)) yield;
    const terminal = rankOf(terminals, nodes[name] as number);
    const first = (records[terminal] as number) - 1;
    const others = shared.get(terminal);
    if (others) others.push(name);
    else if (first >= 0) shared.set(terminal, [first, name]);
    else if (names.exacts.has(name)) shared.set(terminal, [name]);
    if (first < 0) records[terminal] = name + 1;
    overflowBase = Math.max(overflowBase, (names.records[name] as number) + 1);
  }
  const classes = new Uint32Array(names.classes.length > 0 ? terminalCount : 0);
  for (let terminal = 0; terminal < terminalCount; terminal++) {
    if (isEndOfStep(terminal)) yield;
    const name = (records[terminal] as number) - 1;
    records[terminal] = names.records[name] as number;
    if (classes.length > 0 && !shared.has(terminal)) classes[terminal] = classIdOf(name);
  }
  const overflow = new GrowingNumbers();
  for (const [terminal, sharing] of [...shared].sort(([a], [b]) => a - b)) {
    records[terminal] = overflowBase + overflow.length;
    overflow.push(sharing.length);
    for (const name of sharing) {
      overflow.push(names.records[name] as number);
      overflow.push(classIdOf(name));
      overflow.push((names.exacts.get(name) ?? -1) + 1);
    }
  }
  yield;
  return {
    records: makePackedArray(records),
    classes: makePackedArray(classes),
    classTable: Uint32Array.from(classIds.keys()),
    overflow: overflow.take(),
    overflowBase,
  };
}
