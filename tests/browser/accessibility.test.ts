import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findTabId } from '../../src/dev-tools/ask-extension.ts';
import type { ExtensionBrowser, TestPage } from '../../src/dev-tools/extension-browser.ts';
import { launchBrowser } from '../../src/dev-tools/launch-browser.ts';
import { type OpenSample, openSample } from '../../src/dev-tools/open-sample.ts';
import { findViolations } from '../support/find-violations.ts';
import { clickControl, waitForText } from '../support/use-page.ts';

const schemes = ['light', 'dark'] as const;

describe.each(['chromium', 'firefox'] as const)("axe finds nothing wrong in %s's", (name) => {
  let browser: ExtensionBrowser;
  let sample: OpenSample;

  beforeAll(async () => {
    browser = await launchBrowser(name);
    sample = await openSample(browser);
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
  const views: readonly { view: string; open: () => Promise<TestPage> }[] = [
    {
      view: 'onboarding page',
      open: async () => {
        const page = await browser.openPage(browser.extensionUrl('src/onboarding/index.html'));
        await waitForText(page, 'Where may Newsgloss read?');
        return page;
      },
    },
    {
      view: 'options page',
      open: async () => {
        const page = await browser.openPage(browser.extensionUrl('src/options/index.html'));
        await waitForText(page, 'Bundled with Newsgloss');
        return page;
      },
    },
    {
      view: 'popup with the list of an article',
      open: async () => {
        const page = await openPopup();
        await waitForText(page, 'Article of');
        return page;
      },
    },
    {
      view: 'popup with the results of a look-up',
      open: async () => {
        const page = await openPopup();
        await clickControl(page, 'Look up a name or plan');
        await page.type('ukrai');
        await waitForText(page, 'Ukraine');
        return page;
      },
    },
    {
      view: 'popup with a card',
      open: async () => {
        const page = await openPopup();
        await waitForText(page, 'Article of');
        await clickControl(page, 'Card of');
        await waitForText(page, 'Back');
        return page;
      },
    },
  ];

  test.each(views)('$view', async ({ open }) => {
    const page = await open();
    for (const scheme of schemes) {
      await page.setColorScheme(scheme);
      expect(await findViolations(page)).toEqual([]);
    }
    await page.close();
  });
});
