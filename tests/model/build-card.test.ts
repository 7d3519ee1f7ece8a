import { describe, expect, test } from 'vitest';
import { buildCard } from '../../src/model/build-card.ts';
import type { Card } from '../../src/model/card.ts';
import type { EdtfDate } from '../../src/model/edtf-date.ts';
import type { PackRecord } from '../../src/model/record.ts';
import { inPack, makeRecord, recordValue, someCitation, statement, text } from '../support/make-record.ts';

const norland = makeRecord('x:norland', 'place', ['Norland']);
const otherCitation = { publisher: 'The Register', title: 'Holders of offices', published: '2026-01' };
const ada = makeRecord('x:ada', 'person', ['Ada Bergholt'], {
  description: { en: 'A politician.', de: 'Eine Politikerin.' },
  statements: [
    statement('role', text('Mayor'), { from: '2015', to: '2019' }),
    statement('role', text('Foreign secretary'), { from: '2019-05-20', to: '2025-12-20', of: 'x:norland' }),
    statement('role', text('Prime minister'), { from: '2025-12-21', citations: [otherCitation] }),
    statement('memberOf', recordValue('x:norland')),
  ],
});
const envoy = makeRecord('x:envoy', 'person', ['Eva Nord'], {
  prior: 0.9,
  statements: [statement('role', text('Special envoy'), { of: 'x:norland' })],
});
const oldMayor = makeRecord('x:old-mayor', 'person', ['Olaf Sund'], {
  statements: [statement('role', text('Mayor'), { from: '2001', to: '2004-03', of: 'x:port' })],
});
const seat = makeRecord('x:harbour-house', 'place', ['Harbour House'], {
  statements: [statement('seatOf', text('Foreign Secretary'), { of: 'x:norland' })],
});
const plan28 = makeRecord('x:plan-28', 'plan', ['First draft'], {
  statements: [
    statement('pointCount', { type: 'number', number: 28 }, { from: '2025-11-20' }),
    statement('status', text('Under discussion'), { from: '2025-11-20', to: '2025-11-23' }),
  ],
});
const plan19 = makeRecord('x:plan-19', 'plan', ['Second draft'], {
  statements: [
    statement('derivedFrom', recordValue('x:plan-28'), { from: '2025-11-23' }),
    statement('openPoint', text('The border')),
    statement('openPoint', text('The fleet'), { from: '2026-02' }),
  ],
});
const event = (id: string, date: EdtfDate, about: string, ledTo?: string): PackRecord =>
  makeRecord(id, 'event', [id], {
    statements: [
      statement('date', { type: 'date', date }),
      statement('about', recordValue(about)),
      ...(ledTo ? [statement('ledTo', recordValue(ledTo))] : []),
    ],
  });
const dossier = [
  plan19,
  event('x:later-talks', '2025-12-02', 'x:plan-19'),
  event('x:same-day-talks', '2025-11-23', 'x:plan-19'),
  event('x:talks', '2025-11-23', 'x:plan-28', 'x:plan-19'),
  plan28,
  event('x:other-talks', '2025-11-25', 'x:other-plan'),
];

const card = (record: PackRecord, asOf: EdtfDate | null, language = 'en'): Card =>
  buildCard({
    packId: 'p',
    packTitle: 'The pack',
    record,
    asOf,
    language,
    named: new Map([[norland.id, norland]]),
    dossier,
    today: '2026-01-31',
    persons: [ada, envoy, oldMayor].map(inPack('p')),
  });

test('a person is shown with the role held on the day, and what changed since apart', () => {
  expect(card(ada, '2025-12-01')).toEqual({
    packId: 'p',
    packTitle: 'The pack',
    id: 'x:ada',
    kind: 'person',
    label: 'Ada Bergholt',
    asOf: '2025-12-01',
    description: 'A politician.',
    roles: [{ text: 'Foreign secretary', dates: 'since 20 May 2019', citations: [1] }],
    notKnown: null,
    holders: [],
    details: [{ heading: 'Member of', text: 'Norland', dates: '', citations: [1] }],
    lineage: [],
    openPoints: [],
    sinceThen: [
      { text: 'Prime minister', dates: 'since 21 December 2025', citations: [2] },
      { text: 'Foreign secretary', dates: 'until 20 December 2025', citations: [1] },
    ],
    citations: [someCitation, otherCitation],
  });
});

test('without a date the card shows what the pack has last', () => {
  const { roles, sinceThen } = card(ada, null, 'de');
  expect(roles.map((role) => role.text)).toEqual(['Prime minister']);
  expect(sinceThen).toEqual([]);
});

test('the text is in the wanted language where the pack has it', () => {
  expect(card(ada, null, 'de-AT').description).toBe('Eine Politikerin.');
  expect(card(ada, null, 'fr').description).toBe('A politician.');
});

test('a plan shows its lineage in order, with what came after the article marked', () => {
  const stages = card(plan19, '2025-12-01').lineage.map(({ id, date, isCurrent, isLater }) => [
    id,
    date,
    isCurrent,
    isLater,
  ]);
  expect(stages).toEqual([
    ['x:plan-28', '2025-11-20', false, false],
    ['x:talks', '2025-11-23', false, false],
    ['x:plan-19', '2025-11-23', true, false],
    ['x:same-day-talks', '2025-11-23', false, false],
    ['x:later-talks', '2025-12-02', false, true],
  ]);
});

