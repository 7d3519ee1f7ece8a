import { describe, expect, it } from 'vitest';
import type { PackRecord } from '../../src/model/record.ts';
import { StoreFullError } from '../../src/store/store-errors.ts';
import { type FullDisk, fillDisk } from '../support/fill-disk.ts';
import { findOrphans } from '../support/find-orphans.ts';
import { freshName } from '../support/fresh-store.ts';
import { makeRecord } from '../support/make-record.ts';
import { makeSource, type SourcePack } from '../support/make-source.ts';
import { startWorker, type Worker } from '../support/start-worker.ts';
import { contentsOf, packsSeen, wrongNames } from '../support/store-contents.ts';

const place = (index: number, name = `Place ${index}`): PackRecord =>
  makeRecord(`wd:Q${1_000 + index}`, 'place', [name]);
const first = Array.from({ length: 40 }, (_, index) => place(index));
const second = [...first.slice(0, 38), place(38, 'Newtown'), place(50)];
const v1: SourcePack = { id: 'talks', sequence: 1, records: first, bucketBits: 2 };
const v2: SourcePack = { ...v1, sequence: 2, records: second };
const unreadable = { ...place(3), kind: 'rumour' } as unknown as PackRecord;

const packs = {
  'by a patch': { ...v2, earlier: [v1] },
  'by a patch that has to be mended': { ...v2, earlier: [v1], patchTo: [...second.slice(1)] },
  'by the parts that changed': { ...v2, records: [place(0, 'Firstham'), ...first.slice(1)] },
  'of everything': { ...v2, bucketBits: 3 },
  'that is held': { ...v2, records: first.slice(0, 20) },
  'that cannot be read': { ...v2, records: [...first.slice(0, 3), unreadable] },
} satisfies Record<string, SourcePack>;

const ways: readonly (readonly [string, FullDisk])[] = [
  ['Firefox at the write', { browser: 'Firefox', when: 'at the write' }],
  ['Firefox behind the write', { browser: 'Firefox', when: 'behind the write' }],
  ['Chromium at the write', { browser: 'Chromium', when: 'at the write' }],
];

/** What to do, and what goes on. */
const advice =
  'There is no room left on this device for the packs. Free some space, then sync again. The packs installed from ' +
  'this source stay in use. Newsgloss will try again by itself.';

async function installed(...more: SourcePack[]): Promise<Worker> {
  const worker = await startWorker(freshName());
  for (const pack of [v1, ...more]) await worker.sync(makeSource([pack]));
  return worker;
}

describe.each(ways)('a disk that is full, as in %s,', (_name, disk) => {
  it.each(Object.entries(packs))(
    'at any write of an update %s leaves the old pack in use and nothing else, and the next sync succeeds',
    async (_way, pack) => {
      const files = makeSource([pack]);
      const undisturbed = await installed();
      await undisturbed.sync(files);
      const expected = await contentsOf(undisturbed.store);
      let hasFailed = true;
      for (let write = 1; hasFailed; write++) {
        const worker = await installed();
        const before = await packsSeen(worker.store);
        const full = fillDisk(disk, write);
        const outcome = await worker.sync(files).finally(full.restore);
        hasFailed = full.hasFailed();
        if (!hasFailed) {
          expect(write).toBeGreaterThan(3);
          expect(await contentsOf(worker.store)).toEqual(expected);
          break;
        }
        expect(outcome).toMatchObject({ type: 'failed', reason: 'disk-full', message: advice, packIds: [] });
        expect(await packsSeen(worker.store)).toEqual(before);
        expect(await wrongNames(worker.store)).toEqual([]);
        expect(await findOrphans(worker.store)).toEqual([]);
        expect(await (await worker.store.connect()).count('jobs')).toBe(0);
        await worker.sync(files);
        expect(await contentsOf(worker.store)).toEqual(expected);
        worker.store.close();
      }
    },
  );

  it.each([
    ['accepting a held version', packs['that is held'], (worker: Worker) => worker.acceptHeld('talks')],
    ['refusing a held version', packs['that is held'], (worker: Worker) => worker.refuseHeld('talks')],
    ['going back before a patch', packs['by a patch'], (worker: Worker) => worker.rollBackPack('talks')],
    [
      'going back to the generation before',
      packs['by the parts that changed'],
      (worker: Worker) => worker.rollBackPack('talks'),
    ],
  ] as const)('at any write of %s leaves everything as it was, and says so', async (_what, pack, decide) => {
    let hasFailed = true;
    for (let write = 1; hasFailed; write++) {
      const worker = await installed(pack);
      const before = await contentsOf(worker.store);
      const full = fillDisk(disk, write);
      const error: unknown = await decide(worker)
        .then(() => null)
        .catch((cause: unknown) => cause)
        .finally(full.restore);
      hasFailed = full.hasFailed();
      // The worker has modules of its own, and so its own class.
      expect(error instanceof Error ? [error.name, error.message] : error).toEqual(
        hasFailed
          ? [
              new StoreFullError().name,
              'There is no room left on this device for the packs. Free some space, then sync again.',
            ]
          : null,
      );
      if (hasFailed) expect(await contentsOf(worker.store)).toEqual(before);
      else expect(write).toBeGreaterThan(1);
      worker.store.close();
    }
  });
});
