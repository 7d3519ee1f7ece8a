/** Counts in digits and in words. */

import type { PlanWords } from './languages/plan-words/plan-words.ts';
import type { Token } from './page-words.ts';
import { isClose, isHyphen } from './word-gaps.ts';

export interface Count {
  readonly value: number;
  /** Index of its first token. */
  readonly first: number;
}

/** No number of two digits has more: "quatre-vingt-dix-sept", "vingt et un". */
const maxWords = 4;
/** What Slavic languages put after digits: "28-ми", "28-ти", "28-х". */
const caseEnding = /^(?:ми|ти|и|х|мьох|тьох|го|ма|ох|mio|sto|u)$/u;

/** The count whose last token is at `last`, from 2 to 999; null when there is none or it is part of a longer number. */
export function countEndingAt(tokens: readonly Token[], last: number, words: PlanWords): Count | null {
  const token = tokens[last];
  if (!token) return null;
  if (caseEnding.test(token.word) && isHyphen(token.gap) && /^\d{1,3}$/.test(tokens[last - 1]?.word ?? '')) {
    return countEndingAt(tokens, last - 1, words);
  }
  if (/^\p{N}/u.test(token.word)) {
    const isPartOfMore = token.gap !== null && token.gap !== '' && /[\p{Sc}.,+#−-]$/u.test(token.gap);
    if (!/^\d{1,3}$/.test(token.word) || isPartOfMore || token.gap === '') return null;
    return sized(Number(token.word), last);
  }
  for (let first = Math.max(0, last - maxWords + 1); first <= last; first++) {
    const part = tokens.slice(first, last + 1);
    if (part.slice(1).some(({ gap }) => !isClose(gap))) continue;
    const value = totalOf(
      part.map(({ word }) => word),
      words,
    );
    if (value !== null) return sized(value, first);
  }
  return null;
}

/** The count that begins a token, as in "двадцятивосьмипунктний"; null when what is left is no number. */
export function countOfPrefix(prefix: string, words: PlanWords): number | null {
  const whole = words.numbers.get(prefix);
  if (whole !== undefined) return whole >= 2 ? whole : null;
  for (let length = prefix.length - 1; length > 2; length--) {
    const tens = words.numbers.get(prefix.slice(0, length));
    const units = words.numbers.get(prefix.slice(length));
    if (tens !== undefined && units !== undefined && tens >= 20 && units < 10) return tens + units;
  }
  return null;
}

const sized = (value: number, first: number): Count | null =>
  value >= 2 && value <= 999 ? { value, first } : null;

function totalOf(parts: readonly string[], { numbers, numberJoints }: PlanWords): number | null {
  const values: number[] = [];
  for (const [index, part] of parts.entries()) {
    const value = numbers.get(part);
    if (value === undefined) {
      if (!numberJoints.has(part) || index === 0 || index === parts.length - 1) return null;
      continue;
    }
    // "Quatre-vingts": the only number that languages of news still count in scores.
    if (value === 20 && values.at(-1) === 4) values[values.length - 1] = 80;
    else values.push(value);
  }
  return sumOf(values);
}

/** "Twenty eight", "soixante-dix-huit" are numbers; "eight twenty" and "ten four" are two. */
function sumOf([first, ...rest]: readonly number[]): number | null {
  if (first === undefined) return null;
  if (rest.length === 0) return first;
  const more = sumOf(rest);
  if (more === null) return null;
  const isTens = first >= 20 && first % 10 === 0 && more < 10;
  const isScore = (first === 60 || first === 80) && more < 20;
  const isTeen = first === 10 && rest.length === 1 && more >= 7 && more <= 9;
  return isTens || isScore || isTeen ? first + more : null;
}
