/** How a statement stands to a day: facts are shown as they stood when the article was published. */

import { compareDates, daysBetween, type EdtfDate, firstDay, formatDate, lastDay } from './edtf-date.ts';
import type { Statement } from './record.ts';

/** `unknown`: nobody says since when it held, and on that day it had not been reported yet. */
export type StatementTime = 'past' | 'current' | 'later' | 'unknown';

/**
 * Whether a statement held on a day. One without `from` is known from its earliest citation on. Every statement that has
 * not ended is current when the day is not known. Dates keep their precision: what ended in November may have held on
 * any day of it.
 */
export function statementTime(statement: Statement, asOf: EdtfDate | null): StatementTime {
  const { from, to } = statement;
  if (asOf === null) return to ? 'past' : 'current';
  if (to && lastDay(to) < firstDay(asOf)) return 'past';
  if (from) return firstDay(from) > lastDay(asOf) ? 'later' : 'current';
  return firstDay(knownFrom(statement)) > lastDay(asOf) ? 'unknown' : 'current';
}

/** A report that came after the end tells of the end. */
function knownFrom(statement: Statement): EdtfDate {
  const { to } = statement;
  const reported = reportedOn(statement);
  return to && compareDates(to, reported) < 0 ? to : reported;
}

/** The day, month or year on which a statement was first reported, by its citations. */
export function reportedOn({ citations }: Statement): EdtfDate {
  return citations.map(({ published }) => published).sort(compareDates)[0] ?? '';
}

/** The day, month or year of the latest text that a statement rests on. */
function lastReportedOn({ citations }: Statement): EdtfDate {
  const byEnd = citations
    .map(({ published }) => published)
    .sort((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1));
  return byEnd.at(-1) ?? '';
}

/** "since 20 May 2019", "until 2024", "20 May 2019 to 2024" or "as reported 1 December 2025". */
export function describeDates(statement: Statement): string {
  const { from, to } = statement;
  if (from && to) return `${formatDate(from)} to ${formatDate(to)}`;
  if (from) return `since ${formatDate(from)}`;
  if (to) return `until ${formatDate(to)}`;
  return `as reported ${formatDate(reportedOn(statement))}`;
}

/** After so many days without a report an office may have changed hands. */
const freshDays = 90;

/** Whether a statement is confirmed for a day: by a text of about that time or later, or by its end. */
export function isFreshOn(statement: Statement, day: EdtfDate): boolean {
  return (
    statement.to !== undefined || daysBetween(lastDay(lastReportedOn(statement)), lastDay(day)) <= freshDays
  );
}

/**
 * The dates of a statement that holds on a day, told as on that day: an end that was still to come is left out, and what
 * nobody has confirmed for long is said to be old.
 */
export function describeDatesOn(statement: Statement, day: EdtfDate): string {
  const { from, to } = statement;
  const hasEnded = to !== undefined && firstDay(to) <= lastDay(day);
  if (hasEnded) return describeDates(statement);
  const { to: _, ...open } = statement;
  if (isFreshOn(statement, day)) return describeDates(open);
  const lastReport = lastReportedOn(statement);
  const asKnown = `as known ${lastReport.length === 10 ? 'on' : 'in'} ${formatDate(lastReport)}`;
  return from ? `${describeDates(open)}, ${asKnown}` : asKnown;
}
