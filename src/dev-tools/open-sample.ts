import { type ServeOptions, serveFolder } from '../pack-tools/serve-folder.ts';
import { grantSitesAndWait, waitForPacks } from './ask-extension.ts';
import type { ExtensionBrowser, TestPage } from './extension-browser.ts';
import { projectPath } from './project-paths.ts';
import { waitForMarks } from './read-marks.ts';

export interface OpenSample {
  readonly article: TestPage;
  /** The extension's options, from where the extension can be asked for what only its own pages may ask. */
  readonly options: TestPage;
  readonly url: string;
  /** Stops serving the article. */
  close(): Promise<void>;
}

/** The sample article on a granted site, with the marks of all bundled packs painted. */
export async function openSample(browser: ExtensionBrowser, serving: ServeOptions = {}): Promise<OpenSample> {
  const server = await serveFolder(projectPath('src/dev-tools'), serving);
  const url = `${server.url}sample-article.html`;
  const options = await browser.openPage(browser.extensionUrl('src/options/index.html'));
  await grantSitesAndWait(browser, options, '*://127.0.0.1/*');
  await waitForPacks(options);
  const article = await browser.openPage(url);
  await waitForMarks(article);
  return { article, options, url, close: () => server.close() };
}
