/** Points that are a score, a price or a share of votes, whatever the page is about. */

import type { PlanWords } from './languages/plan-words/plan-words.ts';
import type { Token } from './page-words.ts';
import { hasComma, isClose, isInSentence } from './word-gaps.ts';

/** After a bare count, what makes it a score: "28 points ahead". */
const scoreAfter = new Set(
  `ahead behind clear adrift above below higher lower each per lead up down against rebounds assists over more less fewer from
  d'avance de moins plus vorsprung rückstand mehr weniger pro più meno más menos вище нижче больше меньше więcej mniej`
    .trim()
    .split(/\s+/),
);
/** Before it: "scored 28 points", "fell by 28 points", "на 28 пунктів". */
const scoreBefore = new Set(
  `by scored score scores scoring won lost gained up down rose fell dropped lead leads leading led averaging averaged averages gave
  shed added climbed slid jumped trailing trailed earned collected picked amassed totaled totalled put had has
  на par um o por`
    .trim()
    .split(/\s+/),
);

/** Says whether a word before a bare count makes it a score. */
export const saysScore = (word: string): boolean => scoreBefore.has(word);

/** Says whether what follows the word for points at an index makes its count a score. */
export function isScore(tokens: readonly Token[], at: number, words: PlanWords): boolean {
  const next = tokens[at + 1];
  if (!next || !isInSentence(next.gap)) return false;
  if (
    isClose(next.gap) &&
    ((scoreAfter.has(next.word) && !words.ofWords.has(next.word)) || words.otherThings.test(next.word))
  )
    return true;
  // "28 points and 10 rebounds", "28 points, 10 rebounds".
  const afterNext = tokens[at + 2];
  return (
    (/^\d+$/.test(next.word) && hasComma(next.gap)) ||
    (/^(?:and|et|und|y|e|і|и|i|en)$/.test(next.word) &&
      /^\d+$|^(?:five|six|seven|eight|nine|ten|eleven|twelve)$/.test(afterNext?.word ?? ''))
  );
}
