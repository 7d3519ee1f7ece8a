/**
 * The names as a trie of tokens. Nodes are numbered breadth first: first the tokens that begin names, in order of their
 * ids, then edge after edge, so that neither roots nor edges hold a pointer.
 */

import { type BitSet, makeBitSet, rankOf } from './bit-set.ts';
import { mixHash } from './fold-words.ts';
import { makeNarrowArray, type NarrowArray, narrowAt } from './narrow-array.ts';

export interface NameTrie {
  /** Tokens that begin names. */
  readonly starters: BitSet;
  /** Nodes that more tokens may follow. */
  readonly parents: BitSet;
  /** First edge of each parent, and one more for the end. */
  readonly childStarts: Uint32Array;
  /** Of each edge: twice its token, plus 1 where a comma stands before it. Sorted within a parent. */
  readonly childKeys: NarrowArray;
  /** Bits that every edge sets, two of one word each, so that most steps that lead nowhere cost one look. */
  readonly edgeFilter: Uint32Array;
  /** Nodes at which names end. */
  readonly terminals: BitSet;
}

/** What one name is made of: keys as in `childKeys`, the first without a comma. */
export interface NamePaths {
  readonly keys: ArrayLike<number>;
  /** Where each name starts in `keys`, and one more for the end. */
  readonly starts: ArrayLike<number>;
}

/** The trie, and the node at which each name ends. */
export function makeNameTrie(
  { keys, starts }: NamePaths,
  tokenCount: number,
): { trie: NameTrie; nodes: Uint32Array } {
  const nameCount = starts.length - 1;
  const nodes = new Uint32Array(nameCount);
  const starters = makeBitSet(tokenCount, firstTokens({ keys, starts }));
  let nodeCount = 0;
  let open: Uint32Array = new Uint32Array(nameCount);
  for (let name = 0; name < nameCount; name++) {
    const node = rankOf(starters, (keys[starts[name] as number] as number) >>> 1);
    nodes[name] = node;
    nodeCount = Math.max(nodeCount, node + 1);
    open[name] = name;
  }
  const edgeKeys: number[] = [];
  const parentNodes: number[] = [];
  const childStarts: number[] = [];
  /** Above all keys, so that a node and a key make one number, exact below 2 ** 53. */
  const span = 2 * tokenCount + 2;
  for (let depth = 1; ; depth++) {
    open = open.filter((name) => (starts[name] as number) + depth < (starts[name + 1] as number));
    if (open.length === 0) break;
    const keyOf = (name: number): number =>
      (nodes[name] as number) * span + (keys[(starts[name] as number) + depth] as number);
    const edges = sortedUnique(Float64Array.from(open, keyOf));
    for (const name of open) nodes[name] = nodeCount + indexIn(edges, keyOf(name));
    let last = -1;
    for (const edge of edges) {
      const parent = Math.floor(edge / span);
      if (parent !== last) {
        parentNodes.push(parent);
        childStarts.push(edgeKeys.length);
        last = parent;
      }
      edgeKeys.push(edge - parent * span);
    }
    nodeCount += edges.length;
  }
  childStarts.push(edgeKeys.length);
  const trie = {
    starters,
    parents: makeBitSet(nodeCount, parentNodes),
    childStarts: Uint32Array.from(childStarts),
    childKeys: makeNarrowArray(edgeKeys),
    edgeFilter: makeEdgeFilter(parentNodes, childStarts, edgeKeys),
    terminals: makeBitSet(nodeCount, nodes),
  };
  return { trie, nodes };
}

/** The child of a parent, or -1. `starterCount` is the number of nodes without an edge. */
export function childNode(trie: NameTrie, starterCount: number, node: number, key: number): number {
  const { edgeFilter, childStarts, childKeys } = trie;
  const hash = hashEdge(node, key);
  const bits = edgeFilter[(hash >>> 10) & (edgeFilter.length - 1)] as number;
  if (((bits >>> (hash & 31)) & (bits >>> ((hash >>> 5) & 31)) & 1) === 0) return -1;
  const parent = rankOf(trie.parents, node);
  let low = childStarts[parent] as number;
  const end = childStarts[parent + 1] as number;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (narrowAt(childKeys, middle) < key) low = middle + 1;
    else high = middle;
  }
  return low < end && narrowAt(childKeys, low) === key ? starterCount + low : -1;
}

/** At least; up to twice as many, so that the filter's length is a power of two. */
const filterBitsPerEdge = 6;

function makeEdgeFilter(
  parents: readonly number[],
  starts: readonly number[],
  keys: readonly number[],
): Uint32Array {
  let size = 16;
  while (size * 32 < keys.length * filterBitsPerEdge) size *= 2;
  const filter = new Uint32Array(size);
  parents.forEach((node, parent) => {
    for (let edge = starts[parent] ?? 0; edge < (starts[parent + 1] ?? 0); edge++) {
      const hash = hashEdge(node, keys[edge] ?? 0);
      const at = (hash >>> 10) & (size - 1);
      filter[at] = (filter[at] ?? 0) | (1 << (hash & 31)) | (1 << ((hash >>> 5) & 31));
    }
  });
  return filter;
}

const hashEdge = (node: number, key: number): number => mixHash(Math.imul(node, 0x9e37_79b1) ^ key);

function* firstTokens({ keys, starts }: NamePaths): Generator<number> {
  for (let name = 0; name < starts.length - 1; name++) yield (keys[starts[name] as number] as number) >>> 1;
}

function sortedUnique(values: Float64Array): Float64Array {
  values.sort();
  let count = 0;
  for (const value of values) if (count === 0 || value !== values[count - 1]) values[count++] = value;
  return values.subarray(0, count);
}

function indexIn(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
