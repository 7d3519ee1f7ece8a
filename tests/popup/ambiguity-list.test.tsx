import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PageAmbiguity } from '../../src/model/status.ts';
import { PopupApp } from '../../src/popup/popup-app.tsx';
import { makeAmbiguous } from '../support/make-ambiguous.ts';
import { makeServices, summary } from './make-popup-services.ts';

afterEach(cleanup);

const { quote, candidates, rule } = makeAmbiguous();
const open: PageAmbiguity = { quote, candidates, rule, choice: null, indices: [5, 8] };
const settled: PageAmbiguity = { ...open, choice: { packId: 'p', id: 'x:draft', scope: 'site' } };
const withAmbiguity = (ambiguity: PageAmbiguity) => async () => ({ ...summary, ambiguities: [ambiguity] });

describe('mentions with several readings', () => {
  it('are a group of their own, with the readings and the reasons for each', async () => {
    render(<PopupApp services={makeServices({ getPageSummary: withAmbiguity(open) })} />);
    const section = (await screen.findByRole('heading', { name: /Not sure/ })).closest('section');
    const group = screen.getByText(/What does/).closest('fieldset') as HTMLFieldSetElement;
    expect(group.querySelector('legend')?.textContent).toBe('What does “28-point plan” mean here?');
    await waitFor(() => expect(group.textContent).toContain('The text that the mediators sent'));
    expect(group.textContent).toContain('because: Draft has 28 points');
    expect(section?.textContent).toContain(`What would decide: ${rule}.`);
  });

  it('are chosen between for this page unless the reader says for the site', async () => {
    const services = makeServices({ getPageSummary: withAmbiguity(open) });
    render(<PopupApp services={services} />);
    const use = await screen.findByRole('button', { name: 'Use this reading', hidden: true });
    expect(use.hasAttribute('disabled')).toBe(true);
    fireEvent.click(screen.getByRole('radio', { name: /Counter-text/, hidden: true }));
    fireEvent.click(use);
    await waitFor(() =>
      expect(vi.mocked(services.chooseReading).mock.calls).toEqual([
        [{ scope: 'page', candidates, chosen: candidates[1] }],
      ]),
    );
    fireEvent.click(screen.getByRole('radio', { name: 'this site', hidden: true }));
    fireEvent.click(use);
    await waitFor(() =>
      expect(vi.mocked(services.chooseReading).mock.lastCall).toEqual([
        { scope: 'site', candidates, chosen: candidates[1] },
      ]),
    );
  });

  it('that were chosen between say so, and the choice can be taken back', async () => {
    const services = makeServices({ getPageSummary: withAmbiguity(settled) });
    render(<PopupApp services={services} />);
    const section = (await screen.findByRole('heading', { name: /You chose/ })).closest('section');
    expect(section?.textContent).toContain('“28-point plan” means Draft on this site.');
    fireEvent.click(screen.getByRole('button', { name: 'Undo the choice for 28-point plan' }));
    await waitFor(() =>
      expect(vi.mocked(services.chooseReading).mock.calls).toEqual([
        [{ scope: 'site', candidates, chosen: null }],
      ]),
    );
  });

  it('say what went wrong when a choice could not be kept', async () => {
    const chooseReading = async () => {
      throw new Error('The disk is full.');
    };
    render(<PopupApp services={makeServices({ getPageSummary: withAmbiguity(settled), chooseReading })} />);
    fireEvent.click(await screen.findByRole('button', { name: /Undo/ }));
    expect((await screen.findByRole('alert')).textContent).toBe('The disk is full.');
  });
});
