/** Dates as people write them, in the languages of the news we read. */

import { type EdtfDate, isEdtfDate } from '../model/edtf-date.ts';

/**
 * How each month's name begins, January first, without diacritics: English, German, French, Spanish, Italian,
 * Polish, Ukrainian, Russian, where they differ.
 */
const monthStems = [
  'jan ene gen sty січ янв',
  'feb fev lut лют фев',
  'mar бер мар',
  'apr avr abr kwi кві апр',
  'may mai mag maj тра мая маи',
  'jun juin giu cze чер июн',
  'jul juil lug lip лип июл',
  'aug aou ago sie сер авг',
  'sep set wrz вер сен',
  'oct okt ott paz жов окт',
  'nov lis лис ноя',
  'dec dez dic gru гру дек',
].map((row) => row.split(' '));

const dayMonthYear =
  /(?<!\d)(\d{1,2})(?:\.|er|º|st|nd|rd|th)?\s+(?:de\s+|of\s+)?(\p{L}{3,12})\.?,?\s+(?:del?\s+)?(\d{4})(?!\d)/u;
const monthDayYear = /(?<!\p{L})(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u;
const yearFirst =
  /(?<!\d)(\d{4})(?:-|\/|\.|\s*年\s*|년\s*)(\d{1,2})(?:-|\/|\.|\s*月\s*|월\s*)(\d{1,2})(?!\d)/;
const dayFirst = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/;

/** The first date in a text, to the day; null when there is none or when it could be two (`03/04/2025`). */
export function parseWrittenDate(text: string): EdtfDate | null {
  const folded = text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  const year = yearFirst.exec(folded);
  if (year) return toDate(year[1], year[2], year[3]);
  const named = dayMonthYear.exec(folded);
  const namedMonth = monthOf(named?.[2]);
  if (named && namedMonth) return toDate(named[3], namedMonth, named[1]);
  const american = monthDayYear.exec(folded);
  const americanMonth = monthOf(american?.[1]);
  if (american && americanMonth) return toDate(american[3], americanMonth, american[2]);
  return parseNumbers(folded);
}

/** With dots the day is first everywhere; with slashes only a number above 12 tells. */
function parseNumbers(text: string): EdtfDate | null {
  const [, first, separator, second, year] = dayFirst.exec(text) ?? [];
  if (separator === '.' || Number(first) > 12) return toDate(year, second, first);
  return Number(second) > 12 || first === second ? toDate(year, first, second) : null;
}

/** The calendar day of three numbers, or null when there is no such day. */
export function toDate(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): EdtfDate | null {
  if (!year || !month || !day) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isEdtfDate(date) ? date : null;
}

function monthOf(word: string | undefined): string | undefined {
  if (!word) return undefined;
  const index = monthStems.findIndex((stems) => stems.some((stem) => word.startsWith(stem)));
  return index < 0 ? undefined : String(index + 1);
}
