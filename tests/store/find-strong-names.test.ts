import { expect, it } from 'vitest';
import { findStrongNames } from '../../src/store/find-strong-names.ts';
import { freshStore } from '../support/fresh-store.ts';
import { installRecords } from '../support/install-records.ts';
import { makeRecord, weak } from '../support/make-record.ts';

it('finds the strong names among keys that lie in one block, in many, and behind all of them', async () => {
  const store = await freshStore();
  const paddedNumber = (index: number): string => `${index}`.padStart(4, '0');
  const { generation } = await installRecords(store, 'talks', [
    ...Array.from({ length: 500 }, (_, index) =>
      makeRecord(`x:p${paddedNumber(index)}`, 'place', [`Place ${paddedNumber(index)}`]),
    ),
    // Their common name fills several blocks, and only the last of them has it as a strong one.
    ...Array.from({ length: 400 }, (_, index) =>
      makeRecord(`x:s${paddedNumber(index)}`, 'person', [weak('Smith')]),
    ),
    makeRecord('x:t', 'person', ['Smith']),
    makeRecord('x:u', 'person', [weak('The'), 'John Tail']),
    makeRecord('x:z', 'place', ['Zzyzx']),
  ]);
  const asked = [
    'zzyzx',
    'place 0001',
    'smith',
    'place 0499',
    'the',
    'tail',
    'john tail',
    'place 0500',
    'a',
    'zzz',
  ];
  expect([...(await findStrongNames(store, generation, asked))].sort()).toEqual([
    'john tail',
    'place 0001',
    'place 0499',
    'smith',
    'zzyzx',
  ]);
  expect(await findStrongNames(store, generation + 1, asked)).toEqual(new Set());
});
