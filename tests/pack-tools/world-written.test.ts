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
let known: ReadonlySet<RecordId> = new Set();

beforeAll(async () => {
  const packs = await assemblePacks(folders);
  const world = packs.find(({ id }) => id === 'world');
  known = new Set(packs.flatMap(({ records }) => records.map(({ id }) => id)));
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

test.each<[RecordKind, number]>([
  ['organisation', 400],
  ['person', 350],
  ['plan', 140],
])('there are many of kind %s', (kind, least) => {
  expect(written.filter((record) => record.kind === kind).length).toBeGreaterThanOrEqual(least);
});

describe('a name leads to its record', () => {
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
    ['newsgloss:angela-merkel', ['Angela Merkel', 'Merkel', 'Ангела Меркель', 'Меркель']],
    [
      'newsgloss:sergey-lavrov',
      ['Sergei Lavrov', 'Сергей Лавров', 'Сергій Лавров', 'Sergej Lawrow', 'Ławrow'],
    ],
    ['newsgloss:ursula-von-der-leyen', ['Ursula von der Leyen', 'von der Leyen', 'Урсула фон дер Ляйен']],
    [
      'newsgloss:budapest-memorandum',
      ['Budapest Memorandum', 'Будапештський меморандум', 'Budapester Memorandum'],
    ],
    [
      'newsgloss:jcpoa',
      ['JCPOA', 'Iran nuclear deal', 'СВПД', 'Atomabkommen mit dem Iran', 'acuerdo nuclear iraní'],
    ],
    [
      'newsgloss:un-resolution-2803',
      ['UN Security Council Resolution 2803', 'UNSCR 2803', 'UN-Resolution 2803'],
    ],
    [
      'newsgloss:good-friday-agreement',
      ['Good Friday Agreement', 'Karfreitagsabkommen', 'Белфастська угода'],
    ],
    ['newsgloss:casa-rosada', ['Casa Rosada', 'Каса-Росада']],
    ['newsgloss:prague-castle', ['Prague Castle', 'Pražský hrad', 'Prager Burg']],
    ['newsgloss:leo-xiv', ['Pope Leo XIV', 'Léon XIV', 'papież Leon XIV', 'Papst Leo']],
    ['newsgloss:security-service-of-ukraine', ['СБУ', 'SBU', 'Służba Bezpieczeństwa Ukrainy']],
  ])('%s', (id, names) => {
    expect(names.filter((name) => !meanings(name).includes(id))).toEqual([]);
  });
});

test.each([
  [
    'an everyday word',
    [
      'Bild',
      'Congress',
      'Guardian',
      'The Times',
      'Amnesty',
      'Rada',
      'Islamic State',
      'who',
      'Article 5',
      'Green Deal',
    ],
  ],
  [
    'another organisation’s or thing’s abbreviation',
    ['WHO', 'ICE', 'SEC', 'PACE', 'EMA', 'ESA', 'RT', 'ANC'],
  ],
  [
    'a surname that is a word or that many bear',
    ['May', 'Brown', 'Bush', 'Xi', 'Kim', 'Park', 'Johnson', 'Rice', 'Khan', 'Abe'],
  ],
  [
    'a surname of two records',
    ['Clinton', 'Wong', 'Castro', 'Sharif', 'Клинтон', 'Расмуссен', 'Джонсон', 'Costa', 'Harris'],
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

describe('holders of office', () => {
  const people = (): readonly PackRecord[] => written.filter(({ kind }) => kind === 'person');

  test('bear names that no other bears', () => {
    const labels = people().flatMap(({ label }) => label.en);
    expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
  });

  test('have a role, said in words and of a country or organisation', () => {
    const without = people().filter(
      ({ statements }) =>
        !statements.some(({ property, of }) => property === 'role' && of !== undefined && known.has(of)),
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  test('have a role with a day on which it began, or at least one on which it ended', () => {
    const undated = people().flatMap(({ id, statements }) =>
      statements.filter(({ property, from, to }) => property === 'role' && !from && !to).map(() => id),
    );
    expect(undated).toEqual([]);
  });

  test('hold one presidency, premiership or ministry of a country at a time', () => {
    const terms = people().flatMap(({ id, statements }) =>
      statements.flatMap(({ property, value, of, from = '', to = '9999' }) =>
        property === 'role' &&
        value.type === 'text' &&
        /^(President|Prime Minister|Minister|Chancellor) of/.test(value.text.en)
          ? [{ id, office: `${value.text.en} ${of}`, from, to }]
          : [],
      ),
    );
    const overlaps = terms.flatMap((a, index) =>
      terms
        .slice(index + 1)
        .filter((b) => a.office === b.office && a.from < b.to && b.from < a.to)
        .map((b) => `${a.office}: ${a.id} and ${b.id}`),
    );
    expect(overlaps).toEqual([]);
  });

  test.each<[RecordId, string, string]>([
    ['newsgloss:barack-obama', 'President of the United States', '2009-01-20/2017-01-20'],
    ['newsgloss:theresa-may', 'Prime Minister of the United Kingdom', '2016-07-13/2019-07-24'],
    ['newsgloss:mark-rutte', 'Secretary General of NATO', '2024-10-01/'],
    ['newsgloss:petro-poroshenko', 'President of Ukraine', '2014-06-07/2019-05-20'],
  ])('%s was %s in %s', (id, role, term) => {
    const terms = people()
      .find((record) => record.id === id)
      ?.statements.filter(({ value }) => value.type === 'text' && value.text.en === role)
      .map(({ from = '', to = '' }) => `${from}/${to}`);
    expect(terms).toEqual([term]);
  });
});

describe('treaties, plans and resolutions', () => {
  const plans = (): readonly PackRecord[] => written.filter(({ kind }) => kind === 'plan');

  test('say when they were made or how they stand', () => {
    const silent = plans().filter(
      ({ statements }) => !statements.some(({ property }) => property === 'date' || property === 'status'),
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test('have one status at a time, the last of them without an end', () => {
    const wrong = plans().flatMap(({ id, statements }) => {
      const states = statements.filter(({ property }) => property === 'status');
      const follows = states.every(({ from }, index) => index === 0 || from === states[index - 1]?.to);
      return states.length > 0 && (!follows || states.at(-1)?.to) ? [id] : [];
    });
    expect(wrong).toEqual([]);
  });

  test.each<[RecordId, number]>([
    ['newsgloss:gaza-20-point-plan', 20],
    ['newsgloss:china-12-point-position', 12],
    ['newsgloss:ukraine-peace-formula', 10],
    ['newsgloss:minsk-ii', 13],
  ])('%s has %i points', (id, count) => {
    const points = plans()
      .find((record) => record.id === id)
      ?.statements.filter(({ property }) => property === 'pointCount');
    expect(points).toEqual([expect.objectContaining({ value: { type: 'number', number: count } })]);
  });
});

test('a building, street or quarter leads to the country that is governed from it', () => {
  const seats = [
    'capitol-hill',
    'whitehall',
    'matignon',
    'german-chancellery',
    'quirinale',
    'moncloa',
    'belweder',
    'blue-house',
    'planalto',
    'zhongnanhai',
  ];
  const without = seats.filter(
    (seat) =>
      !written.some(
        ({ id, statements }) =>
          id === `newsgloss:${seat}` && statements.some(({ property }) => property === 'country'),
      ),
  );
  expect(without).toEqual([]);
});
