import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { database } from '../../src/background/database.ts';
import { sourceStatuses } from '../../src/background/sources.ts';
import { addSource, deleteSource, syncSources } from '../../src/background/sync-packs.ts';
import { trustedCopies } from '../../src/background/trusted-copies.ts';
import type { SourceTrust } from '../../src/model/status.ts';
import { listPacks } from '../../src/store/packs.ts';
import { installFakeExtension } from '../support/fake-extension.ts';
import { freshStore } from '../support/fresh-store.ts';
import { makeRecord } from '../support/make-record.ts';
import { makeSource, type SourceFiles, type SourcePack, serveFiles } from '../support/make-source.ts';
import { SignedSource } from '../support/signed-source.ts';

vi.mock('../../src/background/database.ts', () => ({ database: vi.fn() }));
vi.mock('../../src/background/engine-host.ts', () => ({ knowledgeOfPacks: async () => ({}) }));

const address = 'https://packs.example/';
const local = 'http://127.0.0.1:8080/';
const demo: SourcePack = { id: 'demo', sequence: 1, records: [makeRecord('wd:Q1', 'place', ['One'])] };

const serve = (files: SourceFiles, baseUrl = address) => vi.stubGlobal('fetch', serveFiles(files, baseUrl));

/** Of each source besides the bundled one. */
const trusts = async (): Promise<Record<string, SourceTrust>> =>
  Object.fromEntries((await sourceStatuses()).slice(1).map(({ id, trust }) => [id, trust]));

beforeEach(async () => {
  installFakeExtension();
  vi.mocked(database).mockResolvedValue(await freshStore());
});
afterEach(() => vi.unstubAllGlobals());

const signedNow = (): SignedSource => new SignedSource([demo], new Date());

test('a source that is added by the fingerprint of its root reports it, and who signed until when', async () => {
  const source = signedNow();
  serve(source.files());
  await addSource(`${address}#root=sha256:${source.rootSha256}`);
  expect((await listPacks(await database())).map(({ id }) => id)).toEqual(['demo']);
  expect(await trusts()).toEqual({
    [address]: {
      type: 'signed',
      rootSha256: source.rootSha256,
      signedBy: source.repository.keys.targets.map(({ id }) => id),
      refreshedAt: expect.any(Number),
      expiresAt: expect.any(Number),
      restored: null,
    },
  });
});

test('a source that is being added is told of meanwhile, and an alarm takes up what a killed worker left of it', async () => {
  const { alarms } = installFakeExtension();
  let answer: (response: Response) => void = () => undefined;
  const fetch = vi.fn(
    () =>
      new Promise<Response>((resolve) => {
        answer = resolve;
      }),
  );
  vi.stubGlobal('fetch', fetch);
  const adding = addSource(address);
  await vi.waitFor(async () =>
    expect((await sourceStatuses()).slice(1)).toEqual([
      {
        id: address,
        url: address,
        isBundled: false,
        trust: { type: 'unknown' },
        lastSuccessAt: null,
        state: { type: 'adding', progress: null },
      },
    ]),
  );
  expect([...alarms.keys()]).toEqual(['resume-sync']);
  await vi.waitFor(() => expect(fetch).toHaveBeenCalled());
  answer(new Response('busy', { status: 503 }));
  await expect(adding).rejects.toThrow('The source was not added.');
  expect((await sourceStatuses()).slice(1)).toEqual([]);
  expect([...alarms.keys()]).toEqual([]);
});

test('a source with another root than the address asks for is not added, and leaves nothing', async () => {
  serve(signedNow().files());
  await expect(addSource(`${address}#root=sha256:${'0a'.repeat(32)}`)).rejects.toThrow(
    /not the source that was asked for.* The source was not added\.$/,
  );
  expect(await trusts()).toEqual({});
  expect(await trustedCopies.read(address)).toBeNull();
});

test('a source elsewhere that is not signed is not added', async () => {
  serve(makeSource([demo]));
  await expect(addSource(address)).rejects.toThrow(/^This source is not signed: /);
  expect(await trusts()).toEqual({});
});

test('a source on this computer that is not signed says so', async () => {
  serve(makeSource([demo]), local);
  await addSource(local);
  expect(await trusts()).toEqual({ [local]: { type: 'unsigned' } });
});

