/**
 * The engines of packs: opened from the store, or compiled one after the other and stored as each is done, so that a
 * changed pack leaves the others' alone and a killed worker goes on where it was.
 */

import { EngineCompiler } from '../engine/compile-engine.ts';
import {
  type Engine,
  EngineFormatError,
  engineFormatVersion,
  openEngine,
  verifyEngine,
} from '../engine/engine-format.ts';
import type { PackVersion } from '../model/pack.ts';
import { engineKey, getEngine, keepEngines, putEngine } from '../store/engines.ts';
import type { Store } from '../store/open-store.ts';
import { readRecordsOfPack } from '../store/records.ts';
import { StoreFullError } from '../store/store-errors.ts';
import { runInSlices } from './run-in-slices.ts';

/**
 * The engines of these packs, in their order. Engines of other packs and versions are forgotten.
 * @throws {PacksChangedError} when a pack changes meanwhile; the signal's reason when it aborts
 */
export async function prepareEngines(
  store: Store,
  packs: readonly PackVersion[],
  signal: AbortSignal,
): Promise<readonly Engine[]> {
  const engines: Engine[] = [];
  for (const pack of packs) {
    engines.push((await openStored(store, pack)) ?? (await compile(store, pack, signal)));
  }
  // Unicode grows with the browser, and text can be folded in one way only.
  if (engines.some(({ foldChecksum }) => foldChecksum !== engines[0]?.foldChecksum)) {
    for (const [index, pack] of packs.entries()) engines[index] = await compile(store, pack, signal);
  }
  await keepEngines(store, packs.map(keyOf));
  return engines;
}

const keyOf = (pack: PackVersion): string => engineKey(engineFormatVersion, pack);

async function openStored(store: Store, pack: PackVersion): Promise<Engine | null> {
  const bytes = await getEngine(store, keyOf(pack));
  if (!bytes) return null;
  try {
    verifyEngine(bytes);
    return openEngine(bytes);
  } catch (error) {
    // Damaged or of an older format: the records are still there to compile from.
    if (!(error instanceof EngineFormatError)) throw error;
    console.warn(`Newsgloss compiles the engine of the pack ${pack.id} again:`, error.message);
    return null;
  }
}

async function compile(store: Store, pack: PackVersion, signal: AbortSignal): Promise<Engine> {
  const compiler = new EngineCompiler();
  for await (const batch of readRecordsOfPack(store, pack)) await runInSlices(compiler.add(batch), signal);
  const bytes = await runInSlices(compiler.finish(), signal);
  try {
    await putEngine(store, { key: keyOf(pack), bytes });
  } catch (error) {
    // Without room for the bytes the engine still works until the worker is killed.
    if (!(error instanceof StoreFullError)) throw error;
    console.warn('Newsgloss could not keep an engine:', error.message);
  }
  return openEngine(bytes);
}
