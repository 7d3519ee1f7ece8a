/** The shapes of a count with its noun, around one word for points. */

import type { PlanReference } from './find-plan-references.ts';
import { isScore, saysScore } from './is-score.ts';
import type { PlanWords } from './languages/plan-words/plan-words.ts';
import type { Token, TokenWindow } from './page-words.ts';
import { type FoundNoun, lastNounFrom, nounAt } from './read-noun.ts';
import { type PointWord, readPointWord } from './read-point-word.ts';
import { hasComma, isClose, isHyphen, isInSentence, isLoose } from './word-gaps.ts';

/** Words between a count and its noun: "28-point US-drafted Ukraine peace plan". */
const maxModifiers = 6;
/** Sizes of type are written as "12-point text". */
const typeSizes = { from: 6, to: 18 };
/** What may stand between a noun and the verb that gives its count: "the plan, which has 28 points". */
const relatives = new Set(
  'which that qui que che der die das який яка яке який котрий который которая которое który która które'.split(
    ' ',
  ),
);
const adverbs = new Set(
  `now currently originally initially reportedly still originellement désormais derzeit nun ahora тепер нині спочатку
  теперь сейчас изначально się obecnie teraz зараз`
    .trim()
    .split(/\s+/),
);
/** Players and teams have points as well, and nouns for plans are verbs. */
const weakVerbs = new Set(['has', 'had', 'have', 'with', 'in']);
const weakNouns = new Set([
  'program',
  'draft',
  'deal',
  'offer',
  'text',
  'package',
  'paper',
  'version',
  'scheme',
  'pact',
]);
/** The plan reference around a word for points, or null. One without a noun is a bare count. */
export function readCountedPlan(place: TokenWindow, words: PlanWords): PlanReference | null {
  const point = readPointWord(place, words);
  if (!point) return null;
  const { tokens, at } = place;
  return (
    joinedPlan(place, point) ??
    (point.isAdjective ? planAfter(tokens, at, point, words) : null) ??
    (point.isAdjective ? planRightBefore(tokens, at, point, words) : null) ??
    (point.isNoun
      ? (planBefore(tokens, at, point, words) ??
        planOf(tokens, at, point, words) ??
        planSpanning(tokens, at, point, words) ??
        bareCount(tokens, at, point, words))
      : null)
  );
}

/** "28-Punkteplan". */
function joinedPlan({ tokens, at }: TokenWindow, point: PointWord): PlanReference | null {
  if (!point.noun) return null;
  return reference(tokens, {
    point,
    first: point.first,
    last: at,
    noun: { noun: point.noun, first: at, last: at },
  });
}

/** "28-point U.S.-drafted peace plan", "28-Punkte-Plan", "28-пунктний мирний план". */
function planAfter(
  tokens: readonly Token[],
  at: number,
  point: PointWord,
  words: PlanWords,
): PlanReference | null {
  // "Scored 28 points, the plan": after a space the plural is only loosely spelt when the noun follows at once.
  const isLooselySpelt = point.isNoun && !isHyphen(tokens[at]?.gap);
  const last = at + 1 + (isLooselySpelt ? 0 : maxModifiers);
  for (let index = at + 1; index <= last; index++) {
    const token = tokens[index];
    if (!token) return null;
    const isInList = hasComma(token.gap) && (index === at + 1 || isAdjectiveLike(token));
    const isNear = isLoose(token.gap) || isInList;
    if (!isNear || words.otherThings.test(token.word)) return null;
    const found = nounAt(tokens, index, words);
    if (found) {
      const noun = lastNounFrom(tokens, found, words);
      if (isOtherThingAfter(tokens, noun, words) || isVerb(tokens, noun, at)) return null;
      return reference(tokens, { point, first: point.first, last: noun.last, noun });
    }
    if (words.breaks.has(token.word) && !isPartOfCompound(tokens, index)) return null;
  }
  return null;
}

/** A list of adjectives: "28-point, US-drafted, secret plan". */
const isAdjectiveLike = ({ word }: Token): boolean => word.length > 3;

/** "U.S.-drafted", "Russia-backed", "in" of "all-in-one" does not break a phrase. */
const isPartOfCompound = (tokens: readonly Token[], index: number): boolean =>
  isHyphen(tokens[index]?.gap) || isHyphen(tokens[index + 1]?.gap);

