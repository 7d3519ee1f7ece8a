import { hasBit, makeBitSet, makeBits, rankOf, setBit } from './bit-set.ts';
import { GrowingNumbers } from './growing-numbers.ts';
import { hashPair, makeHashFilter } from './hash-filter.ts';
import { type NameTrie, sampleShift } from './name-trie.ts';
import { makePackedArray } from './packed-array.ts';
import { isEndOfStep, type Step } from './run-steps.ts';
import { makePlaces, sortByKey } from './sort-by-key.ts';

const filterBitsPerName = 12;
const filterBitsPerPair = 9;

export interface NamePaths {
  /** Of all tokens of all names: twice the token, plus 1 where a comma stands before it. */
  readonly keys: Uint32Array;
  /** Where each name starts in `keys`, and one more for the end. */
  readonly starts: Uint32Array;
  /** Of each token. */
  readonly hashes: Uint32Array;
}

export interface CompiledTrie {
  readonly trie: NameTrie;
  /** The node at which each name ends. */
  readonly nodes: Uint32Array;
  /** Of the hashes of names of one word. */
  readonly nameFilter: Uint32Array;
  /** Of the hashes of two words that follow one another in a name. */
  readonly pairFilter: Uint32Array;
}

export function* compileTrie({ keys, starts, hashes }: NamePaths): Generator<Step, CompiledTrie> {
  const nameCount = starts.length - 1;
  const starterBits = makeBits(hashes.length);
  for (let name = 0; name < nameCount; name++) {
    if (isEndOfStep(name)) yield;
    setBit(starterBits, (keys[starts[name] as number] as number) >>> 1);
  }
  const starters = makeBitSet(starterBits);
  const starterCount = rankOf(starters, hashes.length);
  const nodes = new Uint32Array(nameCount);
  for (let name = 0; name < nameCount; name++) {
    if (isEndOfStep(name)) yield;
    nodes[name] = rankOf(starters, (keys[starts[name] as number] as number) >>> 1);
  }
  const mostEdges = keys.length - nameCount;
  const edgeFirsts = makeBits(mostEdges);
  const parentBits = makeBits(starterCount + mostEdges);
  const edgeSamples = new GrowingNumbers();
  const edgeKeys = new Uint32Array(mostEdges);
  const pairs = new Uint32Array(mostEdges);
  let edgeCount = 0;
  let parentCount = 0;
  /** Names that have more words, and how many. */
  const open = new Uint32Array(nameCount);
  let openCount = 0;
  for (let name = 0; name < nameCount; name++) {
    if (isEndOfStep(name)) yield;
    if ((starts[name] as number) + 1 < (starts[name + 1] as number)) open[openCount++] = name;
  }
  const room = { keys: new Uint32Array(openCount), nodes: new Uint32Array(openCount) };
  const places = makePlaces(openCount);
  for (let depth = 1; openCount > 0; depth++) {
    const openKeys = room.keys.subarray(0, openCount);
    const openNodes = room.nodes.subarray(0, openCount);
    places.from = places.from.subarray(0, openCount);
    places.to = places.to.subarray(0, openCount);
    for (let i = 0; i < openCount; i++) {
      if (isEndOfStep(i)) yield;
      const name = open[i] as number;
      openKeys[i] = keys[(starts[name] as number) + depth] as number;
      openNodes[i] = nodes[name] as number;
      places.from[i] = i;
    }
    yield;
    yield* sortByKey(openKeys, places);
    yield* sortByKey(openNodes, places);
    const order = places.from;
    let lastNode = -1;
    let lastKey = -1;
    for (let i = 0; i < order.length; i++) {
      if (isEndOfStep(i)) yield;
      const place = order[i] as number;
      const name = open[place] as number;
      const node = openNodes[place] as number;
      const key = openKeys[place] as number;
      if (node !== lastNode) {
        if (parentCount++ % (1 << sampleShift) === 0) edgeSamples.push(edgeCount);
        setBit(edgeFirsts, edgeCount);
        setBit(parentBits, node);
      }
      if (node !== lastNode || key !== lastKey) {
        const before = (keys[(starts[name] as number) + depth - 1] as number) >>> 1;
        pairs[edgeCount] = hashPair(hashes[before] as number, hashes[key >>> 1] as number);
        edgeKeys[edgeCount++] = key;
      }
      lastNode = node;
      lastKey = key;
      nodes[name] = starterCount + edgeCount - 1;
    }
    yield;
    let kept = 0;
    for (let i = 0; i < openCount; i++) {
      const name = open[i] as number;
      if ((starts[name] as number) + depth + 1 < (starts[name + 1] as number)) open[kept++] = name;
    }
    openCount = kept;
  }
  const terminalBits = makeBits(starterCount + edgeCount);
  for (let name = 0; name < nameCount; name++) {
    if (isEndOfStep(name)) yield;
    setBit(terminalBits, nodes[name] as number);
  }
  const singles = new GrowingNumbers();
  for (let token = 0, node = 0; token < hashes.length; token++) {
    if (hasBit(starterBits, token) && hasBit(terminalBits, node++)) singles.push(hashes[token] as number);
  }
  yield;
  const pairFilter = makeHashFilter(pairs.subarray(0, edgeCount), filterBitsPerPair);
  yield;
  const packedKeys = makePackedArray(edgeKeys.subarray(0, edgeCount));
  yield;
  const trie = {
    starters,
    starterCount,
    parents: makeBitSet(parentBits.subarray(0, terminalBits.length)),
    terminals: makeBitSet(terminalBits),
    edgeCount,
    edgeFirsts: edgeFirsts.subarray(0, (edgeCount >>> 5) + 1),
    edgeSamples: edgeSamples.take(),
    edgeKeys: packedKeys,
  };
  const nameFilter = makeHashFilter(singles.take(), filterBitsPerName);
  return { trie, nodes, nameFilter, pairFilter };
}
