import { expect, test } from 'vitest';
import { daysBetween, firstDay, formatDate, isEdtfDate, lastDay } from '../../src/model/edtf-date.ts';

test.each([
  ['2025', true],
  ['2025-11', true],
  ['2025-11-23', true],
  ['2024-02-29', true],
  ['2025-02-29', false],
  ['2025-13', false],
  ['2025-00', false],
  ['2025-11-31', false],
  ['25-11-23', false],
  ['2025-11-23T10:00', false],
  ['23 November 2025', false],
])('%s is a date: %s', (value, expected) => {
  expect(isEdtfDate(value)).toBe(expected);
});

test.each([
  ['2025', '2025-01-01', '2025-12-31', '2025'],
  ['2025-11', '2025-11-01', '2025-11-30', 'November 2025'],
  ['2024-02', '2024-02-01', '2024-02-29', 'February 2024'],
  ['2025-11-03', '2025-11-03', '2025-11-03', '3 November 2025'],
])('%s keeps its precision', (date, first, last, words) => {
  expect([firstDay(date), lastDay(date), formatDate(date)]).toEqual([first, last, words]);
});

test.each([
  ['2025-11-23', '2025-12-01', 8],
  ['2025-12-01', '2025-11-23', -8],
  ['2025', '2025-12', 334],
])('from %s to %s are %i days', (a, b, days) => {
  expect(daysBetween(a, b)).toBe(days);
});
