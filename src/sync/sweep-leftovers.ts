import type { Store } from '../store/open-store.ts';
import { removeLeftovers } from '../store/staging.ts';
import { withSyncLock } from './sync-lock.ts';

/** Removes what killed installations left behind. For the start of the extension; waits for a sync that is running. */
export async function sweepLeftovers(store: Store): Promise<void> {
  await withSyncLock(() => removeLeftovers(store));
}
