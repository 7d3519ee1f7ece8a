import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askPageFrom, findTabId } from '../../src/dev-tools/ask-extension.ts';
import type { ExtensionBrowser, TestPage } from '../../src/dev-tools/extension-browser.ts';
import { launchBrowser } from '../../src/dev-tools/launch-browser.ts';
import { type OpenSample, openSample } from '../../src/dev-tools/open-sample.ts';
import { hoverForCard, readCard, waitForCard } from '../../src/dev-tools/read-card.ts';
import { placeOfMark, readMarks, waitForMarks } from '../../src/dev-tools/read-marks.ts';
import { waitUntil } from '../../src/dev-tools/wait-until.ts';
import { clickControl, waitForText } from '../support/use-page.ts';

describe.each(['chromium', 'firefox'] as const)('reading an article in %s', (name) => {
  let browser: ExtensionBrowser;
  let sample: OpenSample;
  let article: TestPage;

  beforeAll(async () => {
    browser = await launchBrowser(name);
    sample = await openSample(browser);
    article = sample.article;
  });
  afterAll(async () => {
    await browser?.close();
    await sample?.close();
  });

  const openPopup = async (): Promise<TestPage> => {
    const tabId = await findTabId(sample.options, sample.url);
    const popup = await browser.openPage(browser.extensionUrl(`src/popup/index.html?tabId=${tabId}`));
    await popup.resize(380, 600);
    return popup;
  };
  const waitForNoCard = () => waitUntil(async () => (await readCard(article)) === null, 'The card stays');

  test('people, places and plans are marked', async () => {
    const kinds = new Set((await readMarks(article)).map(({ kind }) => kind));
    expect([...kinds]).toEqual(expect.arrayContaining(['person', 'place', 'plan']));
  });

  test('every mark is underlined', async () => {
    expect(await readLines(article)).toEqual(['underline']);
  });

  // Firefox 153 inherits no highlight styles: there each root gets the rules of one look when marks are first painted.
  test('in Chromium that takes no style sheet beside the one that is there before the page', async () => {
    const adopted = await article.evaluate(() => document.adoptedStyleSheets.length, null);
    expect(adopted).toBe(name === 'chromium' ? 0 : 1);
  });

  test('the nodes of the article stay as they were served', async () => {
    const [served, shown] = await article.evaluate(async () => {
      const source = await (await fetch(location.href)).text();
      const parsed = new DOMParser().parseFromString(source, 'text/html');
      return [parsed.body.innerHTML, document.body.innerHTML];
    }, null);
    expect(shown).toBe(served);
  });

  test('resting the mouse on a mark opens its card, and Escape closes it', async () => {
    const [mark] = (await readMarks(article)).filter(({ kind }) => kind === 'person');
    const card = await hoverForCard(article, await placeOfMark(article, { kinds: ['person'] }));
    expect(card).toContain(mark?.text.split(' ').at(-1));
    await article.press('Escape');
    await waitForNoCard();
  });

  test('a card closes when the mouse leaves', async () => {
    await article.moveMouse(2, 2);
    await hoverForCard(article, await placeOfMark(article, { kinds: ['plan'] }));
    await article.moveMouse(2, 2);
    await waitForNoCard();
  });

  test('the keyboard commands step from mark to mark with their cards', async () => {
    const marks = await readMarks(article);
    const step = async (direction: 'next' | 'previous') => {
      await askPageFrom(sample.options, sample.url, 'stepToLink', { direction });
      await waitForCard(article);
      return (await readMarks(article)).find(({ kind }) => kind === 'active')?.text;
    };
    await article.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }), null);
    const visited = [await step('next'), await step('next'), await step('previous')];
    expect(visited[0]).toBe(visited[2]);
    expect(marks.map(({ text }) => text)).toEqual(expect.arrayContaining(visited.slice(0, 2)));
    await article.press('Escape');
    await waitForNoCard();
  });

  test('the popup lists what the article mentions and leads to it', async () => {
    const summary = await askPageFrom(sample.options, sample.url, 'getPageSummary', {});
    const [plan] = summary.links.filter(({ kind }) => kind === 'plan');
    const popup = await openPopup();
    await waitForText(popup, plan?.label ?? '');
    await clickControl(popup, plan?.label ?? '');
    await popup.close();
    await article.activate();
    expect(await waitForCard(article)).toContain(plan?.label);
    await article.press('Escape');
    await waitForNoCard();
  });

  test('the popup looks a name up', async () => {
    const popup = await openPopup();
    await clickControl(popup, 'Look up a name or plan');
    await popup.type('ukrai');
    await clickControl(popup, 'Ukraine');
    await waitForText(popup, 'Back');
    expect(await waitForText(popup, 'Kyiv')).toContain('Ukraine');
    await popup.close();
  });

  test('a background that was stopped wakes up for the next article and for its cards', async () => {
    await browser.killBackground();
    const page = await browser.openPage(sample.url);
    await waitForMarks(page);
    await browser.killBackground();
    expect(await hoverForCard(page, await placeOfMark(page, { kinds: ['place'] }))).not.toBe('');
    await page.close();
    await article.activate();
  });

  test('switching the site off leaves no trace on the page, and switching it on marks it again', async () => {
    const popup = await openPopup();
    await clickControl(popup, 'Mark names here');
    const traces = async () => [
      await readMarks(article),
      await article.evaluate(() => [...CSS.highlights.keys()], null),
      await article.evaluateInClosedRoots(() => 'ours', null),
    ];
    await waitUntil(async () => (await readMarks(article)).length === 0, 'The marks stay');
    expect(await traces()).toEqual([[], [], []]);
    await clickControl(popup, 'Mark names here');
    await popup.close();
    await article.activate();
    expect(await waitForMarks(article)).not.toEqual([]);
  });

  test("a page whose own scripts may not run is marked as well, and ours need no exception from the page's policy", async () => {
    const strict = await openSample(browser, { contentSecurityPolicy: "default-src 'none'" });
    expect(await waitForMarks(strict.article)).not.toEqual([]);
    expect(await readLines(strict.article)).toEqual(['underline']);
    expect(
      await hoverForCard(strict.article, await placeOfMark(strict.article, { kinds: ['plan'] })),
    ).not.toBe('');
    await strict.close();
  });
});

/** The lines that the page's styles draw at painted marks: one entry for each way in which marks are drawn. */
function readLines(page: TestPage): Promise<string[]> {
  return page.evaluate(() => {
    const lines = new Set<string>();
    for (const [name, highlight] of CSS.highlights) {
      if (name === 'newsgloss-active') continue;
      for (const { startContainer } of highlight) {
        const element = startContainer.parentElement;
        if (element) lines.add(getComputedStyle(element, `::highlight(${name})`).textDecorationLine);
      }
    }
    return [...lines];
  }, null);
}
