import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { sourceIndexName } from '../../src/model/pack.ts';
import type { Store } from '../../src/store/open-store.ts';
import { listPacks } from '../../src/store/packs.ts';
import { readRecordsOfPack } from '../../src/store/records.ts';
import { lookUp } from '../../src/store/surface-forms.ts';
import { staticSource } from '../../src/sync/static-source.ts';
import { sweepLeftovers } from '../../src/sync/sweep-leftovers.ts';
import { syncSource } from '../../src/sync/sync-source.ts';
import { findOrphans } from '../support/find-orphans.ts';
import { freshStore } from '../support/fresh-store.ts';
import { Killed, killedBefore } from '../support/killed-store.ts';
import { makeRecord } from '../support/make-record.ts';
import { makeSource, type SourceFiles, serveFiles } from '../support/make-source.ts';

const baseUrl = 'https://packs.example/';
const signal = new AbortController().signal;
/** The new version needs several transactions. */
const lengths = { Old: 60, New: 560 };
const recordsOf = (version: keyof typeof lengths) =>
  Array.from({ length: lengths[version] }, (_, index) =>
    makeRecord(`wd:Q${index}`, 'place', [`${version} place ${index}`]),
  );
const oldFiles = makeSource([
  { id: 'gone', sequence: 1, records: [makeRecord('wd:Q9999', 'place', ['Old place of another pack'])] },
  { id: 'talks', sequence: 1, records: recordsOf('Old') },
]);
const newFiles = makeSource([{ id: 'talks', sequence: 2, records: recordsOf('New'), bucketBits: 1 }]);

const sync = (store: Store, files: SourceFiles, fetch = serveFiles(files, baseUrl)) =>
  syncSource({ store, source: staticSource({ baseUrl, fetch }), sourceId: baseUrl, signal });

/** `old`, `new` or `mixed`, by everything that a reader can ask. */
async function versionSeen(store: Store): Promise<string> {
  const packs = await listPacks(store);
  const names: string[] = [];
  for (const pack of packs.filter(({ id }) => id === 'talks')) {
    for await (const batch of readRecordsOfPack(store, pack)) {
      names.push(...batch.map(({ record }) => record.label.en));
    }
  }
  const found = await lookUp(store, 'place 17', { limit: 1, language: null });
  const sequence = packs.find(({ id }) => id === 'talks')?.sequence;
  for (const [name, number] of [
    ['Old', 1],
    ['New', 2],
  ] as const) {
    const isWhole = names.length === lengths[name] && names.every((each) => each.startsWith(`${name} `));
    if (isWhole && sequence === number && found[0]?.matched === `${name} place 17`) return name;
  }
  return 'mixed';
}

async function expectTidyNewVersion(store: Store): Promise<void> {
  expect(await versionSeen(store)).toBe('New');
  const packs = await listPacks(store);
  expect(packs.map(({ id }) => id)).toEqual(['talks']);
  expect(await findOrphans(store)).toEqual([]);
  const connection = await store.connect();
  expect(await connection.count('records')).toBe(lengths.Old + lengths.New);
  expect(await connection.count('jobs')).toBe(0);
}

describe('an update that is killed', () => {
  it('before any of its transactions leaves the whole old or the whole new pack, and the next sync completes it', async () => {
    const seen: string[] = [];
    let isCompleted = false;
    for (let number = 1; !isCompleted; number++) {
      const store = await freshStore();
      await sync(store, oldFiles);
      const dying = killedBefore(store, number);
      isCompleted = await sync(dying, newFiles).then(
        () => true,
        (error: unknown) => {
          expect(error).toBeInstanceOf(Killed);
          return false;
        },
      );
      expect(dying.wasKilled()).toBe(!isCompleted);
      const version = await versionSeen(store);
      seen.push(version);

      await sweepLeftovers(store);
      expect(await versionSeen(store)).toBe(version);
      await sync(store, newFiles);
      await expectTidyNewVersion(store);
    }
    expect(new Set(seen)).toEqual(new Set(['Old', 'New']));
    // Once the new version is in use, a later kill does not bring the old one back.
    expect(seen).toEqual([...seen].sort().reverse());
  }, 30_000);
});

describe('an update whose source fails', () => {
  const paths = [...newFiles.keys()];

  it.each(paths)('at %s keeps the whole old pack, and the next sync completes it', async (path) => {
    const store = await freshStore();
    await sync(store, oldFiles);
    const serve = serveFiles(newFiles, baseUrl);
    const failing: typeof globalThis.fetch = async (input, init) => {
      if (input === baseUrl + path) throw new TypeError('Failed to fetch');
      return serve(input, init);
    };
    expect(await sync(store, newFiles, failing)).toMatchObject({
      type: 'failed',
      reason: 'offline',
      packIds: [],
    });
    expect(await versionSeen(store)).toBe('Old');
    expect(await findOrphans(store)).toEqual([]);

    expect(await sync(store, newFiles)).toEqual({ type: 'updated', packIds: ['talks', 'gone'] });
    await expectTidyNewVersion(store);
  });

  it('includes the index, the manifest and both buckets', () => {
    expect(paths.map((path) => path.split('/')[0])).toEqual(['blob', 'blob', 'targets', sourceIndexName]);
  });
});

describe('an update without room on the disk', () => {
  it.each([
    ['Chromium', new DOMException('Internal error: IO error: NO_SPACE', 'UnknownError')],
    ['Firefox', new DOMException('The quota has been exceeded.', 'QuotaExceededError')],
  ])('of %s keeps the old pack, drops what it had staged and says what to do', async (_browser, full) => {
    const store = await freshStore();
    await sync(store, oldFiles);
    let rowCount = 0;
    const add = vi.spyOn(IDBObjectStore.prototype, 'add');
    onTestFinished(() => add.mockRestore());
    // The first batch still finds room.
    add.mockImplementation(function put(this: IDBObjectStore, row: unknown) {
      if (++rowCount > 510) throw full;
      return this.put(row);
    });
    expect(await sync(store, newFiles)).toEqual({
      type: 'failed',
      reason: 'disk-full',
      what: expect.any(String),
      message:
        'There is no room left on this device for the packs. Free some space, then sync again. The packs ' +
        'installed from this source stay in use. Newsgloss will try again by itself.',
      packIds: [],
    });
    expect(rowCount).toBeGreaterThan(510);
    expect(await versionSeen(store)).toBe('Old');
    expect(await (await store.connect()).count('records')).toBe(lengths.Old + 1);
  });
});
