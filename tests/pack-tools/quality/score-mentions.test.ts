import { describe, expect, test } from 'vitest';
import type { Annotation, Link } from '../../../src/model/link.ts';
import type {
  LabelledMention,
  LabelledText,
  Meaning,
} from '../../../src/pack-tools/quality/labelled-text.ts';
import { scoreMentions } from '../../../src/pack-tools/quality/score-mentions.ts';
import { sumOutcomes } from '../../../src/pack-tools/quality/sum-outcomes.ts';

const text = 'Ada Bergholt met Norland envoys in New Harbour, Norland, about a 9-point plan.';

const is = (...ids: string[]): Meaning => ({ type: 'record', gold: ids[0] ?? 'Q1', ids });
const nothing: Meaning = { type: 'nothing' };

function label(surface: string, meaning: Meaning, more: Partial<LabelledMention> = {}): LabelledMention {
  const start = text.indexOf(surface);
  return { start, end: start + surface.length, surface, meaning, kind: 'place', isOptional: false, ...more };
}

function link(quote: string, id: string): Link {
  const start = text.indexOf(quote);
  const end = start + quote.length;
  return { start, end, quote, id, kind: 'place', label: quote, packId: 'p', score: 1, evidence: [] };
}

function labelled(mentions: readonly LabelledMention[], more: Partial<LabelledText> = {}): LabelledText {
  return {
    name: 'invented',
    language: 'en',
    publishedAt: null,
    text,
    regions: [{ start: 0, end: text.length }],
    set: null,
    traps: [],
    labelsDoubt: false,
    mentions,
    ...more,
  };
}

const said = (links: readonly Link[], more: Partial<Annotation> = {}): Annotation => ({
  links,
  ambiguous: [],
  unresolvedPlans: [],
  ...more,
});

const ambiguous = (quote: string, ...ids: string[]): Annotation['ambiguous'][number] => {
  const { start, end } = link(quote, '');
  const candidates = ids.map((id) => ({ ...link(quote, id) }));
  return { start, end, quote, candidates, rule: 'a date' };
};

describe('what becomes of a label and of a link', () => {
  test.each<[string, LabelledMention[], Annotation, string[]]>([
    [
      'exact span and right record',
      [label('Ada Bergholt', is('a:ada'))],
      said([link('Ada Bergholt', 'a:ada')]),
      ['right'],
    ],
    [
      'another record',
      [label('Ada Bergholt', is('a:ada'))],
      said([link('Ada Bergholt', 'a:eve')]),
      ['wrong-record'],
    ],
    [
      'another span',
      [label('Ada Bergholt', is('a:ada'))],
      said([link('Bergholt', 'a:ada')]),
      ['missed', 'spurious'],
    ],
    ['no link', [label('Ada Bergholt', is('a:ada'))], said([]), ['missed']],
    [
      'a link on a name that means something else',
      [label('Norland', nothing)],
      said([link('Norland', 'a:nor')]),
      ['on-nothing'],
    ],
    ['no link on it', [label('Norland', nothing)], said([]), []],
    [
      'one of two right records',
      [label('Norland', is('a:nor', 'b:nor'))],
      said([link('Norland', 'b:nor')]),
      ['right'],
    ],
    [
      'the longer of two labels counts, a right link on the shorter is neither right nor wrong',
      [label('New Harbour, Norland', is('a:harbour')), label('New Harbour', is('a:harbour'))],
      said([link('New Harbour', 'a:harbour')]),
      ['missed', 'inside'],
    ],
    [
      'a wrong link on the shorter is wrong',
      [label('New Harbour, Norland', is('a:harbour')), label('New Harbour', is('a:harbour'))],
      said([link('New Harbour', 'a:other')]),
      ['missed', 'spurious'],
    ],
    ['an optional label without a link', [label('Norland', is('a:nor'), { isOptional: true })], said([]), []],
    [
      'an optional label with a right link',
      [label('Norland', is('a:nor'), { isOptional: true })],
      said([link('Norland', 'a:nor')]),
      ['optional'],
    ],
    [
      'the right record among the readings of an ambiguous link',
      [label('Norland', is('a:nor'))],
      said([], { ambiguous: [ambiguous('Norland', 'a:nor', 'b:nor')] }),
      ['undecided'],
    ],
  ])('%s', (_, mentions, annotation, types) => {
    expect(scoreMentions(labelled(mentions), annotation).map(({ type }) => type)).toEqual(types);
  });

  test('where doubt is labelled too, an ambiguous link and an unknown plan must be said as such', () => {
    const mentions = [
      label('Norland', { type: 'ambiguous', ids: ['a:nor', 'b:nor'] }),
      label('9-point plan', { type: 'unknown-plan' }),
    ];
    const plan = { ...link('9-point plan', ''), pointCount: 9, noun: 'plan' };
    const right = said([], { ambiguous: [ambiguous('Norland', 'b:nor', 'a:nor')], unresolvedPlans: [plan] });
    const wrong = said([link('Norland', 'a:nor'), link('9-point plan', 'a:plan')]);
    const types = (annotation: Annotation) =>
      scoreMentions(labelled(mentions, { labelsDoubt: true }), annotation).map(({ type }) => type);
    expect(types(right)).toEqual(['right', 'right']);
    expect(types(wrong)).toEqual(['wrong-record', 'wrong-record']);
  });

  test('outside the labelled regions nothing counts', () => {
    const outside = labelled([label('Ada Bergholt', is('a:ada'))], {
      regions: [{ start: 13, end: text.length }],
    });
    expect(scoreMentions(outside, said([link('Ada Bergholt', 'a:eve')]))).toEqual([]);
  });
});

test('figures: precision of what was said, recall of what the packs know and of all', () => {
  const mentions = [
    label('Ada Bergholt', is('a:ada')),
    label('New Harbour', is()),
    label('Norland', is('a:nor')),
  ];
  const outcomes = scoreMentions(
    labelled(mentions),
    said([link('Ada Bergholt', 'a:ada'), link('Norland', 'a:other'), link('plan', 'a:plan')]),
  );
  expect(sumOutcomes(outcomes)).toEqual({
    right: 1,
    said: 3,
    held: 2,
    labelled: 3,
    precision: 1 / 3,
    recall: 1 / 2,
    recallOfAll: 1 / 3,
    f1: 0.4,
    f1OfAll: 1 / 3,
  });
});
