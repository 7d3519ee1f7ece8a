import { render } from 'preact';
import browser, { type Tabs } from 'webextension-polyfill';
import { askBackground, askPage, NobodyListensError } from '../messages/send.ts';
import type { LinkCandidate } from '../model/link.ts';
import type { PageSummary } from '../model/status.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { lookUp } from '../store/surface-forms.ts';
import { dressPage } from '../ui/dress-page.ts';
import { PopupApp } from './popup-app.tsx';
import type { PopupServices } from './popup-services.ts';
import { waitForChoice } from './wait-for-choice.ts';

/** Enough to fill the popup once; a reader who wants more types another letter. */
const resultLimit = 12;

const tab = findTab();
const settings = askBackground('getSettings', {});
const language = settings.then(
  (chosen) => chosen.language ?? browser.i18n.getUILanguage(),
  () => browser.i18n.getUILanguage(),
);
let store: Promise<Store> | null = null;

const services: PopupServices = {
  getSettings: () => askBackground('getSettings', {}),
  getStatus: () => askBackground('getStatus', {}),
  getSiteState: async () => askBackground('getSiteState', { url: (await tab)?.url ?? '' }),
  getPageSummary,
  jumpToLink: async (index) => {
    const tabId = (await tab)?.id;
    return tabId !== undefined && unlessSilent(askPage(tabId, 'jumpToLink', { index }), false);
  },
  setSiteEnabled: (site, isEnabled) => askBackground('setSiteEnabled', { site, isEnabled }),
  requestOrigin: (origin) => browser.permissions.request({ origins: [origin] }),
  lookUp: async (query) =>
    lookUp(await connectStore(), query, { limit: resultLimit, language: await language }),
  getCard: async (record) => askBackground('getCard', { ...record, language: await language }),
  chooseReading: async (choice) => {
    const { scope, candidates, chosen } = choice;
    const readingOf = ({ packId, id }: LinkCandidate) => ({ packId, id });
    await askBackground('chooseReading', {
      url: (await tab)?.url ?? '',
      scope,
      candidates: candidates.map(readingOf),
      chosen: chosen && readingOf(chosen),
    });
    await waitForChoice(choice, getPageSummary);
  },
  openOptions: () => {
    void browser.runtime.openOptionsPage();
    window.close();
  },
};

dressPage(document);
const root = document.getElementById('app');
if (root) render(<PopupApp services={services} />, root);

/** The tab that the popup speaks of: the active one, or when it is opened as a page of its own the one it is told. */
async function findTab(): Promise<Tabs.Tab | undefined> {
  const tabId = new URLSearchParams(location.search).get('tabId');
  if (tabId !== null) return browser.tabs.get(Number(tabId));
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active;
}

async function getPageSummary(): Promise<PageSummary | null> {
  const tabId = (await tab)?.id;
  return tabId === undefined ? null : unlessSilent(askPage(tabId, 'getPageSummary', {}), null);
}

/** The page's answer, or `silence` when nobody listens there: the tab may have no content script, or no longer. */
async function unlessSilent<T, Silence>(answer: Promise<T>, silence: Silence): Promise<T | Silence> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof NobodyListensError) return silence;
    throw error;
  }
}

/** The store, opened at the first look-up; opening that failed is tried again at the next. */
function connectStore(): Promise<Store> {
  store ??= openStore().catch((error: unknown) => {
    store = null;
    throw error;
  });
  return store;
}
