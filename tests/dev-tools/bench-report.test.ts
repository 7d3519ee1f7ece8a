import { expect, test } from 'vitest';
import type { BenchResult, ContestantResult } from '../../src/dev-tools/bench/bench-result.ts';
import { formatResult } from '../../src/dev-tools/bench/format-result.ts';
import { plotRates } from '../../src/dev-tools/bench/plot-rates.ts';

const measured = (id: 'newsgloss' | 'trieOfMaps', rate: number): ContestantResult => ({
  type: 'measured',
  id,
  title: id === 'newsgloss' ? 'Newsgloss' : 'trie & <Maps',
  build: {
    buildMilliseconds: 1500,
    retainedBytes: 900_000,
    peakBytes: 12_000_000,
    storedBytes: id === 'newsgloss' ? 15_500 : null,
  },
  characters: 5000,
  rates: [rate],
  rate,
  newsglossTimes: 100 / rate,
  difference: id === 'newsgloss' ? null : 'finds nothing more',
  open: id === 'newsgloss' ? { firstMatchMilliseconds: 0.5, copyMilliseconds: 5, ratio: 0.1 } : null,
});

const result: BenchResult = {
  date: '2025-11-30T12:00:00.000Z',
  machine: {
    processor: 'An & Co',
    cores: 2,
    memoryGigabytes: 8,
    system: 'Linux 6',
    loadBefore: 0.25,
    loadAfter: 1,
  },
  versions: { node: '20.20.0' },
  rounds: 1,
  dictionary: { averageLength: 13.48, shareOfSeveralWords: 0.86, sha256: '' },
  text: { characters: 5000, sha256: '' },
  sizes: [
    {
      names: 1000,
      matches: 12,
      contestants: [
        measured('newsgloss', 100),
        measured('trieOfMaps', 10),
        { type: 'skipped', id: 'ahocorasick', title: 'ahocorasick', reason: 'took more than 60 s to build' },
      ],
    },
  ],
};

test('the table has one line a contestant, what is skipped with its reason', () => {
  expect(formatResult(result)).toBe(`2025-11-30T12:00:00.000Z, An & Co, 2 cores, 8 GB, Linux 6, Node 20.20.0
load 0.3 before, 1.0 after; 1 rounds
names: 13.5 characters on average, 86% of several words; text: 5000 characters

1000 names, 12 matches
              M char/s  Newsgloss is  build s  bytes/name  peak MB  matches
Newsgloss          100                   1.50        15.5       12  agree
trie & <Maps      10.0        × 10.0     1.50       900.0       12  finds nothing more
ahocorasick   skipped: took more than 60 s to build
Newsgloss: bytes to first matches 0.500 ms, memcpy of them 5.00 ms, × 0.100`);
});

test('the plot draws a line for each contestant that was measured', () => {
  const svg = plotRates(result);
  expect(svg.match(/<polyline points="[^"]*"/g)).toEqual([
    '<polyline points="64,24"',
    '<polyline points="64,372"',
  ]);
  expect(svg.match(/>[^<>]+<\/text>/g)).toEqual(
    [
      '10',
      '100',
      '1,000',
      '10,000',
      'million characters a second',
      'names',
      '2025-11-30, An &amp; Co',
      'Newsgloss',
      'trie &amp; &lt;Maps',
    ].map((text) => `>${text}</text>`),
  );
});
