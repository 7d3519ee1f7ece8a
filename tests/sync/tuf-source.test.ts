import { afterEach, describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/open-store.ts';
import { listPacks } from '../../src/store/packs.ts';
import { readRecordsOfPack } from '../../src/store/records.ts';
import { listTrustedMetadata } from '../../src/store/trusted-metadata.ts';
import { armFailpoint, disarmFailpoints } from '../../src/sync/failpoints.ts';
import { openSource } from '../../src/sync/open-source.ts';
import { removeSource } from '../../src/sync/remove-source.ts';
import { type SyncOutcome, syncSource } from '../../src/sync/sync-source.ts';
import { freshStore } from '../support/fresh-store.ts';
import { makeRecord } from '../support/make-record.ts';
import { makeSource, type SourceFiles, type SourcePack, serveFiles } from '../support/make-source.ts';
import { copiesInMemory, SignedSource } from '../support/signed-source.ts';
import { attacks, rememberRepository } from '../support/tuf-attacks.ts';
import { day, makeKey, start } from '../support/tuf-simulator.ts';

const remote = 'https://packs.example/';
const local = 'http://127.0.0.1:8080/';

const demo = (sequence: number, label: string): SourcePack => ({
  id: 'demo',
  sequence,
  records: [makeRecord('wd:Q1', 'place', [label])],
});

/** A reader's browser: its database, and what it keeps beside it. */
interface Reader {
  readonly store: Store;
  readonly copies: ReturnType<typeof copiesInMemory>;
}
const newReader = async (): Promise<Reader> => ({ store: await freshStore(), copies: copiesInMemory() });

interface SyncRun {
  readonly baseUrl?: string;
  readonly rootSha256?: string | null;
  readonly onDay?: number;
  readonly requests?: { url: string; init: RequestInit | undefined }[];
}

function sync(
  { store, copies }: Reader,
  source: SignedSource | SourceFiles,
  { baseUrl = remote, rootSha256 = null, onDay = 1, requests }: SyncRun = {},
): Promise<SyncOutcome> {
  const files = source instanceof SignedSource ? source.files() : source;
  const reader = openSource({
    baseUrl,
    isOwn: false,
    rootSha256,
    store,
    copies,
    sourceId: baseUrl,
    fetch: serveFiles(files, baseUrl, requests),
    now: () => new Date(start.getTime() + onDay * day),
  });
  return syncSource({ store, source: reader, sourceId: baseUrl, signal: new AbortController().signal });
}

/** The labels of all records that a reader has. */
async function labels({ store }: Reader): Promise<string[]> {
  const found: string[] = [];
  for (const pack of await listPacks(store)) {
    for await (const batch of readRecordsOfPack(store, pack)) {
      found.push(...batch.map(({ record }) => record.label.en));
    }
  }
  return found;
}

/** The version of each file of metadata that the database has, by its own words. */
async function versionsKept({ store }: Reader): Promise<Record<string, number>> {
  const rows = await listTrustedMetadata(store, remote);
  const versions: Record<string, number> = {};
  for (const role of ['root', 'timestamp', 'snapshot', 'targets']) {
    const bytes = rows.get(role);
    if (bytes) versions[role] = JSON.parse(new TextDecoder().decode(bytes)).signed.version;
  }
  return versions;
}

/** A source that was published twice, and a reader who has its packs. */
async function subscribed(run: SyncRun = {}): Promise<{ source: SignedSource; reader: Reader }> {
  const source = new SignedSource([demo(1, 'Oldest')]);
  source.publish([demo(2, 'Old')]);
  const reader = await newReader();
  expect(await sync(reader, source, run)).toEqual({ type: 'updated', packIds: ['demo'] });
  return { source, reader };
}

afterEach(disarmFailpoints);

describe('a signed source', () => {
  test('gives its packs, and what was verified is kept with the fingerprint of its first root', async () => {
    const { source, reader } = await subscribed();
    expect(await labels(reader)).toEqual(['Old']);
    expect(await versionsKept(reader)).toEqual({ root: 1, timestamp: 3, snapshot: 3, targets: 3 });
    const text = (role: 'root' | 'timestamp' | 'snapshot') =>
      new TextDecoder().decode(source.repository.newest(role));
    expect(reader.copies.stored.get(remote)).toEqual({
      rootSha256: source.rootSha256,
      signedBy: source.repository.keys.targets.map(({ id }) => id),
      refreshedAt: start.getTime() + day,
      expiresAt: start.getTime() + 3 * day,
      restored: null,
      root: text('root'),
      timestamp: text('timestamp'),
      snapshot: text('snapshot'),
    });
  });

  test('is asked for no more than the next root and the timestamp as long as it has nothing new', async () => {
    const { source, reader } = await subscribed();
    const requests: { url: string; init: RequestInit | undefined }[] = [];
    expect(await sync(reader, source, { requests })).toEqual({ type: 'upToDate' });
    const careful = {
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    };
    expect(requests).toEqual(
      ['2.root.json', 'timestamp.json'].map((name) => ({
        url: `${remote}metadata/${name}`,
        init: expect.objectContaining(careful),
      })),
    );
  });

  test('brings what was published since', async () => {
    const { source, reader } = await subscribed();
    source.publish([
      demo(3, 'New'),
      { id: 'other', sequence: 1, records: [makeRecord('wd:Q2', 'plan', ['Other'])] },
    ]);
    expect(await sync(reader, source)).toEqual({ type: 'updated', packIds: ['demo', 'other'] });
    expect(await labels(reader)).toEqual(['New', 'Other']);
  });

  test('may sign other files besides packs, but no pack without its version', async () => {
    const { source, reader } = await subscribed();
    source.repository.targets = { ...source.repository.targets, 'notes/demo/manifest.json': 'a note' };
    source.repository.publish();
    expect(await sync(reader, source)).toEqual({ type: 'upToDate' });
    const nothing = { bytes: new Uint8Array(), custom: {} };
    source.repository.targets = { ...source.repository.targets, 'packs/other/manifest.json': nothing };
    source.repository.publish();
    expect(await sync(reader, source)).toMatchObject({
      reason: 'wrong-format',
      what: expect.stringContaining('packs/other/manifest.json'),
    });
  });

  test('whose new list of packs goes back to an older version of one is refused', async () => {
    const { source, reader } = await subscribed();
    source.publish([demo(1, 'Oldest')]);
    expect(await sync(reader, source)).toMatchObject({ reason: 'rollback' });
    expect(await labels(reader)).toEqual(['Old']);
  });

  test.each(['targets/', 'blob/'])(
    'with one changed byte in a file below %s leaves the old pack',
    async (below) => {
      const { source, reader } = await subscribed();
      const before = source.files();
      source.publish([demo(3, 'New')]);
      const files = source.files();
      for (const [path, bytes] of files) {
        if (path.startsWith(below) && !before.has(path))
          files.set(path, bytes.with(40, 1 + (bytes[40] ?? 0)));
      }
      expect(await sync(reader, files)).toMatchObject({ reason: 'hash-mismatch' });
      expect(await labels(reader)).toEqual(['Old']);
      expect(await sync(reader, source)).toEqual({ type: 'updated', packIds: ['demo'] });
    },
  );
});

describe('an attacker who gives a reader', () => {
  test.each(attacks)('$sentence is refused in words, and the old pack stays', async ({ attack, onDay }) => {
    const { source, reader } = await subscribed();
    const { repository } = source;
    const kept = await listTrustedMetadata(reader.store, remote);
    const copy = reader.copies.stored.get(remote);
    const goBack = rememberRepository(repository);
    attack(repository);

    const refused = await sync(reader, source, onDay === undefined ? {} : { onDay });
    expect(refused).toMatchObject({ type: 'failed', packIds: [] });
    if (refused.type === 'failed') {
      expect(refused.message).toMatch(
        /^.{40,} The packs installed from this source stay in use\. Newsgloss .*\.$/,
      );
    }
    expect(await labels(reader)).toEqual(['Old']);
    expect(await listTrustedMetadata(reader.store, remote)).toEqual(kept);
    expect(reader.copies.stored.get(remote)).toEqual(copy);

    goBack();
    repository.versions.timestamp += 5;
    source.publish([demo(3, 'New')]);
    expect(await sync(reader, source)).toEqual({ type: 'updated', packIds: ['demo'] });
    expect(await labels(reader)).toEqual(['New']);
  });

  test('a whole other source in the place of the first is told what to do about it', async () => {
    const { reader } = await subscribed();
    const strangers = new SignedSource([demo(9, 'Forged')]);
    for (let times = 0; times < 5; times++) strangers.repository.publish();
    expect(await sync(reader, strangers)).toMatchObject({
      reason: 'bad-signature',
      message: expect.stringMatching(
        /not signed by the keys that Newsgloss trusts for it: its file “timestamp”.*remove the source and add it again/,
      ),
    });
    expect(await labels(reader)).toEqual(['Old']);
  });

  test('files that nobody signed any more gets nowhere, not even on this computer', async () => {
    const { reader } = await subscribed({ baseUrl: local });
    const unsigned = makeSource([demo(9, 'Forged')]);
    expect(await sync(reader, unsigned, { baseUrl: local })).toMatchObject({ reason: 'not-signed' });
    expect(await labels(reader)).toEqual(['Old']);
  });

  test('the same timestamp for too long has the reader told since when and what to do', async () => {
    const { source, reader } = await subscribed();
    expect(await sync(reader, source, { onDay: 4 })).toMatchObject({
      reason: 'signature-expired',
      message:
        'The newest signature that https://packs.example/ has ran out on 4 June 2025: either its publisher has not signed ' +
        'again since, or somebody keeps newer files back. Check that the date and time of this device are right; if they ' +
        'are, tell the publisher. The packs installed from this source stay in use. Newsgloss will look again by itself.',
    });
    expect(await labels(reader)).toEqual(['Old']);
  });

  test('a clock that is a year ahead keeps the old pack and has the reader look at the clock, until it is right', async () => {
    const { source, reader } = await subscribed();
    source.publish([demo(3, 'New')]);
    expect(await sync(reader, source, { onDay: 366 })).toMatchObject({
      reason: 'signature-expired',
      what: expect.stringContaining('Check that the date and time of this device are right'),
    });
    expect(await labels(reader)).toEqual(['Old']);
    expect(await sync(reader, source)).toEqual({ type: 'updated', packIds: ['demo'] });
    expect(await labels(reader)).toEqual(['New']);
  });

  test('a clock that is a year behind keeps nobody from updates', async () => {
    const { source, reader } = await subscribed();
    source.publish([demo(3, 'New')]);
    expect(await sync(reader, source, { onDay: -365 })).toEqual({ type: 'updated', packIds: ['demo'] });
  });

  test.each([
    ['targets', 100, '30 August 2025'],
    ['root', 400, '1 June 2026'],
  ] as const)('%s past their day names that file and the day', async (role, onDay, date) => {
    const { source, reader } = await subscribed();
    Object.assign(source.repository.expiresOnDay, { timestamp: 500, snapshot: 500 });
    source.repository.publishSnapshot();
    expect(await sync(reader, source, { onDay })).toMatchObject({
      reason: 'signature-expired',
      what: expect.stringContaining(`its file “${role}” at https://packs.example/ ran out on ${date}.`),
    });
  });
});

describe('roots', () => {
  test('that the old one signed are kept although the rest of the refresh is refused, and nothing else is', async () => {
    const { source, reader } = await subscribed();
    const before = await versionsKept(reader);
    source.repository.rotateRoot();
    source.repository.signers = { timestamp: [makeKey()] };
    source.publish([demo(3, 'Forged')]);
    expect(await sync(reader, source)).toMatchObject({ reason: 'bad-signature' });
    expect(await versionsKept(reader)).toEqual({ ...before, root: 2 });
    expect(JSON.parse(reader.copies.stored.get(remote)?.root ?? '').signed.version).toBe(2);
  });

  test('lead to new keys, and the fingerprint by which the source was taken up stays', async () => {
    const { source, reader } = await subscribed();
    const { rootSha256 } = source;
    source.repository.keys = { ...source.repository.keys, targets: [makeKey()] };
    source.repository.rotateRoot();
    source.publish([demo(3, 'New')]);
    expect(await sync(reader, source)).toEqual({ type: 'updated', packIds: ['demo'] });
    expect(reader.copies.stored.get(remote)).toMatchObject({
      rootSha256,
      signedBy: source.repository.keys.targets.map(({ id }) => id),
    });
  });

  test('that replace a stolen timestamp key make it harmless, even if it ran far ahead', async () => {
    const { source, reader } = await subscribed();
    const honest = source.repository.versions.timestamp;
    source.repository.versions.timestamp = 1_000_000;
    source.repository.publishTimestamp();
    expect(await sync(reader, source)).toEqual({ type: 'upToDate' });
    source.repository.versions.timestamp = honest;
    source.repository.keys = { ...source.repository.keys, timestamp: [makeKey()] };
    source.repository.publishRoot();
    source.publish([demo(3, 'New')]);
    expect(await sync(reader, source)).toEqual({ type: 'updated', packIds: ['demo'] });
  });
});

describe('a source that is taken up', () => {
  test('by the fingerprint of its root is taken when that is right, also after its keys were changed', async () => {
    const source = new SignedSource([demo(1, 'Old')]);
    const { rootSha256 } = source;
    source.repository.rotateRoot();
    const reader = await newReader();
    expect(await sync(reader, source, { rootSha256 })).toEqual({ type: 'updated', packIds: ['demo'] });
    expect(await sync(reader, source, { rootSha256 })).toEqual({ type: 'upToDate' });
  });

  test('by another fingerprint is refused, and nothing of it is kept', async () => {
    const source = new SignedSource([demo(1, 'Forged')]);
    const reader = await newReader();
    const rootSha256 = '0a'.repeat(32);
    expect(await sync(reader, source, { rootSha256 })).toMatchObject({
      reason: 'root-changed',
      message:
        `https://packs.example/ is not the source that was asked for: the fingerprint of its root is sha256:${source.rootSha256}, ` +
        `where the address says sha256:${rootSha256}. Ask the publisher for the address again, and take it from a place that you ` +
        'trust. Nothing was installed from this source. Newsgloss takes nothing from it until this is settled.',
    });
    expect(await listTrustedMetadata(reader.store, remote)).toEqual(new Map());
    expect(reader.copies.stored.size).toBe(0);
  });

  test('without any is held to its first root from then on', async () => {
    const { source, reader } = await subscribed();
    expect(await sync(reader, source, { rootSha256: '0a'.repeat(32) })).toMatchObject({
      reason: 'root-changed',
    });
    expect(await sync(reader, source, { rootSha256: source.rootSha256 })).toEqual({ type: 'upToDate' });
  });

  test('is trusted only once all of it was verified', async () => {
    const source = new SignedSource([demo(1, 'Old')]);
    const reader = await newReader();
    source.repository.rotateRoot();
    source.repository.signers = { snapshot: [makeKey()] };
    source.repository.publish();
    expect(await sync(reader, source)).toMatchObject({ reason: 'bad-signature' });
    expect(await listTrustedMetadata(reader.store, remote)).toEqual(new Map());
    expect(reader.copies.stored.size).toBe(0);
  });

  test('from elsewhere than this computer must be signed', async () => {
    const reader = await newReader();
    expect(await sync(reader, makeSource([demo(1, 'Forged')]))).toMatchObject({
      reason: 'not-signed',
      what:
        'This source is not signed: there is no https://packs.example/metadata/1.root.json. Packs that nobody signed are taken ' +
        'from this computer alone, for trying. Check the address, or ask the publisher for a signed source.',
    });
    expect(await labels(reader)).toEqual([]);
  });

  test('from somewhere that answers everything with a page is not taken for one', async () => {
    const reader = await newReader();
    const page = new TextEncoder().encode('<!doctype html><title>Log in</title>');
    const files = new Map(['1.root', '2.root', 'timestamp'].map((name) => [`metadata/${name}.json`, page]));
    expect(await sync(reader, files)).toMatchObject({
      reason: 'wrong-format',
      what: expect.stringContaining('a login page may have answered instead'),
    });
  });
});

describe('this computer', () => {
  test.each([local, 'http://localhost:8080/', 'http://[::1]:8080/', 'https://127.0.0.9/'])(
    'at %s may give packs that nobody signed',
    async (baseUrl) => {
      const reader = await newReader();
      const outcome = await sync(reader, makeSource([demo(1, 'On trial')]), { baseUrl });
      expect(outcome).toEqual({ type: 'updated', packIds: ['demo'] });
      expect(reader.copies.stored.size).toBe(0);
    },
  );

  test('is held to the signatures that it has, whatever else lies beside them', async () => {
    const source = new SignedSource([demo(1, 'Signed')]);
    const files = new Map([...makeSource([demo(2, 'Unsigned')]), ...source.files()]);
    const reader = await newReader();
    expect(await sync(reader, files, { baseUrl: local })).toEqual({ type: 'updated', packIds: ['demo'] });
    expect(await labels(reader)).toEqual(['Signed']);
  });

  test.each([
    ['has lost its first root', (files: SourceFiles) => void files.delete('metadata/1.root.json'), null],
    [
      'is asked for by a fingerprint and has no signatures',
      (files: SourceFiles) => {
        for (const path of files.keys()) if (path.startsWith('metadata/')) files.delete(path);
      },
      '0a'.repeat(32),
    ],
  ])('is not read unsigned when it %s', async (_what, damage, rootSha256) => {
    const files = new Map([
      ...makeSource([demo(2, 'Unsigned')]),
      ...new SignedSource([demo(1, 'Signed')]).files(),
    ]);
    damage(files);
    const reader = await newReader();
    expect(await sync(reader, files, { baseUrl: local, rootSha256 })).toMatchObject({ reason: 'not-signed' });
    expect(await labels(reader)).toEqual([]);
  });
});

describe('what is remembered of a source', () => {
  /** The database as it is after the browser dropped it. */
  const withoutDatabase = async ({ copies }: Reader): Promise<Reader> => ({
    store: await freshStore(),
    copies,
  });

  test('outlives the database: older files are refused, the newest are taken, and the reader is told', async () => {
    const { source, reader } = await subscribed();
    const old = source.files();
    source.publish([demo(3, 'New')]);
    await sync(reader, source);
    const emptied = await withoutDatabase(reader);
    expect(await sync(emptied, old)).toMatchObject({ reason: 'rollback' });
    expect(await labels(emptied)).toEqual([]);

    expect(await sync(emptied, source, { onDay: 2 })).toEqual({ type: 'updated', packIds: ['demo'] });
    expect(await labels(emptied)).toEqual(['New']);
    expect(reader.copies.stored.get(remote)).toMatchObject({
      rootSha256: source.rootSha256,
      restored: { from: 'copy', restoredAt: start.getTime() + 2 * day },
    });
  });

  test('keeps other keys out although the database is gone', async () => {
    const { reader } = await subscribed();
    const emptied = await withoutDatabase(reader);
    expect(await sync(emptied, new SignedSource([demo(9, 'Forged')]))).toMatchObject({
      reason: 'bad-signature',
    });
  });

  test('is the higher version of the two when the database was put back to an older state', async () => {
    const { source, reader } = await subscribed();
    const old = source.files();
    const oldRows = await listTrustedMetadata(reader.store, remote);
    source.repository.rotateRoot();
    source.publish([demo(3, 'New')]);
    await sync(reader, source);
    const connection = await reader.store.connect();
    for (const [role, bytes] of oldRows)
      await connection.put('trustedMetadata', { sourceId: remote, role, bytes });
    expect(await sync(reader, old)).toMatchObject({ reason: 'rollback' });
    expect(await sync(reader, source)).toEqual({ type: 'upToDate' });
    expect(await versionsKept(reader)).toEqual({ root: 2, timestamp: 4, snapshot: 4, targets: 4 });
    expect(reader.copies.stored.get(remote)?.restored).toEqual({
      from: 'copy',
      restoredAt: expect.any(Number),
    });
  });

  test('is copied anew from the database when the copy is lost', async () => {
    const { source, reader } = await subscribed();
    const copy = reader.copies.stored.get(remote);
    reader.copies.stored.clear();
    expect(await sync(reader, source)).toEqual({ type: 'upToDate' });
    const restored = { from: 'database', restoredAt: start.getTime() + day };
    expect(reader.copies.stored.get(remote)).toEqual({ ...copy, restored });
    expect(await sync(reader, source, { onDay: 2 })).toEqual({ type: 'upToDate' });
    expect(reader.copies.stored.get(remote)?.restored).toEqual(restored);
  });

  test('goes with the source', async () => {
    const { reader } = await subscribed();
    await removeSource(reader.store, remote);
    reader.copies.stored.clear();
    const anew = new SignedSource([demo(1, 'Anew')]);
    expect(await sync(reader, anew)).toEqual({ type: 'updated', packIds: ['demo'] });
    expect(await labels(reader)).toEqual(['Anew']);
  });
});

describe('a refresh that is killed', () => {
  class Killed extends Error {}

  test.each([
    ['K1', 'before anything is kept', { root: 1, timestamp: 3, snapshot: 3, targets: 3 }],
    ['K2', 'once all of it is kept', { root: 2, timestamp: 4, snapshot: 4, targets: 4 }],
  ] as const)('at %s, %s, leaves the old pack, and the next sync completes it', async (name, _when, kept) => {
    const { source, reader } = await subscribed();
    source.repository.rotateRoot();
    source.publish([demo(3, 'New')]);
    for (let time = 0; time < 25; time++) {
      armFailpoint(name, {
        pass: 1,
        act: () => {
          throw new Killed();
        },
      });
      await expect(sync(reader, source)).rejects.toThrow(Killed);
      expect(await labels(reader)).toEqual(['Old']);
      expect(await versionsKept(reader)).toEqual(kept);
    }
    expect(await sync(reader, source)).toEqual({ type: 'updated', packIds: ['demo'] });
    expect(await labels(reader)).toEqual(['New']);
    expect(reader.copies.stored.get(remote)).toMatchObject({ restored: null });
    expect(await sync(reader, source)).toEqual({ type: 'upToDate' });
  });

  test.each(['K1', 'K2'] as const)('at %s while a source is added is begun again', async (name) => {
    const source = new SignedSource([demo(1, 'New')]);
    const reader = await newReader();
    armFailpoint(name, {
      pass: 1,
      act: () => {
        throw new Killed();
      },
    });
    await expect(sync(reader, source)).rejects.toThrow(Killed);
    expect(await labels(reader)).toEqual([]);
    expect(await sync(reader, source)).toEqual({ type: 'updated', packIds: ['demo'] });
    expect(await labels(reader)).toEqual(['New']);
  });
});
