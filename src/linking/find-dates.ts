/**
 * Dates without a fixed form: "November 23", "23 листопада 2025 року", "on Sunday", "gestern". The names of months and
 * days are those of `Intl`, which has them in the case that follows a number.
 */

import { daysBetween, type EdtfDate, isEdtfDate } from '../model/edtf-date.ts';
import type { Span } from '../model/link.ts';
import type { Language } from '../model/record.ts';
import type { Token } from './page-words.ts';

export interface FoundDate extends Span {
  /** The days or months that it can mean; more than one for a weekday. */
  readonly dates: readonly EdtfDate[];
  /** "November 23" gives a date by itself, "on Sunday" only beside something else. */
  readonly isCalendarDay: boolean;
  /** The word before it, in lower case. */
  readonly wordBefore: string;
}

interface DateWords {
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: readonly RegExp[];
  readonly anyWeekday: RegExp;
  readonly relative: ReadonlyMap<string, number>;
}

const monthNumbers = Array.from({ length: 12 }, (_, month) => month);
const known = new Map<string, DateWords>();

/** The names of months and days of a language. */
export function dateWordsOf(language: Language): DateWords {
  const tag = language.split('-')[0] ?? 'en';
  const before = known.get(tag);
  if (before) return before;
  const months = new Map<string, number>();
  for (const width of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(tag, { day: 'numeric', month: width, timeZone: 'UTC' });
    for (const month of monthNumbers) {
      const parts = format.formatToParts(new Date(Date.UTC(2025, month, 1)));
      const name = parts
        .find(({ type }) => type === 'month')
        ?.value.toLowerCase()
        .replace(/\.$/, '');
      if (name && /^\p{L}+$/u.test(name) && !months.has(name)) months.set(name, month + 1);
    }
  }
  const weekday = new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' });
  const weekdays = Array.from({ length: 7 }, (_, day) => {
    // 5 January 2025 was a Sunday. The last letter changes with the case: "неділя", "у неділю".
    const name = weekday.format(new Date(Date.UTC(2025, 0, 5 + day))).toLowerCase();
    return new RegExp(`^${name.slice(0, -1)}\\p{L}{1,2}$`, 'u');
  });
  const anyWeekday = new RegExp(weekdays.map(({ source }) => source).join('|'), 'u');
  const relativeFormat = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const relative = new Map(
    [-1, 0, 1].map((day) => [relativeFormat.format(day, 'day').replace(/’/g, "'").toLowerCase(), day]),
  );
  const words = { months, weekdays, anyWeekday, relative };
  known.set(tag, words);
  return words;
}

/** Says whether a word is a day of the week or "yesterday", "today", "tomorrow". */
export const isDayName = (word: string, { anyWeekday, relative }: DateWords): boolean =>
  anyWeekday.test(word) || relative.has(word);

/**
 * The dates among some tokens of one sentence, in order. Years that are not given are those nearest to `asOf`. `places` has
 * at least the offsets of those tokens that name a month or a day; around other words nothing is read.
 */
export function datesAmong(
  tokens: readonly Token[],
  { places, language, asOf }: { places: ReadonlySet<number>; language: Language; asOf: EdtfDate | null },
): FoundDate[] {
  const words = dateWordsOf(language);
  const found: FoundDate[] = [];
  for (const [index, token] of tokens.entries()) {
    if (!places.has(token.start)) continue;
    const date =
      dateOfMonth(tokens, index, words, asOf) ??
      (asOf?.length === 10 ? dateOfDayName(tokens, index, words, asOf) : null);
    if (date && date.start >= (found.at(-1)?.end ?? 0)) found.push(date);
  }
  return found;
}

/** Between a month and its day or year: "23. November", "23 de noviembre de 2025", "Nov. 23, 2025". */
const isDateGap = (gap: string | null | undefined): boolean =>
  gap !== null && gap !== undefined && /^[.,]?[ \u00a0]$|^,$/.test(gap);
const ordinals = new Set(['st', 'nd', 'rd', 'th', 'er', 'º', 'го']);

