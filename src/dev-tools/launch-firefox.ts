import { type Browser, launch, type Page } from 'puppeteer-core';
import {
  defaultViewport,
  type ExtensionBrowser,
  type LaunchOptions,
  type TestPage,
} from './extension-browser.ts';
import { describeMissingBrowser, findBrowser } from './find-browser.mjs';
import { FirefoxPage } from './firefox-page.ts';
import { FirefoxProtocol } from './firefox-protocol.ts';

const addonId = 'newsgloss@newsgloss.org';
/** Firefox draws a new host for the extension's pages in each profile unless it is told one. */
const extensionHost = '6e657773-676c-4f73-8000-000000000001';

/** Firefox with the extension, over WebDriver BiDi. */
export async function launchFirefox(options: LaunchOptions): Promise<ExtensionBrowser> {
  const { extensionFolder, isVisible = false, profile } = options;
  const executablePath = findBrowser('firefox');
  if (!executablePath) throw new Error(describeMissingBrowser('firefox'));
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: !isVisible,
    defaultViewport: isVisible ? null : defaultViewport,
    args: ['--remote-allow-system-access'],
    handleSIGINT: false,
    ...(profile && { userDataDir: profile }),
    extraPrefsFirefox: {
      // An extension that is loaded for testing goes with its process; what it stored must not.
      ...(profile && {
        'extensions.webextensions.keepStorageOnUninstall': true,
        'extensions.webextensions.keepUuidOnUninstall': true,
      }),
      'extensions.webextensions.uuids': JSON.stringify({ [addonId]: extensionHost }),
      ...(isVisible ? {} : { 'extensions.webextOptionalPermissionPrompts': false, ...offlinePreferences }),
    },
  });
  const closed = new Promise<void>((resolve) => browser.once('disconnected', () => resolve()));
  await browser.installExtension(extensionFolder);
  return new FirefoxWithExtension(browser, closed);
}

/** Sends everything but this machine's own pages to a port where nobody listens. */
const offlinePreferences = {
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'network.proxy.no_proxies_on': '127.0.0.1',
};

class FirefoxWithExtension implements ExtensionBrowser {
  readonly name = 'firefox';
  readonly closed: Promise<void>;
  readonly #browser: Browser;
  readonly #protocol: FirefoxProtocol;

  constructor(browser: Browser, closed: Promise<void>) {
    this.#browser = browser;
    this.#protocol = new FirefoxProtocol(browser);
    this.closed = closed;
  }

  extensionUrl(path: string): string {
    return `moz-extension://${extensionHost}/${path}`;
  }

  async openPage(url: string): Promise<TestPage> {
    const page = this.#wrap(await this.#browser.newPage());
    await page.goto(url);
    return page;
  }

  async findPages(urlStart: string): Promise<readonly TestPage[]> {
    const pages = (await this.#browser.pages()).map((page) => this.#wrap(page));
    const urls = await Promise.all(pages.map((page) => page.url()));
    return pages.filter((_, index) => urls[index]?.startsWith(urlStart));
  }

  /** Nothing to do: headless profiles do not ask, see `extensions.webextOptionalPermissionPrompts`. */
  async answerYesTo(_pattern: string): Promise<void> {}

  async grantSites(pattern: string): Promise<void> {
    await this.#protocol.callInside(
      `async (addonId, pattern) => {
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const { extension } = WebExtensionPolicy.getByID(addonId);
        await ExtensionPermissions.add(addonId, { permissions: [], origins: [pattern] }, extension);
      }`,
      addonId,
      pattern,
    );
  }

  async killBackground(): Promise<void> {
    await this.#protocol.callInside(
      'async (addonId) => { await WebExtensionPolicy.getByID(addonId).extension.terminateBackground(); }',
      addonId,
    );
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  async kill(): Promise<void> {
    this.#browser.process()?.kill('SIGKILL');
    await this.closed;
  }

  #wrap(page: Page): FirefoxPage {
    return new FirefoxPage(page, this.#protocol);
  }
}
