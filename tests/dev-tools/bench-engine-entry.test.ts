import { expect, test } from 'vitest';
import { build, load } from '../../src/dev-tools/bench-engine-entry.ts';

const scan = (names: readonly string[], text: string): number[] => [...load(build(names).buffer).scan(text)];

test('a match is start, end and index of the name', () => {
  expect(scan(['Bergen', 'Oslo', 'New Oslo'], 'Oslo, new OSLO')).toEqual([0, 4, 1, 6, 14, 2]);
});

test('of names that are equal when folded, the first one counts', () => {
  expect(scan(['Bergen', 'Łódź', 'LODZ', 'lodz'], 'Lodz')).toEqual([0, 4, 1]);
});

test('a name that is written with a capital is found without', () => {
  expect(scan(['Nice'], 'A nice day in Nice')).toEqual([2, 6, 0, 14, 18, 0]);
});

test('no names find nothing', () => {
  expect(scan([], 'Oslo')).toEqual([]);
});

test('the information tells the size', () => {
  const { buffer, info } = build(['Oslo', 'Bergen']);
  expect(info).toMatchObject({
    names: 2,
    bytes: buffer.byteLength,
    bytesPerName: buffer.byteLength / 2,
  });
});

test('bytes that were copied are as good', () => {
  const copy = build(['Oslo']).buffer.slice(0);
  expect([...load(copy).scan('in Oslo')]).toEqual([3, 7, 0]);
});
