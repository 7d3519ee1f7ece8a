/** What happens to the reader's own device while an update is written. Faults of networks and hosts are in `faults.test.ts`. */

import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { PackRecord } from '../../src/model/record.ts';
import { migrations } from '../../src/store/migrations.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { listPacks } from '../../src/store/packs.ts';
import { readRecordsOfPack } from '../../src/store/records.ts';
import { staticSource } from '../../src/sync/static-source.ts';
import { syncSource } from '../../src/sync/sync-source.ts';
import { findOrphans } from '../support/find-orphans.ts';
import { freshName, freshStore } from '../support/fresh-store.ts';
import { makeRecord } from '../support/make-record.ts';
import { makeSource, serveFiles } from '../support/make-source.ts';

const baseUrl = 'https://packs.example/';
const versionFiles = (sequence: number) =>
  makeSource([
    {
      id: 'towns',
      sequence,
      bucketBits: 1,
      records: Array.from({ length: 40 }, (_, index) =>
        makeRecord(`x:${index}`, 'place', [`Town ${index} of ${sequence}`]),
      ),
    },
  ]);
const [old, next] = [versionFiles(1), versionFiles(2)];

/** A sync; `during` happens when the first part of the pack is asked for. */
function sync(store: Store, files: typeof old, during: () => Promise<unknown> = async () => undefined) {
  const serve = serveFiles(files, baseUrl);
  let isFirst = true;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    if (isFirst && (input instanceof Request ? input.url : input.toString()).includes('/blob/')) {
      isFirst = false;
      await during();
    }
    return serve(input, init);
  };
  const source = staticSource({ baseUrl, fetch });
  return syncSource({ store, source, sourceId: 'the-source', signal: new AbortController().signal });
}

async function labels(store: Store): Promise<string[]> {
  const found: string[] = [];
  for (const pack of await listPacks(store)) {
    for await (const batch of readRecordsOfPack(store, pack)) {
      found.push(...batch.map(({ record }) => record.label.en ?? ''));
    }
  }
  return found.sort();
}
const towns = (sequence: number) =>
  Array.from({ length: 40 }, (_, index) => `Town ${index} of ${sequence}`).sort();

describe('the database', () => {
  let name: string;
  let store: Store;

  beforeEach(async () => {
    name = freshName();
    store = await openStore(name);
    expect(await sync(store, old)).toMatchObject({ type: 'updated' });
  });

  test('that the browser has removed is filled anew by the next sync', async () => {
    store.close();
    await deleteDB(name);
    expect(await labels(store)).toEqual([]);
    expect(await sync(store, next)).toEqual({ type: 'updated', packIds: ['towns'] });
    expect(await labels(store)).toEqual(towns(2));
  });

  test('that the browser closes in the middle of an update is opened again, and the update goes on', async () => {
    const update = sync(store, next, async () => (await store.connect()).close());
    expect(await update).toEqual({ type: 'updated', packIds: ['towns'] });
    expect(await labels(store)).toEqual(towns(2));
    expect(await findOrphans(store)).toEqual([]);
  });

  test('that the browser removes in the middle of an update is whole after the sync that follows', async () => {
    await sync(store, next, async () => {
      store.close();
      await deleteDB(name);
    });
    expect([[], towns(2)]).toContainEqual(await labels(store));
    await sync(store, next);
    expect(await labels(store)).toEqual(towns(2));
    expect(await findOrphans(store)).toEqual([]);
  });

  test('that a newer Newsgloss takes over in the middle of an update is left to it, the old version whole', async () => {
    const newer = [...migrations, () => undefined];
    let takenOver: Store | null = null;
    const outcome = await sync(store, next, async () => {
      takenOver = await openStore(name, { migrations: newer });
    });
    expect(outcome).toMatchObject({
      type: 'failed',
      message:
        'Newsgloss was updated while this page was open. Reload the page; if this message comes back, update Newsgloss.',
    });
    const reloaded = takenOver ?? (await openStore(name, { migrations: newer }));
    expect(await labels(reloaded)).toEqual(towns(1));
    expect(await sync(reloaded, next)).toEqual({ type: 'updated', packIds: ['towns'] });
    expect(await labels(reloaded)).toEqual(towns(2));
    expect(await findOrphans(reloaded)).toEqual([]);
  });

  test('that an older page keeps blocked says so, and serves the old version once that page is closed', async () => {
    store.close();
    const stubborn = await openDB(name);
    const newer = { migrations: [...migrations, () => undefined], blockedGraceMs: 0 };
    await expect(openStore(name, newer)).rejects.toThrow(
      'An older Newsgloss page still holds the database. Close all other tabs of Newsgloss, then try again.',
    );
    stubborn.close();
    const opened = await openStore(name, newer);
    expect(await labels(opened)).toEqual(towns(1));
    expect(await sync(opened, next)).toEqual({ type: 'updated', packIds: ['towns'] });
  });
});

test.each([
  ['a day later', 24 * 3_600_000],
  ['at once when the clock was a year ahead that day', -365 * 24 * 3_600_000],
])('a version that cannot be read is left alone for a day, and is tried again %s', async (_when, afterMs) => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const store = await freshStore();
  await sync(store, old);
  const broken = { ...makeRecord('x:1', 'place', ['Town']), kind: 'rumour' } as unknown as PackRecord;
  const unreadable = makeSource([{ id: 'towns', sequence: 2, records: [broken] }]);
  let fetched = 0;
  const count = async () => fetched++;
  expect(await sync(store, unreadable, count)).toMatchObject({ reason: 'wrong-format' });
  expect(await sync(store, unreadable, count)).toMatchObject({ reason: 'wrong-format' });
  expect(fetched).toBe(1);
  vi.setSystemTime(Date.now() + afterMs);
  expect(await sync(store, unreadable, count)).toMatchObject({ reason: 'wrong-format' });
  expect(fetched).toBe(2);
  expect(await labels(store)).toEqual(towns(1));
});
