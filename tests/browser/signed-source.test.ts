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
import { rootFingerprint, signFolder, writeMetadata } from '../support/signed-source.ts';
import { attacks, rememberRepository } from '../support/tuf-attacks.ts';
import { TufSimulator } from '../support/tuf-simulator.ts';

/** Those that need no other day: a browser's clock stays as it is. */
const attacksToday = attacks.filter(({ onDay }) => onDay === undefined);

describe.each(['chromium', 'firefox'] as const)('a source that its publisher signs, in %s', (name) => {
  let browser: ExtensionBrowser;
  let server: ServedFolder;
  let folder: string;
  let options: TestPage;
  let serial = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'newsgloss-signed-'));
    server = await serveFolder(folder);
    browser = await launchBrowser(name);
    await browser.grantSites('*://127.0.0.1/*');
    options = await browser.openPage(browser.extensionUrl('src/options/index.html'));
    await waitForPacks(options);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await rm(folder, { recursive: true });
  });

  /** A source of its own for each test, published three times. */
  async function openSource() {
    const id = `demo-${++serial}`;
    const [site, repository] = [join(folder, id), new TufSimulator(new Date())];
    const publish = async (sequence: number): Promise<void> => {
      const records = [makeRecord('x:1', 'place', [`Harbour ${sequence}`])];
      const pack = { id, title: id, publisher: 'The Pilot', licence: 'CC0-1.0', sequence, records };
      await writeSource({ packs: [pack], publisher: 'The Pilot', folder: site });
      await signFolder(repository, site);
    };
    for (const sequence of [1, 2, 3]) await publish(sequence);
    const url = `${server.url}${id}/`;
    const read = async () => {
      const { sources, packs } = await askBackgroundFrom(options, 'getStatus', {});
      return {
        source: sources.find((source) => source.id === url) ?? null,
        sequence: packs.find((pack) => pack.id === id)?.sequence ?? null,
      };
    };
    return {
      url,
      site,
      repository,
      publish,
      read,
      address: `${url}#root=sha256:${rootFingerprint(repository)}`,
    };
  }

  test('is taken up by the fingerprint in its address, shows it, and is updated', async () => {
    const { url, repository, publish, read, address } = await openSource();
    await askBackgroundFrom(options, 'addSource', { url: address });
    expect(await read()).toMatchObject({
      source: { trust: { type: 'signed', rootSha256: rootFingerprint(repository) }, state: { type: 'idle' } },
      sequence: 3,
    });
    await publish(4);
    await askBackgroundFrom(options, 'syncNow', { sourceId: url });
    expect(await read()).toMatchObject({ source: { state: { type: 'idle' } }, sequence: 4 });
  });

  test('of another publisher than the address says is refused, and nothing of it is kept', async () => {
    const { url, read } = await openSource();
    const address = `${url}#root=sha256:${'0'.repeat(64)}`;
    await expect(askBackgroundFrom(options, 'addSource', { url: address })).rejects.toThrow(
      /is not the source that was asked for/,
    );
    expect(await read()).toEqual({ source: null, sequence: null });
  });

  test.each(attacksToday)(
    'gives nothing new when it has $sentence, and is read again when that is over',
    async ({ attack }) => {
      const { url, site, repository, publish, read, address } = await openSource();
      await askBackgroundFrom(options, 'addSource', { url: address });
      const goBack = rememberRepository(repository);
      attack(repository);
      await writeMetadata(repository.files, site);
      await askBackgroundFrom(options, 'syncNow', { sourceId: url });
      expect(await read()).toMatchObject({ source: { state: { type: 'failed' } }, sequence: 3 });

      goBack();
      repository.versions.timestamp += 5;
      await publish(4);
      await askBackgroundFrom(options, 'syncNow', { sourceId: url });
      expect(await read()).toMatchObject({ source: { state: { type: 'idle' } }, sequence: 4 });
    },
  );
});