/** "A 28-point program record". */
const isOtherThingAfter = (tokens: readonly Token[], { last }: FoundNoun, words: PlanWords): boolean => {
  const next = tokens[last + 1];
  return next !== undefined && isClose(next.gap) && words.otherThings.test(next.word);
};

/** "The 28-point scorers plan to retire". */
const isVerb = (tokens: readonly Token[], { first, last }: FoundNoun, at: number): boolean =>
  first > at + 1 &&
  tokens[last + 1]?.word === 'to' &&
  (tokens[first - 1]?.word.endsWith('s') ?? false) &&
  isClose(tokens[first]?.gap) &&
  !/^(?:us|states|nations|peoples|hostages|s)$/.test(tokens[first - 1]?.word ?? '');

/** "Plan 28-punktowy". */
function planRightBefore(
  tokens: readonly Token[],
  at: number,
  point: PointWord,
  words: PlanWords,
): PlanReference | null {
  if (point.isNoun) return null;
  for (let index = point.first - 1; index >= Math.max(0, point.first - 3); index--) {
    if (!isLoose(tokens[index + 1]?.gap) || words.breaks.has(tokens[index]?.word ?? '')) return null;
    const noun = nounAt(tokens, index, words);
    if (noun) return reference(tokens, { point, first: noun.first, last: at, noun });
  }
  return null;
}

/** "A plan of about 19 points", "le plan de paix en 28 points", "the plan, which has 28 points", "the plan's 28 points". */
function planBefore(
  tokens: readonly Token[],
  at: number,
  point: PointWord,
  words: PlanWords,
): PlanReference | null {
  if (isScore(tokens, at, words)) return null;
  const possessor = possessorOf(tokens, point, words);
  if (possessor) return reference(tokens, { point, first: possessor.first, last: at, noun: possessor });
  let index = point.first - 1;
  let isRough = false;
  while (isClose(tokens[index + 1]?.gap) && words.about.has(tokens[index]?.word ?? '')) {
    isRough = true;
    index--;
  }
  const lastLinker = index;
  let isNear = false;
  let isRelative = false;
  while (index >= 0 && lastLinker - index < 4) {
    const { word = '' } = tokens[index] ?? {};
    if (!isLoose(tokens[index + 1]?.gap) && !(isRelative && hasComma(tokens[index + 1]?.gap))) break;
    if (words.nearLinkers.has(word)) isNear = true;
    else if (relatives.has(word)) isRelative = true;
    else if (!words.linkers.has(word) && !adverbs.has(word)) break;
    index--;
  }
  if (index === lastLinker || index < 0) return null;
  const linker = tokens[index + 1]?.word ?? '';
  // "To deal with 28 points", "the draft had 28 points".
  const isWeak = weakVerbs.has(linker);
  const limit = isNear ? 1 : maxModifiers;
  for (let step = 0; step <= limit && index >= 0; step++, index--) {
    const gap = tokens[index + 1]?.gap;
    const { word = '' } = tokens[index] ?? {};
    const mayHaveComma = step === 0 && (isRelative || lastLinker - index > 0);
    if (!isLoose(gap) && !(mayHaveComma && hasComma(gap))) return null;
    if (words.otherThings.test(word)) return null;
    const noun = nounAt(tokens, index, words);
    if (noun && isLastOfNoun(noun, index)) {
      const certainty = isWeak && weakNouns.has(noun.noun.lemma) ? 'if-known' : null;
      return reference(tokens, { point, first: noun.first, last: at, noun, isRough, certainty });
    }
    // "План США на 28 пунктів", but "план виріс на 28 пунктів".
    if (words.breaks.has(word) || words.changes.test(word) || (isNear && !tokens[index]?.isCapitalised))
      return null;
  }
  return null;
}

const isLastOfNoun = ({ last }: FoundNoun, index: number): boolean => last === index;

