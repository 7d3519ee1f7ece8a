import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { OnboardingApp } from '../../src/onboarding/onboarding-app.tsx';

afterEach(cleanup);

it.each([
  ['given', async () => true, 'Newsgloss is on.'],
  ['refused', async () => false, 'Access was not given, so nothing is read.'],
  [
    'not to be asked for',
    async () => {
      throw new Error('Not now.');
    },
    'The browser could not be asked.',
  ],
])(
  'access to all sites is asked for within the click; when it is %s, the page says so',
  async (_how, answer, words) => {
    const requestOrigins = vi.fn(answer);
    render(<OnboardingApp services={{ requestOrigins, openOptions: vi.fn() }} />);
    fireEvent.click(screen.getByRole('button', { name: 'All news sites I visit' }));
    expect(requestOrigins.mock.calls).toEqual([[['*://*/*']]]);
    await screen.findByText(words);
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Your choice' })),
    );
  },
);

it('choosing site by site asks for nothing and explains the toolbar button', async () => {
  const requestOrigins = vi.fn(async () => true);
  render(<OnboardingApp services={{ requestOrigins, openOptions: vi.fn() }} />);
  fireEvent.click(screen.getByRole('button', { name: 'I’ll choose site by site' }));
  await screen.findByText(/press the Newsgloss button in the toolbar/);
  expect(requestOrigins).not.toHaveBeenCalled();
});

it('leads to the options', () => {
  const openOptions = vi.fn();
  render(<OnboardingApp services={{ requestOrigins: vi.fn(), openOptions }} />);
  fireEvent.click(screen.getByRole('button', { name: 'options' }));
  expect(openOptions).toHaveBeenCalledOnce();
});
