import { describe, expect, test } from 'vitest';
import { annotateText } from '../../src/linking/annotate-text.ts';
import { makeKnowledge } from '../support/make-knowledge.ts';
import { inPack, makeRecord, recordValue, statement, weak } from '../support/make-record.ts';

const about = (id: string) => ({ statements: [statement('about', recordValue(id))] });
const knowledge = makeKnowledge(
  [
    makeRecord('x:norland', 'place', ['Norland', 'Норланд']),
    makeRecord('x:sudmark', 'place', ['Sudmark', 'Судмарк']),
    makeRecord('x:pact', 'organisation', ['Northern Pact']),
    makeRecord('x:resolution', 'plan', ['Council of Brask Resolution 2202'], about('x:norland')),
    makeRecord('x:brask-2', 'plan', ['Brask II', 'Браск II'], about('x:norland')),
    makeRecord('x:article', 'plan', ['Northern Pact Article 5'], about('x:pact')),
    makeRecord('x:phase', 'plan', [weak('Phase 2')], about('x:sudmark')),
    makeRecord('x:plan', 'plan', ['Norland peace plan'], about('x:sudmark')),
  ].map(inPack('border-talks')),
);

/** Law, language, text, then what its numbered plans mean: an id, or "?" for an unresolved one. */
type Row = [law: string, language: string, text: string, ...meaning: string[]];
const rows: Row[] = [
  ['a resolution', 'en', 'Norland and Sudmark hailed Resolution 2202.', 'Resolution 2202 = x:resolution'],
  [
    'its year is no part of it',
    'en',
    'Norland and Sudmark: resolution 2202 (2015).',
    'resolution 2202 = x:resolution',
  ],
  ['a short name', 'en', 'Norland and Sudmark hailed UNSCR 2202.', 'UNSCR 2202 = x:resolution'],
  ['in French', 'fr', 'Norland et Sudmark saluent la résolution 2202.', 'résolution 2202 = x:resolution'],
  ['in Ukrainian', 'uk', 'Норланд і Судмарк вітають резолюцію № 2202.', 'резолюцію № 2202 = x:resolution'],
  [
    'other figures',
    'en',
    'Norland and Sudmark failed Brask-2 and Brask 2.',
    'Brask-2 = x:brask-2',
    'Brask 2 = x:brask-2',
  ],
  ['in another case', 'uk', 'Норланд і Судмарк порушили умови Браска-2.', 'Браска-2 = x:brask-2'],
  ['an article', 'en', 'Norland and the Northern Pact like Article 5.', 'Article 5 = x:article'],
  ['an article of its own', 'en', 'Norland likes Article 5 of the Northern Pact.', 'Article 5 = x:article'],
  ['an article of something else', 'en', 'Norland and the Northern Pact like Article 5 of the constitution.'],
  ['an article on a page about other things', 'en', 'The mayor cited Article 5.'],
  ['a phase', 'en', 'Norland and Sudmark like phase II.', 'phase II = x:phase'],
  ['another number', 'en', 'Norland and Sudmark hailed Resolution 2203 and Brask 3.'],
  ['a resolution on another page', 'en', 'The park board passed Resolution 2202.'],
  [
    'an unknown one of the Security Council, on a page about a plan',
    'en',
    'Sudmark liked the Norland peace plan and UN Security Council Resolution 2803.',
    'Resolution 2803 = ?',
  ],
  ['an unknown one of a house', 'en', 'Sudmark liked the Norland peace plan and House Resolution 2803.'],
  ['an unknown one on a page without a plan', 'en', 'Sudmark liked UN Security Council Resolution 2803.'],
];

describe('plans named by a number', () => {
  test.each(rows)('%s', async (_law, language, text, ...meaning) => {
    const { links, unresolvedPlans } = await annotateText(
      { text, language, asOf: null, contextIds: [] },
      knowledge,
    );
    const found = [
      ...links
        .filter(({ kind }) => kind === 'plan')
        .map(({ start, quote, id }) => ({ start, says: `${quote} = ${id}` })),
      ...unresolvedPlans.map(({ start, quote }) => ({ start, says: `${quote} = ?` })),
    ].sort((a, b) => a.start - b.start);
    expect(found.map(({ says }) => says).filter((says) => !says.endsWith('x:plan'))).toEqual(meaning);
  });
});
