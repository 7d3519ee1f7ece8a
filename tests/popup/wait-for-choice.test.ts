import { expect, test, vi } from 'vitest';
import type { PageAmbiguity } from '../../src/model/status.ts';
import { waitForChoice } from '../../src/popup/wait-for-choice.ts';
import { makeAmbiguous } from '../support/make-ambiguous.ts';
import { summary } from './make-popup-services.ts';

const { quote, candidates, rule } = makeAmbiguous();
const [draft] = candidates;
const after = (choice: PageAmbiguity['choice']) => ({
  ...summary,
  ambiguities: [{ quote, candidates, rule, choice, indices: [0] }],
});
const onPage = after({ packId: 'p', id: 'x:draft', scope: 'page' });
const onSite = after({ packId: 'p', id: 'x:draft', scope: 'site' });

test.each([
  ['until it shows the chosen reading', { chosen: draft, scope: 'page' }, [after(null), onPage, onSite], 2],
  ['until it is the choice for the site', { chosen: draft, scope: 'site' }, [null, onPage, onSite], 3],
  ['until a choice is taken back', { chosen: null, scope: 'page' }, [onPage, after(null)], 2],
  ['or gives way to that for the site', { chosen: null, scope: 'page' }, [onPage, onSite], 2],
] as const)('the page is asked %s', async (_, { chosen, scope }, answers, expected) => {
  vi.useFakeTimers();
  const left = [...answers];
  const getPageSummary = vi.fn(async () => left.shift() ?? null);
  const waiting = waitForChoice({ scope, candidates, chosen: chosen ?? null }, getPageSummary);
  await vi.runAllTimersAsync();
  await waiting;
  vi.useRealTimers();
  expect(getPageSummary).toHaveBeenCalledTimes(expected);
});

test('a page that never shows it is not waited for without end', async () => {
  vi.useFakeTimers();
  const waiting = waitForChoice({ scope: 'page', candidates, chosen: null }, async () => null);
  await vi.runAllTimersAsync();
  await waiting;
  vi.useRealTimers();
});
