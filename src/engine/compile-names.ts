/** Compiles names to the engine's bytes. The same names in the same order give the same bytes. */

import { type BitSet, rankOf } from './bit-set.ts';
import { compileTrie } from './compile-trie.ts';
import { compileVocabulary } from './compile-vocabulary.ts';
import { layOutEngine } from './engine-format.ts';
import { foldTable } from './fold-table.ts';
import { GrowingNumbers } from './growing-numbers.ts';
import { HashFilterBuilder } from './hash-filter.ts';
import { type PackedArray, packInPlace } from './packed-array.ts';
import { isEndOfStep, type Step } from './run-steps.ts';
import { type Name, NameSplitter, type SplitNames } from './split-names.ts';
import { StringPool } from './string-pool.ts';

/** The engine of these names, in steps of some milliseconds. Names without a letter or digit are left out. */
export function* compileNames(names: Iterable<Name>): Generator<Step, ArrayBuffer> {
  const splitter = new NameSplitter(foldTable());
  yield* splitter.add(names);
  return yield* compileSplitNames(splitter.finish(), { exact: new StringPool(), ids: new StringPool() });
}

/** The engine of names that have been split, in steps of some milliseconds. */
export function* compileSplitNames(
  split: SplitNames,
  strings: { exact: StringPool; ids: StringPool },
): Generator<Step, ArrayBuffer> {
  const fold = foldTable();
  const { vocabulary, tokenBytes, hashes, tokenOfNumber } = yield* compileVocabulary(split.interner);
  const { keys } = split;
  for (let i = 0; i < keys.length; i++) {
    if (isEndOfStep(i)) yield;
    const key = keys.at(i);
    keys.set(i, (tokenOfNumber[key >>> 2] as number) * 4 + (key & 3));
  }
  const room = new Uint32Array(split.count + 1);
  const { trie, nameFilter, pairFilter } = yield* compileTrie({ keys, hashes, room });
  yield;
  const { records, classes, classTable, overflow, overflowBase } = yield* makePayload(
    split,
    trie.terminals,
    room,
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
      tokenBytes,
      tokenLengths: vocabulary.tokenLengths,
      tokenStarts: vocabulary.tokenStarts,
      nameFilter,
      pairFilter,
      smallFilter: filterOf(split.smallOpenings),
      parentBits: trie.parents.bits,
      parentRanks: trie.parents.ranks,
      terminalBits: trie.terminals.bits,
      terminalRanks: trie.terminals.ranks,
      edgeStarts: trie.edgeStarts.words,
      edgeKeys: trie.edgeKeys.words,
      records: records.words,
      classes: classes.words,
      classTable,
      overflow,
      exactStarts: strings.exact.starts.toArray(),
      exactBytes: strings.exact.bytes(),
      idStarts: strings.ids.starts.toArray(),
      idBytes: strings.ids.bytes(),
    },
    {
      tokenCount: vocabulary.tokenCount,
      bucketBits: vocabulary.bucketBits,
      edgeCount: trie.edgeCount,
      edgeKeyWidth: trie.edgeKeys.width,
      recordWidth: records.width,
      classWidth: classes.width,
      overflowBase,
    },
  );
}

/** With no hashes it is empty. */
function filterOf(hashes: ReadonlySet<number>): Uint32Array {
  if (hashes.size === 0) return new Uint32Array(0);
  const filter = new HashFilterBuilder(hashes.size, bitsPerOpening);
  for (const hash of hashes) filter.add(hash);
  return filter.words;
}

const bitsPerOpening = 16;

interface Payload {
  records: PackedArray;
  classes: PackedArray;
  classTable: Uint32Array;
  overflow: Uint32Array;
  overflowBase: number;
}

/** One entry for each node where names end; names that share one, or are case-sensitive, go to the overflow. */
function* makePayload(names: SplitNames, terminals: BitSet, room: Uint32Array): Generator<Step, Payload> {
  const hasClasses = names.classes.length > 0;
  const classOf = (name: number): number => (name < names.classes.length ? names.classes.at(name) : 0);
  const classIds = new Map<number, number>();
  const classIdOf = (name: number): number => {
    const value = name < 0 ? 0 : classOf(name);
    const id = classIds.get(value) ?? classIds.size;
    classIds.set(value, id);
    return id;
  };
  classIdOf(-1);
  const terminalCount = rankOf(terminals, terminals.bits.length * 32 - 1);
  /** Name + 1, until it is known which are shared. */
  const records = room.fill(0);
  const shared = new Map<number, number[]>();
  let overflowBase = 0;
  let name = 0;
  for (let at = 0; at < names.keys.length; at++) {
    if (isEndOfStep(at)) yield;
    const key = names.keys.at(at);
    if ((key & 1) === 0) continue;
    const terminal = rankOf(terminals, key >>> 1);
    const first = (records[terminal] as number) - 1;
    const others = shared.get(terminal);
    if (others) others.push(name);
    else if (first >= 0) shared.set(terminal, [first, name]);
    else if (names.exacts.has(name)) shared.set(terminal, [name]);
    if (first < 0) records[terminal] = name + 1;
    overflowBase = Math.max(overflowBase, names.records.at(name) + 1);
    name++;
  }
  const classes = new Uint32Array(hasClasses ? terminalCount + 1 : 1);
  for (let terminal = 0; terminal < terminalCount; terminal++) {
    if (isEndOfStep(terminal)) yield;
    const first = (records[terminal] as number) - 1;
    records[terminal] = names.records.at(first);
    if (hasClasses && !shared.has(terminal)) classes[terminal] = classIdOf(first);
  }
  const overflow = new GrowingNumbers();
  for (const [terminal, sharing] of [...shared].sort(([a], [b]) => a - b)) {
    records[terminal] = overflowBase + overflow.length;
    overflow.push(sharing.length);
    for (const name of sharing) {
      overflow.push(names.records.at(name));
      overflow.push(classIdOf(name));
      overflow.push((names.exacts.get(name) ?? -1) + 1);
    }
  }
  yield;
  return {
    records: packInPlace(records, terminalCount),
    classes: packInPlace(classes, classes.length - 1),
    classTable: Uint32Array.from(classIds.keys()),
    overflow: overflow.toArray(),
    overflowBase,
  };
}
