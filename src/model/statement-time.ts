/** How a statement stands to a day: facts are shown as they stood when the article was published. */

import { type EdtfDate, firstDay, formatDate, lastDay } from './edtf-date.ts';
import type { Statement } from './record.ts';

export type StatementTime = 'past' | 'current' | 'later';

/**
 * Whether a statement held on a day. One without `from` is known from its earliest citation on: before that day it is
 * `later`, which says no more than that nobody had reported it yet. Every statement that has not ended is current
 * when the day is not known.
 */
export function statementTime(statement: Statement, asOf: EdtfDate | null): StatementTime {
  const day = asOf === null ? '9999-12-31' : lastDay(asOf);
  if (statement.to && lastDay(statement.to) < (asOf === null ? day : firstDay(asOf))) return 'past';
  const start = statement.from ?? (statement.to ? null : reportedOn(statement));
  return start && firstDay(start) > day ? 'later' : 'current';
}

/** The day, month or year on which a statement was first reported, by its citations. */
export function reportedOn(statement: Statement): EdtfDate {
  return statement.citations.map(({ published }) => published).sort()[0] ?? '';
}

/** "since 20 May 2019", "until 2024", "20 May 2019 to 2024" or "as reported 1 December 2025". */
export function describeDates(statement: Statement): string {
  const { from, to } = statement;
  if (from && to) return `${formatDate(from)} to ${formatDate(to)}`;
  if (from) return `since ${formatDate(from)}`;
  if (to) return `until ${formatDate(to)}`;
  return `as reported ${formatDate(reportedOn(statement))}`;
}
