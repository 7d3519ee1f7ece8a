import type { PackId } from '../model/record.ts';
import type { Store } from '../store/open-store.ts';
import { deactivatePacks, listPacks } from '../store/packs.ts';
import { removeLeftovers } from '../store/staging.ts';
import { deleteTrustedMetadata } from '../store/trusted-metadata.ts';
import { withSyncLock } from './sync-lock.ts';

/** The ids of the source's packs, which are no longer installed. The source may be added again as if it were new. */
export async function removeSource(store: Store, sourceId: string): Promise<readonly PackId[]> {
  return withSyncLock(async () => {
    const packs = (await listPacks(store)).filter((pack) => pack.sourceId === sourceId);
    const packIds = packs.map(({ id }) => id);
    await deactivatePacks(store, packIds);
    await deleteTrustedMetadata(store, sourceId);
    await removeLeftovers(store);
    return packIds;
  });
}