test('an event shows the lineage of the plan it is about', () => {
  expect(card(dossier[3] as PackRecord, null).lineage.map(({ id }) => id)).toEqual([
    'x:plan-28',
    'x:talks',
    'x:plan-19',
    'x:same-day-talks',
    'x:later-talks',
  ]);
});

test('open points are those that were open on the day', () => {
  const texts = (asOf: EdtfDate): string[] => card(plan19, asOf).openPoints.map((point) => point.text);
  expect(texts('2025-11-30')).toEqual([]);
  expect(texts('2025-12-01')).toEqual(['The border']);
  expect(texts('2026-03-01')).toEqual(['The border', 'The fleet']);
});

describe('what is not known for the date is said', () => {
  const unknown = (record: PackRecord, asOf: EdtfDate | null) => card(record, asOf).notKnown;

  test('a role that was only reported later is shown as that, and not as a change', () => {
    const shown = card(envoy, '2025-11-20');
    expect(shown.notKnown).toEqual({
      text: 'Our record has no role for this date.',
      nearest: [{ text: 'Special envoy', dates: 'first reported 1 December 2025', citations: [1] }],
    });
    expect([shown.roles, shown.sinceThen]).toEqual([[], []]);
  });

  test('a role that ended long before is shown with its dates', () => {
    expect(unknown(oldMayor, '2025-12-01')).toEqual({
      text: 'Our record has no role for this date.',
      nearest: [{ text: 'Mayor', dates: '2001 to March 2004', citations: [1] }],
    });
  });

  test('without a date of the article, it is today that no role is known for', () => {
    expect(unknown(oldMayor, null)?.text).toBe('Our record has no role for today.');
  });

  test('a plan in an article from before it', () => {
    expect(unknown(plan28, '2025-10')?.text).toBe('Our record of this plan begins later: 20 November 2025.');
    expect(unknown(plan28, '2025-11')).toBeNull();
  });

  test('a plan whose last known status has ended', () => {
    expect(unknown(plan28, '2025-12-01')).toEqual({
      text: 'Our record has no status for this date.',
      nearest: [{ text: 'Under discussion', dates: '20 November 2025 to 23 November 2025', citations: [1] }],
    });
  });

  test('an event that came later', () => {
    expect(unknown(dossier[1] as PackRecord, '2025-11-20')?.text).toBe(
      'This event came later: 2 December 2025.',
    );
  });

  test('nothing is missing of a person of whom no role is known at all', () => {
    expect(unknown(makeRecord('x:poet', 'person', ['A Poet']), '2025-12-01')).toBeNull();
  });
});

test('an old fact is shown as old', () => {
  const dates = (asOf: EdtfDate | null): string[] => card(envoy, asOf).roles.map((role) => role.dates);
  expect(dates('2025-12-20')).toEqual(['as reported 1 December 2025']);
  expect(dates('2026-06-01')).toEqual(['as known on 1 December 2025']);
  expect(dates(null)).toEqual(['as reported 1 December 2025']);
  expect(card(ada, '2027').roles.map((role) => role.dates)).toEqual([
    'since 21 December 2025, as known in January 2026',
  ]);
});

describe('offices', () => {
  const holders = (record: PackRecord, asOf: EdtfDate | null) =>
    card(record, asOf).holders.map(({ office, text: name, dates }) => [office, name, dates]);

  test('a country shows who held its offices on the day, the best known first', () => {
    expect(holders(norland, '2025-12-01')).toEqual([
      ['Special envoy', 'Eva Nord', 'as reported 1 December 2025'],
      ['Foreign secretary', 'Ada Bergholt', 'since 20 May 2019'],
    ]);
    expect(holders(norland, '2019-06')).toEqual([['Foreign secretary', 'Ada Bergholt', 'since 20 May 2019']]);
  });

  test('a seat of power shows the holder of its one office, with the source', () => {
    expect(card(seat, '2025-12-01')).toMatchObject({
      holders: [
        {
          packId: 'p',
          id: 'x:ada',
          office: 'Foreign secretary',
          text: 'Ada Bergholt',
          dates: 'since 20 May 2019',
          citations: [1],
        },
      ],
      details: [],
      notKnown: null,
    });
  });

  test('a seat of power whose holder is not known for the day says so', () => {
    expect(card(seat, '2001')).toMatchObject({
      holders: [],
      notKnown: { text: 'Our record has no Foreign Secretary for this date.', nearest: [] },
    });
  });
});

test('a description tells nothing that came after the article', () => {
  const record = makeRecord('x:accord', 'plan', ['Accord'], {
    description: { en: 'An accord.' },
    datedDescriptions: [
      { from: '2025-11', text: { en: 'An accord of two sides.' } },
      { from: '2026-02-01', text: { en: 'An accord that failed.' } },
    ],
  });
  const described = (['2025-10-31', '2025-11-01', '2026-02-01', null] as const).map(
    (asOf) => card(record, asOf).description,
  );
  expect(described).toEqual([
    'An accord.',
    'An accord of two sides.',
    'An accord that failed.',
    'An accord that failed.',
  ]);
  const { description: _, ...onlyDated } = record;
  expect(card(onlyDated, '2025-10-31').description).toBeNull();
});

test('what was only reported later is told apart', () => {
  expect(card(plan19, '2025-11-30').sinceThen).toEqual([
    { text: 'The fleet', dates: 'since February 2026', citations: [1] },
    { text: 'The border', dates: 'first reported 1 December 2025', citations: [1] },
  ]);
});
