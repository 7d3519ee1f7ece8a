/** Nouns for plans that stand without a count: "the plan", "the earlier proposal", "a business plan". */

import type { Span } from '../model/link.ts';
import type { Language } from '../model/record.ts';
import { type LaterWords, laterWords } from './languages/later-words.ts';
import { allPlanWords } from './languages/plan-words/all-plan-words.ts';
import type { NounClass, PlanWords } from './languages/plan-words/plan-words.ts';
import type { PageWords, Token } from './page-words.ts';
import { type FoundNoun, lastNounFrom, nounAt } from './read-noun.ts';
import { isClose, isLoose } from './word-gaps.ts';
import { wordKinds } from './word-kinds.ts';

export interface LaterMention extends Span {
  readonly nounClass: NounClass;
  /**
   * `same`: a known plan; `first`, `earlier`, `later`: one of its versions; `other`: a plan that is brought up for the
   * first time or is of another kind, so that "the plan" after it may be that one.
   */
  readonly type: 'same' | 'first' | 'earlier' | 'later' | 'other';
  /** What follows says whose or what about: "the plan of …", "the plan for …". */
  readonly complement: 'maker' | 'topic' | null;
}

const maxModifiers = 4;
/** Nouns that make the noun before them a part of another thing: "the draft law". */
const compoundsAfter =
  /^(?:law|bill|budget|decree|pick|letter|order|document|year|administrator|maker|makers|holder|holders|loi|budget)$/;
/**
 * Nouns for plans in a text, in text order. `isName` says whether a name that is known on the page begins at an offset:
 * such a word may be whose plan it is.
 */
export function findLaterMentions(
  { language, pageWords }: { language: Language | null; pageWords: PageWords },
  isName: (offset: number) => boolean,
): LaterMention[] {
  const tag = language?.split('-')[0] ?? 'en';
  const [words, later] = [allPlanWords[tag], laterWords[tag]];
  if (!words || !later) return [];
  const found: LaterMention[] = [];
  for (const offset of pageWords.placesOf(wordKinds.plan)) {
    const place = pageWords.around(offset);
    const head = place && nounAt(place.tokens, place.at, words);
    if (
      !place ||
      !head ||
      place.at !== head.last ||
      (place.tokens[place.at]?.start ?? 0) < (found.at(-1)?.end ?? 0)
    )
      continue;
    const mention = readMention(place.tokens, lastNounFrom(place.tokens, head, words), {
      words,
      later,
      isName,
    });
    if (mention) found.push(mention);
  }
  return found;
}

interface Grammar {
  readonly words: PlanWords;
  readonly later: LaterWords;
  readonly isName: (offset: number) => boolean;
}

function readMention(tokens: readonly Token[], head: FoundNoun, grammar: Grammar): LaterMention | null {
  const { later, isName } = grammar;
  const before = phraseBefore(tokens, head.first, grammar);
  const after = phraseAfter(tokens, head.last, later);
  const [from, to] = [tokens[before.start], tokens[after.end]];
  if (!from || !to || later.plural?.test(tokens[head.last]?.word ?? '')) return null;
  const next = tokens[after.end + 1];
  const nextWord = next && isClose(next.gap) ? next : null;
  if (nextWord && compoundsAfter.test(nextWord.word)) return null;
  const order = before.order ?? after.order;
  const hasName = before.hasName || (nextWord !== null && later.isNameAfter && isName(nextWord.start));
  const isOther = before.hasUnknownWord || before.determiner === 'indefinite';
  const isKnown =
    before.determiner === 'definite' ||
    hasName ||
    (later.hasNoArticle && (order !== null || before.isNeutral));
  if (!isKnown && !isOther) return null;
  const isComplement = nextWord !== null && later.complements.has(nextWord.word);
  return {
    start: from.start,
    end: to.end,
    nounClass: head.noun.nounClass,
    type: isOther ? 'other' : (order ?? 'same'),
    complement: isComplement ? (later.ofMaker.has(nextWord.word) ? 'maker' : 'topic') : null,
  };
}

type Order = 'first' | 'earlier' | 'later';

interface PhraseBefore {
  /** Index of the first word that belongs to the mention: articles and names stay outside. */
  readonly start: number;
  readonly determiner: 'definite' | 'indefinite' | null;
  readonly order: Order | null;
  readonly hasName: boolean;
  readonly isNeutral: boolean;
  /** "A business plan", "the park plan". */
  readonly hasUnknownWord: boolean;
}

function phraseBefore(
  tokens: readonly Token[],
  first: number,
  { words, later, isName }: Grammar,
): PhraseBefore {
  const found = {
    start: first,
    order: null as Order | null,
    hasName: false,
    isNeutral: false,
    hasUnknownWord: false,
  };
  for (let index = first - 1; index >= Math.max(0, first - maxModifiers - 1); index--) {
    const token = tokens[index];
    const gap = tokens[index + 1]?.gap;
    if (!token || !(isLoose(gap) || /^['’]$/.test(gap ?? ''))) break;
    const { word } = token;
    if (later.definite.has(word)) return { ...found, determiner: 'definite' };
    const order = orderOf(word, later);
    if (!order && later.indefinite.has(word)) return { ...found, determiner: 'indefinite' };
    if (order || later.neutral.test(word)) {
      found.order ??= order;
      found.isNeutral ||= order === null;
      if (!found.hasName) found.start = index;
    } else if (isName(token.start) || word === 's') found.hasName = true;
    else if (words.breaks.has(word) || later.complements.has(word)) break;
    else if (isClose(gap)) found.hasUnknownWord = true;
  }
  // Without an article what stands before is the rest of the sentence.
  return { ...found, hasUnknownWord: found.hasUnknownWord && !later.hasNoArticle, determiner: null };
}

/** "Le plan initial", "plan pokojowy", "le plan de paix". */
function phraseAfter(
  tokens: readonly Token[],
  last: number,
  later: LaterWords,
): { readonly end: number; readonly order: Order | null } {
  let end = last;
  let order: Order | null = null;
  for (let index = last + 1; later.isNameAfter && index <= last + 3; index++) {
    const token = tokens[index];
    if (!token || !isClose(token.gap)) break;
    const isPeace = token.word === 'de' && /^pai?[xz]$/.test(tokens[index + 1]?.word ?? '');
    const found = orderOf(token.word, later);
    if (!found && !isPeace && !later.neutral.test(token.word)) break;
    order ??= found;
    end = index;
  }
  return { end, order };
}

function orderOf(word: string, { first, earlier, later }: LaterWords): Order | null {
  if (first.test(word)) return 'first';
  if (earlier.test(word)) return 'earlier';
  return later.test(word) ? 'later' : null;
}