function dateOfMonth(
  tokens: readonly Token[],
  index: number,
  { months }: DateWords,
  asOf: EdtfDate | null,
): FoundDate | null {
  const month = months.get(tokens[index]?.word ?? '');
  if (!month) return null;
  const before = dayBefore(tokens, index);
  const after = before ? null : dayAfter(tokens, index);
  const day = before?.day ?? after?.day ?? null;
  const first = before?.index ?? index;
  const last = after?.index ?? index;
  const year = yearAfter(tokens, last);
  const [from, to] = [tokens[first], tokens[year?.index ?? last]];
  // "May", "march" and "mar" alone are other words as well.
  if (
    !from ||
    !to ||
    (day === null &&
      (year === null || !tokens[index]?.isCapitalised) &&
      (tokens[index]?.word.length ?? 0) < 6)
  )
    return null;
  const date = toDate(year?.year ?? null, month, day, asOf);
  if (!date) return null;
  return {
    start: from.start,
    end: to.end,
    dates: [date],
    isCalendarDay: day !== null,
    wordBefore: tokens[first - 1]?.word ?? '',
  };
}

function dayBefore(tokens: readonly Token[], month: number): { day: number; index: number } | null {
  let index = month - 1;
  if (tokens[index]?.word === 'de' && isDateGap(tokens[month]?.gap)) index--;
  if (ordinals.has(tokens[index]?.word ?? '') && /^-?$/.test(tokens[index]?.gap ?? ' ')) index--;
  const token = tokens[index];
  const isNear = tokens
    .slice(index + 1, month + 1)
    .every(({ gap }) => isDateGap(gap) || /^-?$/.test(gap ?? ' '));
  return token && isNear && /^(?:0?[1-9]|[12]\d|3[01])$/.test(token.word)
    ? { day: Number(token.word), index }
    : null;
}

function dayAfter(tokens: readonly Token[], month: number): { day: number; index: number } | null {
  const token = tokens[month + 1];
  if (!token || !isDateGap(token.gap) || token.gap === ', ' || !/^(?:[1-9]|[12]\d|3[01])$/.test(token.word))
    return null;
  const suffix = tokens[month + 2];
  const hasSuffix = suffix?.gap === '' && ordinals.has(suffix.word);
  return { day: Number(token.word), index: hasSuffix ? month + 2 : month + 1 };
}

function yearAfter(tokens: readonly Token[], last: number): { year: number; index: number } | null {
  const isOf = /^del?$/.test(tokens[last + 1]?.word ?? '');
  const index = isOf ? last + 2 : last + 1;
  const token = tokens[index];
  if (!token || !isDateGap(token.gap) || !/^(?:19|20)\d\d$/.test(token.word)) return null;
  return { year: Number(token.word), index };
}

function toDate(
  year: number | null,
  month: number,
  day: number | null,
  asOf: EdtfDate | null,
): EdtfDate | null {
  const text = [month, day].flatMap((part) => (part === null ? [] : String(part).padStart(2, '0'))).join('-');
  const years =
    year === null ? (asOf ? [-1, 0, 1].map((more) => Number(asOf.slice(0, 4)) + more) : []) : [year];
  const [nearest] = years
    .map((one) => `${one}-${text}`)
    .filter(isEdtfDate)
    .sort((a, b) => Math.abs(daysBetween(a, asOf ?? a)) - Math.abs(daysBetween(b, asOf ?? b)));
  return nearest ?? null;
}

/** "On Sunday" is the last or the next one, "yesterday" one day. */
function dateOfDayName(
  tokens: readonly Token[],
  index: number,
  { weekdays, anyWeekday, relative }: DateWords,
  asOf: EdtfDate,
): FoundDate | null {
  const token = tokens[index];
  if (!token) return null;
  const weekday = anyWeekday.test(token.word)
    ? weekdays.findIndex((pattern) => pattern.test(token.word))
    : -1;
  const offset = relative.get(token.word);
  const days =
    weekday >= 0 ? weekdaysAround(asOf, weekday) : offset === undefined ? [] : [addDays(asOf, offset)];
  if (days.length === 0) return null;
  const wordBefore = tokens[index - 1]?.word ?? '';
  return { start: token.start, end: token.end, dates: days, isCalendarDay: false, wordBefore };
}

function weekdaysAround(asOf: EdtfDate, weekday: number): EdtfDate[] {
  const since = (new Date(`${asOf}T00:00:00Z`).getUTCDay() - weekday + 7) % 7;
  return [...new Set([addDays(asOf, -since), addDays(asOf, 7 - since)])];
}

const addDays = (date: EdtfDate, days: number): EdtfDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
