import { expect, test } from 'vitest';
import type { SurfaceForm } from '../../src/model/record.ts';
import { flagEverydayNames } from '../../src/pack-tools/everyday-words.ts';
import { makeRecord } from '../support/make-record.ts';

const name = (text: string, more: Partial<SurfaceForm> = {}): SurfaceForm => ({
  text,
  type: 'name',
  ...more,
});

test.each<[law: string, form: SurfaceForm, flags: Partial<SurfaceForm>]>([
  ['a month', name('March'), { weak: true }],
  ['an adjective', name('Nice'), { weak: true }],
  ['a verb', name('Reading', { language: 'en' }), { weak: true }],
  ['a common name that is no other word', name('London'), {}],
  ['a name that is rarer than the words here', name('Georgia'), {}],
  ['a word of English as the name in another language', name('Nice', { language: 'fr' }), {}],
  ['several words', name('Nice March'), {}],
  ['a family name needs evidence anyway', name('March', { type: 'family' }), {}],
  ['a name that is written small', name('march'), {}],
  ['an abbreviation that is a word', name('WHO'), { caseSensitive: true }],
  ['the same of two letters', name('US', { type: 'abbreviation' }), { caseSensitive: true }],
  ['an abbreviation that is none', name('NATO'), {}],
  ['a flag that was there stays', name('WHO', { caseSensitive: true, weak: true }), {}],
])('%s: %j', (_, form, flags) => {
  expect(flagEverydayNames(makeRecord('x:1', 'place', [form])).surfaceForms).toEqual([{ ...form, ...flags }]);
});

test('a record whose bare name nearly always means it is left as it is', () => {
  const record = { ...makeRecord('x:1', 'place', ['March']), prior: 0.95 };
  expect(flagEverydayNames(record)).toEqual(record);
});
