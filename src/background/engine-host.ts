/**
 * The engines of the installed packs. The worker is killed at will: nothing here is lost with it that the store cannot
 * give back, and bytes are compiled only where a pack has changed.
 */

import type { Engine } from '../engine/engine-format.ts';
import { findMentions } from '../engine/find-mentions.ts';
import type { Knowledge } from '../linking/annotate-text.ts';
import type { PackVersion } from '../model/pack.ts';
import type { PackedRecord } from '../model/record.ts';
import type { Status } from '../model/status.ts';
import type { Store } from '../store/open-store.ts';
import { listPacks } from '../store/packs.ts';
import { PacksChangedError } from '../store/packs-changed-error.ts';
import { getOfficeHolders, getRecordsById, getRecordsOfKind } from '../store/records.ts';
import { database } from './database.ts';
import { prepareEngines } from './prepare-engines.ts';

interface Hosted {
  /** Of the packs' contents, in their order. */
  readonly key: string;
  readonly engines: Promise<readonly Engine[]>;
  /** Read when first asked for. They are the same objects each time: what annotation derives from them is kept with them. */
  plansAndEvents: Promise<readonly PackedRecord[]> | null;
  readonly stopper: AbortController;
}

let hosted: Hosted | null = null;
let lastFailure: string | null = null;
let readyBytes: number | null = null;

/** What annotation needs, on the packs that are installed now. Waits for the engine to be compiled where it must be. */
export async function knowledgeOfPacks(): Promise<Knowledge> {
  const store = await database();
  const packs = await listPacks(store);
  const engines = await enginesOf(store, packs);
  return {
    findMentions: (text, language) => findMentions(engines, text, language),
    recordsById: (ids) => getRecordsById(store, ids),
    plansAndEvents: () => plansAndEventsOf(store, packs),
    officeHolders: (ids) => getOfficeHolders(store, ids),
    recordCounts: async () => new Map(packs.map(({ id, recordCount }) => [id, recordCount])),
  };
}

/** Those of the packs that are hosted; of others they are read each time. */
function plansAndEventsOf(store: Store, packs: readonly PackVersion[]): Promise<readonly PackedRecord[]> {
  const read = (): Promise<readonly PackedRecord[]> => getRecordsOfKind(store, ['plan', 'event']);
  const current = hosted;
  if (current?.key !== keyOf(packs)) return read();
  current.plansAndEvents ??= read().catch((error: unknown) => {
    current.plansAndEvents = null;
    throw error;
  });
  return current.plansAndEvents;
}

const keyOf = (packs: readonly PackVersion[]): string =>
  packs.map(({ id, manifestSha256 }) => `${id}@${manifestSha256}`).join(' ');

/** Whether pages can be annotated now. */
export function engineStatus(): Status['engine'] {
  if (readyBytes !== null) return { type: 'ready', byteLength: readyBytes };
  return lastFailure === null ? { type: 'preparing' } : { type: 'failed', message: lastFailure };
}

/** An update in the middle of reading starts it over; more than a few in a row are a fault elsewhere. */
const mostAttempts = 5;

async function enginesOf(
  store: Store,
  packs: readonly PackVersion[],
  attempt = 1,
): Promise<readonly Engine[]> {
  const key = keyOf(packs);
  if (hosted?.key !== key) {
    readyBytes = null;
    // What is compiled for packs that are no longer there would hold up what is needed now.
    hosted?.stopper.abort();
    const stopper = new AbortController();
    hosted = { key, engines: prepareEngines(store, packs, stopper.signal), plansAndEvents: null, stopper };
  }
  const current = hosted;
  try {
    const engines = await current.engines;
    readyBytes = engines.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
    lastFailure = null;
    return engines;
  } catch (error) {
    if (hosted === current) hosted = null;
    const isOutdated = error instanceof PacksChangedError || current.stopper.signal.aborted;
    if (isOutdated && attempt < mostAttempts) return enginesOf(store, await listPacks(store), attempt + 1);
    lastFailure = error instanceof Error ? error.message : String(error);
    throw error;
  }
}
