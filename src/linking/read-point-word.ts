import type { PlanNoun, PlanWords } from './languages/plan-words/plan-words.ts';
import { countEndingAt, countOfPrefix } from './number-words.ts';
import type { TokenWindow } from './page-words.ts';
import { isClose } from './word-gaps.ts';

/** A word for points with its count. */
export interface PointWord {
  readonly count: number;
  /** Index of the count's first token. */
  readonly first: number;
  readonly isNoun: boolean;
  readonly isAdjective: boolean;
  /** What is written together with the points: "Punkteplan". */
  readonly noun: PlanNoun | null;
}

const stem = /point|punkt|пункт|punt[oi]|punten|pontos/u;
/** Between a count and its points: "28 key points". Other words make the points those of a game. */
const pointModifiers = new Set(
  `key main original initial separate remaining proposed draft specific principal detailed clés principaux zentrale zentralen
  ключових основних ключевых основных kluczowych głównych claves principales`
    .trim()
    .split(/\s+/),
);

/** The word for points that the window is about, or null when it has no count or is another word. */
export function readPointWord({ tokens, at }: TokenWindow, words: PlanWords): PointWord | null {
  const token = tokens[at];
  if (!token) return null;
  const begin = token.word.search(stem);
  if (begin < 0) return null;
  const tail = token.word.slice(begin);
  const isNoun = words.points.test(tail);
  const isAdjective = words.pointAdjective?.test(tail) ?? false;
  const joined = isNoun || isAdjective ? null : /^(?:punkten?|punten)(\p{L}+)$/u.exec(tail)?.[1];
  const noun = joined ? words.nounOf(joined) : null;
  if (!isNoun && !isAdjective && !noun) return null;
  const kind = { isNoun: isNoun && begin === 0, isAdjective, noun };
  if (begin > 0) {
    const count = countOfPrefix(token.word.slice(0, begin), words);
    return count === null ? null : { count, first: at, ...kind };
  }
  const last = pointModifiers.has(tokens[at - 1]?.word ?? '') ? at - 2 : at - 1;
  if (!isClose(token.gap) || (last < at - 1 && !isClose(tokens[at - 1]?.gap))) return null;
  const count = countEndingAt(tokens, last, words);
  return count && { count: count.value, first: count.first, ...kind };
}
