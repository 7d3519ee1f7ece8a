import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { AmbiguousView } from '../../src/ui/ambiguous-view.tsx';
import { linesOfCandidates } from '../../src/ui/candidate-lines.ts';
import { makeAmbiguous, makeCandidate } from '../support/make-ambiguous.ts';
import { makeCard } from './make-card.ts';

afterEach(cleanup);

const { quote, candidates, rule } = makeAmbiguous();
const textOf = (element: Element | null) => element?.textContent?.replace(/\s+/g, ' ').trim();

it('lists the readings with what they are, why they fit, and what would decide', () => {
  const lines = new Map([['p x:draft', 'The first text.']]);
  const { container } = render(
    <AmbiguousView {...{ quote, candidates, rule, lines }} onOpenCandidate={() => {}} />,
  );
  screen.getByRole('dialog', { name: '28-point plan' });
  expect([...container.querySelectorAll('.ng-candidates > li')].map(textOf)).toEqual([
    'Plan: DraftThe first text.because: Draft has 28 points',
    'Plan: Counter-textbecause: Counter-text has 28 points',
  ]);
  expect(textOf(container.querySelector('.ng-rule'))).toBe(
    'What would decide: a proposer or a date beside the count.',
  );
});

it('leads to the card of each reading, and chooses nothing', () => {
  const onOpenCandidate = vi.fn();
  render(<AmbiguousView {...{ quote, candidates, rule, onOpenCandidate }} lines={new Map()} />);
  fireEvent.click(screen.getByRole('button', { name: 'Counter-text' }));
  expect(onOpenCandidate.mock.calls).toEqual([[candidates[1]]]);
  expect(screen.queryAllByRole('radio')).toEqual([]);
});

it('a line is a person’s role on the day, and a plan’s description; one that cannot be had is left out', async () => {
  const people = ['Ada', 'Bo', 'Cleo', 'Dan'].map((name) => makeCandidate(`x:${name}`, name, 'person'));
  const role = { text: 'Mayor', dates: '', citations: [] };
  const cards = [
    makeCard({ kind: 'person', roles: [role] }),
    makeCard({ kind: 'person', roles: [], description: null, notKnown: { text: 'None.', nearest: [role] } }),
    makeCard({ kind: 'plan' }),
  ];
  const lines = await linesOfCandidates(people, async ({ label }) => {
    if (label === 'Dan') throw new Error('The background is gone.');
    return cards[['Ada', 'Bo', 'Cleo'].indexOf(label)] ?? null;
  });
  expect([...lines]).toEqual([
    ['p x:Ada', 'Mayor'],
    ['p x:Bo', 'Mayor'],
    ['p x:Cleo', 'The text that the mediators sent to both sides.'],
  ]);
});
