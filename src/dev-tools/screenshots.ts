/** `npm run screenshots`: the pictures of the README, in `docs/screenshots/`. */

import { relative } from 'node:path';
import { buildExtension } from './build-extension.ts';
import { captureScreens } from './capture-screens.ts';
import { launchBrowser } from './launch-browser.ts';
import { openSample } from './open-sample.ts';
import { projectPath } from './project-paths.ts';

await buildExtension(['chrome', 'firefox']);
for (const name of ['chromium', 'firefox'] as const) {
  const browser = await launchBrowser(name);
  try {
    const sample = await openSample(browser);
    for (const path of await captureScreens(browser, sample, projectPath('docs/screenshots'))) {
      console.log(relative(projectPath('.'), path));
    }
    await sample.close();
  } finally {
    await browser.close();
  }
}
