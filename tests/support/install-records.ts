import type { PackVersion } from '../../src/model/pack.ts';
import type { PackRecord } from '../../src/model/record.ts';
import type { Store } from '../../src/store/open-store.ts';
import { activatePack } from '../../src/store/packs.ts';
import { beginStaging } from '../../src/store/staging.ts';

/** Puts a pack into the store without any source. */
export async function installRecords(
  store: Store,
  id: string,
  records: readonly PackRecord[],
  more: Partial<PackVersion> = {},
): Promise<PackVersion> {
  const staging = await beginStaging(store, id);
  await staging.add(records);
  await staging.finish();
  const pack: PackVersion = {
    id,
    sourceId: 'bundled',
    sequence: 1,
    generation: staging.generation,
    title: `Pack ${id}`,
    publisher: 'The Publisher',
    licence: 'CC0-1.0',
    recordCount: records.length,
    manifestSha256: `${staging.generation}`.padStart(64, '0'),
    installedAt: 0,
    ...more,
  };
  await activatePack(store, pack);
  return pack;
}
