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
  const { generation } = staging;
  const pack = makePackVersion({ id, generation, recordCount: records.length, ...more });
  await activatePack(store, pack);
  return pack;
}

/** A pack as the store lists it. */
export function makePackVersion({
  id,
  generation,
  ...more
}: Partial<PackVersion> & Pick<PackVersion, 'id' | 'generation'>): PackVersion {
  return {
    id,
    sourceId: 'bundled',
    sequence: 1,
    generation,
    title: `Pack ${id}`,
    publisher: 'The Publisher',
    licence: 'CC0-1.0',
    recordCount: 0,
    manifestSha256: `${generation}`.padStart(64, '0'),
    installedAt: 0,
    ...more,
  };
}
