import { expect, test } from 'vitest';
import { makePatch } from '../../../src/pack-tools/publish/make-patch.ts';
import { makeRecord } from '../../support/make-record.ts';

const one = makeRecord('wd:Q1', 'place', ['One']);
const two = makeRecord('wd:Q2', 'place', ['Two']);
const renamed = makeRecord('wd:Q2', 'place', ['Second']);
const ten = makeRecord('wd:Q10', 'place', ['Ten']);

test('a patch puts what is new or changed and deletes what is gone, by id', () => {
  expect(makePatch([two, one], [renamed, ten])).toEqual({
    text: `{"delete":"wd:Q1"}\n{"put":${JSON.stringify(ten)}}\n{"put":${JSON.stringify(renamed)}}\n`,
    operations: 3,
  });
});

test('between equal versions a patch is empty', () => {
  expect(makePatch([one, two], [two, one])).toEqual({ text: '', operations: 0 });
});
