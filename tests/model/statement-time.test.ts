import { expect, test } from 'vitest';
import type { Statement } from '../../src/model/record.ts';
import { describeDates, statementTime } from '../../src/model/statement-time.ts';
import { statement, text } from '../support/make-record.ts';

const role = (dates: Pick<Statement, 'from' | 'to'>): Statement => statement('role', text('Minister'), dates);

test.each([
  // The citation of the builder is of 1 December 2025.
  [{ from: '2019-05-20' }, '2025-12-01', 'current', 'since 20 May 2019'],
  [{ from: '2019-05-20' }, '2019-05-19', 'later', 'since 20 May 2019'],
  [{ from: '2019-05-20' }, '2019-05-20', 'current', 'since 20 May 2019'],
  [{ from: '2019-05' }, '2019-05-02', 'current', 'since May 2019'],
  [{ from: '2019', to: '2024-03' }, '2024-03-31', 'current', '2019 to March 2024'],
  [{ from: '2019', to: '2024-03' }, '2024-04-01', 'past', '2019 to March 2024'],
  [{ from: '2019', to: '2024-03' }, '2024', 'current', '2019 to March 2024'],
  [{ to: '2024-03' }, '2024-03-01', 'current', 'until March 2024'],
  [{ to: '2024-03' }, '2010', 'unknown', 'until March 2024'],
  [{}, '2025-12-01', 'current', 'as reported 1 December 2025'],
  [{}, '2025-11-30', 'unknown', 'as reported 1 December 2025'],
  [{ from: '2019-05-20' }, null, 'current', 'since 20 May 2019'],
  [{ from: '2019', to: '2024' }, null, 'past', '2019 to 2024'],
] as const)('%j on %s is %s', (dates, asOf, time, words) => {
  expect([statementTime(role(dates), asOf), describeDates(role(dates))]).toEqual([time, words]);
});
