import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LookUpBox } from '../../src/popup/look-up-box.tsx';
import type { LookUpEntry } from '../../src/popup/popup-services.ts';

afterEach(cleanup);

const entries: readonly LookUpEntry[] = [
  { packId: 'world', id: 'geonames:1', kind: 'place', label: 'Port Ellery', matched: 'Port Ellery' },
  {
    packId: 'world',
    id: 'newsgloss:solberg',
    kind: 'person',
    label: 'Mira Solberg',
    matched: 'M. Portia Solberg',
  },
];

function setUp(lookUp = vi.fn(async (_query: string): Promise<readonly LookUpEntry[]> => entries)) {
  const onChoose = vi.fn();
  function Owner() {
    const [query, setQuery] = useState('');
    return <LookUpBox query={query} onQuery={setQuery} lookUp={lookUp} onChoose={onChoose} />;
  }
  render(<Owner />);
  const field = screen.getByRole<HTMLInputElement>('combobox', { name: 'Look up a name or plan' });
  const type = (value: string) => fireEvent.input(field, { target: { value } });
  const press = (key: string) => fireEvent.keyDown(field, { key });
  const active = () => {
    const id = field.getAttribute('aria-activedescendant');
    return id && document.getElementById(id)?.querySelector('.result-label')?.textContent;
  };
  return { lookUp, onChoose, field, type, press, active };
}

describe('looking up', () => {
  it('does not repeat the whole of a long question that nothing fits', async () => {
    const { type } = setUp(vi.fn(async () => []));
    type('lorem ipsum '.repeat(20));
    await screen.findByText(/^No installed pack knows “lorem ipsum .{30,60}…”\.$/);
  });

  it('shows what fits as it is typed, with the name that matched where it is another', async () => {
    const { type, field } = setUp();
    expect(field.getAttribute('aria-expanded')).toBe('false');
    type('port');
    const options = await screen.findAllByRole('option');
    expect(options.map((option) => option.textContent)).toEqual([
      'Port ElleryPlace',
      'Mira Solberg “M. Portia Solberg”Person',
    ]);
    expect(field.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByRole('status').textContent).toBe('2 results');
  });

  it('asks for nothing when only spaces are typed', () => {
    const { type, lookUp } = setUp();
    type('  ');
    expect(lookUp).not.toHaveBeenCalled();
  });

  it('says when nothing fits, and when it failed', async () => {
    const lookUp = vi.fn(async (query: string) => {
      if (query === 'xx') throw new Error('The database is busy.');
      return [];
    });
    const { type } = setUp(lookUp);
    type('x');
    await screen.findByText('No installed pack knows “x”.');
    type('xx');
    await screen.findByText('Looking up failed: The database is busy.');
  });

  it('is driven by the keyboard: arrows go round, Enter chooses, Escape empties the field', async () => {
    const { type, press, active, onChoose, field } = setUp();
    type('port');
    await screen.findAllByRole('option');
    const seen = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp'].map((key) => {
      press(key);
      return active();
    });
    const [ellery, solberg] = ['Port ElleryPlace', 'Mira Solberg “M. Portia Solberg”Person'];
    expect(seen).toEqual([ellery, solberg, ellery, solberg]);
    press('Enter');
    expect(onChoose.mock.calls).toEqual([[entries[1]]]);
    press('Escape');
    await waitFor(() => expect(field.value).toBe(''));
  });

  it('chooses the first result when none is active, and any that is clicked', async () => {
    const { type, press, onChoose } = setUp();
    type('port');
    const options = await screen.findAllByRole('option');
    press('Enter');
    if (options[1]) fireEvent.click(options[1]);
    expect(onChoose.mock.calls).toEqual([[entries[0]], [entries[1]]]);
  });
});
