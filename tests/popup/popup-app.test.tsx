import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PopupApp } from '../../src/popup/popup-app.tsx';
import { makeLink, makeServices, site, status, summary } from './make-popup-services.ts';

afterEach(cleanup);
const textOf = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim();

describe('what the page mentions', () => {
  it('is listed by kind with counts, the date of the article and the reason for that date', async () => {
    const { container } = render(<PopupApp services={makeServices()} />);
    await screen.findByText('Article of 4 May 2029');
    expect([...container.querySelectorAll('.report h2')].map(textOf)).toEqual([
      'Plans 1',
      'People 1',
      'Plans that no pack describes 1',
    ]);
    expect(textOf(container.querySelector('.report-reason'))).toBe('according to JSON-LD datePublished');
    screen.getByRole('button', { name: 'Mira Solberg 3 mentions' });
    screen.getByRole('button', { name: '“35-point plan” unknown' });
  });

  it('is reached one mention after the other, and from the last the first again', async () => {
    const services = makeServices();
    const { container } = render(<PopupApp services={services} />);
    const entry = await screen.findByRole('button', { name: /^Mira Solberg/ });
    const places: (string | undefined)[] = [];
    for (let click = 1; click <= 4; click++) {
      fireEvent.click(entry);
      await waitFor(() => expect(services.jumpToLink).toHaveBeenCalledTimes(click));
      await waitFor(() => expect(textOf(entry)).not.toBe(places.at(-1)));
      places.push(textOf(entry));
    }
    expect(vi.mocked(services.jumpToLink).mock.calls).toEqual([[0], [3], [4], [0]]);
    expect(places).toEqual(['1 of 3', '2 of 3', '3 of 3', '1 of 3'].map((place) => `Mira Solberg ${place}`));
    expect(textOf(container.querySelector('.report output'))).toBe('Mira Solberg: 1 of 3');
  });

  it('says when a mention has gone from the page', async () => {
    render(<PopupApp services={makeServices({ jumpToLink: async () => false })} />);
    const entry = await screen.findByRole('button', { name: /^Mira Solberg/ });
    fireEvent.click(entry);
    await waitFor(() => expect(textOf(entry)).toBe('Mira Solberg no longer on the page'));
  });

  it('counts every click, even one that comes before the page has answered', async () => {
    const services = makeServices();
    render(<PopupApp services={services} />);
    const entry = await screen.findByRole('button', { name: /^Mira Solberg/ });
    fireEvent.click(entry);
    fireEvent.click(entry);
    await waitFor(() => expect(textOf(entry)).toBe('Mira Solberg 2 of 3'));
    expect(vi.mocked(services.jumpToLink).mock.calls).toEqual([[0], [3]]);
  });

  it('says why an unknown plan could not be reached', async () => {
    const jumpToLink = async () => {
      throw new Error('The page is being unloaded.');
    };
    render(<PopupApp services={makeServices({ jumpToLink })} />);
    const entry = await screen.findByRole('button', { name: /35-point plan/ });
    fireEvent.click(entry);
    await waitFor(() => expect(textOf(entry)).toBe('“35-point plan” The page is being unloaded.'));
  });

  it('folds a long group', async () => {
    const links = Array.from({ length: 12 }, (_, index) =>
      makeLink({ label: `Place ${index}`, kind: 'place' }),
    );
    const services = makeServices({ getPageSummary: async () => ({ ...summary, links }) });
    const { container } = render(<PopupApp services={services} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Show 4 more' }));
    await waitFor(() => expect(container.querySelectorAll('[data-kind="place"] li')).toHaveLength(12));
  });

  it('opens a card for the date of the article, and comes back', async () => {
    const services = makeServices();
    render(<PopupApp services={services} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Card of 12-point plan' }));
    await screen.findByRole('heading', { name: '12-point plan' });
    const back = screen.getByRole('button', { name: 'Back' });
    expect(document.activeElement).toBe(back);
    fireEvent.click(screen.getByRole('button', { name: 'Three principles' }));
    await waitFor(() => expect(services.getCard).toHaveBeenCalledTimes(2));
    expect(vi.mocked(services.getCard).mock.calls).toEqual([
      [{ packId: 'northland-talks', id: 'newsgloss:12-point plan', asOf: '2029-05-04' }],
      [{ packId: 'northland-talks', id: 'newsgloss:three-principles', asOf: '2029-05-04' }],
    ]);
    fireEvent.click(back);
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    await screen.findByText('Article of 4 May 2029');
  });
});

describe('when there is nothing to list', () => {
  const nothing = { ...summary, links: [], unresolvedPlans: [] };
  it.each([
    [
      'This is not a web page',
      { getSiteState: async () => ({ site: null, origin: null, isGranted: false, isEnabled: false }) },
    ],
    ['Preparing names', { getStatus: async () => ({ ...status, engine: { type: 'preparing' as const } }) }],
    ['This page has not answered', { getPageSummary: async () => null }],
    ['No article found here', { getPageSummary: async () => ({ ...nothing, title: null, published: null }) }],
    ['Nothing in this article is known', { getPageSummary: async () => nothing }],
    ['Marking is switched off on this site.', { getSiteState: async () => ({ ...site, isEnabled: false }) }],
    [
      'Newsgloss could not prepare its names',
      {
        getStatus: async () => ({ ...status, engine: { type: 'failed' as const, message: 'No room left.' } }),
      },
    ],
  ])('it says: %s', async (words, change) => {
    render(<PopupApp services={makeServices(change)} />);
    await screen.findByText(words);
  });

  it('a background that fails is reported with its words and asked again', async () => {
    const getStatus = vi
      .fn(async () => status)
      .mockRejectedValueOnce(new Error('The database could not be opened.'));
    render(<PopupApp services={makeServices({ getStatus })} />);
    expect((await screen.findByRole('alert')).textContent).toContain('The database could not be opened.');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText('Article of 4 May 2029');
  });

  it('it asks again until the names are prepared', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 400 });
    const getStatus = vi
      .fn(async () => status)
      .mockResolvedValueOnce({ ...status, engine: { type: 'preparing' } });
    render(<PopupApp services={makeServices({ getStatus })} />);
    await screen.findByText('Preparing names');
    await screen.findByText('Article of 4 May 2029');
    vi.useRealTimers();
  });
});

