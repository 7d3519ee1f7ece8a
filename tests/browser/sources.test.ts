import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askPageFrom, grantSitesAndWait } from '../../src/dev-tools/ask-extension.ts';
import type { ExtensionBrowser, TestPage } from '../../src/dev-tools/extension-browser.ts';
import { launchBrowser } from '../../src/dev-tools/launch-browser.ts';
import { hoverForCard } from '../../src/dev-tools/read-card.ts';
import { placeOfMark, readMarks } from '../../src/dev-tools/read-marks.ts';
import { waitUntil } from '../../src/dev-tools/wait-until.ts';
import { type ServedFolder, serveFolder } from '../../src/pack-tools/serve-folder.ts';
import { serveInventedSource } from '../support/invented-source.ts';
import { clickControl, waitForText } from '../support/use-page.ts';

describe.each(['chromium', 'firefox'] as const)("a reader's own source in %s", (name) => {
  let browser: ExtensionBrowser;
  let pages: ServedFolder;
  let source: Awaited<ReturnType<typeof serveInventedSource>>;
  let options: TestPage;
  let article: TestPage;

  beforeAll(async () => {
    pages = await serveFolder(fileURLToPath(new URL('pages', import.meta.url)));
    source = await serveInventedSource();
    browser = await launchBrowser(name);
    options = await browser.openPage(browser.extensionUrl('src/options/index.html'));
    await grantSitesAndWait(browser, options, '*://127.0.0.1/*');
  });
  afterAll(async () => {
    await browser?.close();
    await source?.close();
    await pages?.close();
  });

  const waitForTexts = async (expected: readonly string[]) => {
    await article.activate();
    const read = async () => (await readMarks(article)).map(({ kind, text }) => `${kind} ${text}`);
    await waitUntil(
      async () => JSON.stringify(await read()) === JSON.stringify(expected),
      `The marks are not ${expected.join(', ')}`,
      30_000,
    ).catch(async (cause: unknown) => {
      expect(await read()).toEqual(expected);
      throw cause;
    });
  };

  test('an article about things that no pack knows has no marks', async () => {
    article = await browser.openPage(`${pages.url}invented-article.html`);
    const summary = await waitUntil(async () => {
      const { title, links } = await askPageFrom(options, await article.url(), 'getPageSummary', {});
      return title !== null && links;
    }, 'The article was not read');
    expect(summary).toEqual([]);
  });

  test('adding a source in the options marks the open article', async () => {
    await options.activate();
    await clickControl(options, 'Add a source');
    await options.type(source.url);
    await options.press('Enter');
    await waitForText(options, `${source.url} was added.`);
    await waitForTexts(['plan Brackwater Accord', 'person Ilvane Korrath', 'plan Brackwater Accord']);
  });

  test('its cards speak for the day of the article', async () => {
    const card = await hoverForCard(article, await placeOfMark(article, { kinds: ['person'] }));
    expect(card).toContain('Chancellor of the invented country');
    expect(card).toContain('23 November 2025');
    await article.press('Escape');
  });

  test('syncing brings what was published since', async () => {
    await source.publish({ sequence: 2, withPlace: true });
    await options.activate();
    await clickControl(options, 'Sync now');
    await waitForText(options, 'All sources are up to date.');
    await waitForTexts([
      'place Ostremark',
      'plan Brackwater Accord',
      'person Ilvane Korrath',
      'plan Brackwater Accord',
    ]);
  });

  test('removing the source takes its marks away', async () => {
    await options.activate();
    await clickControl(options, `Remove ${source.url}`);
    await waitForText(options, 'The source and its packs were removed.');
    await waitForTexts([]);
  });
});
