import { describe, expect, it } from 'vitest';
import { describeHeld } from '../../src/model/held-pack.ts';
import type { PackRecord } from '../../src/model/record.ts';
import { listBlocked, listHeld } from '../../src/store/held-packs.ts';
import type { Store } from '../../src/store/open-store.ts';
import { listPacks } from '../../src/store/packs.ts';
import { readRecordsOfPack } from '../../src/store/records.ts';
import { lookUp } from '../../src/store/surface-forms.ts';
import { acceptHeld, NothingHeldError, refuseHeld, rollBackPack } from '../../src/sync/decide-held.ts';
import { staticSource } from '../../src/sync/static-source.ts';
import { syncSource } from '../../src/sync/sync-source.ts';
import { findOrphans } from '../support/find-orphans.ts';
import { freshStore } from '../support/fresh-store.ts';
import { makeRecord } from '../support/make-record.ts';
import { makeSource, type SourceFiles, type SourcePack, serveFiles } from '../support/make-source.ts';

const baseUrl = 'https://packs.example/';
const place = (index: number, name = `Place ${index}`): PackRecord =>
  makeRecord(`wd:Q${1_000 + index}`, 'place', [name]);
const places = (count: number): PackRecord[] => Array.from({ length: count }, (_, index) => place(index));

const first = places(400);
/** One record renamed, one gone, one new. */
const second = [...first.slice(0, 398), place(398, 'Newtown'), place(500)];
const third = [...second.slice(0, 397), ...second.slice(398), place(501, 'Thirdham')];

const v1: SourcePack = { id: 'talks', sequence: 1, records: first, bucketBits: 2 };
const v2: SourcePack = { id: 'talks', sequence: 2, records: second, bucketBits: 2, earlier: [v1] };
const v3: SourcePack = { id: 'talks', sequence: 3, records: third, bucketBits: 2, earlier: [v1, v2] };

interface Synced {
  readonly type: string;
  /** Files asked for, by their folder. */
  readonly asked: readonly string[];
}

async function sync(store: Store, files: SourceFiles): Promise<Synced> {
  const requests: { url: string; init: RequestInit | undefined }[] = [];
  const source = staticSource({ baseUrl, fetch: serveFiles(files, baseUrl, requests) });
  const { signal } = new AbortController();
  const { type } = await syncSource({ store, source, sourceId: baseUrl, signal });
  return { type, asked: requests.map(({ url }) => url.slice(baseUrl.length).split('/')[0] ?? '') };
}

/** Everything that readers can see of the pack. */
async function seen(store: Store): Promise<{ sequence: number; records: PackRecord[] } | null> {
  const [pack] = await listPacks(store);
  if (!pack) return null;
  const records: PackRecord[] = [];
  for await (const batch of readRecordsOfPack(store, pack))
    records.push(...batch.map(({ record }) => record));
  expect(pack.recordCount).toBe(records.length);
  return { sequence: pack.sequence, records };
}

const sorted = (records: readonly PackRecord[]): PackRecord[] =>
  records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const found = async (store: Store, query: string): Promise<string[]> =>
  (await lookUp(store, query, { limit: 5, language: null })).map(({ matched }) => matched);
const expectVersion = async (store: Store, { sequence, records }: SourcePack): Promise<void> => {
  expect(await seen(store)).toEqual({ sequence, records: sorted(records) });
  expect(await findOrphans(store)).toEqual([]);
};

describe('a small change', () => {
  it('comes as a patch, and names follow it', async () => {
    const store = await freshStore();
    await sync(store, makeSource([v1]));
    expect(await sync(store, makeSource([v2]))).toEqual({
      type: 'updated',
      asked: ['source.json', 'targets', 'blob'],
    });
    await expectVersion(store, v2);
    expect([
      await found(store, 'Newtown'),
      await found(store, 'Place 398'),
      await found(store, 'Place 399'),
    ]).toEqual([['Newtown'], [], []]);
  });

  it('comes as a chain of patches where versions were skipped', async () => {
    const store = await freshStore();
    await sync(store, makeSource([v1]));
    expect((await sync(store, makeSource([v3]))).asked).toEqual(['source.json', 'targets', 'blob', 'blob']);
    await expectVersion(store, v3);
  });

  it('comes as the buckets that changed where there is no patch, and the rest is taken over', async () => {
    const store = await freshStore();
    await sync(store, makeSource([v1]));
    const changed = makeSource([{ ...v2, earlier: [], records: [place(0, 'Firstham'), ...first.slice(1)] }]);
    expect((await sync(store, changed)).asked).toEqual(['source.json', 'targets', 'blob']);
    await expectVersion(store, { ...v2, records: [place(0, 'Firstham'), ...first.slice(1)] });
    expect(await found(store, 'Firstham')).toEqual(['Firstham']);
    expect(await found(store, 'Place 17')).toEqual([
      'Place 17',
      ...Array.from({ length: 4 }, (_, i) => `Place 17${i}`),
    ]);
  });

  it('whose patch leads elsewhere is mended with the buckets that differ', async () => {
    const store = await freshStore();
    await sync(store, makeSource([v1]));
    const wrong = [...second.slice(0, 100), place(100, 'Not what was said'), ...second.slice(101)];
    const files = makeSource([{ ...v2, earlier: [v1], patchTo: wrong }]);
    expect((await sync(store, files)).asked).toEqual(['source.json', 'targets', 'blob', 'blob']);
    await expectVersion(store, v2);
    expect(await found(store, 'Not what was said')).toEqual([]);
  });
});

