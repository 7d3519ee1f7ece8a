/** Dates as ISO 8601 / EDTF level 0: a year, a month or a day, each keeping its precision. */

/** `2025`, `2025-11` or `2025-11-23`. */
export type EdtfDate = string;

const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const monthNames =
  'January February March April May June July August September October November December'.split(' ');

/** Says whether a string is a date that exists in the calendar: `2025-02-30` does not. */
export function isEdtfDate(value: string): value is EdtfDate {
  const match = pattern.exec(value);
  if (!match) return false;
  const [, year = '', month = '01', day = '01'] = match;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCMonth() + 1 === Number(month);
}

/** The first day that a date can mean: `2025-11` gives `2025-11-01`. */
export function firstDay(date: EdtfDate): string {
  return date + '-01-01'.slice(date.length === 4 ? 0 : date.length === 7 ? 3 : 6);
}

/** The last day that a date can mean: `2025-11` gives `2025-11-30`. */
export function lastDay(date: EdtfDate): string {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  const [year, month] = date.split('-').map(Number) as [number, number];
  return `${date}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
}

/** Orders dates by the first day that they can mean. */
export function compareDates(a: EdtfDate, b: EdtfDate): number {
  const [first, second] = [firstDay(a), firstDay(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Whole days from the first day of `a` to the first day of `b`; negative when `b` is earlier. */
export function daysBetween(a: EdtfDate, b: EdtfDate): number {
  return Math.round((Date.parse(firstDay(b)) - Date.parse(firstDay(a))) / 86_400_000);
}

/** `23 November 2025`, `November 2025` or `2025`: only as much as is known. */
export function formatDate(date: EdtfDate): string {
  const [year, month, day] = date.split('-');
  return [day && String(Number(day)), month && monthNames[Number(month) - 1], year].filter(Boolean).join(' ');
}
