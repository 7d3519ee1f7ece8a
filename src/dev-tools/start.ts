/**
 * `npm start [-- --firefox]`: the sample article in Chromium or Firefox with the extension. Without a display it takes
 * screenshots and says what it found instead of opening a window.
 */

import { relative } from 'node:path';
import { buildExtension } from './build-extension.ts';
import { captureScreens } from './capture-screens.ts';
import { hasDisplay } from './has-display.ts';
import { launchBrowser } from './launch-browser.ts';
import { listLinks } from './list-links.ts';
import { openSample } from './open-sample.ts';
import { projectPath } from './project-paths.ts';

const name = process.argv.includes('--firefox') ? 'firefox' : 'chromium';
const isVisible = hasDisplay();

console.log('Building the extension …');
await buildExtension([name === 'firefox' ? 'firefox' : 'chrome']);
console.log(`Starting ${name}${isVisible ? '' : ' without a window, as there is no display'} …`);
const browser = await launchBrowser(name, { isVisible });
let isEnding = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    isEnding = true;
    void browser.close();
  });
}
try {
  const sample = await openSample(browser);
  console.log(`\n${await listLinks(sample)}\n`);
  if (isVisible) {
    await sample.article.activate();
    console.log(`Point at a mark on ${sample.url}. Close the browser or press Ctrl-C to end.`);
    await browser.closed;
  } else {
    for (const path of await captureScreens(browser, sample, projectPath('dist/screenshots'))) {
      console.log(relative(projectPath('.'), path));
    }
  }
  await sample.close();
} catch (error) {
  // Closing the browser in the middle makes whatever was under way fail.
  if (!isEnding) throw error;
} finally {
  await browser.close();
}
