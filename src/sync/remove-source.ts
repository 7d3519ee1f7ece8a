import type { PackId } from '../model/record.ts';
import { listHeld, unblockSource } from '../store/held-packs.ts';
import { listJobs } from '../store/jobs.ts';
import type { Store } from '../store/open-store.ts';
import { deactivatePacks, listPacks } from '../store/packs.ts';
import { deleteTrustedMetadata } from '../store/trusted-metadata.ts';
import { sweepUnderLock } from './sweep-leftovers.ts';
import { withSyncLock } from './sync-lock.ts';

/**
 * The ids of the source's packs, which are no longer installed. The source may be added again as if it were new. `forget`
 * takes it off every list before the next sync has its turn.
 */
export async function removeSource(
  store: Store,
  sourceId: string,
  forget: () => Promise<void> = async () => undefined,
): Promise<readonly PackId[]> {
  return withSyncLock(async () => {
    const packs = (await listPacks(store)).filter((pack) => pack.sourceId === sourceId);
    const packIds = packs.map(({ id }) => id);
    const held = (await listHeld(store)).filter((each) => each.sourceId === sourceId);
    const unfinished = await listJobs(store, sourceId);
    await deactivatePacks(store, [...packIds, ...unfinished, ...held.map(({ packId }) => packId)]);
    await unblockSource(store, sourceId);
    await deleteTrustedMetadata(store, sourceId);
    await sweepUnderLock(store);
    await forget();
    return packIds;
  });
}
