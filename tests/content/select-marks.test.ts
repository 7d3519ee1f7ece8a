import { describe, expect, it } from 'vitest';
import type { Found } from '../../src/content/mark.ts';
import { findSectionStarts, sectionAt, selectMarks } from '../../src/content/select-marks.ts';
import type { Link } from '../../src/model/link.ts';
import { type RecordKind, recordKinds } from '../../src/model/record.ts';
import { makeAmbiguous, makeCandidate } from '../support/make-ambiguous.ts';

const link = (kind: RecordKind, id: string, packId = 'world'): Found => ({
  type: 'link',
  link: { kind, id, packId, label: id, quote: id, start: 0, end: 1, score: 1, evidence: [] } satisfies Link,
});
const unknownPlan: Found = {
  type: 'unresolvedPlan',
  plan: { start: 0, end: 1, quote: 'a plan', pointCount: null, noun: null },
};
const in1 = (found: Found) => ({ found, section: '1' });
const in2 = (found: Found) => ({ found, section: '2' });

const ambiguous = (kind: RecordKind): Found => ({
  type: 'ambiguous',
  ambiguous: makeAmbiguous({
    candidates: [makeCandidate('x:a', 'A', kind), makeCandidate('x:b', 'B', 'organisation')],
  }),
});

describe('ambiguous marks', () => {
  const marks = [
    in1(ambiguous('place')),
    in1(ambiguous('place')),
    in1(ambiguous('plan')),
    in1(ambiguous('plan')),
  ];
  it.each<[string, Parameters<typeof selectMarks>[1], number[]]>([
    ['first', { kinds: [...recordKinds], mentions: 'first' }, [0, 2, 3]],
    [
      'while one of the readings is of a wanted kind',
      { kinds: ['organisation'], mentions: 'all' },
      [0, 1, 2, 3],
    ],
    ['not where none is', { kinds: ['person'], mentions: 'all' }, []],
  ])('are shown like links: %s', (_, settings, expected) => {
    const shown = selectMarks(marks, settings).map((mark) => marks.indexOf(mark));
    expect(shown).toEqual(expected);
  });
});

describe('marks selected by the settings', () => {
  const ada = link('person', 'test:ada');
  const accord = link('plan', 'test:accord');
  const marks = [in1(ada), in1(accord), in1(ada), in1(accord), in2(ada), in2(unknownPlan), in2(unknownPlan)];
  const positions = (settings: Parameters<typeof selectMarks>[1]) =>
    selectMarks(
      marks.map((mark, position) => ({ ...mark, position })),
      settings,
    ).map(({ position }) => position);

  it.each<[string, Parameters<typeof selectMarks>[1], number[]]>([
    ['every mention', { kinds: [...recordKinds], mentions: 'all' }, [0, 1, 2, 3, 4, 5, 6]],
    [
      'a first mention in each section, and every plan',
      { kinds: [...recordKinds], mentions: 'first' },
      [0, 1, 3, 4, 5, 6],
    ],
    ['only the kinds wanted', { kinds: ['person'], mentions: 'first' }, [0, 4]],
    ['no unresolved plans without plans', { kinds: ['person', 'event'], mentions: 'all' }, [0, 2, 4]],
    ['nothing without kinds', { kinds: [], mentions: 'all' }, []],
  ])('are %s', (_, settings, expected) => {
    expect(positions(settings)).toEqual(expected);
  });

  it('tell records of two packs apart', () => {
    const both = [in1(link('person', 'test:ada', 'one')), in1(link('person', 'test:ada', 'two'))];
    expect(selectMarks(both, { kinds: ['person'], mentions: 'first' })).toEqual(both);
  });
});

describe('sections', () => {
  const heading = (start: number) => ({ start, isHeading: true });
  const paragraph = (start: number) => ({ start, isHeading: false });

  it.each([
    ['one section without headings', [paragraph(0), paragraph(10)], []],
    ['a title is a section of its own', [heading(0), paragraph(10), paragraph(20)], [0, 10]],
    [
      'each heading starts one',
      [heading(0), paragraph(10), heading(20), paragraph(30), heading(40)],
      [0, 10, 20, 40],
    ],
    ['text before the first heading is section 0', [paragraph(0), heading(10), paragraph(20)], [10]],
    ['a title above a heading', [heading(0), heading(10), paragraph(20)], [0, 10]],
  ])('%s', (_, blocks, starts) => {
    expect(findSectionStarts(blocks)).toEqual(starts);
  });

  it('are found by offset', () => {
    expect([0, 9, 10, 19, 20, 99].map((offset) => sectionAt([10, 20], offset))).toEqual([0, 0, 1, 1, 2, 2]);
  });
});
