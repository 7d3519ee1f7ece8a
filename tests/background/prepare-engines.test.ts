import { expect, test, vi } from 'vitest';
import { prepareEngines } from '../../src/background/prepare-engines.ts';
import { compileEngine } from '../../src/engine/compile-engine.ts';
import { engineFormatVersion } from '../../src/engine/engine-format.ts';
import { findMentions } from '../../src/engine/find-mentions.ts';
import { engineKey, getEngine, putEngine } from '../../src/store/engines.ts';
import type { Store } from '../../src/store/open-store.ts';
import { listPacks } from '../../src/store/packs.ts';
import { PacksChangedError } from '../../src/store/packs-changed-error.ts';
import { freshStore } from '../support/fresh-store.ts';
import { installRecords } from '../support/install-records.ts';
import { inPack, makeRecord } from '../support/make-record.ts';

const { signal } = new AbortController();
const place = (id: string, ...names: string[]) => makeRecord(`x:${id}`, 'place', names);

async function found(store: Store, text: string): Promise<string[]> {
  const engines = await prepareEngines(store, await listPacks(store), signal);
  return findMentions(engines, text).map(
    ({ start, end, candidates }) =>
      `${text.slice(start, end)}: ${candidates.map(({ packId, id }) => `${packId} ${id}`).join(', ')}`,
  );
}

/** Puts other bytes where a pack's engine lies: whatever uses them has not compiled the pack again. */
async function putMarked(store: Store, packId: string, name: string): Promise<void> {
  const pack = (await listPacks(store)).find(({ id }) => id === packId);
  if (!pack) throw new Error(`${packId} is not installed`);
  const bytes = compileEngine([inPack(packId)(place('marker', name))]);
  await putEngine(store, { key: engineKey(engineFormatVersion, pack), bytes });
}

test('the longest name of any pack is found, with the candidates of all packs in their order', async () => {
  const store = await freshStore();
  await installRecords(store, 'states', [place('state', 'Georgia'), place('city', 'New York')]);
  await installRecords(store, 'world', [place('country', 'Georgia'), place('big', 'New York City')]);
  expect(await found(store, 'Georgia, then New York City and New York')).toEqual([
    'Georgia: states x:state, world x:country',
    'New York City: world x:big',
    'New York: states x:city',
  ]);
});

test('a changed pack leaves the engines of the others alone', async () => {
  const store = await freshStore();
  await installRecords(store, 'talks', [place('1', 'Oslo')]);
  await installRecords(store, 'world', [place('2', 'Rome')]);
  expect(await found(store, 'Oslo Rome')).toHaveLength(2);
  await putMarked(store, 'world', 'Marker');
  await installRecords(store, 'talks', [place('1', 'Bergen')]);
  expect(await found(store, 'Oslo Bergen Rome Marker')).toEqual([
    'Bergen: talks x:1',
    'Marker: world x:marker',
  ]);
  expect(await (await store.connect()).count('engines')).toBe(2);
});

test('a worker that was killed between two packs goes on with the second', async () => {
  const store = await freshStore();
  await installRecords(store, 'talks', [place('1', 'Oslo')]);
  await installRecords(store, 'world', [place('2', 'Rome')]);
  await putMarked(store, 'talks', 'Marker');
  expect(await found(store, 'Oslo Rome Marker')).toEqual(['Rome: world x:2', 'Marker: talks x:marker']);
});

test('a damaged engine is compiled again', async () => {
  const store = await freshStore();
  const pack = await installRecords(store, 'talks', [place('1', 'Oslo')]);
  await found(store, '');
  const key = engineKey(engineFormatVersion, pack);
  const bytes = await getEngine(store, key);
  if (!bytes) throw new Error('nothing stored');
  new Uint8Array(bytes).fill(7, bytes.byteLength - 8);
  await putEngine(store, { key, bytes });
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  expect(await found(store, 'Oslo')).toEqual(['Oslo: talks x:1']);
  expect(warn).toHaveBeenCalledOnce();
  warn.mockRestore();
});

test('a signal that is aborted from the start compiles nothing', async () => {
  const store = await freshStore();
  await installRecords(store, 'talks', [place('1', 'Oslo')]);
  const packs = await listPacks(store);
  await expect(prepareEngines(store, packs, AbortSignal.abort(new Error('enough')))).rejects.toThrow(
    'enough',
  );
  expect(await (await store.connect()).count('engines')).toBe(0);
});

test('a pack that is replaced while it is read is not compiled from two versions', async () => {
  const store = await freshStore();
  await installRecords(store, 'talks', [place('1', 'Oslo')]);
  const before = await listPacks(store);
  await installRecords(store, 'talks', [place('1', 'Bergen')]);
  await expect(prepareEngines(store, before, signal)).rejects.toBeInstanceOf(PacksChangedError);
});
