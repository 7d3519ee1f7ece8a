import { describe, expect, it } from 'vitest';
import { type BlobEntry, blobPath, manifestPath, sourceIndexName } from '../../src/model/pack.ts';
import { bucketOf } from '../../src/model/pack-digest.ts';
import type { PackRecord } from '../../src/model/record.ts';
import { makePatch } from '../../src/pack-tools/publish/make-patch.ts';
import { listHeld } from '../../src/store/held-packs.ts';
import type { Store } from '../../src/store/open-store.ts';
import { staticSource } from '../../src/sync/static-source.ts';
import { type SyncOutcome, syncSource } from '../../src/sync/sync-source.ts';
import { findOrphans } from '../support/find-orphans.ts';
import { freshStore } from '../support/fresh-store.ts';
import { makeRecord } from '../support/make-record.ts';
import {
  addBlob,
  makeSource,
  type SourceFiles,
  type SourcePack,
  serveFiles,
} from '../support/make-source.ts';
import { packsSeen, wrongNames } from '../support/store-contents.ts';

const baseUrl = 'https://packs.example/';
const bucketBits = 4;
const place = (index: number, name = `Place ${index}`): PackRecord =>
  makeRecord(`wd:Q${1_000 + index}`, 'place', [name]);
const first = Array.from({ length: 400 }, (_, index) => place(index));
const renamed = place(398, 'Newtown');
const added = place(500);
const second = [...first.slice(0, 398), renamed, first[399] ?? place(399), added];
const v1: SourcePack = { id: 'talks', sequence: 1, records: first, bucketBits };
const v2: SourcePack = { id: 'talks', sequence: 2, records: second, bucketBits };
const v3: SourcePack = { id: 'talks', sequence: 3, records: [...second, place(501)], bucketBits };
const right = makePatch(first, second);
const put = (record: object): string => `{"put":${JSON.stringify(record)}}\n`;
const bucketsOf = (...records: PackRecord[]): number[] =>
  [...new Set(records.map(({ id }) => bucketOf(id, bucketBits)))].sort((a, b) => a - b);

/** A patch, how it is announced, and what the host has in its place. */
interface Damage {
  readonly name: string;
  readonly text?: string | Uint8Array<ArrayBuffer>;
  readonly announced?: Partial<BlobEntry & { operations: number }>;
  readonly onTheWay?: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> | null;
  /** The buckets that are fetched. */
  readonly fetched: readonly number[];
  /** Where it is not even asked for. */
  readonly isIgnored?: true;
}

const changed = bucketsOf(renamed, added);
const elsewhere = place(7, 'Not what was said');

const damages: readonly Damage[] = [
  { name: 'is what it should be', fetched: [] },
  {
    name: 'deletes what nobody has, as well',
    text: `${right.text}{"delete":"wd:Q9"}\n`,
    announced: { operations: right.operations + 1 },
    fetched: [],
  },
  { name: 'is not there', onTheWay: () => null, fetched: changed },
  { name: 'is cut off', onTheWay: (bytes) => bytes.slice(0, -9), fetched: changed },
  { name: 'is empty on the way', onTheWay: () => new Uint8Array(0), fetched: changed },
  {
    name: 'has a changed byte',
    onTheWay: (bytes) => bytes.map((byte, at) => (at === 20 ? byte ^ 1 : byte)),
    fetched: changed,
  },
  {
    name: 'unpacks to more than was announced',
    announced: { rawBytes: 12 },
    fetched: changed,
  },
  { name: 'is not UTF-8', text: new Uint8Array([0x7b, 0xff, 0xfe, 0x0a]), fetched: changed },
  { name: 'is not JSON', text: '{"put":{"id"\n', fetched: changed },
  { name: 'is a page', text: '<!doctype html><title>Sign in</title>\n', fetched: changed },
  { name: 'puts something that is no record', text: put({ id: 'wd:Q1398' }), fetched: changed },
  {
    name: 'puts a record of a kind that there is not',
    text: put({ ...renamed, kind: 'rumour' }),
    fetched: changed,
  },
  { name: 'does something else', text: '{"rename":"wd:Q1398"}\n', fetched: changed },
  {
    name: 'has an id twice',
    text: put(renamed) + put(renamed),
    announced: { operations: 2 },
    fetched: changed,
  },
  {
    name: 'is out of order',
    text: put(added) + put(renamed),
    announced: { operations: 2 },
    fetched: changed,
  },
  { name: 'is of another length than announced', announced: { operations: 3 }, fetched: changed },
  {
    name: 'is said to be too long for one transaction',
    announced: { operations: 20_001 },
    fetched: changed,
    isIgnored: true,
  },
  { name: 'does nothing', text: '', announced: { operations: 0 }, fetched: changed },
  { name: 'forgets one record', text: put(renamed), announced: { operations: 1 }, fetched: bucketsOf(added) },
  {
    name: 'changes a record that should stay',
    text: makePatch(
      first,
      second.map((each) => (each.id === elsewhere.id ? elsewhere : each)),
    ).text,
    announced: { operations: right.operations + 1 },
    fetched: bucketsOf(elsewhere),
  },
  {
    name: 'takes away a record that should stay',
    text: makePatch(
      first,
      second.filter(({ id }) => id !== elsewhere.id),
    ).text,
    announced: { operations: right.operations + 1 },
    fetched: bucketsOf(elsewhere),
  },
  {
    name: 'changes something in most parts of the pack',
    text: makePatch(
      first,
      first.map((each, at) => (at % 5 === 0 ? place(at, `Wrong ${at}`) : each)),
    ).text,
    announced: { operations: 80 },
    fetched: changed,
  },
];

