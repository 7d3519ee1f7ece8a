import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findTabId, grantSitesAndWait } from '../../src/dev-tools/ask-extension.ts';
import type { ExtensionBrowser, TestPage } from '../../src/dev-tools/extension-browser.ts';
import { launchBrowser } from '../../src/dev-tools/launch-browser.ts';
import { hoverForCard } from '../../src/dev-tools/read-card.ts';
import { placeOfMark, readMarks } from '../../src/dev-tools/read-marks.ts';
import { waitUntil } from '../../src/dev-tools/wait-until.ts';
import { type ServedFolder, serveFolder } from '../../src/pack-tools/serve-folder.ts';
import { findViolations } from '../support/find-violations.ts';
import { serveInventedSource } from '../support/invented-source.ts';
import { clickControl, waitForText } from '../support/use-page.ts';

describe.each(['chromium', 'firefox'] as const)('a mention with two readings in %s', (name) => {
  let browser: ExtensionBrowser;
  let pages: ServedFolder;
  let source: Awaited<ReturnType<typeof serveInventedSource>>;
  let options: TestPage;
  let article: TestPage;
  let popup: TestPage;

  beforeAll(async () => {
    pages = await serveFolder(fileURLToPath(new URL('pages', import.meta.url)));
    source = await serveInventedSource();
    browser = await launchBrowser(name);
    options = await browser.openPage(browser.extensionUrl('src/options/index.html'));
    await grantSitesAndWait(browser, options, '*://127.0.0.1/*');
    await clickControl(options, 'Add a source');
    await options.type(source.url);
    await options.press('Enter');
    await waitForText(options, `${source.url} was added.`);
    article = await browser.openPage(`${pages.url}ambiguous-article.html`);
  });
  afterAll(async () => {
    await browser?.close();
    await source?.close();
    await pages?.close();
  });

  const waitForPlanMarks = async (kind: 'ambiguous' | 'plan') => {
    await article.activate();
    await waitUntil(async () => {
      const marks = (await readMarks(article)).filter(({ text }) => text === '12-point plan');
      return marks.length === 2 && marks.every((mark) => mark.kind === kind);
    }, `The mentions are not marked as ${kind}`);
  };

  test('is marked as such, and its card has both readings with the reasons', async () => {
    await waitForPlanMarks('ambiguous');
    const place = await placeOfMark(article, { kinds: ['ambiguous'] });
    const card = await hoverForCard(article, place);
    expect(card).toMatch(/^Not sure/);
    expect(card).toContain('Harbour plan');
    expect(card).toContain('River plan');
    expect(card).toContain('because: a plan of 12 points');
    await article.press('Escape');
  });

  test('is asked about in the popup, where axe finds nothing wrong', async () => {
    const tabId = await findTabId(options, await article.url());
    popup = await browser.openPage(browser.extensionUrl(`src/popup/index.html?tabId=${tabId}`));
    await popup.resize(380, 600);
    await waitForText(popup, 'Not sure');
    await clickControl(popup, '“12-point plan”');
    await waitForText(popup, 'A plan of twelve points for the river.');
    for (const scheme of ['light', 'dark'] as const) {
      await popup.setColorScheme(scheme);
      expect(await findViolations(popup)).toEqual([]);
    }
  });

  test('means on the page what the reader chose, also after a reload', async () => {
    await popup.activate();
    await clickControl(popup, 'Plan: River plan');
    await clickControl(popup, 'Use this reading');
    await waitForText(popup, 'means River plan on this page.');
    await waitForPlanMarks('plan');
    await article.moveMouse(2, 2);
    await article.goto(await article.url());
    await waitForPlanMarks('plan');
    const place = await placeOfMark(article, { kinds: ['plan'], text: '12-point plan' });
    expect(await hoverForCard(article, place)).toContain('A plan of twelve points for the river.');
    await article.press('Escape');
  });

  test('is a question again when the choice is taken back', async () => {
    await popup.activate();
    await clickControl(popup, 'Undo the choice');
    await waitForText(popup, 'Not sure');
    await waitForPlanMarks('ambiguous');
  });
});
