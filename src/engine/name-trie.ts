/**
 * The names as a trie of tokens. Nodes are numbered breadth first: first the tokens that begin names, in order of their
 * ids, then edge after edge, so that neither roots nor edges hold a pointer.
 */

import { type BitSet, countBits, hasBit, rankOf } from './bit-set.ts';
import { type PackedArray, packedAt } from './packed-array.ts';

export interface NameTrie {
  /** Tokens that begin names; as many as there are nodes without an edge to them. */
  readonly starters: BitSet;
  readonly starterCount: number;
  /** Nodes that more tokens may follow. */
  readonly parents: BitSet;
  /** Nodes at which names end. */
  readonly terminals: BitSet;
  readonly edgeCount: number;
  /** Of each edge a bit, set where it is the first of its parent. */
  readonly edgeFirsts: Uint32Array;
  /** First edge of every 16th parent. */
  readonly edgeSamples: Uint32Array;
  /** Of each edge: twice its token, plus 1 where a comma stands before it. Ascending within a parent. */
  readonly edgeKeys: PackedArray;
}

export const sampleShift = 4;

/** The node of a token that begins a name, or -1. */
export function startNode({ starters }: NameTrie, token: number): number {
  return hasBit(starters.bits, token) ? rankOf(starters, token) : -1;
}

/** Where a name that ends at a node stands in the order of names, or -1. */
export function nameAt({ terminals }: NameTrie, node: number): number {
  return hasBit(terminals.bits, node) ? rankOf(terminals, node) : -1;
}

/** The node after another token, or -1. */
export function childNode(trie: NameTrie, node: number, token: number, hasComma: boolean): number {
  const { parents, edgeKeys } = trie;
  if (!hasBit(parents.bits, node)) return -1;
  const key = token * 2 + (hasComma ? 1 : 0);
  let low = firstEdge(trie, rankOf(parents, node));
  const end = endOfEdges(trie, low);
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (packedAt(edgeKeys, middle) < key) low = middle + 1;
    else high = middle;
  }
  return low < end && packedAt(edgeKeys, low) === key ? trie.starterCount + low : -1;
}

/** The first edge of a parent. */
function firstEdge({ edgeFirsts, edgeSamples }: NameTrie, parent: number): number {
  const sample = edgeSamples[parent >>> sampleShift] as number;
  let more = parent & ((1 << sampleShift) - 1);
  let word = sample >>> 5;
  let bits = (edgeFirsts[word] as number) & (-1 << (sample & 31));
  for (let count = countBits(bits); count <= more && word < edgeFirsts.length; count = countBits(bits)) {
    more -= count;
    bits = edgeFirsts[++word] as number;
  }
  for (; more > 0; more--) bits &= bits - 1;
  return word * 32 + 31 - Math.clz32(bits & -bits);
}

/** The end of the edges that a first edge begins. */
function endOfEdges({ edgeFirsts, edgeCount }: NameTrie, first: number): number {
  const next = first + 1;
  let word = next >>> 5;
  let bits = (edgeFirsts[word] as number) & (-1 << (next & 31));
  while (bits === 0 && word < edgeFirsts.length) bits = edgeFirsts[++word] as number;
  return Math.min(edgeCount, word * 32 + 31 - Math.clz32(bits & -bits));
}
