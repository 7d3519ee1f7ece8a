import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askBackgroundFrom, waitForPacks } from '../../src/dev-tools/ask-extension.ts';
import type { ExtensionBrowser, TestPage } from '../../src/dev-tools/extension-browser.ts';
import { launchBrowser } from '../../src/dev-tools/launch-browser.ts';
import { type ServedFolder, serveFolder } from '../../src/pack-tools/serve-folder.ts';
import { writeSource } from '../../src/pack-tools/write-source.ts';
import { makeRecord } from '../support/make-record.ts';
import { clickControl, waitForText } from '../support/use-page.ts';

describe.each(['chromium', 'firefox'] as const)('a version that lost most of its records, in %s', (name) => {
  let browser: ExtensionBrowser;
  let server: ServedFolder;
  let folder: string;
  let options: TestPage;

  const publish = async (sequence: number, count: number): Promise<void> => {
    const records = Array.from({ length: count }, (_, index) =>
      makeRecord(`x:${index}`, 'place', [`Harbour ${index}`]),
    );
    const pack = {
      id: 'harbours',
      title: 'Harbours',
      publisher: 'The Pilot',
      licence: 'CC0-1.0',
      sequence,
      records,
    };
    await writeSource({ packs: [pack], publisher: 'The Pilot', folder: join(folder, 'site') });
  };
  const versionInUse = async (): Promise<number | undefined> => {
    const { packs } = await askBackgroundFrom(options, 'getStatus', {});
    return packs.find(({ id }) => id === 'harbours')?.sequence;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'newsgloss-held-'));
    await publish(1, 200);
    server = await serveFolder(join(folder, 'site'));
    browser = await launchBrowser(name);
    await browser.grantSites('*://127.0.0.1/*');
    options = await browser.openPage(browser.extensionUrl('src/options/index.html'));
    await waitForPacks(options);
    await askBackgroundFrom(options, 'addSource', { url: server.url });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await rm(folder, { recursive: true });
  });

  test('is not used, and the options say why and what it would change', async () => {
    await publish(2, 20);
    await clickControl(options, 'Sync now');
    await waitForText(
      options,
      'Version 2 of “Harbours” is not used: it has 20 records where the version in use has 200. ' +
        'It would add 0 records, change 0 and remove 180.',
    );
    expect(await versionInUse()).toBe(1);
  });

  test('is used when the reader says so, who can go back', async () => {
    await clickControl(options, 'Use version 2');
    await waitForText(options, 'Version 2 of “Harbours” is in use. You can go back.');
    expect(await versionInUse()).toBe(2);
    await clickControl(options, 'Back to version 1');
    await waitForText(options, 'Version 1 of “Harbours” is in use again.');
    expect(await versionInUse()).toBe(1);
  });

  test('is left alone from then on, and the next one is taken', async () => {
    await clickControl(options, 'Sync now');
    await waitForText(options, 'All sources are up to date.');
    expect(await versionInUse()).toBe(1);
    await publish(3, 201);
    await askBackgroundFrom(options, 'syncNow', { sourceId: server.url });
    expect(await versionInUse()).toBe(3);
  });
});
