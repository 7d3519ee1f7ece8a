import { removeLeftovers } from '../store/generations.ts';
import type { Store } from '../store/open-store.ts';
import { failpoint } from './failpoints.ts';
import { withSyncLock } from './sync-lock.ts';

/** Removes what updates and abandoned installations left behind. For the start of the extension; waits for a sync that is running. */
export async function sweepLeftovers(store: Store): Promise<void> {
  await withSyncLock(() => sweepUnderLock(store));
}

/** The same, for those who hold the sync lock. */
export async function sweepUnderLock(store: Store): Promise<void> {
  await removeLeftovers(store, async () => {
    if (globalThis.newsglossFailpoints) await failpoint('K11');
  });
}
