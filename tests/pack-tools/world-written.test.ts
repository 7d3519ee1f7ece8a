/** The part of the world pack that people write: organisations, seats of power, agreements and holders of office. */

import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { lookupKey } from '../../src/model/lookup-key.ts';
import type { PackRecord, RecordId, RecordKind } from '../../src/model/record.ts';
import { assemblePacks } from '../../src/pack-tools/assemble-packs.ts';

const folders = ['world', 'ukraine-peace-talks'].map((name) =>
  fileURLToPath(new URL(`../../packs/${name}`, import.meta.url)),
);
let written: readonly PackRecord[] = [];

beforeAll(async () => {
  const packs = await assemblePacks(folders);
  const world = packs.find(({ id }) => id === 'world');
  written = (world?.records ?? []).filter(({ id }) => id.startsWith('newsgloss:'));
}, 60_000);

/** Ids of written records that the string names as it stands, without those that need evidence unless `weak`. */
function meanings(text: string, { weak = false } = {}): RecordId[] {
  return written
    .filter(({ surfaceForms }) =>
      surfaceForms.some(
        (form) =>
          (weak || !form.weak) &&
          (form.caseSensitive ? form.text === text : lookupKey(form.text) === lookupKey(text)),
      ),
    )
    .map(({ id }) => id);
}

test.each<[RecordKind, number]>([['organisation', 400]])('there are many of kind %s', (kind, least) => {
  expect(written.filter((record) => record.kind === kind).length).toBeGreaterThanOrEqual(least);
});

describe('a name leads to its organisation', () => {
  test.each<[RecordId, string[]]>([
    ['newsgloss:itu', ['International Telecommunication Union', 'ITU', 'Internationale Fernmeldeunion']],
    ['newsgloss:opec-plus', ['OPEC Plus', 'ОПЕК плюс']],
    ['newsgloss:international-olympic-committee', ['IOC', 'МОК', 'CIO', 'Comité Olímpico Internacional']],
    ['newsgloss:national-bank-of-ukraine', ['НБУ', 'Narodowy Bank Ukrainy', 'National Bank of Ukraine']],
    ['newsgloss:bank-of-russia', ['Банк России', 'ЦБ РФ', 'Russian central bank']],
    ['newsgloss:hezbollah', ['Hezbollah', 'Hisbollah', 'Хезболла', 'Hezbolá', 'حزب الله']],
    ['newsgloss:washington-post', ['Washington Post', 'The Washington Post']],
    ['newsgloss:radio-free-europe', ['RFE/RL', 'Radio Liberty', 'Радіо Вільна Європа', 'Radio Wolna Europa']],
    ['newsgloss:us-state-department', ['State Department', 'Держдеп', 'Госдеп', 'Departamento de Estado']],
    ['newsgloss:security-service-of-ukraine', ['СБУ', 'SBU', 'Służba Bezpieczeństwa Ukrainy']],
  ])('%s', (id, names) => {
    expect(names.filter((name) => !meanings(name).includes(id))).toEqual([]);
  });
});

test.each([
  [
    'an everyday word',
    ['Bild', 'Congress', 'Guardian', 'The Times', 'Amnesty', 'Rada', 'Islamic State', 'who'],
  ],
  [
    'another organisation’s or thing’s abbreviation',
    ['WHO', 'ICE', 'SEC', 'PACE', 'EMA', 'ESA', 'RT', 'ANC'],
  ],
])('%s needs evidence', (_, names) => {
  expect(names.filter((name) => meanings(name).length > 0)).toEqual([]);
});

test('abbreviations match only as they are written', () => {
  const loose = written.flatMap(({ id, surfaceForms }) =>
    surfaceForms
      .filter(({ type, caseSensitive }) => type === 'abbreviation' && !caseSensitive)
      .map(({ text }) => `${id} ${text}`),
  );
  expect(loose).toEqual([]);
});

test('no two records share a name that needs no evidence', () => {
  const owners = new Map<string, Set<RecordId>>();
  for (const { id, surfaceForms } of written) {
    for (const { text, type, weak, language, caseSensitive } of surfaceForms) {
      if (weak || type === 'family') continue;
      const key = `${language ?? ''} ${caseSensitive ? text : lookupKey(text)}`;
      owners.set(key, (owners.get(key) ?? new Set()).add(id));
    }
  }
  expect([...owners].filter(([, ids]) => ids.size > 1).map(([key, ids]) => [key, ...ids])).toEqual([]);
});
