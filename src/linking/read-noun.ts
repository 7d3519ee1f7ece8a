import type { PlanNoun, PlanWords } from './languages/plan-words/plan-words.ts';
import type { Token } from './page-words.ts';
import { isClose } from './word-gaps.ts';

export interface FoundNoun {
  readonly noun: PlanNoun;
  readonly first: number;
  readonly last: number;
}

/** The noun for a plan that has the token at an index as its last or, for "road map", as one of its words. */
export function nounAt(tokens: readonly Token[], index: number, words: PlanWords): FoundNoun | null {
  const word = tokens[index]?.word ?? '';
  for (const { pattern, anyWord, noun } of words.longNouns) {
    if (!anyWord.test(word)) continue;
    for (const length of [2, 3]) {
      for (let first = index - length + 1; first <= index; first++) {
        const part = tokens.slice(Math.max(0, first), first + length);
        if (part.length === length && pattern.test(part.map(({ word }) => word).join(' '))) {
          return { noun, first, last: first + length - 1 };
        }
      }
    }
  }
  const noun = words.nounOf(word);
  return noun && { noun, first: index, last: index };
}

/** The last of several nouns in a row: the agreement of a "draft agreement". */
export function lastNounFrom(tokens: readonly Token[], found: FoundNoun, words: PlanWords): FoundNoun {
  let last = found;
  for (;;) {
    const next = tokens[last.last + 1];
    const more = next && isClose(next.gap) ? nounAt(tokens, last.last + 1, words) : null;
    if (!more) return last;
    last = { ...more, first: found.first };
  }
}
