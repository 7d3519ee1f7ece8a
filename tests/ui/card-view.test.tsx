import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CardFact } from '../../src/model/card.ts';
import { CardView } from '../../src/ui/card-view.tsx';
import { makeCard } from './make-card.ts';

afterEach(cleanup);

const textOf = (element: Element | null | undefined) =>
  element?.textContent?.replace(/[\s\u2060]+/g, ' ').trim();
const facts = (count: number): CardFact[] =>
  Array.from({ length: count }, (_, index) => ({ text: `Fact ${index + 1}`, dates: '', citations: [] }));

describe('what a card says', () => {
  it('is a dialog named after its record, with kind and as-of date above the name', () => {
    render(<CardView card={makeCard()} state="hover" />);
    const dialog = screen.getByRole('dialog', { name: '12-point plan' });
    expect(textOf(dialog.querySelector('.ng-eyebrow'))).toBe('Planas of 4 May 2029');
    expect(dialog.getAttribute('aria-modal')).toBeNull();
  });

  it('says so when no date is known', () => {
    render(<CardView card={makeCard({ asOf: null })} state="hover" />);
    screen.getByText('as last recorded');
    screen.getByRole('heading', { name: 'Still open' });
  });

  it('shows the first role under the name, with its dates and sources', () => {
    const { container } = render(<CardView card={makeCard()} state="hover" />);
    expect(textOf(container.querySelector('.ng-role'))).toBe('Under discussion since 2 May 20291');
    screen.getAllByRole('button', { name: 'Source 1: Radio Northland, 2 May 2029' });
  });

  it('says whose word it is where the page says something else, and no more', () => {
    const { container } = render(<CardView card={makeCard()} state="hover" pageSays="Abandoned" />);
    expect(textOf(container.querySelector('.ng-record'))).toBe('Our record for this date:');
    expect(container.textContent).not.toContain('Abandoned');
  });

  it('puts open points under the date they were open on', () => {
    render(<CardView card={makeCard()} state="hover" />);
    const section = screen.getByRole('heading', { name: 'Still open as of 4 May 2029' }).parentElement;
    expect(textOf(section?.querySelector('li'))).toBe('Who pays as reported 3 May 202912');
  });

  it('keeps what happened later apart', () => {
    render(<CardView card={makeCard()} state="hover" />);
    const later = screen.getByRole('heading', { name: 'Since then' }).closest('.ng-since');
    expect(textOf(later)).toBe('Since thenSigned as the Harbour agreement 19 June 20292');
  });

  it('says once what is both its description and a fact', () => {
    const text = 'The text that the mediators sent to both sides.';
    const details = [{ heading: 'Also', text, dates: '', citations: [2] }];
    const { container } = render(<CardView card={makeCard({ details })} state="hover" />);
    expect(textOf(container.querySelector('.ng-text'))).toBe(`${text} 2`);
    expect(container.querySelector('.ng-details')).toBeNull();
  });

  it('gives a fact that is a sentence the whole width', () => {
    const details = [
      { heading: 'Points', text: '12', dates: '', citations: [] },
      {
        heading: 'Also',
        text: 'The mediators asked both sides for an answer within a week.',
        dates: '',
        citations: [],
      },
    ];
    const { container } = render(<CardView card={makeCard({ details })} state="hover" />);
    const rows = [...container.querySelectorAll('.ng-details > div')];
    expect(rows.map((row) => row.classList.contains('ng-stacked'))).toEqual([false, true]);
  });

  it('shows nothing of what the card does not have', () => {
    const bare = makeCard({
      roles: [],
      description: null,
      details: [],
      lineage: [],
      openPoints: [],
      sinceThen: [],
      citations: [],
    });
    const { container } = render(<CardView card={bare} state="hover" />);
    expect(textOf(container)).toBe('Planas of 4 May 202912-point planFrom the pack “Northland talks”');
  });
});

describe('the history of a plan', () => {
  it('marks the plan itself and what came later', () => {
    const { container } = render(<CardView card={makeCard()} state="hover" />);
    const stages = [...container.querySelectorAll('.ng-lineage > li')].map((stage) => [
      textOf(stage),
      stage.getAttribute('aria-current'),
    ]);
    expect(stages).toEqual([
      ['March 2029Three principles', null],
      ['2 May 202912-point plan', 'true'],
      ['date not knownlaterHarbour agreement', null],
    ]);
  });

  it('leads to the other stages', () => {
    const onOpenRecord = vi.fn();
    render(<CardView card={makeCard()} state="pinned" onOpenRecord={onOpenRecord} />);
    fireEvent.click(screen.getByRole('button', { name: 'Three principles' }));
    expect(onOpenRecord.mock.calls).toEqual([['newsgloss:three-principles']]);
    expect(screen.queryByRole('button', { name: '12-point plan' })).toBeNull();
  });
});

