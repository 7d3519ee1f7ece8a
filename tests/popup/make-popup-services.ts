import { vi } from 'vitest';
import { defaultSettings } from '../../src/model/settings.ts';
import type { PageLink, PageSummary, SiteState, Status } from '../../src/model/status.ts';
import type { PopupServices } from '../../src/popup/popup-services.ts';
import { makeCard } from '../ui/make-card.ts';

export const site: SiteState = {
  site: 'www.example.org',
  origin: '*://www.example.org/*',
  isGranted: true,
  isEnabled: true,
};

export const status: Status = {
  sources: [],
  held: [],
  packs: [],
  engine: { type: 'ready', byteLength: 100 },
};

export function makeLink(change: Partial<PageLink> & { label: string }): PageLink {
  return {
    packId: 'northland-talks',
    id: `newsgloss:${change.label}`,
    kind: 'person',
    indices: [0],
    ...change,
  };
}

export const summary: PageSummary = {
  title: 'No signature yet',
  published: { date: '2029-05-04', reason: 'JSON-LD datePublished' },
  language: 'en',
  links: [
    makeLink({ label: 'Mira Solberg', indices: [0, 3, 4] }),
    makeLink({ label: '12-point plan', kind: 'plan', indices: [1] }),
  ],
  ambiguities: [],
  unresolvedPlans: [{ index: 2, quote: '35-point plan' }],
  isTruncated: false,
};

/** Services of a page with an article; a test replaces what it is about. */
export function makeServices(change: Partial<PopupServices> = {}): PopupServices {
  return {
    getSettings: vi.fn(async () => defaultSettings),
    getStatus: vi.fn(async () => status),
    getSiteState: vi.fn(async () => site),
    getPageSummary: vi.fn(async () => summary),
    jumpToLink: vi.fn(async () => true),
    setSiteEnabled: vi.fn(async () => site),
    requestOrigin: vi.fn(async () => true),
    lookUp: vi.fn(async () => []),
    getCard: vi.fn(async () => makeCard()),
    chooseReading: vi.fn(async () => {}),
    openOptions: vi.fn(),
    ...change,
  };
}
