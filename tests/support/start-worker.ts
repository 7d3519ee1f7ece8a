import { vi } from 'vitest';
import type { Store } from '../../src/store/open-store.ts';
import type { FailpointName } from '../../src/sync/failpoints.ts';
import type { SyncOutcome } from '../../src/sync/sync-source.ts';
import { type SourceFiles, serveFiles } from './make-source.ts';

const baseUrl = 'https://packs.example/';

/** One life of the background worker. */
export interface Worker {
  readonly store: Store;
  sync(files: SourceFiles): Promise<SyncOutcome>;
  acceptHeld(packId: string): Promise<unknown>;
  refuseHeld(packId: string): Promise<unknown>;
  rollBackPack(packId: string): Promise<unknown>;
  removeSource(): Promise<unknown>;
  /**
   * Does some work, and dies when it passes the failpoint for the n-th time: nothing of it goes on, not even a `finally`, and
   * a lock that it holds stays locked. The worker is of no use then.
   */
  dieAt(
    failpoint: FailpointName,
    options: { readonly pass: number; readonly work: () => Promise<unknown> },
  ): Promise<'died' | 'ended'>;
  /** How often each failpoint is passed by some work that is not disturbed. */
  countPasses(work: () => Promise<unknown>): Promise<ReadonlyMap<FailpointName, number>>;
}

export const failpoints: readonly FailpointName[] = Array.from(
  { length: 14 },
  (_, index) => `K${index + 1}` as FailpointName,
);

/** A worker that was started just now, with modules of its own, on a database that may have seen others before. */
export async function startWorker(databaseName: string): Promise<Worker> {
  vi.resetModules();
  const [
    { openStore },
    { armFailpoint },
    { syncSource },
    { staticSource },
    { removeSource },
    { acceptHeld, refuseHeld, rollBackPack },
  ] = await Promise.all([
    import('../../src/store/open-store.ts'),
    import('../../src/sync/failpoints.ts'),
    import('../../src/sync/sync-source.ts'),
    import('../../src/sync/static-source.ts'),
    import('../../src/sync/remove-source.ts'),
    import('../../src/sync/decide-held.ts'),
  ]);
  const store = await openStore(databaseName);
  const { signal } = new AbortController();
  return {
    store,
    sync: (files) => {
      const source = staticSource({ baseUrl, fetch: serveFiles(files, baseUrl) });
      return syncSource({ store, source, sourceId: baseUrl, signal });
    },
    acceptHeld: (packId) => acceptHeld(store, packId),
    refuseHeld: (packId) => refuseHeld(store, packId),
    rollBackPack: (packId) => rollBackPack(store, packId),
    removeSource: () => removeSource(store, baseUrl),
    async dieAt(failpoint, { pass, work }) {
      const death = new Promise<'died'>((resolve) => {
        armFailpoint(failpoint, {
          pass,
          act() {
            store.close();
            resolve('died');
            return new Promise(() => undefined);
          },
        });
      });
      return Promise.race([death, work().then(() => 'ended' as const)]);
    },
    async countPasses(work) {
      const passes = new Map<FailpointName, number>();
      const count = (name: FailpointName): void =>
        armFailpoint(name, {
          pass: 1,
          act() {
            passes.set(name, (passes.get(name) ?? 0) + 1);
            count(name);
          },
        });
      for (const name of failpoints) count(name);
      await work();
      return new Map(passes);
    },
  };
}
