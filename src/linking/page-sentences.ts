/** The sentences of a text, each looked for and read once for every grammar that asks what stands in it. */

import type { EdtfDate } from '../model/edtf-date.ts';
import type { Link, Span } from '../model/link.ts';
import type { Language } from '../model/record.ts';
import { datesAmong, dateWordsOf, type FoundDate } from './find-dates.ts';
import { lastIndexBefore } from './last-before.ts';
import type { PageWords, Token } from './page-words.ts';
import { wordKinds } from './word-kinds.ts';

export interface SentencesPage {
  readonly text: string;
  /** The words of the text. */
  readonly pageWords: PageWords;
  readonly language: Language;
  readonly asOf: EdtfDate | null;
  /** In text order. */
  readonly links: readonly Link[];
}

/** No sentence is read further than this to either side, in UTF-16 units. */
const reach = 320;
/** In UTF-16 units. */
export const longestSentence = 2 * reach;
/** "U.S. officials" and "Nov. 23" go on. */
const sentenceEnd = /(?<![\s.]\p{Lu})[.!?…]["”’»)]*\s+(?=["“«„(]?\p{Lu})|\n/uy;

export class PageSentences {
  readonly #page: SentencesPage;
  /** What lies between two sentences, in text order. */
  readonly #gaps: readonly Span[];
  readonly #read = new Map<number, PageSentence>();
  #dateWords: readonly number[] | null = null;

  constructor(page: SentencesPage) {
    this.#page = page;
    this.#gaps = gapsIn(page.text);
  }

  /** The sentence around an offset, within its line. */
  around(offset: number): PageSentence {
    const [from, to] = [Math.max(0, offset - reach), Math.min(this.#page.text.length, offset + reach)];
    const index = lastIndexBefore(this.#gaps, offset);
    const [before, after] = [this.#gaps[index], this.#gaps[index + 1]];
    const start = before && before.start >= from ? before.end : from;
    const end = after && after.end < to ? after.start : to;
    const known = this.#read.get(start);
    if (known?.end === end) return known;
    const sentence = new PageSentence({ start, end }, this.#page, () => this.#wordsOfDates());
    this.#read.set(start, sentence);
    return sentence;
  }

  #wordsOfDates(): readonly number[] {
    const { pageWords } = this.#page;
    this.#dateWords ??= [...pageWords.placesOf(wordKinds.month), ...pageWords.placesOf(wordKinds.day)].sort(
      (a, b) => a - b,
    );
    return this.#dateWords;
  }
}

/** One sentence, with what is in it; each is read when first asked for. */
export class PageSentence implements Span {
  readonly start: number;
  readonly end: number;
  readonly #page: SentencesPage;
  readonly #wordsOfDates: () => readonly number[];
  #tokens: readonly Token[] | null = null;
  #dates: readonly FoundDate[] | null = null;
  #links: readonly Link[] | null = null;

  constructor({ start, end }: Span, page: SentencesPage, wordsOfDates: () => readonly number[]) {
    this.start = start;
    this.end = end;
    this.#page = page;
    this.#wordsOfDates = wordsOfDates;
  }

  get tokens(): readonly Token[] {
    this.#tokens ??= this.#page.pageWords.within(this);
    return this.#tokens;
  }

  get dates(): readonly FoundDate[] {
    this.#dates ??= this.#readDates();
    return this.#dates;
  }

  /** Links of any kind. */
  get links(): readonly Link[] {
    const { links } = this.#page;
    this.#links ??= links.slice(lastIndexBefore(links, this.start) + 1, lastIndexBefore(links, this.end) + 1);
    return this.#links;
  }

  #readDates(): readonly FoundDate[] {
    const words = this.#wordsOfDates();
    const here = words.slice(countBelow(words, this.start), countBelow(words, this.end));
    if (here.length === 0) return [];
    const { language, asOf } = this.#page;
    return datesAmong(this.tokens, { places: new Set(here), language, asOf });
  }
}

/** How many of some ascending numbers are below a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** "Am 23. November": the full stop of an ordinal before a month. */
const germanMonths = dateWordsOf('de').months;

function gapsIn(text: string): Span[] {
  const gaps: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!mayEnd(text.charCodeAt(at))) continue;
    sentenceEnd.lastIndex = at;
    const [gap] = sentenceEnd.exec(text) ?? [];
    if (gap === undefined) continue;
    if (!isOrdinal(text, at, gap)) gaps.push({ start: at, end: at + gap.length });
    at += gap.length - 1;
  }
  return gaps;
}

/** A full stop, a mark of exclamation or question, an ellipsis, the end of a line. */
const mayEnd = (unit: number): boolean =>
  unit === 0x2e || unit === 0x0a || unit === 0x21 || unit === 0x3f || unit === 0x2026;

function isOrdinal(text: string, index: number, stop: string): boolean {
  if (!/(?<!\d)\d{1,2}$/.test(text.slice(Math.max(0, index - 3), index))) return false;
  const after = index + stop.length;
  const next = /^\p{L}+/u.exec(text.slice(after, after + 12))?.[0] ?? '';
  return germanMonths.has(next.toLowerCase());
}
