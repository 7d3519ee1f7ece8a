import { expect, test } from 'vitest';
import { describeDifference } from '../../src/dev-tools/bench/compare-matches.ts';
import { median, medianRatio } from '../../src/dev-tools/bench/statistics.ts';

test.each([
  ['of one value it is that value', [7], 7],
  ['of an odd number it is the middle one', [9, 1, 5], 5],
  ['of an even number it lies between the two in the middle', [4, 1, 100, 2], 3],
  ['it is not moved by one that is far off', [10, 11, 1_000_000], 11],
  ['ten comes after nine', [10, 9, 1], 9],
  ['of nothing it is nothing', [], Number.NaN],
])('median: %s', (_, values, expected) => {
  expect(median(values)).toBe(expected);
});

test('a ratio is taken within each round, so that a slow round changes nothing', () => {
  expect(medianRatio([100, 10, 100], [50, 5, 50])).toBe(2);
});

test('the median of ratios is not the ratio of medians', () => {
  expect(medianRatio([1, 2, 30], [1, 1, 10])).toBe(2);
});

test('rounds that only one side has are left out', () => {
  expect(medianRatio([4, 6, 1000], [2, 3])).toBe(2);
});

const text = 'From Oslo to Bergen.';
const names = ['Oslo', 'Bergen'];
const both = [5, 9, 0, 13, 19, 1];
const difference = (expected: readonly number[], actual: readonly number[]): string | null =>
  describeDifference({
    text,
    names,
    expected: Int32Array.from(expected),
    actual: Int32Array.from(actual),
  });

test('the same matches are no difference, nor is a name that cannot be told', () => {
  expect(difference(both, both)).toBeNull();
  expect(difference(both, [5, 9, -1, 13, 19, -1])).toBeNull();
});

test.each([
  ['a missing match', [13, 19, 1], 'finds "Bergen" at 13 (Bergen) where "Oslo" at 5 (Oslo) was expected'],
  ['a missing end', [5, 9, 0], 'finds nothing more where "Bergen" at 13 (Bergen) was expected'],
  [
    'another length',
    [5, 12, 0, 13, 19, 1],
    'finds "Oslo to" at 5 (Oslo) where "Oslo" at 5 (Oslo) was expected',
  ],
  ['another name', [5, 9, 1, 13, 19, 1], 'finds "Oslo" at 5 (Bergen) where "Oslo" at 5 (Oslo) was expected'],
  ['one too many', [...both, 19, 20, 0], 'finds "." at 19 (Oslo) where nothing more was expected'],
])('%s is told with its place', (_, actual, expected) => {
  expect(difference(both, actual)).toBe(`${expected}, near ${JSON.stringify(text)}`);
});
