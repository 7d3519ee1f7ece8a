/** What the bench calls on a page of the extension, as `globalThis.newsglossBench`: its store and its engine. */

import { engineFormatVersion, openEngine, verifyEngine } from '../../../../engine/engine-format.ts';
import { findMentions } from '../../../../engine/find-mentions.ts';
import { engineKey, getEngine, putEngine } from '../../../../store/engines.ts';
import { openStore, type Store } from '../../../../store/open-store.ts';
import { listPacks } from '../../../../store/packs.ts';

/** As in `bench-source.ts`, which is for Node. */
const benchPackId = 'bench';

/** Milliseconds of one round. */
interface ReadingTime {
  /** From the store to the mentions of an article, as the worker does it. */
  readonly toMatch: number;
  readonly clone: number;
}

/** Puts an engine in the place of the one that the extension compiled for the bench's pack. */
async function replaceEngine(url: string): Promise<number> {
  const store = await openStore();
  const bytes = await (await fetch(url)).arrayBuffer();
  await putEngine(store, { key: await keyOfBenchPack(store), bytes });
  store.close();
  return bytes.byteLength;
}

/** Reads the engine from the store and finds an article's mentions, and clones the same bytes, in turns. */
async function measureReading(text: string, rounds: number): Promise<ReadingTime[]> {
  const store = await openStore();
  const key = await keyOfBenchPack(store);
  const times: ReadingTime[] = [];
  // One round to warm both up.
  for (let round = 0; round <= rounds; round++) {
    const bytes = await getEngine(store, key);
    if (!bytes) throw new Error('The store has no engine.');
    const clone = round % 2 === 0 ? timeClone(bytes) : null;
    const start = performance.now();
    const read = (await getEngine(store, key)) as ArrayBuffer;
    verifyEngine(read);
    const mentions = findMentions([openEngine(read)], text);
    const toMatch = performance.now() - start;
    if (mentions.length === 0) throw new Error('The engine finds nothing in the article.');
    if (round > 0) times.push({ toMatch, clone: clone ?? timeClone(bytes) });
  }
  store.close();
  return times;
}

async function keyOfBenchPack(store: Store): Promise<string> {
  const pack = (await listPacks(store)).find(({ id }) => id === benchPackId);
  if (!pack) throw new Error("The bench's pack is not installed.");
  return engineKey(engineFormatVersion, pack);
}

function timeClone(bytes: ArrayBuffer): number {
  const start = performance.now();
  structuredClone(bytes);
  return performance.now() - start;
}

export const benchExtension = { measureReading, replaceEngine };

export type BenchExtension = typeof benchExtension;

(globalThis as { newsglossBench?: BenchExtension }).newsglossBench = benchExtension;
