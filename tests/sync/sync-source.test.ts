import { describe, expect, it, onTestFinished } from 'vitest';
import { sourceIndexName } from '../../src/model/pack.ts';
import { addDigests, bucketOf } from '../../src/model/pack-digest.ts';
import type { PackRecord } from '../../src/model/record.ts';
import type { InstallProgress } from '../../src/model/status.ts';
import type { Store } from '../../src/store/open-store.ts';
import { listPacks } from '../../src/store/packs.ts';
import { readRecordsOfPack } from '../../src/store/records.ts';
import { removeSource } from '../../src/sync/remove-source.ts';
import { staticSource } from '../../src/sync/static-source.ts';
import { type SyncOutcome, syncSource } from '../../src/sync/sync-source.ts';
import { findOrphans } from '../support/find-orphans.ts';
import { freshStore } from '../support/fresh-store.ts';
import { makeRecord } from '../support/make-record.ts';
import {
  addBucket,
  hashOf,
  jsonBytes,
  linesOf,
  makeSource,
  type SourceFiles,
  type SourcePack,
  serveFiles,
} from '../support/make-source.ts';

const baseUrl = 'https://packs.example/';
const one = makeRecord('wd:Q1', 'place', ['One']);
const two = makeRecord('wd:Q2', 'plan', ['Two']);
const three = makeRecord('wd:Q3', 'event', ['Three']);

const talks = (sequence: number, records: readonly PackRecord[], bucketBits = 0): SourcePack => ({
  id: 'talks',
  sequence,
  records,
  bucketBits,
});

interface SyncRun {
  readonly sourceId?: string;
  readonly signal?: AbortSignal;
  readonly fetch?: typeof globalThis.fetch;
  readonly onProgress?: (progress: InstallProgress) => void;
}

function sync(store: Store, files: SourceFiles, run: SyncRun = {}): Promise<SyncOutcome> {
  const { fetch = serveFiles(files, baseUrl), signal = new AbortController().signal, ...more } = run;
  return syncSource({ store, source: staticSource({ baseUrl, fetch }), sourceId: baseUrl, signal, ...more });
}

/** What readers see: every pack's version and the ids of its records. */
async function contents(store: Store): Promise<Record<string, string>> {
  const seen: Record<string, string> = {};
  for (const pack of await listPacks(store)) {
    seen[pack.id] = `${pack.sequence}:`;
    for await (const batch of readRecordsOfPack(store, pack)) {
      for (const { packId, record } of batch) seen[packId] += ` ${record.id}`;
    }
  }
  return seen;
}

async function countRows(store: Store): Promise<{ records: number; surfaceForms: number }> {
  const connection = await store.connect();
  return {
    records: await connection.count('records'),
    surfaceForms: await connection.count('surfaceForms'),
  };
}

