import { expect, test } from 'vitest';
import { ambiguityKey } from '../../src/model/ambiguity-key.ts';
import { applyChoices, type ChosenReading } from '../../src/model/apply-choices.ts';
import type { Annotation, Link } from '../../src/model/link.ts';
import { makeAmbiguous, makeCandidate } from '../support/make-ambiguous.ts';

const link: Link = { ...makeCandidate('x:ada', 'Ada', 'person'), start: 30, end: 33, quote: 'Ada' };
const ambiguous = makeAmbiguous();
const later = makeAmbiguous({
  start: 40,
  end: 49,
  quote: '28 points',
  candidates: ambiguous.candidates.toReversed(),
});
const other = makeAmbiguous({
  start: 60,
  end: 66,
  quote: 'Bergen',
  candidates: [makeCandidate('x:a', 'A'), makeCandidate('x:b', 'B')],
});
const annotation: Annotation = { links: [link], ambiguous: [ambiguous, later, other], unresolvedPlans: [] };
const choosing = (choice: ChosenReading): ReadonlyMap<string, ChosenReading> =>
  new Map([[ambiguityKey(ambiguous.candidates), choice]]);

test('every mention with the chosen readings becomes a link, in text order, which says why', () => {
  const chosen = applyChoices(annotation, choosing({ packId: 'p', id: 'x:draft', scope: 'site' }));
  const [first, second, third] = chosen.links;
  expect(first).toEqual({
    start: 4,
    end: 17,
    quote: '28-point plan',
    kind: 'plan',
    id: 'x:draft',
    label: 'Draft',
    packId: 'p',
    score: 1,
    evidence: [
      { type: 'reader-choice', weight: 1, note: 'you chose this on this site' },
      { type: 'point-count', weight: 0.6, note: 'Draft has 28 points' },
    ],
    choice: { scope: 'site', candidates: ambiguous.candidates, rule: ambiguous.rule },
  });
  expect([second, third?.id, third?.quote]).toEqual([link, 'x:draft', '28 points']);
  expect(chosen.ambiguous).toEqual([other]);
});

test.each([
  ['a record that is none of the readings', { packId: 'p', id: 'x:ada', scope: 'page' }],
  ['another pack’s record of that id', { packId: 'q', id: 'x:draft', scope: 'page' }],
] as const)('%s decides nothing', (_, choice) => {
  expect(applyChoices(annotation, choosing(choice))).toEqual(annotation);
});
