import { hasBit, makeBitSet, makeBits, rankOf, setBit } from './bit-set.ts';
import { GrowingNumbers } from './growing-numbers.ts';
import { HashFilterBuilder, hashPair } from './hash-filter.ts';
import type { NameTrie } from './name-trie.ts';
import { firstOfPacked, makePackedArray, packedAt, packInPlace, putPacked } from './packed-array.ts';
import { isEndOfStep, type Step } from './run-steps.ts';
import { GroupSorter } from './sort-group.ts';

const filterBitsPerName = 12;
const filterBitsPerPair = 11;

export interface NamePaths {
  /**
   * Of all tokens of all names: four times the token, plus 2 where a comma stands before it, plus 1 for the last of its
   * name. Afterwards twice the node that the token leads to, plus 1 for the last of its name.
   */
  readonly keys: GrowingNumbers;
  /** Of each token. */
  readonly hashes: Uint32Array;
  /** At least a number for each name; overwritten. */
  readonly room: Uint32Array;
}

export interface CompiledTrie {
  readonly trie: NameTrie;
  /** Of the hashes of names of one word. */
  readonly nameFilter: Uint32Array;
  /** Of the hashes of two words that follow one another in a name. */
  readonly pairFilter: Uint32Array;
}

export function* compileTrie({ keys, hashes, room }: NamePaths): Generator<Step, CompiledTrie> {
  const tokenCount = hashes.length;
  /** Indices of the next token of names that have more, in the order of the nodes before them. */
  const order = room;
  const { mostEdges, largestEdge, ...starts } = yield* orderByFirstToken(keys, tokenCount, order);
  let { openCount } = starts;
  const parentBits = makeBits(tokenCount + mostEdges);
  const edgeStarts = new GrowingNumbers();
  const edgeKeys = makePackedArray(mostEdges, largestEdge);
  const sorter = new GroupSorter(keys, order);
  let edgeCount = 0;
  let work = 0;
  while (openCount > 0) {
    let kept = 0;
    for (let first = 0, end = 0; first < openCount; first = end) {
      const node = keys.at((order[first] as number) - 1) >>> 1;
      for (end = first + 1; end < openCount; end++) {
        if (keys.at((order[end] as number) - 1) >>> 1 !== node) break;
      }
      if (!sorter.sortSmall(first, end)) yield* sorter.sort(first, end);
      edgeStarts.push(edgeCount);
      setBit(parentBits, node);
      let last = -1;
      for (let i = first; i < end; i++) {
        if (isEndOfStep(work++)) yield;
        const at = order[i] as number;
        const key = keys.at(at);
        const isLast = key & 1;
        if (key >>> 1 !== last) putPacked(edgeKeys, edgeCount++, key >>> 1);
        last = key >>> 1;
        keys.set(at, (tokenCount + edgeCount - 1) * 2 + isLast);
        if (isLast === 0) order[kept++] = at + 1;
      }
    }
    openCount = kept;
  }
  const terminalBits = makeBits(tokenCount + edgeCount);
  for (let at = 0; at < keys.length; at++) {
    if (isEndOfStep(at)) yield;
    const key = keys.at(at);
    if ((key & 1) === 1) setBit(terminalBits, key >>> 1);
  }
  edgeStarts.push(edgeCount);
  // One more than there are, since packing needs it.
  edgeStarts.push(0);
  const trie: NameTrie = {
    tokenCount,
    parents: makeBitSet(parentBits.subarray(0, terminalBits.length)),
    terminals: makeBitSet(terminalBits),
    edgeCount,
    edgeStarts: packInPlace(edgeStarts.toArray(), edgeStarts.length - 1),
    edgeKeys: firstOfPacked(edgeKeys, edgeCount),
  };
  yield;
  return { trie, ...(yield* makeFilters(trie, hashes)) };
}

interface FirstTokens {
  /** How many names have a second token; `order` has its index, in the order of their first ones. */
  readonly openCount: number;
  /** Of all tokens but the first of their names: how many, and the largest as `edgeKeys` has them. */
  readonly mostEdges: number;
  readonly largestEdge: number;
}

/** Fills `order`, and puts nodes in the place of first tokens. */
function* orderByFirstToken(
  keys: GrowingNumbers,
  tokenCount: number,
  order: Uint32Array,
): Generator<Step, FirstTokens> {
  const starts = new Uint32Array(tokenCount + 1);
  let mostEdges = 0;
  let largestEdge = 0;
  let isFirst = true;
  for (let at = 0; at < keys.length; at++) {
    if (isEndOfStep(at)) yield;
    const key = keys.at(at);
    const isLast = key & 1;
    if (isFirst) {
      const node = key >>> 2;
      keys.set(at, node * 2 + isLast);
      if (isLast === 0) starts[node + 1] = (starts[node + 1] as number) + 1;
    } else {
      mostEdges++;
      largestEdge = Math.max(largestEdge, key >>> 1);
    }
    isFirst = isLast === 1;
  }
  for (let node = 1; node <= tokenCount; node++) {
    starts[node] = (starts[node] as number) + (starts[node - 1] as number);
  }
  const openCount = starts[tokenCount] as number;
  yield;
  for (let at = 0; at < keys.length; at++) {
    if (isEndOfStep(at)) yield;
    const key = keys.at(at);
    if (isFirst && (key & 1) === 0) {
      const node = key >>> 1;
      const place = starts[node] as number;
      order[place] = at + 1;
      starts[node] = place + 1;
    }
    isFirst = (key & 1) === 1;
  }
  return { openCount, mostEdges, largestEdge };
}

/** The filters of names of one token, and of each two tokens that lie one behind the other. */
function* makeFilters(
  { tokenCount, parents, terminals, edgeCount, edgeStarts, edgeKeys }: NameTrie,
  hashes: Uint32Array,
): Generator<Step, Pick<CompiledTrie, 'nameFilter' | 'pairFilter'>> {
  const names = new HashFilterBuilder(rankOf(terminals, tokenCount), filterBitsPerName);
  const pairs = new HashFilterBuilder(edgeCount, filterBitsPerPair);
  let edge = 0;
  let parent = 0;
  const addEdgesOf = (node: number, token: number): void => {
    if (!hasBit(parents.bits, node)) return;
    for (const end = packedAt(edgeStarts, ++parent); edge < end; edge++) {
      pairs.add(hashPair(hashes[token] as number, hashes[packedAt(edgeKeys, edge) >>> 1] as number));
    }
  };
  for (let token = 0; token < tokenCount; token++) {
    if (isEndOfStep(token)) yield;
    if (hasBit(terminals.bits, token)) names.add(hashes[token] as number);
    addEdgesOf(token, token);
  }
  for (let before = 0; before < edgeCount; before++) {
    if (isEndOfStep(before)) yield;
    addEdgesOf(tokenCount + before, packedAt(edgeKeys, before) >>> 1);
  }
  return { nameFilter: names.words, pairFilter: pairs.words };
}
