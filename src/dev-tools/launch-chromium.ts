import { mkdtemp, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { ChromiumPage, evaluateExpression } from './chromium-page.ts';
import {
  defaultViewport,
  type ExtensionBrowser,
  type LaunchOptions,
  type TestPage,
} from './extension-browser.ts';
import { describeMissingBrowser, findBrowser } from './find-browser.mjs';
import { writeCall } from './write-call.ts';

/** Chromium with the extension, over the DevTools protocol. */
export async function launchChromium(options: LaunchOptions): Promise<ExtensionBrowser> {
  const { extensionFolder, isVisible = false } = options;
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error(describeMissingBrowser('chromium'));
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'newsgloss-chromium-')));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: !isVisible,
    viewport: isVisible ? null : defaultViewport,
    // The sandbox cannot start as root, and a headless run loads nothing but our own pages.
    chromiumSandbox: isVisible && process.getuid?.() !== 0,
    args: [
      `--disable-extensions-except=${extensionFolder}`,
      `--load-extension=${extensionFolder}`,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...(isVisible ? [] : ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1']),
    ],
  });
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const extensionId = new URL(worker.url()).host;
  return new ChromiumWithExtension(context, {
    extensionId,
    closed,
    profile,
    isProfileKept: options.profile !== undefined,
  });
}

interface LaunchedChromium {
  readonly extensionId: string;
  readonly closed: Promise<void>;
  readonly profile: string;
  readonly isProfileKept: boolean;
}

class ChromiumWithExtension implements ExtensionBrowser {
  readonly name = 'chromium';
  readonly #context: BrowserContext;
  readonly #launched: LaunchedChromium;
  readonly closed: Promise<void>;

  constructor(context: BrowserContext, launched: LaunchedChromium) {
    this.#context = context;
    this.#launched = launched;
    this.closed = launched.closed;
  }

  extensionUrl(path: string): string {
    return `chrome-extension://${this.#launched.extensionId}/${path}`;
  }

  async openPage(url: string): Promise<TestPage> {
    const page = await this.#wrap(await this.#context.newPage());
    await page.goto(url);
    return page;
  }

  findPages(urlStart: string): Promise<readonly TestPage[]> {
    const pages = this.#context.pages().filter((page) => page.url().startsWith(urlStart));
    return Promise.all(pages.map((page) => this.#wrap(page)));
  }

  async answerYesTo(pattern: string): Promise<void> {
    const page = await this.openPage('chrome://extensions');
    await page.evaluate(addHostPermission, [this.#launched.extensionId, pattern]);
    await page.close();
  }

  async grantSites(pattern: string): Promise<void> {
    await this.answerYesTo(pattern);
    const page = await this.#context.newPage();
    await page.goto(this.extensionUrl('src/options/index.html'));
    const session = await this.#context.newCDPSession(page);
    await evaluateExpression(session, writeCall(requestSites, pattern), { userGesture: true });
    await page.close();
  }

  async killBackground(): Promise<void> {
    const page = await this.#context.newPage();
    const session = await this.#context.newCDPSession(page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await page.close();
  }

  async close(): Promise<void> {
    await this.#context.close();
    const { profile, isProfileKept } = this.#launched;
    if (!isProfileKept) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }

  async kill(): Promise<void> {
    // Chromium's lock on a profile is a link to nowhere that is called HOST-PROCESS; on Windows there is none.
    const processId = Number(
      (await readlink(join(this.#launched.profile, 'SingletonLock'))).split('-').at(-1),
    );
    process.kill(processId, 'SIGKILL');
    await this.closed;
  }

  async #wrap(page: Page): Promise<TestPage> {
    return new ChromiumPage(page, await this.#context.newCDPSession(page));
  }
}

interface ExtensionsPage {
  chrome: {
    developerPrivate: { addHostPermission(id: string, pattern: string, done: () => void): void };
    runtime: { lastError?: { message: string } };
  };
}

function addHostPermission([id, pattern]: readonly string[]): Promise<void> {
  const { chrome } = globalThis as unknown as ExtensionsPage;
  return new Promise((resolve, reject) => {
    chrome.developerPrivate.addHostPermission(id ?? '', pattern ?? '', () =>
      chrome.runtime.lastError ? reject(new Error(chrome.runtime.lastError.message)) : resolve(),
    );
  });
}

async function requestSites(pattern: string): Promise<void> {
  const { chrome } = globalThis as unknown as {
    chrome: { permissions: { request(permissions: { origins: string[] }): Promise<boolean> } };
  };
  if (!(await chrome.permissions.request({ origins: [pattern] }))) throw new Error(`${pattern} was refused`);
}
