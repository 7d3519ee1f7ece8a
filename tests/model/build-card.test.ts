import { expect, test } from 'vitest';
import { buildCard } from '../../src/model/build-card.ts';
import type { Card } from '../../src/model/card.ts';
import type { EdtfDate } from '../../src/model/edtf-date.ts';
import type { PackRecord } from '../../src/model/record.ts';
import { makeRecord, recordValue, someCitation, statement, text } from '../support/make-record.ts';

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
    roles: [{ text: 'Foreign secretary', dates: '20 May 2019 to 20 December 2025', citations: [1] }],
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
