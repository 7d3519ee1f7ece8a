/** Nouns for meetings in a text, with what their sentence says of place and day. */

import type { Link, Span } from '../model/link.ts';
import type { Language } from '../model/record.ts';
import type { FoundDate } from './find-dates.ts';
import { type EventClass, type EventWords, eventWords } from './languages/event-words.ts';
import { longestSentence, type PageSentence, type PageSentences } from './page-sentences.ts';
import type { PageWords, Token } from './page-words.ts';
import { isClose, isLoose } from './word-gaps.ts';
import { wordKinds } from './word-kinds.ts';

export interface EventMention extends Span {
  readonly eventClass: EventClass;
  readonly sentence: Span;
  /** Links of any kind in the same sentence. */
  readonly nearby: readonly Link[];
  /** The place that the noun itself names: "the Florida meeting", "talks in Geneva". */
  readonly place: Link | null;
  /** True when the place stands before the noun and is part of the mention. */
  readonly includesPlace: boolean;
  /** The date that belongs to this noun, when its sentence has one. */
  readonly date: FoundDate | null;
  /** "Another meeting", "the meetings": an event only when place or day say which. */
  readonly isOther: boolean;
  readonly isPlural: boolean;
  /** "Those talks". */
  readonly isDefinite: boolean;
  /** Something after it says more: "the talks with". */
  readonly hasComplement: boolean;
}

interface Page {
  readonly text: string;
  /** The words of the text. */
  readonly pageWords: PageWords;
  readonly sentences: PageSentences;
  readonly language: Language;
}

const complements =
  /^(?:with|between|on|about|over|of|in|at|avec|entre|sur|de|du|à|mit|zwischen|über|von|con|entre|sobre|en|z|ze|między|w|o|з|із|між|про|у|в|с|со|между|о|об)$/u;

/** A noun for a meeting, and what its sentence says of it, which is read when asked for. */
export interface EventNoun extends Span {
  readonly eventClass: EventClass;
  read(): EventMention | null;
}

/** The nouns for meetings of a text in text order; none in a language whose words for them are not known. */
export function findEventNouns(page: Page): EventNoun[] {
  const words = eventWords[page.language.split('-')[0] ?? ''];
  if (!words) return [];
  const { pageWords } = page;
  const nouns: Omit<EventNoun, 'read'>[] = [];
  for (const start of pageWords.placesOf(wordKinds.meeting)) {
    const word = pageWords.wordAt(start);
    const eventClass = word && words.classOf(word);
    const last = nouns.at(-1);
    if (!word || !eventClass || start < (last?.end ?? 0)) continue;
    nouns.push({ start, end: start + word.length, eventClass });
  }
  return nouns.map((noun, index) => ({
    ...noun,
    read: () => {
      const sentence = page.sentences.around(noun.start);
      const otherNouns = [nouns[index - 1], nouns[index + 1]].flatMap((other) => {
        const isNear = other && Math.abs(other.start - noun.start) <= longestSentence;
        return isNear && page.sentences.around(other.start).start === sentence.start ? [other] : [];
      });
      return read(noun.start, { page, words, sentence, otherNouns });
    },
  }));
}

function read(
  offset: number,
  {
    page,
    words,
    sentence,
    otherNouns,
  }: { page: Page; words: EventWords; sentence: PageSentence; otherNouns: readonly Span[] },
): EventMention | null {
  const { tokens, links: nearby } = sentence;
  const at = tokens.findIndex(({ start }) => start === offset);
  const noun = tokens[at];
  const eventClass = noun && words.classOf(noun.word);
  if (!noun || !eventClass) return null;
  const before = nearby.find(
    ({ kind, end }) => kind === 'place' && isAttribute(page.text.slice(end, noun.start)),
  );
  const isName = before && !before.evidence.some(({ type }) => type === 'demonym' || type === 'abbreviation');
  const after = nearby.find(
    ({ kind, start }) =>
      kind === 'place' && start >= noun.end && isPlaceAfter(page.text.slice(noun.end, start), words),
  );
  const attribute = isName ? before : undefined;
  const dates = sentence.dates.filter(({ wordBefore }) => !words.notOn.has(wordBefore));
  const next = tokens[at + 1];
  return {
    start: attribute ? attribute.start : noun.start,
    end: noun.end,
    eventClass,
    sentence,
    nearby,
    place: attribute ?? after ?? null,
    includesPlace: attribute !== undefined,
    date: nearestDate(dates, noun, otherNouns),
    isPlural: words.plural.test(noun.word),
    ...modifiersBefore(tokens, at, words),
    hasComplement: next !== undefined && isClose(next.gap) && complements.test(next.word),
  };
}

/** "Geneva talks", "Geneva peace talks", "Florida-Treffen". */
const isAttribute = (gap: string): boolean => /^[ -](?:peace |follow-up |emergency )?$/u.test(gap);

function isPlaceAfter(gap: string, { placePrepositions }: EventWords): boolean {
  const [, preposition] = /^ (\p{L}+) (?:the |la |l['’]|the city of )?$/u.exec(gap) ?? [];
  return preposition !== undefined && placePrepositions.has(preposition);
}

function modifiersBefore(
  tokens: readonly Token[],
  at: number,
  { definite, other }: EventWords,
): Pick<EventMention, 'isOther' | 'isDefinite'> {
  let isOther = false;
  for (let index = at - 1; index >= Math.max(0, at - 3); index--) {
    const token = tokens[index];
    if (!token || !isLoose(tokens[index + 1]?.gap)) break;
    if (other.test(token.word)) isOther = true;
    if (definite.has(token.word)) return { isOther, isDefinite: index === at - 1 };
  }
  const next = tokens[at + 1];
  return {
    isOther: isOther || (next !== undefined && isClose(next.gap) && other.test(next.word)),
    isDefinite: false,
  };
}

/** The date that is nearer to this noun than to the nouns beside it. */
function nearestDate(dates: readonly FoundDate[], noun: Span, otherNouns: readonly Span[]): FoundDate | null {
  const distance = (a: Span, b: Span): number =>
    Math.min(Math.abs(a.start - b.end), Math.abs(b.start - a.end));
  const own = dates.filter((date) =>
    otherNouns.every((other) => distance(date, noun) <= distance(date, other)),
  );
  return own.sort((a, b) => distance(a, noun) - distance(b, noun))[0] ?? null;
}
