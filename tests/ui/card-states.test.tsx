import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { CardError, CardLoading, UnresolvedPlanView } from '../../src/ui/card-states.tsx';

afterEach(cleanup);

it('a loading card says that it is busy and whose card it will be', () => {
  render(<CardLoading label="Solberg" kind="person" />);
  expect(screen.getByRole('dialog', { name: 'Solberg' }).getAttribute('aria-busy')).toBe('true');
  screen.getByText('Person');
});

it('a failed card reads out why and can be asked again', () => {
  const onRetry = vi.fn();
  render(<CardError message="The database could not be opened." onRetry={onRetry} />);
  expect(screen.getByRole('alert').textContent).toBe('The database could not be opened.');
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledOnce();
});

it('an unknown plan is called unknown under the words of the page', () => {
  const { container } = render(<UnresolvedPlanView quote="35-point plan" />);
  screen.getByRole('dialog', { name: '35-point plan' });
  expect(container.textContent).toBe(
    'Unknown plan35-point planNewsgloss does not know this plan. No installed pack describes it.',
  );
});
