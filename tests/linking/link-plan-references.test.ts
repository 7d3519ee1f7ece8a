import { describe, expect, test } from 'vitest';
import { annotateText } from '../../src/linking/annotate-text.ts';
import { makeKnowledge } from '../support/make-knowledge.ts';
import { demonym, family, inPack, makeRecord, recordValue, statement, text } from '../support/make-record.ts';

/** Two dossiers with plans of the same count, as happens: a draft and a counter-text, and another war's plan. */
const world = [
  makeRecord('x:norland', 'place', ['Norland', demonym('Norlandic'), { text: 'NL', type: 'abbreviation' }]),
  makeRecord('x:sudmark', 'place', ['Sudmark', demonym('Sudmarkian')]),
  makeRecord('x:westria', 'place', ['Westria', demonym('Westrian')]),
  makeRecord('x:zarkand', 'place', ['Zarkand', demonym('Zarkandi')]),
  makeRecord('x:union', 'organisation', ['European League']),
  makeRecord('x:brask', 'place', ['Brask'], { statements: [statement('country', recordValue('x:norland'))] }),
  makeRecord('x:drammel', 'place', ['Drammel'], {
    statements: [statement('country', recordValue('x:westria'))],
  }),
].map(inPack('world'));

const plan = (id: string, points: number, proposer: string, about: string, from: string) =>
  makeRecord(id, 'plan', [], {
    label: { en: id },
    statements: [
      statement('pointCount', { type: 'number', number: points }, { from }),
      statement('proposedBy', recordValue(proposer)),
      statement('about', recordValue(about)),
    ],
  });
const border = [
  makeRecord('x:otto', 'person', ['Otto Reiner', family('Reiner')], {
    statements: [statement('role', text('President of Norland'), { of: 'x:norland' })],
  }),
  plan('x:draft', 28, 'x:norland', 'x:sudmark', '2025-11-19'),
  plan('x:counter', 28, 'x:union', 'x:sudmark', '2025-11-23'),
  plan('x:refined', 19, 'x:norland', 'x:sudmark', '2025-11-24'),
  makeRecord('x:talks', 'event', [], {
    label: { en: 'Talks' },
    statements: [
      statement('date', { type: 'date', date: '2025-11-23' }),
      statement('place', recordValue('x:drammel')),
      statement('ledTo', recordValue('x:refined')),
    ],
  }),
  {
    ...plan('x:formula', 10, 'x:norland', 'x:sudmark', '2025-10-02'),
    label: { en: 'Norland’s Peace Formula' },
  },
  makeRecord('x:memorandum', 'plan', ['Brask Memorandum'], {
    label: { en: 'Brask Memorandum' },
    statements: [
      statement('pointCount', { type: 'number', number: 10 }, { from: '2025-10-02' }),
      statement('participant', recordValue('x:norland')),
      statement('participant', recordValue('x:zarkand')),
      statement('about', recordValue('x:sudmark')),
    ],
  }),
].map(inPack('border-talks'));
const other = [
  plan('x:border-20', 20, 'x:norland', 'x:sudmark', '2025-12-12'),
  plan('x:desert-20', 20, 'x:norland', 'x:zarkand', '2025-09-29'),
].map(inPack('two-wars'));

const knowledge = makeKnowledge([...world, ...border, ...other]);

/** Law, text, then what its plan references mean: an id, "id or id", or "?" for an unresolved one. */
type Row = [law: string, text: string, ...meaning: string[]];