describe('syncSource', () => {
  it('installs, then has nothing to do, then updates and keeps the version before, and no older one', async () => {
    const store = await freshStore();
    const files = makeSource([talks(1, [one, three, two], 2)]);
    expect(await sync(store, files)).toEqual({ type: 'updated', packIds: ['talks'] });
    expect(await contents(store)).toEqual({ talks: '1: wd:Q1 wd:Q2 wd:Q3' });
    expect(await listPacks(store)).toEqual([
      {
        id: 'talks',
        sourceId: baseUrl,
        sequence: 1,
        generation: 1,
        title: 'Pack talks',
        publisher: 'The Publisher',
        licence: 'CC0-1.0',
        recordCount: 3,
        manifestSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        installedAt: expect.any(Number),
      },
    ]);

    const requests: { url: string; init: RequestInit | undefined }[] = [];
    const fetch = serveFiles(files, baseUrl, requests);
    expect(await sync(store, files, { fetch })).toEqual({ type: 'upToDate' });
    expect(requests.map(({ url }) => url)).toEqual([baseUrl + sourceIndexName]);

    expect(await sync(store, makeSource([talks(2, [two])]))).toEqual({ type: 'updated', packIds: ['talks'] });
    expect(await contents(store)).toEqual({ talks: '2: wd:Q2' });
    expect(await countRows(store)).toEqual({ records: 4, surfaceForms: 2 });
    expect((await listPacks(store)).map(({ previous }) => previous?.sequence)).toEqual([1]);

    expect(await sync(store, makeSource([talks(3, [three])]))).toMatchObject({ type: 'updated' });
    expect(await contents(store)).toEqual({ talks: '3: wd:Q3' });
    expect(await countRows(store)).toEqual({ records: 2, surfaceForms: 2 });
    expect(await findOrphans(store)).toEqual([]);
  });

  it('takes new contents although the publisher forgot to raise the sequence', async () => {
    const store = await freshStore();
    await sync(store, makeSource([talks(1, [one])]));
    expect(await sync(store, makeSource([talks(1, [two])]))).toEqual({ type: 'updated', packIds: ['talks'] });
    expect(await contents(store)).toEqual({ talks: '1: wd:Q2' });
  });

  it('removes a pack that the source no longer offers, and only that one', async () => {
    const store = await freshStore();
    await sync(store, makeSource([talks(1, [one]), { id: 'world', sequence: 7, records: [two] }]));
    const others = serveFiles(makeSource([{ id: 'other', sequence: 1, records: [three] }]), baseUrl);
    await sync(store, new Map(), { sourceId: 'another', fetch: others });
    expect(await sync(store, makeSource([talks(1, [one])]))).toEqual({ type: 'updated', packIds: ['world'] });
    expect(await contents(store)).toEqual({ talks: '1: wd:Q1', other: '1: wd:Q3' });
    expect(await countRows(store)).toEqual({ records: 2, surfaceForms: 2 });
  });

  it('reports how far it is', async () => {
    const store = await freshStore();
    const many = Array.from({ length: 1_200 }, (_, index) =>
      makeRecord(`wd:Q${10_000 + index}`, 'place', [`Place ${index}`]),
    );
    const progress: InstallProgress[] = [];
    await sync(store, makeSource([talks(1, many)]), {
      onProgress: (step) => progress.push(step),
    });
    const bytesTotal = progress[0]?.bytesTotal ?? 0;
    expect(bytesTotal).toBeGreaterThan(1_000);
    const common = { packId: 'talks', title: 'Pack talks', recordCount: 1_200, bytesTotal };
    expect(progress).toEqual([
      { ...common, stage: 'fetching', recordsDone: 0, bytesDone: 0 },
      { ...common, stage: 'fetching', recordsDone: 500, bytesDone: 0 },
      { ...common, stage: 'fetching', recordsDone: 1_000, bytesDone: 0 },
      { ...common, stage: 'fetching', recordsDone: 1_200, bytesDone: bytesTotal },
      { ...common, stage: 'naming', recordsDone: 1_200, bytesDone: bytesTotal },
      { ...common, stage: 'checking', recordsDone: 1_200, bytesDone: bytesTotal },
    ]);
  });

  it('refuses to go back, keeps what is newer, and takes the next version', async () => {
    const store = await freshStore();
    await sync(store, makeSource([talks(5, [one])]));
    expect(await sync(store, makeSource([talks(4, [two])]))).toEqual({
      type: 'failed',
      reason: 'rollback',
      what: expect.any(String),
      message:
        'The source offers version 4 of pack “talks”, which is older than version 5 that it offered before. ' +
        'The packs installed from this source stay in use. Newsgloss will take the next version that is newer.',
      packIds: [],
    });
    expect(await contents(store)).toEqual({ talks: '5: wd:Q1' });
    expect(await sync(store, makeSource([talks(6, [two])]))).toMatchObject({ type: 'updated' });
  });

  it('refuses to go back even after the pack was withdrawn, or was seen but never installed', async () => {
    const withdrawn = await freshStore();
    await sync(withdrawn, makeSource([talks(5, [one])]));
    await sync(withdrawn, makeSource([]));
    expect(await sync(withdrawn, makeSource([talks(4, [one])]))).toMatchObject({ reason: 'rollback' });

    const seen = await freshStore();
    const files = makeSource([talks(5, [one])]);
    for (const path of files.keys()) if (path !== sourceIndexName) files.delete(path);
    expect(await sync(seen, files)).toMatchObject({ reason: 'not-found' });
    expect(await sync(seen, makeSource([talks(4, [one])]))).toMatchObject({ reason: 'rollback' });
  });

  it('never lets a pack take the place of another source’s, and installs the rest', async () => {
    const store = await freshStore();
    await sync(store, makeSource([talks(1, [one])]), { sourceId: 'bundled' });
    const files = makeSource([talks(9, [two]), { id: 'world', sequence: 1, records: [three] }]);
    expect(await sync(store, files)).toEqual({
      type: 'failed',
      reason: 'refused',
      what:
        'Pack “talks” is already installed from another source (bundled), published by The Publisher; two sources ' +
        'cannot both give it.',
      message: expect.stringMatching(
        /^Pack “talks” is already.* The packs installed from this source stay in use\. A pack that comes with Newsgloss stays;/,
      ),
      packIds: ['world'],
    });
    expect(await contents(store)).toEqual({ talks: '1: wd:Q1', world: '1: wd:Q3' });
  });

  it('updates the other packs when one of them is broken', async () => {
    const store = await freshStore();
    const broken: SourcePack = {
      id: 'aaa',
      sequence: 1,
      records: [{ ...one, kind: 'nonsense' } as unknown as PackRecord],
    };
    expect(await sync(store, makeSource([broken, talks(1, [two])]))).toMatchObject({
      type: 'failed',
      reason: 'wrong-format',
      packIds: ['talks'],
    });
    expect(await contents(store)).toEqual({ talks: '1: wd:Q2' });
  });

  it('serialises two syncs that race, so that the second has nothing left to do', async () => {
    const store = await freshStore();
    const files = makeSource([talks(1, [one, two])]);
    const requests: { url: string; init: RequestInit | undefined }[] = [];
    const fetch = serveFiles(files, baseUrl, requests);
    const outcomes = await Promise.all([sync(store, files, { fetch }), sync(store, files, { fetch })]);
    expect(outcomes).toEqual([{ type: 'updated', packIds: ['talks'] }, { type: 'upToDate' }]);
    expect(requests.map(({ url }) => url.split('/')[3])).toEqual([
      'source.json',
      'targets',
      'blob',
      'source.json',
    ]);
    expect(await contents(store)).toEqual({ talks: '1: wd:Q1 wd:Q2' });
  });

  it('uses the browser’s locks where there are any', async () => {
    const asked: unknown[] = [];
    Object.defineProperty(globalThis, 'navigator', {
      configurable: true,
      value: {
        locks: {
          request: (name: string, _options: unknown, work: () => Promise<unknown>) => {
            asked.push(name);
            return work();
          },
        },
      },
    });
    onTestFinished(() => {
      Reflect.deleteProperty(globalThis, 'navigator');
    });
    const store = await freshStore();
    expect(await sync(store, makeSource([talks(1, [one])]))).toMatchObject({ type: 'updated' });
    expect(asked).toEqual(['newsgloss-sync']);
  });

  it('stops when it is told to, and says so', async () => {
    const store = await freshStore();
    const stopping = new AbortController();
    const many = Array.from({ length: 1_200 }, (_, index) => makeRecord(`wd:Q${index}`, 'place', ['Place']));
    const run = { signal: stopping.signal, onProgress: () => stopping.abort() };
    expect(await sync(store, makeSource([talks(1, many)]), run)).toEqual({
      type: 'failed',
      reason: 'cancelled',
      what: expect.any(String),
      message: 'The sync was stopped. Nothing was installed from this source. Sync again at any time.',
      packIds: [],
    });
    expect(await countRows(store)).toEqual({ records: 0, surfaceForms: 0 });
  });

  it('calls a stop by the clock a timeout', async () => {
    const signal = AbortSignal.abort(new DOMException('too long', 'TimeoutError'));
    expect(await sync(await freshStore(), makeSource([]), { signal })).toMatchObject({ reason: 'timeout' });
  });
});

