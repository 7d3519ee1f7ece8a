import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readBenchNames } from '../../src/dev-tools/bench/bench-names.ts';
import { BenchUsageError, parseBenchOptions } from '../../src/dev-tools/bench/bench-options.ts';
import { articleGap, writeBenchArticles } from '../../src/dev-tools/bench/bench-text.ts';
import { simpleFold } from '../../src/dev-tools/bench/simple-fold.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

test('the million names never change, and differ when folded', { timeout: 60_000 }, () => {
  const names = readBenchNames(1_000_000);
  expect(new Set(names.map(simpleFold)).size).toBe(1_000_000);
  expect(sha256(names.join('\n'))).toBe('40ce15aa0d1140560e4c4dcf6941a7d650b70ea5b4ac47924a22ccaa122c5cd4');
});

test('the text is the same each time: the lockfile alone decides it', () => {
  const write = () => writeBenchArticles(['Ada Bergholt', 'Oslo', 'Norland'], 20_000).join(articleGap);
  const text = write();
  expect(text.length).toBeGreaterThan(20_000);
  expect(write()).toBe(text);
});

test('the text has what contestants need not agree on nowhere', () => {
  const text = writeBenchArticles(['Ada Bergholt', 'Xi’an', 'Oslo'], 200_000).join(articleGap);
  expect(text).not.toMatch(/(?<![\p{L}\p{N}])[\p{L}\p{N}]{1,2}\./u);
  expect(text.replaceAll(articleGap, '')).not.toMatch(/[ '’-]{2}/);
});

test('folding keeps offsets', () => {
  expect(simpleFold('Łódź, Xi’an-Tromsø: 28 “points”\n')).toBe('lodz\n xi an tromso\n 28 \npoints\n\n');
});

const usual = {
  parts: ['engine'],
  browsers: ['chromium', 'firefox'],
  isQuick: false,
  sizes: [1000, 10_000, 100_000, 1_000_000],
  rounds: 7,
  characters: 5_000_000,
  limitSeconds: 60,
  jsonPath: null,
  plotPath: null,
};

test.each([
  ['', usual],
  ['--quick', { ...usual, isQuick: true, sizes: [1000, 10_000], rounds: 3, characters: 500_000 }],
  ['--names 100000,1000 --rounds 3', { ...usual, sizes: [1000, 100_000], rounds: 3 }],
  ['--quick --names 5', { ...usual, isQuick: true, sizes: [5], rounds: 3, characters: 500_000 }],
  [
    '--json a.json --plot b.svg --limit 9',
    { ...usual, limitSeconds: 9, jsonPath: 'a.json', plotPath: 'b.svg' },
  ],
])('options: %s', (line, expected) => {
  expect(parseBenchOptions(line.split(' ').filter(Boolean))).toEqual(expected);
});

test.each(['--names', '--names many', '--names 0', '--names 1000001', '--rounds 1.5', '--fast', 'file'])(
  'options: %s is refused',
  (line) => {
    expect(() => parseBenchOptions(line.split(' '))).toThrow(BenchUsageError);
  },
);
