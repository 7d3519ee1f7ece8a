import { describe, expect, test } from 'vitest';
import { parseRecord } from '../../src/model/record-schema.ts';
import { buildRecords } from '../../src/pack-tools/build-records.ts';
import { readPackSource } from '../../src/pack-tools/read-pack-source.ts';
import { tidySurfaceForms } from '../../src/pack-tools/tidy-surface-forms.ts';
import { demoPack } from './pack-folder.ts';

test('a record has its names, its citations in place, and passes the check that packs pass', async () => {
  const folder = await demoPack(`records:
  - id: newsgloss:zeta
    kind: person
    label: { en: Ada Example, uk: Ада Приклад }
    description: A person of the tests.
    prior: 0.9
    names: { en: [Ada Example, A. Example], any: [Ada X] }
    familyNames: { en: [{ text: Example, weak: true }] }
    abbreviations: { en: [AE] }
    statements:
      - { role: { en: Minister, de: Ministerin }, of: iso3166:XX, from: 2019-05-20, citations: [gazette, gazette] }
  - id: iso3166:AA
    kind: place
    label: Exampleland
    demonyms: { en: [{ text: Exampleland-ish, caseSensitive: true }] }
    statements:
      - { capital: 'geonames:1', citations: [gazette] }
      - { population: 12, citations: [gazette] }
`);
  const gazette = { publisher: 'Gazette', title: 'A report', published: '2025-11-23' };
  const records = buildRecords(await readPackSource(folder));
  expect(records.map(parseRecord)).toEqual(records);
  expect(records).toEqual([
    {
      id: 'iso3166:AA',
      kind: 'place',
      label: { en: 'Exampleland' },
      surfaceForms: [
        { text: 'Exampleland', type: 'name', language: 'en' },
        { text: 'Exampleland-ish', type: 'demonym', language: 'en', caseSensitive: true },
      ],
      statements: [
        { property: 'capital', value: { type: 'record', id: 'geonames:1' }, citations: [gazette] },
        { property: 'population', value: { type: 'number', number: 12 }, citations: [gazette] },
      ],
    },
    {
      id: 'newsgloss:zeta',
      kind: 'person',
      label: { en: 'Ada Example', uk: 'Ада Приклад' },
      description: { en: 'A person of the tests.' },
      prior: 0.9,
      surfaceForms: [
        { text: 'Ада Приклад', type: 'name', language: 'uk' },
        { text: 'Ada Example', type: 'name', language: 'en' },
        { text: 'A. Example', type: 'name', language: 'en' },
        { text: 'Ada X', type: 'name' },
        { text: 'AE', type: 'abbreviation', language: 'en', caseSensitive: true },
        { text: 'Example', type: 'family', language: 'en', weak: true },
        { text: 'Приклад', type: 'family', language: 'uk' },
      ],
      statements: [
        {
          property: 'role',
          value: { type: 'text', text: { en: 'Minister', de: 'Ministerin' } },
          of: 'iso3166:XX',
          from: '2019-05-20',
          citations: [gazette],
        },
      ],
    },
  ]);
});

test('a label that is listed again keeps the flags and the type of its listing', async () => {
  const folder = await demoPack(`records:
  - id: newsgloss:most
    kind: place
    label: { en: Most, cs: Most }
    names: { any: [{ text: Most, weak: true }] }
  - id: newsgloss:split
    kind: place
    label: { en: Split, hr: Split }
    names: { en: [{ text: Split, weak: true }] }
  - { id: 'newsgloss:who', kind: organisation, label: WHO, abbreviations: { en: [WHO] } }
`);
  expect(buildRecords(await readPackSource(folder)).map(({ surfaceForms }) => surfaceForms)).toEqual([
    [{ text: 'Most', type: 'name', weak: true }],
    [
      { text: 'Split', type: 'name', language: 'hr', weak: true },
      { text: 'Split', type: 'name', language: 'en', weak: true },
    ],
    [{ text: 'WHO', type: 'abbreviation', language: 'en', caseSensitive: true }],
  ]);
});

test('the label of a plan is found as texts of its language write it, with a small letter where they do', async () => {
  const folder = await demoPack(`records:
  - id: newsgloss:treaty
    kind: plan
    label: { en: Treaty of Port, de: Vertrag von Port, fr: Traité de Port, pl: NATO–Port }
  - id: newsgloss:wharfage
    kind: organisation
    label: { en: Port Council, fr: Conseil de Port }
`);
  expect(
    buildRecords(await readPackSource(folder)).map(({ label, surfaceForms }) => [
      label.fr,
      surfaceForms.map(({ text }) => text),
    ]),
  ).toEqual([
    ['Traité de Port', ['Treaty of Port', 'Vertrag von Port', 'traité de Port', 'NATO–Port']],
    ['Conseil de Port', ['Port Council', 'Conseil de Port']],
  ]);
});

test('a description may be dated, in any order', async () => {
  const folder = await demoPack(`records:
  - id: newsgloss:accord
    kind: plan
    label: Accord
    description:
      - { text: An accord that failed., from: 2026-02-01 }
      - text: An accord.
      - { text: { en: An accord of two sides., de: Ein Abkommen. }, from: 2025-11 }
`);
  const records = buildRecords(await readPackSource(folder));
  expect(records.map(parseRecord)).toEqual(records);
  expect(records.map(({ description, datedDescriptions }) => [description, datedDescriptions])).toEqual([
    [
      { en: 'An accord.' },
      [
        { from: '2025-11', text: { en: 'An accord of two sides.', de: 'Ein Abkommen.' } },
        { from: '2026-02-01', text: { en: 'An accord that failed.' } },
      ],
    ],
  ]);
});

describe('surface forms are kept once', () => {
  const name = (text: string, language?: string) => ({
    text,
    type: 'name' as const,
    ...(language !== undefined && { language }),
  });
  test.each([
    ['the same twice', [name('Peru', 'en'), name('Peru', 'en')], [name('Peru', 'en')]],
    ['accents that matching ignores', [name('Perú', 'es'), name('Peru', 'es')], [name('Perú', 'es')]],
    [
      'a form of three languages has none',
      [name('Angola', 'en'), name('Angola', 'de'), name('Angola', 'pl')],
      [name('Angola')],
    ],
    [
      'a form of two languages keeps both',
      [name('Germania', 'it'), name('Germania', 'ro')],
      [name('Germania', 'it'), name('Germania', 'ro')],
    ],
    ['a form with a language beside one without', [name('Kyiv', 'en'), name('Kyiv')], [name('Kyiv')]],
    [
      'case-sensitive forms are kept apart by their points',
      [
        { text: 'US', type: 'abbreviation' as const, caseSensitive: true },
        { text: 'U.S.', type: 'abbreviation' as const, caseSensitive: true },
      ],
      [
        { text: 'US', type: 'abbreviation' as const, caseSensitive: true },
        { text: 'U.S.', type: 'abbreviation' as const, caseSensitive: true },
      ],
    ],
  ])('%s', (_, forms, expected) => {
    expect(tidySurfaceForms(forms)).toEqual(expected);
  });
});
