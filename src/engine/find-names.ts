/** The search: leftmost-longest, on word boundaries, whatever the names stand for. */

import { hasBit, rankOf } from './bit-set.ts';
import type { Engine } from './engine-format.ts';
import { foldWords, makeWords, type Words } from './fold-words.ts';
import { cutAfter, gapBetween, gapBreaks, gapComma } from './gap.ts';
import { childNode } from './name-trie.ts';
import { findTokens, isTokenAt } from './vocabulary.ts';

/** A name that stands in the text. Words are indices into `words`. */
export interface FoundName {
  /** Its place in the order of names, for `records` and `classes`. */
  terminal: number;
  words: Words;
  firstWord: number;
  lastWord: number;
}

/** Characters that are folded before they are searched: their words stay in the processor's nearest cache. */
const stretchLength = 1 << 14;

/**
 * Visits the names in a text in order; `accept` says whether one may stand there. Where it may not, the next shorter one
 * from the same word is offered; after one that was accepted the search goes on behind it. The same object is passed
 * each time.
 */
export function findNames(engine: Engine, text: string, accept: (found: FoundName) => boolean): void {
  let words: Words | null = null;
  for (let from = 0; from < text.length; ) {
    const to = text.length - from <= stretchLength ? text.length : cutAfter(text, from + stretchLength);
    if (!words || words.starts.length < to - from + 2) words = makeWords(Math.max(to - from, 64));
    foldWords(text, from, to, engine.fold, words);
    searchWords(engine, text, words, accept);
    from = to;
  }
}

function searchWords(
  engine: Engine,
  text: string,
  words: Words,
  accept: (found: FoundName) => boolean,
): void {
  const { trie, starterCount, vocabulary, fold } = engine;
  const { count, starts, ends } = words;
  const tokens = new Int32Array(count + 1);
  const passed = new Int32Array(count + 1);
  const passedCount = findTokens(vocabulary, words, { tokens, passed }, { text, fold });
  const found: FoundName = { terminal: 0, words, firstWord: 0, lastWord: 0 };
  /** Names that end on the way down, shortest first. */
  const endNodes: number[] = [];
  const endWords: number[] = [];
  let searched = 0;
  const areTokens = (first: number, last: number): boolean => {
    for (let word = first; word <= last; word++) {
      const place = { text, start: starts[word] as number, end: ends[word] as number, fold };
      if (!isTokenAt(vocabulary, tokens[word] as number, place)) return false;
    }
    return true;
  };
  for (let i = 0; i < passedCount; i++) {
    const first = passed[i] as number;
    const token = tokens[first] as number;
    if (token < 0 || first < searched || !hasBit(trie.starters, token)) continue;
    let node = rankOf(trie.starters, token);
    let endCount = 0;
    let last = first;
    for (;;) {
      if (hasBit(trie.terminals, node)) {
        endNodes[endCount] = node;
        endWords[endCount++] = last;
      }
      const next = last + 1 < count ? (tokens[last + 1] as number) : -1;
      if (next < 0 || !hasBit(trie.parents, node)) break;
      const gap = gapBetween(text, starts[last] as number, ends[last] as number, starts[last + 1] as number);
      if (gap === gapBreaks) break;
      node = childNode(trie, starterCount, node, next * 2 + (gap === gapComma ? 1 : 0));
      if (node < 0) break;
      last++;
    }
    while (endCount-- > 0) {
      const lastWord = endWords[endCount] as number;
      if (!areTokens(first, lastWord)) continue;
      found.terminal = rankOf(trie.terminals, endNodes[endCount] as number);
      found.firstWord = first;
      found.lastWord = lastWord;
      if (accept(found)) {
        searched = lastWord + 1;
        break;
      }
    }
  }
}
