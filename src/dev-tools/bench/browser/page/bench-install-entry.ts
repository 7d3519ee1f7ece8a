/** What the bench of installing calls on an empty page, as `globalThis.newsglossInstall`: the client, without an extension around it. */

import type { InstallProgress } from '../../../../model/status.ts';
import { openStore } from '../../../../store/open-store.ts';
import { lookUp } from '../../../../store/surface-forms.ts';
import { staticSource } from '../../../../sync/static-source.ts';
import { syncSource } from '../../../../sync/sync-source.ts';

export interface InstallRun {
  readonly outcome: string;
  readonly ms: number;
  /** Look-ups made meanwhile, and how long the slowest of them took. */
  readonly lookUps: number;
  readonly slowestLookUpMs: number;
  readonly stages: readonly InstallProgress['stage'][];
  readonly storedBytes: number;
}

/** Looking a name up this often is more than a reader who types. */
const pauseMs = 100;

/** Brings the store to what the source offers, while names are looked up all the time. */
async function installFrom(baseUrl: string): Promise<InstallRun> {
  const store = await openStore('newsgloss-bench');
  const stages = new Set<InstallProgress['stage']>();
  let isDone = false;
  let [lookUps, slowestLookUpMs] = [0, 0];
  const reading = (async () => {
    while (!isDone) {
      const start = performance.now();
      await lookUp(store, 'san', { limit: 10, language: 'en' });
      slowestLookUpMs = Math.max(slowestLookUpMs, performance.now() - start);
      lookUps++;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  })();
  const start = performance.now();
  const outcome = await syncSource({
    store,
    source: staticSource({ baseUrl }),
    sourceId: 'bench',
    signal: new AbortController().signal,
    onProgress: ({ stage }) => stages.add(stage),
  });
  const ms = performance.now() - start;
  isDone = true;
  await reading;
  store.close();
  const { usage = 0 } = await navigator.storage.estimate();
  const message = outcome.type === 'failed' ? `: ${outcome.message}` : '';
  return {
    outcome: outcome.type + message,
    ms,
    lookUps,
    slowestLookUpMs,
    stages: [...stages],
    storedBytes: usage,
  };
}

export const benchInstall = { installFrom };

export type BenchInstall = typeof benchInstall;

(globalThis as { newsglossInstall?: BenchInstall }).newsglossInstall = benchInstall;