describe('going back', () => {
  it('undoes a patch, blocks the version, and takes the next one', async () => {
    const store = await freshStore();
    await sync(store, makeSource([v1]));
    await sync(store, makeSource([v2]));
    expect(await rollBackPack(store, 'talks')).toMatchObject({ sequence: 1 });
    await expectVersion(store, v1);
    expect([await found(store, 'Newtown'), await found(store, 'Place 398')]).toEqual([[], ['Place 398']]);
    expect((await listBlocked(store)).map(({ sequence }) => sequence)).toEqual([2]);

    expect(await sync(store, makeSource([v2]))).toEqual({ type: 'upToDate', asked: ['source.json'] });
    await expectVersion(store, v1);
    await sync(store, makeSource([v3]));
    await expectVersion(store, v3);
  });

  it('takes the generation before where it was not a patch, and goes no further back', async () => {
    const store = await freshStore();
    await sync(store, makeSource([v1]));
    await sync(store, makeSource([{ ...v2, earlier: [] }]));
    await rollBackPack(store, 'talks');
    await expectVersion(store, v1);
    await expect(rollBackPack(store, 'talks')).rejects.toBeInstanceOf(NothingHeldError);
  });
});

describe('a version that looks wrong', () => {
  const shrunk: SourcePack = { ...v2, records: first.slice(0, 200), earlier: [v1] };

  it('with far fewer records is held, and used when the reader accepts it', async () => {
    const store = await freshStore();
    await sync(store, makeSource([v1]));
    expect((await sync(store, makeSource([shrunk]))).type).toBe('upToDate');
    await expectVersion(store, v1);
    const [held] = await listHeld(store);
    expect(held && describeHeld(held)).toBe(
      'Version 2 of “Pack talks” is not used: it has 200 records where the version in use has 400. It would add 0 ' +
        'records, change 0 and remove 200.',
    );
    expect((await sync(store, makeSource([shrunk]))).asked).toEqual(['source.json']);
    await acceptHeld(store, 'talks');
    await expectVersion(store, shrunk);
    expect(await listHeld(store)).toEqual([]);
  });

  it('is not asked about again once it was refused', async () => {
    const store = await freshStore();
    await sync(store, makeSource([v1]));
    await sync(store, makeSource([shrunk]));
    await refuseHeld(store, 'talks');
    expect(await sync(store, makeSource([shrunk]))).toEqual({ type: 'upToDate', asked: ['source.json'] });
    await expectVersion(store, v1);
    await sync(store, makeSource([v3]));
    await expectVersion(store, v3);
  });

  it('gives way to the next one that does not', async () => {
    const store = await freshStore();
    await sync(store, makeSource([v1]));
    await sync(store, makeSource([shrunk]));
    await sync(store, makeSource([v3]));
    await expectVersion(store, v3);
    expect(await listHeld(store)).toEqual([]);
  });

  it.each([
    ['a patch', [v1]],
    ['buckets', []],
  ])('since its names are everyday words is held, whether it comes as %s', async (_way, earlier) => {
    const words = ['the', 'of', 'and', 'in', 'to', 'die', 'la', 'que', 'les', 'no', 'for'];
    const greedy = [...first.slice(0, 390), ...words.map((word, index) => place(390 + index, word))];
    const store = await freshStore();
    await sync(store, makeSource([v1]));
    await sync(store, makeSource([{ ...v2, records: greedy, earlier }]));
    await expectVersion(store, v1);
    expect((await listHeld(store)).map(({ reason }) => reason)).toEqual([
      { type: 'more-marks', before: 0, after: expect.any(Number) },
    ]);
  });

  it('since it cannot be read is not fetched again for a day', async () => {
    const store = await freshStore();
    await sync(store, makeSource([v1]));
    const odd = { ...place(3), kind: 'rumour' } as unknown as PackRecord;
    const files = makeSource([{ ...v2, records: [odd, ...first.slice(4)], earlier: [] }]);
    expect((await sync(store, files)).type).toBe('failed');
    expect(await sync(store, files)).toEqual({ type: 'failed', asked: ['source.json'] });
    expect((await listHeld(store)).map(({ reason, version }) => [reason.type, version])).toEqual([
      ['unreadable', null],
    ]);
    expect(await acceptHeld(store, 'talks')).toBe('released');
    expect((await sync(store, files)).asked.length).toBeGreaterThan(2);
    await sync(store, makeSource([v3]));
    await expectVersion(store, v3);
    expect(await listHeld(store)).toEqual([]);
  });
});
