import type { ExtensionBrowser, LaunchOptions } from './extension-browser.ts';
import { launchChromium } from './launch-chromium.ts';
import { launchFirefox } from './launch-firefox.ts';
import { targetFolder } from './project-paths.ts';

/** Chromium or Firefox with the extension built for it. */
export function launchBrowser(
  name: ExtensionBrowser['name'],
  options: Omit<LaunchOptions, 'extensionFolder'> = {},
): Promise<ExtensionBrowser> {
  return name === 'chromium'
    ? launchChromium({ ...options, extensionFolder: targetFolder('chrome') })
    : launchFirefox({ ...options, extensionFolder: targetFolder('firefox') });
}
