/**
 * The engine of the installed packs. The worker is killed at will: nothing here is lost with it that the store cannot
 * give back, and the bytes are compiled only when the packs have changed.
 */

import { compileEngine } from '../engine/compile-engine.ts';
import {
  type Engine,
  EngineFormatError,
  engineFormatVersion,
  openEngine,
  verifyEngine,
} from '../engine/engine-format.ts';
import { findMentions } from '../engine/find-mentions.ts';
import type { Knowledge } from '../linking/annotate-text.ts';
import type { PackVersion } from '../model/pack.ts';
import type { PackedRecord } from '../model/record.ts';
import type { Status } from '../model/status.ts';
import { engineKey, getEngine, putEngine } from '../store/engines.ts';
import type { Store } from '../store/open-store.ts';
import { listPacks } from '../store/packs.ts';
import { getRecordsById, getRecordsOfKind, PacksChangedError, readAllRecords } from '../store/records.ts';
import { StoreFullError } from '../store/store-errors.ts';
import { database } from './database.ts';

interface Hosted {
  readonly key: string;
  readonly engine: Promise<Engine>;
}

let hosted: Hosted | null = null;
let lastFailure: string | null = null;
let readyBytes: number | null = null;

/** What annotation needs, on the packs that are installed now. Waits for the engine to be compiled where it must be. */
export async function knowledgeOfPacks(): Promise<Knowledge> {
  const store = await database();
  const packs = await listPacks(store);
  const engine = await engineOf(store, packs);
  return {
    findMentions: (text) => findMentions([engine], text),
    recordsById: (ids) => getRecordsById(store, ids),
    plansAndEvents: () => getRecordsOfKind(store, ['plan', 'event']),
    recordCounts: async () => new Map(packs.map(({ id, recordCount }) => [id, recordCount])),
  };
}

/** Whether pages can be annotated now. */
export function engineStatus(): Status['engine'] {
  if (readyBytes !== null) return { type: 'ready', byteLength: readyBytes };
  return lastFailure === null ? { type: 'preparing' } : { type: 'failed', message: lastFailure };
}

async function engineOf(store: Store, packs: readonly PackVersion[]): Promise<Engine> {
  const key = engineKey(engineFormatVersion, packs);
  if (hosted?.key !== key) {
    readyBytes = null;
    hosted = { key, engine: openOrCompile(store, key) };
  }
  const current = hosted;
  try {
    const engine = await current.engine;
    readyBytes = engine.bytes.byteLength;
    lastFailure = null;
    return engine;
  } catch (error) {
    if (hosted === current) hosted = null;
    lastFailure = error instanceof Error ? error.message : String(error);
    throw error;
  }
}

async function openOrCompile(store: Store, key: string): Promise<Engine> {
  const bytes = await getEngine(store, key);
  if (bytes) {
    try {
      verifyEngine(bytes);
      return openEngine(bytes);
    } catch (error) {
      // Damaged or of an older format: the records are still there to compile from.
      if (!(error instanceof EngineFormatError)) throw error;
      console.warn('Newsgloss compiles its engine again:', error.message);
    }
  }
  const compiled = compileEngine(await allRecords(store));
  try {
    await putEngine(store, { key, bytes: compiled });
  } catch (error) {
    // Without room for the bytes the engine still works until the worker is killed.
    if (!(error instanceof StoreFullError)) throw error;
    console.warn('Newsgloss could not keep its engine:', error.message);
  }
  return openEngine(compiled);
}

/** An update in the middle of reading starts it over; more than a few in a row are a fault elsewhere. */
const mostAttempts = 5;

async function allRecords(store: Store): Promise<PackedRecord[]> {
  for (let attempt = 1; ; attempt++) {
    const records: PackedRecord[] = [];
    try {
      for await (const batch of readAllRecords(store)) records.push(...batch);
      return records;
    } catch (error) {
      if (!(error instanceof PacksChangedError) || attempt === mostAttempts) throw error;
    }
  }
}
