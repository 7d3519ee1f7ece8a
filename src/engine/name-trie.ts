/**
 * The names as a trie of tokens. Nodes are numbered breadth first: first the tokens, whose numbers are those of the nodes
 * after them as first words, then edge after edge, so that neither roots nor edges hold a pointer.
 */

import { type BitSet, hasBit, rankOf } from './bit-set.ts';
import { type PackedArray, packedAt } from './packed-array.ts';

export interface NameTrie {
  readonly tokenCount: number;
  /** Nodes that more tokens may follow. */
  readonly parents: BitSet;
  /** Nodes at which names end. */
  readonly terminals: BitSet;
  readonly edgeCount: number;
  /** First edge of each parent, and `edgeCount` behind the last. */
  readonly edgeStarts: PackedArray;
  /** Of each edge: twice its token, plus 1 where a comma stands before it. Ascending within a parent. */
  readonly edgeKeys: PackedArray;
}

/** Groups of edges up to this size are halved; in larger ones a key's place is guessed first. */
const smallGroup = 16;
const mostGuesses = 4;

/** The node of a token as the first of a name, or -1 where no name begins with it. */
export function startNode({ parents, terminals }: NameTrie, token: number): number {
  return hasBit(parents.bits, token) || hasBit(terminals.bits, token) ? token : -1;
}

/** Where a name that ends at a node stands in the order of names, or -1. */
export function nameAt({ terminals }: NameTrie, node: number): number {
  return hasBit(terminals.bits, node) ? rankOf(terminals, node) : -1;
}

/** The node after another token, or -1. */
export function childNode(trie: NameTrie, node: number, token: number, hasComma: boolean): number {
  const { tokenCount, parents, edgeStarts, edgeKeys, edgeCount } = trie;
  if (!hasBit(parents.bits, node)) return -1;
  const parent = rankOf(parents, node);
  const key = token * 2 + (hasComma ? 1 : 0);
  let low = packedAt(edgeStarts, parent);
  // Damaged bytes must not keep it looking.
  const end = Math.min(edgeCount, packedAt(edgeStarts, parent + 1));
  let high = end;
  if (high - low > smallGroup) {
    // Tokens are in the order of their hashes, so that those of a group lie evenly.
    const density = (high - low) / (tokenCount * 2);
    let guess = low + Math.floor(key * density);
    for (let guesses = 0; guesses < mostGuesses && high - low > smallGroup; guesses++) {
      const difference = key - packedAt(edgeKeys, guess);
      if (difference <= 0) high = guess + 1;
      else low = guess + 1;
      // A little beyond, so that the next guess most likely closes the range from the other side.
      const beyond = difference > 0 ? smallGroup / 4 : -smallGroup / 4;
      guess = Math.max(low, Math.min(high - 1, guess + Math.floor(difference * density) + beyond));
    }
  }
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (packedAt(edgeKeys, middle) < key) low = middle + 1;
    else high = middle;
  }
  return low < end && packedAt(edgeKeys, low) === key ? tokenCount + low : -1;
}