const tables: Record<string, Row[]> = {
  'whose plan it is': [
    ['by a possessive', "Sudmark read Norland's 28-point plan.", 'x:draft'],
    ['by an adjective', 'Sudmark read the Norlandic 28-point plan.', 'x:draft'],
    ['by an adjective inside', 'Sudmark read the 28-point Norlandic plan.', 'x:draft'],
    ['by who drafted it', 'Sudmark read the 28-point Norland-drafted plan.', 'x:draft'],
    ['by a preposition', 'Sudmark read the 28-point proposal from Norland.', 'x:draft'],
    ['by a verb', 'Sudmark read a 28-point plan drafted by Norland.', 'x:draft'],
    ['by a verb before', 'Norland has presented its 28-point plan. Sudmark read it.', 'x:draft'],
    ['by a verb before, a person', 'Otto Reiner put forward a 28-point plan for Sudmark.', 'x:draft'],
    ['in French', 'Norland a présenté un plan en 28 points. Sudmark l’a lu.', 'x:draft'],
    ['in Ukrainian', 'Otto Reiner представив свій план із 28 пунктів. Sudmark', 'x:draft'],
    [
      'who rejects it says nothing',
      'Norland, Sudmark and the European League rejected the 28-point plan.',
      'x:draft or x:counter',
    ],
    [
      'of a plan whose proposers nobody knows it is not',
      "Zarkand and Sudmark read Norland's 10-point plan.",
      'x:formula',
    ],
    ['by a person who holds office there', "Sudmark read Otto Reiner's 28-point plan.", 'x:draft'],
    ['by the capital', "Sudmark read Brask's 28-point plan.", 'x:draft'],
    [
      'a region that the proposer is named after',
      'Norland and Sudmark read the European 28-point plan.',
      'x:counter',
    ],
    ['a region inside', 'Norland and Sudmark read the 28-point European plan.', 'x:counter'],
    ['a region with no plan of that count', 'Norland and Sudmark read the European 19-point plan.', '?'],
    ['a state with no plan of that count', 'Norland and Sudmark read the Westrian 28-point plan.', '?'],
    ['a plan about a state is not the plan of that state', "Norland read Sudmark's 19-point plan.", '?'],
    ['but the state names the topic', 'Norland and the 19-point Sudmark peace plan.', 'x:refined'],
    ['who backs it says nothing', 'Norland, Sudmark and the 19-point Westria-backed plan.', 'x:refined'],
    ['the city where it was made', 'Norland, Sudmark and the 19-point Drammel plan.', 'x:refined'],
    ['another city', 'Sudmark, Zarkand and the 19-point Zarkand plan.', '?'],
  ],
  'what it is about, and when': [
    ['by the topic beside it', 'Norland has a 20-point plan for Zarkand.', 'x:desert-20'],
    ['by the topic of another', 'Norland has a 20-point plan for Sudmark.', 'x:border-20'],
    [
      'both on a page, each by its own sentence',
      `Norland has a 20-point plan for Zarkand. ${'They talked for long about many things and went home. '.repeat(4)}
Then Norland came with a 20-point plan for Sudmark.`,
      'x:desert-20',
      'x:border-20',
    ],
  ],
  'two readings left': [
    [
      'the same topic',
      'Norland, Sudmark and the European League met on the 28-point plan.',
      'x:draft or x:counter',
    ],
    [
      'until one is named',
      "Sudmark read Norland's 28-point plan. The 28-point plan is long.",
      'x:draft',
      'x:draft',
    ],
  ],
  'what it is called': [
    ['a formula', 'Norland and Sudmark spoke of the 10-point formula, and Zarkand too.', 'x:formula'],
    [
      'a memorandum',
      'Norland and Sudmark spoke of the 10-point memorandum, and Zarkand too.',
      'x:memorandum',
    ],
    ['a plan, as all are', 'Norland and Sudmark spoke of the 10-point plan.', 'x:formula or x:memorandum'],
  ],
  'counts without a noun': [
    [
      'of a plan on the page',
      "Sudmark read Norland's 28-point plan. The 28 points are secret.",
      'x:draft',
      'x:draft',
    ],
    [
      'of a plan that the page calls by its name',
      'From 10 points to 19. Norland and Sudmark read the Brask Memorandum and the Norlandic 19-point plan.',
      'x:memorandum',
      'x:refined',
      'x:memorandum',
      'x:refined',
    ],
    ['of no plan on the page', "Sudmark read Norland's 28-point plan. The 27 points are secret.", 'x:draft'],
    [
      'a count that changed',
      "Sudmark read Norland's 28-point plan. It was cut from 28 points to 19.",
      'x:draft',
      'x:draft',
    ],
    [
      'a plan that changed',
      "Norland's 28-point plan for Sudmark was whittled down to 19.",
      'x:draft',
      'x:refined',
    ],
    ['a game', "Sudmark read Norland's 28-point plan. Reiner scored 28 points.", 'x:draft'],
    [
      'another of a count that one plan has',
      "Sudmark read Norland's 19-point plan. Reiner has another 19-point draft.",
      'x:refined',
      '?',
    ],
    [
      'another of a count that two plans have',
      "Sudmark read Norland's 28-point plan. The European League has another 28-point draft.",
      'x:draft',
      'x:counter',
    ],
    ['another before any is named', "Sudmark read another 28-point plan, Norland's.", 'x:draft'],
    ['about as many', 'Norland told Sudmark of a plan of about 20 points.', 'x:border-20'],
  ],
};

describe.each(Object.entries(tables))('%s', (_, rows) => {
  test.each(rows)('%s', async (_law, article, ...meaning) => {
    const input = { text: article, language: 'en', asOf: '2025-12-13', contextIds: [] };
    const { links, ambiguous, unresolvedPlans } = await annotateText(input, knowledge);
    const found = [
      ...links.filter(({ kind }) => kind === 'plan').map(({ start, id }) => ({ start, meaning: id })),
      ...ambiguous.map(({ start, candidates }) => ({
        start,
        meaning: candidates.map(({ id }) => id).join(' or '),
      })),
      ...unresolvedPlans.map(({ start }) => ({ start, meaning: '?' })),
    ].sort((a, b) => a.start - b.start);
    expect(found.map((one) => one.meaning)).toEqual(meaning);
  });
});

test('an ambiguous link has its candidates with their evidence and says what would decide', async () => {
  const input = {
    text: 'Norland, Sudmark and the European League met on the 28-point plan.',
    language: 'en',
    asOf: '2025-12-01',
    contextIds: [],
  };
  const { ambiguous } = await annotateText(input, knowledge);
  expect(ambiguous).toMatchObject([
    {
      quote: '28-point plan',
      candidates: [
        { kind: 'plan', id: 'x:draft', label: 'x:draft', packId: 'border-talks' },
        { kind: 'plan', id: 'x:counter', label: 'x:counter', packId: 'border-talks' },
      ],
      rule: 'whose plan it is: Norland, or European League; the day it is from',
    },
  ]);
  for (const { score, evidence } of ambiguous[0]?.candidates ?? []) {
    const sum = evidence.reduce((total, { weight }) => total + weight, 0);
    expect(score).toBe(Math.min(1, Math.round(sum * 100) / 100));
    expect(evidence[0]).toEqual({ type: 'point-count', weight: 0.35, note: 'a plan of 28 points' });
  }
});

test('an unknown plan is given with its count and noun', async () => {
  const input = {
    text: 'Sie lasen einen 31-Punkte-Friedensplan.',
    language: 'de',
    asOf: null,
    contextIds: [],
  };
  expect((await annotateText(input, knowledge)).unresolvedPlans).toEqual([
    { start: 16, end: 38, quote: '31-Punkte-Friedensplan', pointCount: 31, noun: 'friedensplan' },
  ]);
});
