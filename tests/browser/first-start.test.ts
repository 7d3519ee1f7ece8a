import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  askBackgroundFrom,
  countContentScripts,
  waitForContentScript,
  waitForPacks,
} from '../../src/dev-tools/ask-extension.ts';
import type { ExtensionBrowser, TestPage } from '../../src/dev-tools/extension-browser.ts';
import { launchBrowser } from '../../src/dev-tools/launch-browser.ts';
import { projectPath } from '../../src/dev-tools/project-paths.ts';
import { readMarks, waitForMarks } from '../../src/dev-tools/read-marks.ts';
import { waitUntil } from '../../src/dev-tools/wait-until.ts';
import { type ServedFolder, serveFolder } from '../../src/pack-tools/serve-folder.ts';
import { clickControl, waitForText } from '../support/use-page.ts';

describe.each(['chromium', 'firefox'] as const)('first start in %s', (name) => {
  let browser: ExtensionBrowser;
  let server: ServedFolder;
  let onboarding: TestPage;
  let article: TestPage;

  beforeAll(async () => {
    server = await serveFolder(projectPath('src/dev-tools'));
    browser = await launchBrowser(name);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('installing opens the page that explains and asks', async () => {
    const address = browser.extensionUrl('src/onboarding/index.html');
    onboarding = await waitUntil(
      async () => (await browser.findPages(address))[0],
      'No page opened by itself',
    );
    await waitForText(onboarding, 'Where may Newsgloss read?');
  });

  test('nothing is marked before a site is granted', async () => {
    await waitForPacks(onboarding);
    article = await browser.openPage(`${server.url}sample-article.html`);
    expect(await countContentScripts(onboarding)).toBe(0);
    expect(await readMarks(article)).toEqual([]);
    expect(await article.evaluateInClosedRoots(() => 'ours', null)).toEqual([]);
  });

  test('one click there grants all sites, and an article that is open is marked without reloading', async () => {
    await browser.answerYesTo('*://*/*');
    await onboarding.activate();
    await clickControl(onboarding, 'All news sites I visit');
    await waitForText(onboarding, 'Newsgloss is on.');
    await waitForContentScript(onboarding);
    await article.activate();
    expect(await waitForMarks(article)).not.toEqual([]);
  });
});

test.each(['chromium', 'firefox'] as const)(
  'a background that is killed again and again while it installs ends up with every pack and every site in %s',
  async (name) => {
    const server = await serveFolder(projectPath('src/dev-tools'));
    const browser = await launchBrowser(name);
    try {
      const options = await browser.openPage(browser.extensionUrl('src/options/index.html'));
      await browser.grantSites('*://127.0.0.1/*');
      const article = await browser.openPage(`${server.url}sample-article.html`);
      for (let kill = 0; kill < 8; kill++) {
        await browser.killBackground();
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      // Looking at the options wakes it; without that an alarm would, half a minute later.
      await waitForPacks(options);
      await article.activate();
      await waitForMarks(article);
      const { packs } = await askBackgroundFrom(options, 'getStatus', {});
      expect(packs.map(({ id }) => id).sort()).toEqual(['ukraine-peace-talks', 'world']);
    } finally {
      await browser.close();
      await server.close();
    }
  },
);
