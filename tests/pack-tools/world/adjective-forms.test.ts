import { expect, test } from 'vitest';
import { adjectiveForms } from '../../../src/pack-tools/world/adjective-forms.ts';

test.each([
  ['fr', 'ukrainien', 'ukrainien ukrainienne ukrainiens ukrainiennes'],
  ['fr', 'français', 'français française françaises'],
  ['fr', 'belge', 'belge belges'],
  ['de', 'russisch', 'russische russischen russischem russischer russisches'],
  ['es', 'ucraniano', 'ucraniano ucraniana ucranianos ucranianas'],
  ['es', 'francés', 'francés francesa franceses francesas'],
  ['es', 'alemán', 'alemán alemana alemanes alemanas'],
  ['es', 'español', 'español española españoles españolas'],
  ['es', 'israelí', 'israelí israelíes israelís'],
  ['es', 'canadiense', 'canadiense canadienses'],
  [
    'pl',
    'niemiecki',
    'niemiecki niemieckiego niemieckiemu niemieckim niemiecka niemieckiej niemiecką niemieckie niemieckich niemieckimi niemieccy',
  ],
  [
    'pl',
    'szwedzki',
    'szwedzki szwedzkiego szwedzkiemu szwedzkim szwedzka szwedzkiej szwedzką szwedzkie szwedzkich szwedzkimi szwedzcy',
  ],
  [
    'ru',
    'польский',
    'польский польского польскому польским польском польская польской польскую польское польские польских польскими',
  ],
  [
    'uk',
    'польський',
    'польський польського польському польським польська польської польській польську польською польське польські польських польськими',
  ],
])('%s: %s', (language, base, forms) => {
  const found = adjectiveForms({ [language]: base });
  expect(found.map(({ text }) => text).join(' ')).toBe(forms);
  expect(new Set(found.map(({ type, weak }) => `${type} ${weak}`))).toEqual(new Set(['demonym true']));
});

test('irregular forms are given, and a case of the country’s name is told by its capital', () => {
  expect(adjectiveForms({ fr: ['grec', 'grecque'] }).map(({ text }) => text)).toEqual(['grec', 'grecque']);
  expect(adjectiveForms({ pl: { text: 'polski', caseSensitive: true } })[0]).toEqual({
    text: 'polski',
    type: 'demonym',
    language: 'pl',
    weak: true,
    caseSensitive: true,
  });
});
