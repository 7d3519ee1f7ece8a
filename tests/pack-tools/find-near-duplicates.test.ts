import { describe, expect, test } from 'vitest';
import type { PackRecord, SurfaceForm } from '../../src/model/record.ts';
import { findNearDuplicates } from '../../src/pack-tools/find-near-duplicates.ts';

const record = (
  id: string,
  kind: PackRecord['kind'],
  forms: readonly (string | SurfaceForm)[],
): PackRecord => ({
  id: `test:${id}`,
  kind,
  label: { en: id },
  surfaceForms: forms.map((form) => (typeof form === 'string' ? { text: form, type: 'name' } : form)),
  statements: [],
});

describe('two records may be one thing when they share', () => {
  test.each<[string, PackRecord[], string[]]>([
    [
      'two of a few names',
      [
        record('a', 'organisation', ['Bank of Norland', 'Norlandbank', 'BN Group']),
        record('b', 'organisation', ['bank of norland', 'Norlandbank']),
      ],
      ['test:a test:b'],
    ],
    [
      'the full name of a person',
      [record('a', 'person', ['Ada Bergholt', 'A. B.']), record('b', 'person', ['Ada Bergholt'])],
      ['test:a test:b'],
    ],
  ])('%s', (_, records, pairs) => {
    expect(findNearDuplicates(records).map(({ ids }) => ids.join(' '))).toEqual(pairs);
  });
});

describe('they are two things when they share', () => {
  test.each<[string, PackRecord[]]>([
    [
      'one name of many, as cities do',
      [record('a', 'place', ['Springfield', 'A1', 'A2']), record('b', 'place', ['Springfield', 'B1', 'B2'])],
    ],
    [
      'names but not the kind',
      [
        record('a', 'place', ['Kremlin', 'The Kremlin']),
        record('b', 'organisation', ['Kremlin', 'The Kremlin']),
      ],
    ],
    [
      'a surname',
      [
        record('a', 'person', ['Ada Berg', { text: 'Berg', type: 'family' }]),
        record('b', 'person', ['Bo Berg', { text: 'Berg', type: 'family' }]),
      ],
    ],
    [
      'an id, in two packs',
      [record('a', 'person', ['Ada Bergholt']), record('a', 'person', ['Ada Bergholt'])],
    ],
  ])('%s', (_, records) => {
    expect(findNearDuplicates(records)).toEqual([]);
  });
});