/** Version 2 with a patch as damaged, and where that lies. */
function offer({ text = right.text, announced, onTheWay = (bytes) => bytes }: Damage) {
  const patchFiles: SourceFiles = new Map();
  const blob = addBlob(patchFiles, text);
  const patch = {
    from: 1,
    to: 2,
    ...blob,
    operations: text === right.text ? right.operations : 1,
    ...announced,
  };
  const files = makeSource([{ ...v2, manifest: { patches: [patch] } }]);
  const path = blobPath(blob.sha256);
  const bytes = onTheWay(patchFiles.get(path) ?? new Uint8Array(0));
  if (bytes) files.set(path, bytes);
  return { files, path };
}

interface Synced {
  readonly outcome: SyncOutcome;
  /** Blobs asked for, by path. */
  readonly blobs: readonly string[];
}

async function sync(store: Store, files: SourceFiles): Promise<Synced> {
  const requests: { url: string; init: RequestInit | undefined }[] = [];
  const source = staticSource({ baseUrl, fetch: serveFiles(files, baseUrl, requests) });
  const { signal } = new AbortController();
  const outcome = await syncSource({ store, source, sourceId: baseUrl, signal });
  const paths = requests.map(({ url }) => url.slice(baseUrl.length));
  return { outcome, blobs: paths.filter((path) => path.startsWith('blob/')) };
}

/** Paths of the buckets of version 2. */
function bucketPaths(files: SourceFiles, buckets: readonly number[]): string[] {
  const json = (path: string) => JSON.parse(new TextDecoder().decode(files.get(path)));
  const manifest = json(manifestPath('talks', json(sourceIndexName).packs[0].manifest.sha256));
  return buckets.map((bucket) => blobPath(manifest.buckets[bucket].sha256));
}

async function expectVersion(store: Store, { sequence, records }: SourcePack): Promise<void> {
  expect(await packsSeen(store)).toEqual([
    { id: 'talks', sequence, records: records.toSorted((a, b) => (a.id < b.id ? -1 : 1)) },
  ]);
  expect(await wrongNames(store)).toEqual([]);
  expect(await findOrphans(store)).toEqual([]);
}

describe('a patch that', () => {
  it.each(damages)(
    '$name costs bytes at most: the new version is in use, and nobody is asked',
    async (damage) => {
      const store = await freshStore();
      await sync(store, makeSource([v1]));
      const { files, path } = offer(damage);
      const { outcome, blobs } = await sync(store, files);
      expect(outcome).toEqual({ type: 'updated', packIds: ['talks'] });
      expect(blobs).toEqual([...(damage.isIgnored ? [] : [path]), ...bucketPaths(files, damage.fetched)]);
      await expectVersion(store, v2);
      expect(await listHeld(store)).toEqual([]);
    },
  );
});

describe('a version whose patch is no good and whose parts are damaged too', () => {
  it.each([
    ['cut off', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, bytes.length >> 1)],
    ['empty', () => new Uint8Array(0)],
    ['other files', () => new TextEncoder().encode('<!doctype html>')],
  ])(
    '(%s) leaves the old version, and the next sync goes on with what is mended alone',
    async (_how, damage) => {
      const store = await freshStore();
      await sync(store, makeSource([v1]));
      const { files } = offer({ name: '', onTheWay: () => null, fetched: [] });
      const [one = '', other = ''] = bucketPaths(files, changed);
      const whole = files.get(other) ?? new Uint8Array(0);
      files.set(other, damage(whole));
      const { outcome } = await sync(store, files);
      expect(outcome).toMatchObject({ type: 'failed', reason: 'hash-mismatch', packIds: [] });
      expect(outcome).toMatchObject({ message: expect.stringContaining(other) });
      await expectVersion(store, v1);

      // Its rows are there already.
      files.delete(one);
      files.set(other, whole);
      expect((await sync(store, files)).outcome).toEqual({ type: 'updated', packIds: ['talks'] });
      await expectVersion(store, v2);
      await sync(store, makeSource([v3]));
      await expectVersion(store, v3);
    },
  );

  it('has parts in two places, one of which is damaged', () => {
    expect(changed).toHaveLength(2);
  });
});
