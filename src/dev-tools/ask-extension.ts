import type { BackgroundCallName, BackgroundCalls, PageCallName, PageCalls } from '../messages/surface.ts';
import type { Status } from '../model/status.ts';
import type { ExtensionBrowser, Plain, TestPage } from './extension-browser.ts';
import { waitUntil } from './wait-until.ts';

interface ExtensionApi {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  scripting: { getRegisteredContentScripts(): Promise<readonly unknown[]> };
  tabs: {
    query(filter: object): Promise<readonly { id?: number; url?: string }[]>;
    sendMessage(tabId: number, message: unknown, options: { frameId: number }): Promise<unknown>;
  };
}

/** The background's answer to a call from one of the extension's pages. @throws {Error} when it refuses. */
export async function askBackgroundFrom<Name extends BackgroundCallName>(
  extensionPage: TestPage,
  name: Name,
  request: BackgroundCalls[Name]['request'],
): Promise<BackgroundCalls[Name]['response']> {
  const message = { to: 'background', name, request } as unknown as Plain;
  return unwrap(
    await extensionPage.evaluate(async (sent) => {
      const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
      return chrome.runtime.sendMessage(sent);
    }, message),
  );
}

/** The answer of the content script in the tab that shows `url`. @throws {Error} when there is none. */
export async function askPageFrom<Name extends PageCallName>(
  extensionPage: TestPage,
  url: string,
  name: Name,
  request: PageCalls[Name]['request'],
): Promise<PageCalls[Name]['response']> {
  const tabId = await findTabId(extensionPage, url);
  const message = { to: 'page', name, request } as unknown as Plain;
  return unwrap(
    await extensionPage.evaluate(
      async ({ id, sent }) => {
        const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
        return chrome.tabs.sendMessage(id, sent, { frameId: 0 });
      },
      { id: tabId, sent: message },
    ),
  );
}

/** The id of the tab that shows `url`, whose site must have been granted. */
export async function findTabId(extensionPage: TestPage, url: string): Promise<number> {
  const id = await extensionPage.evaluate(async (wanted) => {
    const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
    return (await chrome.tabs.query({})).find((tab) => tab.url === wanted)?.id ?? null;
  }, url);
  if (id === null) throw new Error(`No tab shows ${url}.`);
  return id;
}

/** Grants the sites of a match pattern and returns once the background has taken notice, on one of the extension's pages. */
export async function grantSitesAndWait(
  browser: ExtensionBrowser,
  extensionPage: TestPage,
  pattern: string,
): Promise<void> {
  await browser.grantSites(pattern);
  await waitForContentScript(extensionPage);
}

/** Returns once every source has been synced and the engine is compiled. @throws {Error} what the background says of itself. */
export async function waitForPacks(extensionPage: TestPage): Promise<void> {
  let last: Status | null = null;
  const look = async (): Promise<boolean> => {
    last = await askBackgroundFrom(extensionPage, 'getStatus', {});
    const isSynced = last.sources.every(
      ({ state, lastSuccessAt }) => state.type === 'idle' && lastSuccessAt !== null,
    );
    return isSynced && last.engine.type === 'ready';
  };
  try {
    await waitUntil(look, 'The packs were not ready in time', 40_000);
  } catch (cause) {
    throw new Error(`The packs are not ready. The background says: ${JSON.stringify(last)}`, { cause });
  }
}

/** Returns once the background has registered the content script for the granted sites. */
export async function waitForContentScript(extensionPage: TestPage): Promise<void> {
  await waitUntil(
    async () => (await countContentScripts(extensionPage)) > 0,
    'The content script was not registered',
  );
}

/** How many content scripts the browser would run somewhere. */
export function countContentScripts(extensionPage: TestPage): Promise<number> {
  return extensionPage.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
    return (await chrome.scripting.getRegisteredContentScripts()).length;
  }, null);
}

function unwrap<T>(answer: unknown): T {
  const { ok, value, message } = (answer ?? { ok: false }) as { ok: boolean; value: T; message?: string };
  if (!ok) throw new Error(message ?? 'Nobody answered.');
  return value;
}
