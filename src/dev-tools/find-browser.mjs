/** Where Chromium and Firefox are on this machine. Plain JavaScript: it is asked before packages are installed. */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** The manifest's `strict_min_version`. */
const oldestFirefox = 142;

/**
 * Google Chrome itself is not among them: since version 137 it ignores --load-extension, which Chromium and Chrome for
 * Testing do not.
 */
const programs = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome-for-testing', 'chrome-for-testing'],
  firefox: ['firefox-esr', 'firefox'],
};

const usualPlaces = {
  chromium: {
    linux: [
      '/usr/lib/chromium/chromium',
      '/usr/lib64/chromium-browser/chromium-browser',
      '/snap/bin/chromium',
    ],
    darwin: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    ],
    win32: windowsPaths('Chromium\\Application\\chrome.exe'),
  },
  firefox: {
    linux: ['/usr/lib/firefox-esr/firefox-esr', '/usr/lib/firefox/firefox', '/opt/firefox/firefox'],
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    win32: windowsPaths('Mozilla Firefox\\firefox.exe'),
  },
};

/**
 * The path of a browser's program, or null. CHROMIUM_PATH and FIREFOX_PATH come first.
 * @param {'chromium' | 'firefox'} name
 * @returns {string | null}
 */
export function findBrowser(name) {
  const named = process.env[name === 'firefox' ? 'FIREFOX_PATH' : 'CHROMIUM_PATH'];
  if (named) return existsSync(named) ? named : null;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = programs[name].flatMap((program) => folders.map((folder) => join(folder, program)));
  const elsewhere = usualPlaces[name][/** @type {'linux'} */ (process.platform)] ?? [];
  const isUsable = name === 'firefox' ? isNewFirefox : existsSync;
  return [...onPath, ...elsewhere].find((path) => isUsable(path)) ?? null;
}

/**
 * One sentence on what to install and how.
 * @param {'chromium' | 'firefox'} name
 */
export function describeMissingBrowser(name) {
  return name === 'firefox'
    ? `Firefox ${oldestFirefox} or newer was not found: install it (Debian: sudo apt-get install firefox-esr; macOS: brew install --cask firefox; Windows: winget install Mozilla.Firefox) or set FIREFOX_PATH to its program.`
    : 'Chromium was not found, and Google Chrome no longer loads unpacked extensions from the command line: install Chromium (Debian: sudo apt-get install chromium; macOS: brew install --cask chromium; Windows: winget install Hibbiki.Chromium) or set CHROMIUM_PATH to the program of Chromium or of Chrome for Testing.';
}

/**
 * Whether a Firefox is there and not too old. Its version is read from the file beside it, as starting it takes a
 * second; a wrapper without that file is trusted.
 * @param {string} path
 */
function isNewFirefox(path) {
  if (!existsSync(path)) return false;
  const folder = dirname(realpathSync(path));
  const iniPath = [join(folder, 'application.ini'), join(folder, '../Resources/application.ini')].find(
    existsSync,
  );
  if (!iniPath) return true;
  const version = /^Version=(\d+)/m.exec(readFileSync(iniPath, 'utf8'))?.[1];
  return version === undefined || Number(version) >= oldestFirefox;
}

/** @param {string} path */
function windowsPaths(path) {
  const { PROGRAMFILES, LOCALAPPDATA } = process.env;
  return [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, path));
}
