/** Runs the content script on the sites that the reader granted and did not switch off, and nowhere else. */

import browser from 'webextension-polyfill';
import { askPage, NobodyListensError } from '../messages/send.ts';
import type { SiteState } from '../model/status.ts';
import { resumable } from './schedule.ts';
import { changeSettings, readSettings } from './stored-settings.ts';

/** Where the build puts the content script; `vite.config.ts` fails when it does not lie there. */
const contentScriptPath = 'src/content/index.iife.js';
/** How marks look; in the page from its start on, since it would cost a new look at each element later. */
const markStylesPath = 'src/content/marks.css';
const scriptId = 'newsgloss';
/** Patterns whose open tabs still wait for the content script; in `storage.session`, since a new session loads every tab. */
const uncoveredKey = 'uncoveredSites';

/** What is known of the site of a page. */
export async function siteStateOf(url: string): Promise<SiteState> {
  const site = siteOf(url);
  if (site === null) return { site, origin: null, isGranted: false, isEnabled: false };
  const origin = `*://${site}/*`;
  const [isGranted, { disabledSites }] = await Promise.all([
    browser.permissions.contains({ origins: [origin] }),
    readSettings(),
  ]);
  return { site, origin, isGranted, isEnabled: !disabledSites.includes(site) };
}

/** The host whose pages share one switch, or null for addresses that no extension may read. */
export function siteOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? hostname : null;
}

/** Switches a host on or off in the settings and in its open tabs. */
export async function setSiteEnabled(site: string, isEnabled: boolean): Promise<void> {
  const { disabledSites } = await readSettings();
  const others = disabledSites.filter((each) => each !== site);
  const patterns = [`*://${site}/*`];
  if (isEnabled) await inTurn(() => addUncovered(patterns));
  await changeSettings({ disabledSites: isEnabled ? others : [...others, site] });
  if (isEnabled) {
    await coverGrantedSites();
  } else {
    await updateContentScripts();
    await tellTabs('stop', patterns);
  }
}

let lastTurn: Promise<void> = Promise.resolve();

/** What changes the registration or the list of uncovered sites runs one after the other: two at once collide. */
function inTurn(task: () => Promise<void>): Promise<void> {
  lastTurn = lastTurn.then(task, task);
  return lastTurn;
}

/** Registers the content script for what is granted now, if it is not. */
export const updateContentScripts = (): Promise<void> => inTurn(register);

/**
 * Registers the content script where it is missing, and starts it there in the tabs that are open. A grant, an update
 * or an event that a killed worker never finished leave it missing; which tabs wait is therefore written down before
 * the registration, after which nothing else would tell.
 */
export async function coverGrantedSites(): Promise<void> {
  await updateContentScripts();
  const patterns = await readUncovered();
  if (patterns.length === 0) return;
  await resumable('tabs', async () => {
    await runInOpenTabs(patterns);
    await inTurn(async () => {
      const others = (await readUncovered()).filter((pattern) => !patterns.includes(pattern));
      await browser.storage.session.set({ [uncoveredKey]: others });
    });
  });
}

async function readUncovered(): Promise<string[]> {
  const stored = (await browser.storage.session.get(uncoveredKey))[uncoveredKey];
  return Array.isArray(stored) ? stored.filter((pattern) => typeof pattern === 'string') : [];
}

async function addUncovered(patterns: readonly string[]): Promise<void> {
  const all = new Set([...(await readUncovered()), ...patterns]);
  await browser.storage.session.set({ [uncoveredKey]: [...all] });
}

async function register(): Promise<void> {
  const [matches, { disabledSites }, [present]] = await Promise.all([
    grantedOrigins(),
    readSettings(),
    browser.scripting.getRegisteredContentScripts({ ids: [scriptId] }),
  ]);
  const excludeMatches = disabledSites.map((site) => `*://${site}/*`);
  const formerMatches = present?.matches ?? [];
  if (isSameSet(matches, formerMatches) && isSameSet(excludeMatches, present?.excludeMatches ?? [])) return;
  const added = matches.filter((pattern) => !formerMatches.includes(pattern));
  if (added.length > 0) await addUncovered(added);
  if (present) await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    {
      id: scriptId,
      js: [contentScriptPath],
      css: [markStylesPath],
      matches,
      excludeMatches,
      runAt: 'document_idle',
    },
  ]);
}

function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((each) => others.includes(each));
}

async function grantedOrigins(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => /^(\*|https?):\/\//.test(origin) || origin === '<all_urls>');
}

/** Starts the content script in tabs that were open before their site was granted. */
export async function runInOpenTabs(origins: string[]): Promise<void> {
  const { disabledSites } = await readSettings();
  const tabs = await browser.tabs.query({ url: origins });
  for (const { id, url } of tabs) {
    const site = siteOf(url ?? '');
    if (id === undefined || site === null || disabledSites.includes(site)) continue;
    try {
      await browser.scripting.insertCSS({ target: { tabId: id }, files: [markStylesPath] });
      await browser.scripting.executeScript({ target: { tabId: id }, files: [contentScriptPath] });
    } catch (error) {
      // The browser keeps some pages to itself (its stores, error pages): they stay as they are.
      console.info('Newsgloss does not run in a tab:', error);
    }
  }
}

/** Tells the content scripts of all matching tabs; tabs without one are passed over. */
export async function tellTabs(call: 'reannotate' | 'stop', origins?: string[]): Promise<void> {
  const tabs = await browser.tabs.query(origins ? { url: origins } : {});
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      try {
        await askPage(id, call, {});
      } catch (error) {
        if (!(error instanceof NobodyListensError)) throw error;
      }
    }),
  );
}