describe('sources', () => {
  it('are folded until asked for; a number opens them and leads to its own', async () => {
    const { container } = render(<CardView card={makeCard()} state="hover" />);
    const sources = container.querySelector<HTMLDetailsElement>('.ng-sources');
    expect(sources?.open).toBe(false);
    const [number] = screen.getAllByRole('button', { name: 'Source 2: The Harbour Post, May 2029' });
    if (number) await act(() => void fireEvent.click(number));
    expect(sources?.open).toBe(true);
    expect(textOf(document.activeElement)).toBe('The Harbour Post, What is in it, May 2029');
  });

  it('name publisher, title and date, and lead out only where an address is known', () => {
    const { container } = render(<CardView card={makeCard()} state="hover" />);
    const items = [...container.querySelectorAll('.ng-sources li')].map(textOf);
    expect(items).toEqual([
      'Radio Northland, Plan handed over, 2 May 2029',
      'The Harbour Post, What is in it, May 2029',
    ]);
    const links = [...container.querySelectorAll('a')].map((link) => [link.href, link.target, link.rel]);
    expect(links).toEqual([['https://example.org/plan', '_blank', 'noopener noreferrer']]);
  });
});

describe('folding', () => {
  it.each([
    ['open points', { openPoints: facts(4) }, []],
    ['open points', { openPoints: facts(5) }, ['2 more open points']],
    ['roles', { roles: facts(4) }, []],
    ['roles', { roles: facts(5) }, ['2 more roles']],
    ['facts', { details: facts(5).map((fact) => ({ ...fact, heading: fact.text })) }, ['2 more facts']],
    ['changes', { sinceThen: facts(6) }, ['3 more changes']],
  ])('of %s hides no single item and says how many it hides', (_what, change, folds) => {
    const { container } = render(<CardView card={makeCard({ citations: [], ...change })} state="hover" />);
    expect([...container.querySelectorAll('summary')].map(textOf)).toEqual(folds);
  });

  it('writes a repeated heading once', () => {
    const details = ['Liberal Union', 'Contact Group'].map((text) => ({
      heading: 'Member of',
      text,
      dates: '',
      citations: [],
    }));
    const { container } = render(<CardView card={makeCard({ details })} state="hover" />);
    expect(textOf(container.querySelector('dl'))).toBe('Member ofLiberal Union Contact Group');
  });
});

describe('buttons', () => {
  it.each([
    ['hover', ['Keep open', 'Close']],
    ['pinned', ['Close']],
  ] as const)('of a %s card are %j', (state, names) => {
    const { container } = render(
      <CardView card={makeCard()} state={state} onPin={() => {}} onClose={() => {}} />,
    );
    const bar = within(container.querySelector('.ng-bar') as HTMLElement);
    expect(bar.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual(names);
  });

  it('pin and close', () => {
    const onPin = vi.fn();
    const onClose = vi.fn();
    render(<CardView card={makeCard()} state="hover" onPin={onPin} onClose={onClose} />);
    fireEvent.click(screen.getByRole('button', { name: 'Keep open' }));
    expect([onPin.mock.calls.length, onClose.mock.calls.length]).toEqual([1, 0]);
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect([onPin.mock.calls.length, onClose.mock.calls.length]).toEqual([1, 1]);
  });

  it('are not needed inside a page, where the card is no dialog either', () => {
    const { container } = render(<CardView card={makeCard()} state="inline" />);
    expect(container.querySelectorAll('.ng-icon-button, [role="dialog"]')).toHaveLength(0);
  });
});

it('gives the reasons for the link when there are any', () => {
  const evidence = [{ type: 'full-name', weight: 1, note: 'full name on this page: Mira Solberg' }];
  render(<CardView card={makeCard()} state="hover" evidence={evidence} />);
  const reasons = screen.getByText('Why this link').parentElement;
  expect(textOf(reasons?.querySelector('li'))).toBe('full name on this page: Mira Solberg');
});
