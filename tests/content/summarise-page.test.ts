import { expect, test } from 'vitest';
import { type Found, kindOf, type Mark } from '../../src/content/mark.ts';
import { summarisePage } from '../../src/content/summarise-page.ts';
import { ambiguityKey } from '../../src/model/ambiguity-key.ts';
import { applyChoices } from '../../src/model/apply-choices.ts';
import { makeAmbiguous } from '../support/make-ambiguous.ts';

const facts = { title: 'A title', published: null, language: 'en', isTruncated: false };
const mark = (index: number, found: Found): Mark => ({
  index,
  found,
  kind: kindOf(found),
  section: '0',
  range: {} as StaticRangeInit,
  block: {} as Element,
});
const ambiguous = makeAmbiguous();
const again = makeAmbiguous({ start: 50, end: 59, quote: '28 points' });

test('mentions with the same readings are one question', () => {
  const summary = summarisePage(facts, [
    mark(0, { type: 'ambiguous', ambiguous }),
    mark(3, { type: 'ambiguous', ambiguous: again }),
  ]);
  const { candidates, rule } = ambiguous;
  expect(summary).toEqual({
    ...facts,
    links: [],
    ambiguities: [{ quote: '28-point plan', candidates, rule, choice: null, indices: [0, 3] }],
    unresolvedPlans: [],
  });
});

test('a question that the reader answered is among the links, and can still be found to be undone', () => {
  const choice = { packId: 'p', id: 'x:draft', scope: 'site' } as const;
  const { links } = applyChoices(
    { links: [], ambiguous: [ambiguous, again], unresolvedPlans: [] },
    new Map([[ambiguityKey(ambiguous.candidates), choice]]),
  );
  const summary = summarisePage(
    facts,
    links.map((link, index) => mark(index, { type: 'link', link })),
  );
  expect(summary.links).toEqual([
    { packId: 'p', id: 'x:draft', kind: 'plan', label: 'Draft', indices: [0, 1] },
  ]);
  expect(summary.ambiguities.map((each) => [each.quote, each.choice, each.indices])).toEqual([
    ['28-point plan', choice, [0, 1]],
  ]);
});
