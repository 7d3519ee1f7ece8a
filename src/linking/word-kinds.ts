/** Which grammars a word concerns, told from the word alone. */

import type { Language } from '../model/record.ts';
import { dateWordsOf, isDayName } from './find-dates.ts';
import { eventWords } from './languages/event-words.ts';
import { wordsOf } from './languages/language-by-tag.ts';
import { allPlanWords } from './languages/plan-words/all-plan-words.ts';
import { roleGrammarOf } from './languages/role-words/role-grammar-of.ts';
import { wordStarts } from './word-starts.ts';

/** Bits, since a word may be of several kinds. */
export const wordKinds = {
  /** It has a word for points in it, in any language. */
  point: 1,
  /** A noun for plans. */
  plan: 2,
  /** A noun for meetings. */
  meeting: 4,
  month: 8,
  /** The name of an office may begin with it. */
  office: 16,
  /** A number, Roman ones among them. */
  number: 32,
  /** Of texts about sport. */
  sport: 64,
  /** "Sunday", "yesterday". */
  day: 128,
} as const;

export type WordKind = (typeof wordKinds)[keyof typeof wordKinds];

const point = /point|punkt|пункт|punt[oi]|punten|pontos/u;
const number = /^(?:\d{1,4}|[ivx]{1,5})$/;

/** Tells the kinds of a word in lower case in a text of a language. */
export function wordKindsOf(language: Language | null): (word: string) => number {
  const tag = language?.split('-')[0] ?? '';
  const plan = withoutFlags(allPlanWords[tag || 'en']?.nounOf.pattern);
  const meeting = withoutFlags(eventWords[tag]?.pattern);
  const dates = language ? dateWordsOf(language) : null;
  const grammar = roleGrammarOf(language);
  const office = grammar && wordStarts(grammar.offices.map(({ head }) => head));
  const topic = wordsOf(language).sport?.topic;
  return (word) =>
    (point.test(word) ? wordKinds.point : 0) |
    (plan?.test(word) ? wordKinds.plan : 0) |
    (meeting?.test(word) ? wordKinds.meeting : 0) |
    (dates?.months.has(word) ? wordKinds.month : 0) |
    (office?.test(word) ? wordKinds.office : 0) |
    (number.test(word) ? wordKinds.number : 0) |
    (topic?.has(word) ? wordKinds.sport : 0) |
    (dates && isDayName(word, dates) ? wordKinds.day : 0);
}

/** The same without a place to go on from. */
const withoutFlags = (pattern: RegExp | undefined): RegExp | null =>
  pattern ? new RegExp(pattern.source, 'u') : null;
