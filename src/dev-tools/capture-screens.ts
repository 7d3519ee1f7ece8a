import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findTabId } from './ask-extension.ts';
import type { ColorScheme, ExtensionBrowser } from './extension-browser.ts';
import type { OpenSample } from './open-sample.ts';
import { hoverForCard } from './read-card.ts';
import { placeOfMark } from './read-marks.ts';
import { waitUntil } from './wait-until.ts';

const schemes: readonly ColorScheme[] = ['light', 'dark'];
const popupSize = { width: 380, height: 600 };

/**
 * The paths of the screenshots of the sample article, of a card open over a plan reference and of the popup, each light
 * and dark, as `BROWSER-VIEW-SCHEME.png` in a folder.
 */
export async function captureScreens(
  browser: ExtensionBrowser,
  sample: OpenSample,
  folder: string,
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  const capture = async (page: OpenSample['article'], view: string, scheme: ColorScheme) => {
    const path = join(folder, `${browser.name}-${view}-${scheme}.png`);
    await page.screenshot(path);
    paths.push(path);
  };

  const { article, options, url } = sample;
  await article.activate();
  for (const scheme of schemes) {
    await article.setColorScheme(scheme);
    await article.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }), null);
    await article.moveMouse(2, 2);
    await capture(article, 'page', scheme);
    await hoverForCard(article, await placeOfMark(article, { kinds: ['plan', 'unresolved'] }));
    await capture(article, 'card', scheme);
    await article.press('Escape');
  }

  const tabId = await findTabId(options, url);
  const popup = await browser.openPage(browser.extensionUrl(`src/popup/index.html?tabId=${tabId}`));
  // A tab behind another is not drawn anew when the colours change.
  await popup.activate();
  await popup.resize(popupSize.width, popupSize.height);
  await waitUntil(
    () => popup.evaluate(() => document.querySelector('[data-kind]') !== null, null),
    'The popup listed nothing',
  );
  for (const scheme of schemes) {
    await popup.setColorScheme(scheme);
    await capture(popup, 'popup', scheme);
  }
  await popup.close();
  return paths;
}