describe('a malformed source', () => {
  const rows: { name: string; damage: (files: SourceFiles) => SourceFiles; reason: string; says: RegExp }[] =
    [
      {
        name: 'an index that is a web page',
        damage: (files) => files.set(sourceIndexName, new TextEncoder().encode('<!doctype html>')),
        reason: 'not-json',
        says: /source\.json is not JSON\. .*login page/,
      },
      {
        name: 'an index that is not UTF-8',
        damage: (files) => files.set(sourceIndexName, new Uint8Array([0x22, 0xff, 0x22])),
        reason: 'not-json',
        says: /source\.json is not JSON/,
      },
      {
        name: 'an index of another format',
        damage: (files) => files.set(sourceIndexName, jsonBytes({ format: 'newsgloss-source-2', packs: [] })),
        reason: 'wrong-format',
        says: /source\.json: format/,
      },
      {
        name: 'an index with a pack id that is a path',
        damage: (files) => {
          const manifest = { sha256: 'a'.repeat(64), bytes: 1 };
          const packs = [{ id: '../other', sequence: 1, manifest }];
          const index = { format: 'newsgloss-source-1', publisher: 'X', packs };
          return files.set(sourceIndexName, jsonBytes(index));
        },
        reason: 'wrong-format',
        says: /packs\.0\.id/,
      },
      {
        name: 'two packs of one id',
        damage: () => makeSource([talks(2, [two]), talks(3, [two])]),
        reason: 'wrong-format',
        says: /two packs “talks”/,
      },
      { name: 'no index', damage: () => new Map(), reason: 'not-found', says: /There is no .*source\.json/ },
      {
        name: 'an index above its limit',
        damage: (files) => files.set(sourceIndexName, new Uint8Array((1 << 20) + 1)),
        reason: 'too-large',
        says: /longer than/,
      },
      {
        name: 'a changed manifest',
        damage: (files) => changeFiles(files, 'targets/'),
        reason: 'hash-mismatch',
        says: /not the file that the source announced/,
      },
      {
        name: 'a changed bucket',
        damage: (files) => changeFiles(files, 'blob/'),
        reason: 'hash-mismatch',
        says: /not the file that the source announced/,
      },
      {
        name: 'a manifest that announces itself too large',
        damage: () => {
          const manifest = { sha256: 'a'.repeat(64), bytes: 2 ** 40 };
          const packs = [{ id: 'talks', sequence: 2, manifest }];
          return new Map([
            [sourceIndexName, jsonBytes({ format: 'newsgloss-source-1', publisher: 'X', packs })],
          ]);
        },
        reason: 'too-large',
        says: /manifest of pack “talks” has 1099511627776 bytes/,
      },
      {
        name: 'a manifest of another pack',
        damage: () => withManifest({ id: 'world' }),
        reason: 'wrong-format',
        says: /announced version 2 of pack “talks”, but the manifest is of version 2 of “world”/,
      },
      {
        name: 'a manifest of another version',
        damage: () => withManifest({ sequence: 3 }),
        reason: 'wrong-format',
        says: /manifest is of version 3/,
      },
      {
        name: 'a manifest with a field missing',
        damage: () => withManifest({ licence: undefined }),
        reason: 'wrong-format',
        says: /pack manifest: licence/,
      },
      {
        name: 'fewer records than the manifest says',
        damage: () => withManifest({ recordCount: 5 }),
        reason: 'wrong-format',
        says: /buckets do not hold as many records as the pack/,
      },
      {
        name: 'a bucket with another number of records than it should have',
        damage: () => withBucket(linesOf([one]), { recordCount: 2 }),
        reason: 'wrong-format',
        says: /part 1 of 1 has 1 records where 2 were announced/,
      },
      {
        name: 'a bucket that unpacks to more than announced',
        damage: () => withBucket(new Uint8Array(1_000_000).fill(0x20), { rawBytes: 1_000 }),
        reason: 'too-large',
        says: /unpacks to more than the 1000 bytes announced/,
      },
      {
        name: 'a bucket that unpacks to less than announced',
        damage: () => withBucket(linesOf([one]), { rawBytes: 100_000 }),
        reason: 'wrong-format',
        says: /where 100000 were announced/,
      },
      {
        name: 'a bucket that announces itself too large',
        damage: () => withBucket(linesOf([one]), { rawBytes: 2 ** 40 }),
        reason: 'too-large',
        says: /Newsgloss takes at most/,
      },
      {
        name: 'a bucket that is not gzip',
        damage: () => {
          const files = makeSource([]);
          const bytes = linesOf([one]);
          const sha256 = hashOf(bytes);
          files.set(`blob/${sha256.slice(0, 2)}/${sha256}.gz`, bytes);
          return addPack(files, {
            buckets: [
              { ...addBucket(new Map(), bytes), sha256, bytes: bytes.length, rawSha256: 'a'.repeat(64) },
            ],
            bucketBits: 0,
          });
        },
        reason: 'wrong-format',
        says: /not a whole gzip file/,
      },
      {
        name: 'a bucket that is not UTF-8',
        damage: () => withBucket(new Uint8Array([0xff, 0xfe, 0x0a])),
        reason: 'wrong-format',
        says: /not UTF-8/,
      },
      {
        name: 'a line that is not JSON',
        damage: () => withBucket(new TextEncoder().encode(`${JSON.stringify(one)}\n{"id":\n`)),
        reason: 'not-json',
        says: /part 1 of 1, line 2 is not JSON/,
      },
      {
        name: 'an empty line',
        damage: () => withBucket(new TextEncoder().encode(`\n${JSON.stringify(one)}\n`)),
        reason: 'not-json',
        says: /line 1 is not JSON/,
      },
      {
        name: 'a line without end',
        damage: () => withBucket(new TextEncoder().encode('['.repeat(1_100_000))),
        reason: 'too-large',
        says: /line 1 is too long/,
      },
      {
        name: 'a record of an unknown kind',
        damage: () => withBucket(linesOf([one, { ...two, kind: 'rumour' }])),
        reason: 'wrong-format',
        says: /line 2: record wd:Q2: kind/,
      },
      {
        name: 'a record with a field that nobody knows',
        damage: () => withBucket(linesOf([{ ...one, script: 'x' }])),
        reason: 'wrong-format',
        says: /line 1: record wd:Q1: script/,
      },
      {
        name: 'a statement without a citation',
        damage: () => {
          const value = { type: 'number', number: 28 };
          return withBucket(
            linesOf([{ ...two, statements: [{ property: 'pointCount', value, citations: [] }] }]),
          );
        },
        reason: 'wrong-format',
        says: /line 1: record wd:Q2: statements\.0\.citations/,
      },
      {
        name: 'one record twice',
        damage: () => withBucket(linesOf([one, one, two])),
        reason: 'wrong-format',
        says: /record wd:Q1 is in the pack twice/,
      },
      {
        name: 'records out of order',
        damage: () => withBucket(linesOf([two, one])),
        reason: 'wrong-format',
        says: /line 2: record wd:Q1 stands after one/,
      },
      {
        name: 'a record in another bucket than its own',
        damage: () => {
          const files: SourceFiles = new Map();
          const own = bucketOf(one.id, 1);
          const buckets = [[], []].map((none, at) => addBucket(files, linesOf(at === own ? none : [one])));
          return addPack(files, { buckets, bucketBits: 1 });
        },
        reason: 'wrong-format',
        says: /belongs into another part of the pack/,
      },
      {
        name: 'a bucket with other records than its digest says',
        damage: () =>
          withBucket(linesOf([one, two]), { digest: addBucket(new Map(), linesOf([three])).digest }),
        reason: 'wrong-format',
        says: /part 1 of 1 does not hold the records that were announced/,
      },
      {
        name: 'a bucket that unpacks to something else than announced',
        damage: () => withBucket(linesOf([one]), { rawSha256: 'a'.repeat(64) }),
        reason: 'wrong-format',
        says: /does not unpack to what the source announced/,
      },
      {
        name: 'fewer buckets than their bits say',
        damage: () => withManifest({ bucketBits: 1 }),
        reason: 'wrong-format',
        says: /buckets are not as many/,
      },
      {
        name: 'buckets whose digests do not add up',
        damage: () => withManifest({ digest: 'a'.repeat(32) }),
        reason: 'wrong-format',
        says: /digests of the buckets do not add up/,
      },
    ];

  it.each(rows)('changes nothing and says what is wrong: $name', async ({ damage, reason, says }) => {
    const store = await freshStore();
    await sync(store, makeSource([talks(1, [one, three])]));
    const before = await countRows(store);
    const outcome = await sync(store, damage(makeSource([talks(2, [two])])));
    expect(outcome).toEqual({
      type: 'failed',
      reason,
      what: expect.any(String),
      message: expect.stringMatching(says),
      packIds: [],
    });
    expect(outcome).toMatchObject({
      what: expect.any(String),
      message: expect.stringContaining('The packs installed from this source stay in use. Newsgloss will'),
    });
    expect(await contents(store)).toEqual({ talks: '1: wd:Q1 wd:Q3' });
    expect(await countRows(store)).toEqual(before);
  });
});

