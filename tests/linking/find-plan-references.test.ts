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
  'loosely written': [
    { text: 'The 28-point, US-drafted plan', found: [['28-point, US-drafted plan', 28, 'plan']] },
    { text: 'the “28-point” plan', found: [['28-point” plan', 28, 'plan']] },
    { text: 'a plan that contained 28 points', found: [['plan that contained 28 points', 28, 'plan']] },
    { text: 'the plan, which has 28 points', found: [['plan, which has 28 points', 28, 'plan']] },
  ],
  'other languages': [
    {
      text: 'le plan de paix américain en 28 points',
      found: [['plan de paix américain en 28 points', 28, 'plan']],
    },
    { text: 'les 28 points du plan', found: [['28 points du plan', 28, 'plan']] },
    { text: 'el plan de paz de 28 puntos', found: [['plan de paz de 28 puntos', 28, 'plan']] },
    { text: 'il piano in 28 punti', found: [['piano in 28 punti', 28, 'piano']] },
    { text: 'o plano de paz de 28 pontos', found: [['plano de paz de 28 pontos', 28, 'plano']] },
    { text: 'des 28-Punkte-Plans', found: [['28-Punkte-Plans', 28, 'plan']] },
    { text: 'ein 19‑Punkte‑Friedensplan', found: [['19‑Punkte‑Friedensplan', 19, 'friedensplan']] },
    { text: 'der Friedensplan mit 28 Punkten', found: [['Friedensplan mit 28 Punkten', 28, 'friedensplan']] },
    { text: 'het 28-puntenplan', found: [['28-puntenplan', 28, 'plan']] },
    { text: '28-punktowy plan', found: [['28-punktowy plan', 28, 'plan']] },
    { text: 'Plan składający się z 28 punktów', found: [['Plan składający się z 28 punktów', 28, 'plan']] },
    { text: 'плану США із 28 пунктів', found: [['плану США із 28 пунктів', 28, 'план']] },
    { text: '19-пунктний мирний план', found: [['19-пунктний мирний план', 19, 'план']] },
    { text: 'в плане из 28 пунктов', found: [['плане из 28 пунктов', 28, 'план']] },
    { text: '28-пунктный план', found: [['28-пунктный план', 28, 'план']] },
  ],
  'no plan': [
    { text: 'a 28-point game plan', found: [] },
    { text: 'A 28-point rally. Its plan', found: [] },
    { text: 'a 28-point lead, the plan of the coach', found: [] },
    { text: 'a 28-point lead plan', found: [] },
    { text: 'the plan won by 28 points', found: [] },
    { text: 'une avance de 28 points sur le plan', found: [] },
    { text: 'El Madrid ganó por 28 puntos', found: [] },
    { text: 'ein 28-Punkte-Vorsprung', found: [] },
    { text: 'mit 28 Punkten Vorsprung', found: [] },
    { text: 'індекс упав на 28 пунктів, а план виконали', found: [] },
    { text: 'рейтинг упал на 28 пунктов', found: [] },
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
