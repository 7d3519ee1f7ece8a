import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grantSitesAndWait, waitForPacks } from '../../src/dev-tools/ask-extension.ts';
import type { ExtensionBrowser } from '../../src/dev-tools/extension-browser.ts';
import { launchBrowser } from '../../src/dev-tools/launch-browser.ts';
import { readMarks, waitForMarks } from '../../src/dev-tools/read-marks.ts';
import { runPackCommand } from '../../src/pack-tools/run-pack-command.ts';
import { type ServedFolder, serveFolder } from '../../src/pack-tools/serve-folder.ts';
import { clickControl, waitForText } from '../support/use-page.ts';

/** The path of somebody who writes a first pack: the commands of the README, then the extension. */
describe.each(['chromium', 'firefox'] as const)('a first pack in %s', (name) => {
  const stop = new AbortController();
  let browser: ExtensionBrowser;
  let folder: string;
  let pages: ServedFolder;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'newsgloss-newcomer-'));
    browser = await launchBrowser(name);
  });
  afterAll(async () => {
    stop.abort();
    await browser?.close();
    await pages?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('is made, built, served, subscribed to and seen in an article', async () => {
    const run = async (...args: string[]): Promise<string> => {
      const { stdout, stderr } = await runPackCommand(args, folder, { signal: stop.signal });
      expect(stderr).toBe('');
      return stdout;
    };
    await run('new', 'my-pack');
    await run('check', 'my-pack');
    await run('build', 'my-pack', '--out', 'site');
    const address = /http:\S+/.exec(await run('serve', 'site'))?.[0] ?? '';

    const text = await readFile(join(folder, 'my-pack/example-article.txt'), 'utf8');
    const [title = '', ...lines] = text.split('\n').filter((line) => line !== '');
    const paragraphs = lines.map((line) => `<p>${line}</p>`).join('');
    await writeFile(
      join(folder, 'article.html'),
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
      <meta property="article:published_time" content="2025-12-04T08:00:00Z">
      <article><h1>${title}</h1>${paragraphs}</article>`,
    );
    pages = await serveFolder(folder);

    const options = await browser.openPage(browser.extensionUrl('src/options/index.html'));
    await grantSitesAndWait(browser, options, '*://127.0.0.1/*');
    await waitForPacks(options);
    await clickControl(options, 'Add a source');
    await options.type(address);
    await options.press('Enter');
    await waitForText(options, `${address} was added.`);

    const article = await browser.openPage(`${pages.url}article.html`);
    await waitForMarks(article);
    const marks = (await readMarks(article)).map(({ kind, text: quote }) => `${kind} ${quote}`);
    expect(marks).toEqual(
      expect.arrayContaining(['person Ada Bergholt', 'plan 12-point harbour plan', 'place Norland']),
    );
  });
});