test('a source that was removed is trusted anew when it is added again', async () => {
  serve(signedNow().files());
  await addSource(address);
  await deleteSource(address);
  expect(await trustedCopies.read(address)).toBeNull();
  const anew = signedNow();
  serve(anew.files());
  await addSource(address);
  expect(await trusts()).toMatchObject({ [address]: { rootSha256: anew.rootSha256 } });
});

test('what a worker remembered that was killed while it added a source does not count', async () => {
  const first = signedNow();
  serve(first.files());
  await addSource(address);
  const copy = await trustedCopies.read(address);
  await deleteSource(address);
  if (copy) await trustedCopies.write(address, copy);

  const anew = signedNow();
  serve(anew.files());
  await addSource(`${address}#root=sha256:${anew.rootSha256}`);
  expect(await trusts()).toMatchObject({ [address]: { rootSha256: anew.rootSha256 } });
});

test('a copy that is damaged counts as lost', async () => {
  const source = signedNow();
  serve(source.files());
  await addSource(address);
  const copy = await trustedCopies.read(address);
  if (copy) await trustedCopies.write(address, { ...copy, expiresAt: Number.NaN });
  expect(await trusts()).toEqual({ [address]: { type: 'unknown' } });
  await syncSources(address);
  expect(await trusts()).toMatchObject({ [address]: { restored: { from: 'database' } } });
});

const other = 'https://other.example/';
const elsewhere: SourcePack = { id: 'extra', sequence: 1, records: [makeRecord('wd:Q2', 'place', ['Two'])] };
const packIds = async (): Promise<string[]> => (await listPacks(await database())).map(({ id }) => id);

/** Serves both sources; what is asked of the first waits until it is let go. */
function serveSlowly(sources: Readonly<Record<string, SourceFiles>>, slow: string) {
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const asked = vi.fn();
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    const [base = '', files = new Map()] =
      Object.entries(sources).find(([address]) => url.startsWith(address)) ?? [];
    if (base === slow) {
      asked(url);
      await gate;
    }
    return serveFiles(files, base)(url, init);
  });
  return { letGo, asked };
}

test('a source that is removed while another one syncs does not come back by the sync that was to follow', async () => {
  const sources = {
    [address]: signedNow().files(),
    [other]: new SignedSource([elsewhere], new Date()).files(),
  };
  serveSlowly(sources, '').letGo();
  await addSource(address);
  await addSource(other);
  const { letGo, asked } = serveSlowly(sources, address);
  const syncing = syncSources(null);
  await vi.waitFor(() => expect(asked).toHaveBeenCalled());
  const removing = deleteSource(other);
  await new Promise((resolve) => setTimeout(resolve, 20));
  letGo();
  await Promise.all([syncing, removing]);
  expect(await packIds()).toEqual(['demo']);
  expect(Object.keys(await trusts())).toEqual([address]);
  expect(await trustedCopies.read(other)).toBeNull();
});

test('a source that is removed while it syncs is not listed again at the end of the sync', async () => {
  const sources = { [address]: signedNow().files() };
  serveSlowly(sources, '').letGo();
  await addSource(address);
  const { letGo, asked } = serveSlowly(sources, address);
  const syncing = syncSources(address);
  await vi.waitFor(() => expect(asked).toHaveBeenCalled());
  const removing = deleteSource(address);
  await new Promise((resolve) => setTimeout(resolve, 20));
  letGo();
  await Promise.all([syncing, removing]);
  expect(await packIds()).toEqual([]);
  expect(await trusts()).toEqual({});
});

test('the same source added a second time meanwhile is refused, and the first one stays', async () => {
  const source = signedNow();
  const { letGo, asked } = serveSlowly({ [address]: source.files() }, address);
  const adding = addSource(`${address}#root=sha256:${source.rootSha256}`);
  await vi.waitFor(() => expect(asked).toHaveBeenCalled());
  const again = addSource(`${address}#root=sha256:${'0a'.repeat(32)}`);
  const removal = deleteSource(address);
  const refusals = Promise.all([
    expect(again).rejects.toThrow('This source is being added already.'),
    expect(removal).rejects.toThrow('This source is still being added. Remove it once that is done.'),
  ]);
  await new Promise((resolve) => setTimeout(resolve, 20));
  letGo();
  await adding;
  await refusals;
  expect(await packIds()).toEqual(['demo']);
  expect(Object.keys(await trusts())).toEqual([address]);
});
