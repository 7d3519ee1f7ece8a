/** "Cut from 28 points to 19", "the 28-point plan was whittled down to 19": the counts that have no noun of their own. */

import type { PlanReference } from './find-plan-references.ts';
import type { PlanWords } from './languages/plan-words/plan-words.ts';
import { countEndingAt } from './number-words.ts';
import type { Token, TokenWindow } from './page-words.ts';
import { nounAt } from './read-noun.ts';
import { readPointWord } from './read-point-word.ts';
import { isClose, isInSentence } from './word-gaps.ts';

/** How far the subject of a change and its counts are apart, in words. */
const reach = 16;

/** The counts of a plan that is said to have grown or shrunk, beside one word for points. */
export function readChangedCounts(
  { tokens, at }: TokenWindow,
  words: PlanWords,
  counted: PlanReference | null,
): PlanReference[] {
  const sentence = sentenceAround(tokens, at);
  const isChange = sentence.some(({ word }) => words.changes.test(word));
  if (!isChange || sentence.some(({ word }) => words.otherThings.test(word))) return [];
  const point = readPointWord({ tokens, at }, words);
  if (!point) return [];
  const subject = counted?.noun ? counted : null;
  if (subject) return laterCounts(tokens, at, words, subject);
  const noun = subjectBefore(tokens, point.first, words);
  if (!noun) return [];
  const partner = partnerBefore(tokens, point.first, words) ?? partnerAfter(tokens, at, words);
  const before = tokens[point.first - 1]?.word ?? '';
  if (!partner && !words.to.has(before)) return [];
  const own = spanOf(tokens, point.first, at);
  return [
    { ...own, ...noun, pointCount: point.count },
    ...(partner
      ? [{ ...spanOf(tokens, partner.first, partner.last), ...noun, pointCount: partner.value }]
      : []),
  ].sort((a, b) => a.start - b.start);
}

type Noun = Pick<PlanReference, 'noun' | 'nounClass' | 'certainty' | 'isRough'>;

function subjectBefore(tokens: readonly Token[], first: number, words: PlanWords): Noun | null {
  for (let index = first - 1; index >= Math.max(0, first - reach); index--) {
    if (!isInSentence(tokens[index + 1]?.gap)) return null;
    const found = nounAt(tokens, index, words);
    if (found) {
      const { lemma, nounClass } = found.noun;
      return { noun: lemma, nounClass, certainty: 'plan', isRough: false };
    }
  }
  return null;
}

/** The other one of two counts, and its tokens. */
export interface Partner {
  readonly value: number;
  readonly first: number;
  readonly last: number;
}

/** "From 28 to 19 points", "from 28 points to 19 points". */
export function partnerBefore(tokens: readonly Token[], first: number, words: PlanWords): Partner | null {
  if (!words.to.has(tokens[first - 1]?.word ?? '')) return null;
  let last = first - 2;
  if (words.points.test(tokens[last]?.word ?? '')) return null;
  if (words.to.has(tokens[last]?.word ?? '')) last--;
  const count = countEndingAt(tokens, last, words);
  return count && words.from.has(tokens[count.first - 1]?.word ?? '')
    ? { value: count.value, first: count.first, last }
    : null;
}

/** "From 28 points to 19", "to 19 points from 28". */
export function partnerAfter(tokens: readonly Token[], at: number, words: PlanWords): Partner | null {
  for (let index = at + 1; index <= at + 3; index++) {
    const token = tokens[index];
    if (!token || !isInSentence(token.gap)) return null;
    if (words.to.has(token.word) || words.from.has(token.word)) return countFrom(tokens, index + 1, words);
  }
  return null;
}

/** The count that begins at a token and counts nothing but points. */
export function countFrom(tokens: readonly Token[], first: number, words: PlanWords): Partner | null {
  for (const last of [first + 2, first + 1, first]) {
    const count = countEndingAt(tokens, last, words);
    if (count?.first !== first) continue;
    const next = tokens[last + 1];
    if (next && isClose(next.gap) && words.points.test(next.word)) {
      return { value: count.value, first, last: last + 1 };
    }
    const isAlone =
      !next || !isClose(next.gap) || words.mayFollowNumber.has(next.word) || words.changes.test(next.word);
    return isAlone ? { value: count.value, first, last } : null;
  }
  return null;
}

/** "The 28-point plan was cut to 19". */
function laterCounts(
  tokens: readonly Token[],
  at: number,
  words: PlanWords,
  { end, noun, nounClass }: PlanReference,
): PlanReference[] {
  let isChanged = false;
  for (let index = at + 1; index < Math.min(tokens.length, at + reach); index++) {
    const token = tokens[index];
    if (!token || !isInSentence(token.gap)) return [];
    if (token.start < end) continue;
    if (words.changes.test(token.word)) isChanged = true;
    if (!words.to.has(token.word)) continue;
    const partner = countFrom(tokens, index + 1, words);
    if (!partner) continue;
    const follows = tokens
      .slice(partner.last + 1, partner.last + 3)
      .some(({ word }) => words.changes.test(word));
    if (!isChanged && !follows) continue;
    return [
      {
        ...spanOf(tokens, partner.first, partner.last),
        pointCount: partner.value,
        isRough: false,
        noun,
        nounClass,
        certainty: 'plan',
      },
    ];
  }
  return [];
}

export function sentenceAround(tokens: readonly Token[], at: number): readonly Token[] {
  let first = at;
  let last = at;
  while (first > 0 && isInSentence(tokens[first]?.gap)) first--;
  while (last + 1 < tokens.length && isInSentence(tokens[last + 1]?.gap)) last++;
  return tokens.slice(first, last + 1);
}

/** Of the tokens from `first` to `last`, in UTF-16 units of the text. */
export const spanOf = (
  tokens: readonly Token[],
  first: number,
  last: number,
): { start: number; end: number } => ({
  start: tokens[first]?.start ?? 0,
  end: tokens[last]?.end ?? 0,
});
