import { expect, test } from 'vitest';
import type { RecordKind, SurfaceForm } from '../../src/model/record.ts';
import { deriveSurfaceForms } from '../../src/pack-tools/derive-surface-forms.ts';
import { family, weak } from '../support/make-record.ts';

const name = (text: string, language?: string): SurfaceForm => ({
  text,
  type: 'name',
  ...(language && { language }),
});

test.each<[string, RecordKind, SurfaceForm[], SurfaceForm[]]>([
  ['a surname', 'person', [name('Ada Bergholt', 'en')], [{ ...family('Bergholt'), language: 'en' }]],
  ['none where one is written', 'person', [name('Ada Bergholt'), family('Berg')], []],
  [
    'particles and what stands after them',
    'person',
    [name('Ada van der Bergholt')],
    [family('van der Bergholt'), family('Bergholt')],
  ],
  ['an Arabic article', 'person', [name('Adil al-Berghi')], [family('al-Berghi'), family('Berghi')]],
  [
    'first and last without what stands between',
    'person',
    [name('Ada M. Bergholt Jr.')],
    [name('Ada Bergholt'), family('Bergholt')],
  ],
  [
    'a register in Cyrillic puts the surname first',
    'person',
    [name('Берголт, Ада Ивановна', 'ru')],
    [
      { ...name('Ада Ивановна Берголт', 'ru') },
      { ...name('Ада Берголт', 'ru') },
      { ...family('Берголт'), language: 'ru' },
    ],
  ],
  [
    'with a patronymic and without a comma too',
    'person',
    [name('Берголт Ада Ивановна', 'ru')],
    [
      { ...name('Ада Ивановна Берголт', 'ru') },
      { ...name('Ада Берголт', 'ru') },
      { ...family('Берголт'), language: 'ru' },
    ],
  ],
  [
    'no surname of a ruler',
    'person',
    [name('Ada II of Norland'), name('Ada IX'), name('Ada, Duchess of Norland')],
    [],
  ],
  ['no surname too short to tell', 'person', [name('Kim Bo Un')], [name('Kim Un')]],
  ['none from a weak name', 'person', [weak('Ada Bergholt')], []],
  ['no article', 'organisation', [name('The Bergholt Trust')], [name('Bergholt Trust')]],
  [
    'no form of company; one word alone is weak',
    'organisation',
    [name('Bergholt Inc.')],
    [weak('Bergholt'), name('Bergholt Incorporated')],
  ],
  [
    'the other way to write the form of a company or club',
    'organisation',
    [name('Bergholt Corporation'), name('Norland F.C.')],
    [weak('Bergholt'), name('Bergholt Corp.'), name('Norland Football Club')],
  ],
  [
    'nothing between a name and its form',
    'organisation',
    [name('Ada Bergholt & Company')],
    [name('Ada Bergholt'), name('Ada Bergholt & Co.')],
  ],
  ['a republic in Cyrillic', 'place', [name('Республика Норландия', 'ru')], [name('Норландия', 'ru')]],
  ['but not its adjective', 'place', [name('Республика Норландская', 'ru')], []],
  [
    'initials of a long name, which others may share',
    'organisation',
    [name('Federal Office of Norland–Sudmark Trade', 'en')],
    [{ ...weak('FONST'), type: 'abbreviation', caseSensitive: true, language: 'en' }],
  ],
  [
    'none where an abbreviation is written',
    'organisation',
    [name('Federal Office of Trade'), { text: 'Fed', type: 'abbreviation' }],
    [],
  ],
  ['no explanation', 'event', [name('Norland Talks (2025)')], [name('Norland Talks')]],
  ['the place before a comma is weak', 'place', [name('Bergholt, Norland')], [weak('Bergholt')]],
  ['a state without its form', 'place', [name("People's Republic of Norland")], [name('Norland')]],
  ['a union without its members', 'place', [name('United Harbours of Norland')], [name('United Harbours')]],
  ['nothing where the short name is there', 'place', [name('Republic of Norland'), name('Norlandia')], []],
])('%s', (_, kind, forms, derived) => {
  expect(deriveSurfaceForms(kind, forms)).toEqual(derived);
});