describe('removeSource', () => {
  it('removes the packs of one source and lets it come back as if it were new', async () => {
    const store = await freshStore();
    await sync(store, makeSource([{ id: 'world', sequence: 1, records: [two] }]), { sourceId: 'bundled' });
    await sync(store, makeSource([talks(5, [one, three])]));
    expect(await removeSource(store, baseUrl)).toEqual(['talks']);
    expect(await contents(store)).toEqual({ world: '1: wd:Q2' });
    expect(await countRows(store)).toEqual({ records: 1, surfaceForms: 1 });
    expect(await sync(store, makeSource([talks(1, [one])]))).toMatchObject({ type: 'updated' });
  });
});

/** Flips a bit in every file below a folder. */
function changeFiles(files: SourceFiles, folder: string): SourceFiles {
  for (const [path, bytes] of files) {
    const [first = 0] = bytes;
    if (path.startsWith(folder)) files.set(path, new Uint8Array([first ^ 1, ...bytes.subarray(1)]));
  }
  return files;
}

const withManifest = (manifest: Record<string, unknown>): SourceFiles =>
  makeSource([{ id: 'talks', sequence: 2, records: [one, two], manifest }]);

/** Version 2 of the pack with one bucket of these bytes, and false claims about it. */
function withBucket(raw: Uint8Array<ArrayBuffer>, claims: Partial<Bucket> = {}): SourceFiles {
  const files: SourceFiles = new Map();
  return addPack(files, { buckets: [{ ...addBucket(files, raw), ...claims }], bucketBits: 0 });
}

type Bucket = ReturnType<typeof addBucket>;

/** Keeps the files that are there and publishes a pack that lists these buckets. */
function addPack(
  files: SourceFiles,
  { buckets, bucketBits }: { buckets: readonly Bucket[]; bucketBits: number },
): SourceFiles {
  const recordCount = buckets.reduce((sum, bucket) => sum + bucket.recordCount, 0);
  const digest = addDigests(buckets.map((bucket) => bucket.digest));
  const manifest = { buckets, bucketBits, recordCount, digest };
  return new Map([...files, ...makeSource([{ id: 'talks', sequence: 2, records: [], manifest }])]);
}
