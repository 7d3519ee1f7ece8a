import { beforeEach, expect, test, vi } from 'vitest';
import { adoptLostSources, readSources, writeSource } from '../../src/background/sources.ts';
import { decideOnPacks, prepare, syncAll } from '../../src/background/sync-packs.ts';
import type { PackVersion } from '../../src/model/pack.ts';
import { listPacks } from '../../src/store/packs.ts';
import { type SyncOutcome, syncSource } from '../../src/sync/sync-source.ts';
import { installFakeExtension } from '../support/fake-extension.ts';

vi.mock('../../src/background/database.ts', () => ({ database: async () => ({}) }));
vi.mock('../../src/background/engine-host.ts', () => ({ knowledgeOfPacks: async () => ({}) }));
vi.mock('../../src/store/packs.ts', () => ({ listPacks: vi.fn() }));
vi.mock('../../src/sync/sync-source.ts', () => ({ syncSource: vi.fn() }));

const packOf = (sourceId: string) => ({ id: 'world', sourceId }) as PackVersion;
const bundled = { id: 'bundled', url: '', rootSha256: null, lastSuccessAt: null, failure: null };
const failed: SyncOutcome = {
  type: 'failed',
  reason: 'wrong-format',
  what: 'Damaged.',
  message: 'Damaged.',
  packIds: [],
};

beforeEach(() => {
  installFakeExtension();
  vi.mocked(listPacks).mockResolvedValue([]);
  vi.mocked(syncSource)
    .mockReset()
    .mockResolvedValue({ type: 'updated', packIds: ['world'] });
});

test('a first installation that was cut off between two packs is taken up again', async () => {
  vi.mocked(listPacks).mockResolvedValue([packOf('bundled')]);
  await prepare();
  expect(syncSource).toHaveBeenCalledOnce();
  await prepare();
  expect(syncSource).toHaveBeenCalledOnce();
});

test('one bundled pack that cannot be installed does not keep the others from being used', async () => {
  vi.mocked(listPacks).mockResolvedValue([packOf('bundled')]);
  vi.mocked(syncSource).mockResolvedValue(failed);
  await prepare();
  await prepare();
  expect(syncSource).toHaveBeenCalledOnce();
});

test('without any bundled pack the reader is told why', async () => {
  vi.mocked(syncSource).mockResolvedValue(failed);
  await expect(prepare()).rejects.toThrow('Damaged.');
});

test('a mistake of ours with one source is reported, and the others are synced all the same', async () => {
  await writeSource({ ...bundled, id: 'https://a.example.org/', url: 'https://a.example.org/' });
  await writeSource({ ...bundled, id: 'https://b.example.org/', url: 'https://b.example.org/' });
  vi.mocked(syncSource).mockImplementation(async ({ sourceId }) => {
    if (sourceId === 'https://a.example.org/') throw new TypeError('our mistake');
    return { type: 'upToDate' };
  });
  await expect(syncAll()).rejects.toThrow('our mistake');
  const synced = (await readSources()).filter(({ lastSuccessAt }) => lastSuccessAt !== null);
  expect(synced.map(({ id }) => id)).toContain('https://b.example.org/');
});

test('a source whose packs are there but of which nothing tells is listed again', async () => {
  await writeSource({ ...bundled, lastSuccessAt: 1 });
  await adoptLostSources(async () => [packOf('bundled'), packOf('https://packs.example.org/')]);
  expect((await readSources()).map(({ id }) => id)).toEqual(['bundled', 'https://packs.example.org/']);
});

test('an alarm stands ready to tidy up while a decision of the reader is carried out, and is gone after it', async () => {
  const { alarms } = installFakeExtension();
  const whileDeciding: string[] = [];
  await decideOnPacks(async () => {
    whileDeciding.push(...alarms.keys());
  });
  expect(whileDeciding).toEqual(['resume-sync']);
  expect([...alarms.keys()]).toEqual([]);
});
