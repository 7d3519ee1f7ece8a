/** "From 28 points to 19", "19 points instead of 28": two counts in a headline that names no plan and says of no change. */

import type { PlanReference } from './find-plan-references.ts';
import type { PlanWords } from './languages/plan-words/plan-words.ts';
import type { Token, TokenWindow } from './page-words.ts';
import {
  countFrom,
  type Partner,
  partnerAfter,
  partnerBefore,
  sentenceAround,
  spanOf,
} from './read-changed-counts.ts';
import { readPointWord } from './read-point-word.ts';
import { isInSentence } from './word-gaps.ts';

/** "Instead of" has two words, "są zamiast" too. */
const mostWordsBetween = 3;

/** Both counts, or none. Whether they are those of plans, only the rest of the page can say. */
export function readPairedCounts({ tokens, at }: TokenWindow, words: PlanWords): PlanReference[] {
  const point = readPointWord({ tokens, at }, words);
  if (!point || sentenceAround(tokens, at).some(({ word }) => words.otherThings.test(word))) return [];
  const partner =
    partnerBefore(tokens, point.first, words) ??
    (words.from.has(tokens[point.first - 1]?.word ?? '') ? partnerAfter(tokens, at, words) : null) ??
    replacedAfter(tokens, at, words);
  if (!partner || partner.value === point.count) return [];
  const bare = { isRough: false, noun: null, nounClass: null, certainty: 'if-known' } as const;
  return [
    { ...spanOf(tokens, point.first, at), ...bare, pointCount: point.count },
    { ...spanOf(tokens, partner.first, partner.last), ...bare, pointCount: partner.value },
  ].sort((a, b) => a.start - b.start);
}

/** "28 points become 19", "19 points instead of 28". */
function replacedAfter(tokens: readonly Token[], at: number, words: PlanWords): Partner | null {
  for (let index = at + 1; index <= at + 1 + mostWordsBetween; index++) {
    const token = tokens[index];
    if (!token || !isInSentence(token.gap)) return null;
    if (words.replaces.has(token.word)) continue;
    return index > at + 1 ? countFrom(tokens, index, words) : null;
  }
  return null;
}
