import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ServedFolder, serveFolder } from '../../../pack-tools/serve-folder.ts';
import { askBackgroundFrom, grantSitesAndWait, waitForPacks } from '../../ask-extension.ts';
import type { ExtensionBrowser, Plain, TestPage } from '../../extension-browser.ts';
import { launchChromium } from '../../launch-chromium.ts';
import { launchFirefox } from '../../launch-firefox.ts';
import { targetFolder } from '../../project-paths.ts';
import { waitUntil } from '../../wait-until.ts';
import type { BrowserFigures } from './browser-result.ts';
import { buildBenchScripts } from './build-bench-scripts.ts';
import type { BenchExtension } from './page/bench-extension-entry.ts';
import type { BenchPage } from './page/bench-page-entry.ts';

const host = '127.0.0.1';
/** On a page of the extension, so that the bench can use the extension's store. */
const benchHtml =
  '<!doctype html><meta charset="utf-8"><title>Bench</title><script src="bench-extension.js"></script>';

/** A browser with the built extension and one page more in it, and the bench's pages on a site that was granted. */
export class BenchBrowser {
  readonly browser: ExtensionBrowser;
  readonly control: TestPage;
  readonly #server: ServedFolder;

  private constructor(browser: ExtensionBrowser, control: TestPage, server: ServedFolder) {
    this.browser = browser;
    this.control = control;
    this.#server = server;
  }

  /** `folder` has the pages; a copy of the extension goes there too. The extension must be built. */
  static async open(name: BrowserFigures['name'], folder: string): Promise<BenchBrowser> {
    const extensionFolder = join(folder, `extension-${name}`);
    await cp(targetFolder(name === 'chromium' ? 'chrome' : 'firefox'), extensionFolder, { recursive: true });
    await writeFile(join(extensionFolder, 'bench.html'), benchHtml);
    await buildBenchScripts({ 'bench-extension': 'page/bench-extension-entry.ts' }, extensionFolder);
    const pages = join(folder, 'pages');
    await mkdir(pages, { recursive: true });
    const server = await serveFolder(pages);
    const browser = await (name === 'chromium' ? launchChromium : launchFirefox)({ extensionFolder });
    try {
      const control = await browser.openPage(browser.extensionUrl('bench.html'));
      await grantSitesAndWait(browser, control, `*://${host}/*`);
      await waitForPacks(control);
      await askBackgroundFrom(control, 'addSource', { url: `${server.url}source/` });
      await askBackgroundFrom(control, 'changeSettings', { change: { mentions: 'all' } });
      return new BenchBrowser(browser, control, server);
    } catch (error) {
      await browser.close();
      await server.close();
      throw error;
    }
  }

  openPage(path: string): Promise<TestPage> {
    return this.browser.openPage(this.#server.url + path);
  }

  urlOf(path: string): string {
    return this.#server.url + path;
  }

  /** Switches marking on or off for the bench's pages, in open tabs too. */
  async setMarking(isEnabled: boolean): Promise<void> {
    await askBackgroundFrom(this.control, 'setSiteEnabled', { site: host, isEnabled });
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.#server.close();
  }
}

type ResultOf<Api, Name extends keyof Api> = Api[Name] extends (...values: never[]) => infer Result
  ? Awaited<Result>
  : never;

/** What a function of the bench's own script gives on one of its pages. */
export function callBench<Api extends BenchPage | BenchExtension, Name extends keyof Api & string>(
  page: TestPage,
  name: Name,
  ...values: readonly Plain[]
): Promise<ResultOf<Api, Name>> {
  return page.evaluate(
    ({ called, given }) => {
      const { newsglossBench } = globalThis as unknown as {
        newsglossBench: Record<string, (...all: unknown[]) => never>;
      };
      const run = newsglossBench[called];
      if (!run) throw new Error(`The page has no ${called}.`);
      return run(...given);
    },
    { called: name, given: values },
  );
}

/** Returns once marks are painted on the page. */
export async function waitUntilPainted(page: TestPage): Promise<void> {
  await waitUntil(
    async () => (await callBench<BenchPage, 'countPainted'>(page, 'countPainted')) > 0,
    'Nothing was marked on the page',
    120_000,
  );
}