describe('the site', () => {
  it('is asked for within the click itself, and the answer is shown', async () => {
    const getSiteState = vi.fn(async () => site).mockResolvedValueOnce({ ...site, isGranted: false });
    const services = makeServices({ getSiteState });
    render(<PopupApp services={services} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Mark names on this site' }));
    expect(vi.mocked(services.requestOrigin).mock.calls).toEqual([['*://www.example.org/*']]);
    await screen.findByText('Names on this site are marked from now on.');
    await screen.findByRole('switch', { name: 'Mark names here' });
  });

  it('stays as it was when access is refused', async () => {
    const services = makeServices({
      getSiteState: async () => ({ ...site, isGranted: false }),
      requestOrigin: async () => false,
    });
    render(<PopupApp services={services} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Mark names on this site' }));
    await screen.findByText('Access was not given. Nothing has changed.');
  });

  it('is switched off with one click', async () => {
    const getSiteState = vi.fn(async () => ({ ...site, isEnabled: false })).mockResolvedValueOnce(site);
    const services = makeServices({ getSiteState });
    render(<PopupApp services={services} />);
    const toggle = await screen.findByRole('switch', { name: 'Mark names here' });
    expect(toggle.getAttribute('aria-checked')).toBe('true');
    fireEvent.click(toggle);
    await screen.findByText('Marking is switched off on this site.');
    expect(vi.mocked(services.setSiteEnabled).mock.calls).toEqual([['www.example.org', false]]);
    expect(toggle.getAttribute('aria-checked')).toBe('false');
  });
});