/** "The plan's original 28 points". */
function possessorOf(tokens: readonly Token[], point: PointWord, words: PlanWords): FoundNoun | null {
  for (const index of [point.first - 1, point.first - 2]) {
    if (
      tokens[index]?.word === 's' &&
      /^['’]$/.test(tokens[index]?.gap ?? '') &&
      isClose(tokens[index + 1]?.gap)
    ) {
      return nounAt(tokens, index - 1, words);
    }
  }
  return null;
}

/** "The 28 points of the American plan", "28 пунктів плану". */
function planOf(
  tokens: readonly Token[],
  at: number,
  point: PointWord,
  words: PlanWords,
): PlanReference | null {
  let index = at + 1;
  const first = tokens[index];
  if (!first || !isLoose(first.gap)) return null;
  const hasOf = words.ofWords.has(first.word);
  if (hasOf) index++;
  else if (!words.hasGenitive) return null;
  const limit = hasOf ? 4 : 2;
  for (let step = 0; step <= limit; step++, index++) {
    const token = tokens[index];
    if (!token || !(isLoose(token.gap) || /^['’]$/.test(token.gap ?? ''))) return null;
    const found = nounAt(tokens, index, words);
    if (found) {
      const noun = lastNounFrom(tokens, found, words);
      return reference(tokens, { point, first: point.first, last: noun.last, noun });
    }
    if (words.otherThings.test(token.word)) return null;
    if (
      words.breaks.has(token.word) &&
      !/^(?:the|that|this|their|his|her|its|la|le|l|el|dem|einem|diesem|un|your|our|a)$/.test(token.word)
    )
      return null;
  }
  return null;
}

/** "Der 28 Punkte umfassende Plan". */
function planSpanning(
  tokens: readonly Token[],
  at: number,
  point: PointWord,
  words: PlanWords,
): PlanReference | null {
  if (!/^(?:umfassende|starke|zählende)[nrsm]?$/.test(tokens[at + 1]?.word ?? '')) return null;
  for (let index = at + 2; index <= at + 4; index++) {
    if (!isLoose(tokens[index]?.gap)) return null;
    const noun = nounAt(tokens, index, words);
    if (noun) return reference(tokens, { point, first: point.first, last: noun.last, noun });
  }
  return null;
}

/** "The 19 points": a plan's only where the page has a plan with that count. */
function bareCount(
  tokens: readonly Token[],
  at: number,
  point: PointWord,
  words: PlanWords,
): PlanReference | null {
  if (isScore(tokens, at, words)) return null;
  let before = point.first - 1;
  let isRough = false;
  if (words.about.has(tokens[before]?.word ?? '')) {
    isRough = true;
    before--;
  }
  const word = tokens[before]?.word ?? '';
  if (saysScore(word) || !(words.definite.has(word) || isAboutPlan(tokens, at, words))) return null;
  return reference(tokens, { point, first: point.first, last: at, noun: null, isRough });
}

/** Words around a bare count that are asked what they speak of. */
const aboutReach = 10;

/** Says whether the sentence of a bare count speaks of a plan or of a change: "it was cut to 19 points". */
function isAboutPlan(tokens: readonly Token[], at: number, words: PlanWords): boolean {
  const says = ({ word }: Token): boolean => words.changes.test(word) || words.nounOf(word) !== null;
  for (let index = at; index > at - aboutReach && isInSentence(tokens[index]?.gap); index--) {
    const token = tokens[index - 1];
    if (token && says(token)) return true;
  }
  for (let index = at + 1; index < at + aboutReach; index++) {
    const token = tokens[index];
    if (!token || !isInSentence(token.gap)) return false;
    if (says(token)) return true;
  }
  return false;
}

function reference(
  tokens: readonly Token[],
  {
    point,
    first,
    last,
    noun,
    isRough = false,
    certainty = null,
  }: {
    point: PointWord;
    first: number;
    last: number;
    noun: FoundNoun | null;
    isRough?: boolean;
    certainty?: PlanReference['certainty'] | null;
  },
): PlanReference | null {
  const [from, to] = [tokens[first], tokens[last]];
  if (!from || !to) return null;
  const { lemma = null, nounClass = null } = noun?.noun ?? {};
  const isTypeSize =
    noun?.noun.nounClass === 'text' &&
    point.count >= typeSizes.from &&
    point.count <= typeSizes.to &&
    noun.last - noun.first <= 0 &&
    last - first <= 2;
  const isSure = noun !== null && !isTypeSize && certainty !== 'if-known';
  return {
    start: from.start,
    end: to.end,
    pointCount: point.count,
    isRough,
    noun: lemma,
    nounClass,
    certainty: isSure ? 'plan' : 'if-known',
  };
}
