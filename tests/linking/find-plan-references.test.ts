import { describe, expect, test } from 'vitest';
import { findPlanReferences } from '../../src/linking/find-plan-references.ts';

interface Row {
  text: string;
  /** Quote, count and noun of each reference. */
  found: [string, number, string][];
}

const tables: Record<string, Row[]> = {
  'count before the noun': [
    { text: 'The initial 28-point proposal', found: [['28-point proposal', 28, 'proposal']] },
    { text: 'a 19 point plan', found: [['19 point plan', 19, 'plan']] },
    {
      text: 'a 19‑point plan and a 20–point deal',
      found: [
        ['19‑point plan', 19, 'plan'],
        ['20–point deal', 20, 'deal'],
      ],
    },
    { text: 'A Nineteen-Point Peace Plan', found: [['Nineteen-Point Peace Plan', 19, 'peace plan']] },
    { text: 'twenty-eight-point text', found: [['twenty-eight-point text', 28, 'text']] },
    {
      text: 'the 28-point U.S.-drafted peace plan',
      found: [['28-point U.S.-drafted peace plan', 28, 'peace plan']],
    },
    { text: 'a 10-point draft agreement', found: [['10-point draft agreement', 10, 'draft agreement']] },
  ],
  'noun before the count': [
    { text: "the plan's 28 points", found: [["plan's 28 points", 28, 'plan']] },
    { text: 'the proposal’s original 28 points', found: [['proposal’s original 28 points', 28, 'proposal']] },
    { text: 'a plan of 19 points', found: [['plan of 19 points', 19, 'plan']] },
    { text: 'the 28 points of the American plan', found: [['28 points of the American plan', 28, 'plan']] },
  ],
  'no plan': [
    { text: 'a 28-point lead in the polls', found: [] },
    { text: 'she scored 28 points', found: [] },
    { text: 'plan 28, point 3', found: [] },
    { text: 'the 1.28-point plan and the 1,028-point plan', found: [] },
    { text: 'fell 19 points after the plan', found: [] },
    { text: 'a 28-point gain and a plan', found: [] },
    { text: 'the 28-pointed planner', found: [] },
  ],
};

describe.each(Object.entries(tables))('%s', (_, rows) => {
  test.each(rows)('$text', ({ text, found }) => {
    const quotes = findPlanReferences(text).map(({ start, end, pointCount, noun }) => [
      text.slice(start, end),
      pointCount,
      noun,
    ]);
    expect(quotes).toEqual(found);
  });
});

test('a megabyte of numbers and hyphens is read in one pass', () => {
  const hostile = '28-point very '.repeat(70_000);
  expect(findPlanReferences(hostile)).toEqual([]);
});
