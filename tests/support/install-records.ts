import type { PackVersion } from '../../src/model/pack.ts';
import { addDigests, emptyDigest, hashLine } from '../../src/model/pack-digest.ts';
import type { PackRecord } from '../../src/model/record.ts';
import { newGeneration, removeLeftovers } from '../../src/store/generations.ts';
import { beginJob, stageRows } from '../../src/store/jobs.ts';
import { mergeNames } from '../../src/store/merge-names.ts';
import type { Store } from '../../src/store/open-store.ts';
import { activatePack } from '../../src/store/packs.ts';
import { toRecordRow } from '../../src/store/record-row.ts';
import type { InstallJob } from '../../src/store/schema.ts';

/** Puts a pack into the store without any source. */
export async function installRecords(
  store: Store,
  id: string,
  records: readonly PackRecord[],
  more: Partial<PackVersion> = {},
): Promise<PackVersion> {
  const generation = await stageRecords(store, id, records);
  const pack = makePackVersion({ id, generation, recordCount: records.length, ...more });
  await activatePack(store, pack);
  await removeLeftovers(store);
  return pack;
}

/** Writes a pack's rows and names without putting them to use; the generation that has them. */
export async function stageRecords(
  store: Store,
  packId: string,
  records: readonly PackRecord[],
): Promise<number> {
  const generation = await newGeneration(store);
  const manifestSha256 = shaOf(generation);
  const lines = records.map((record) => ({ record, lineHash: hashLine(JSON.stringify(record)) }));
  const begun: InstallJob = {
    packId,
    sourceId: 'bundled',
    generation,
    sequence: 1,
    manifestSha256,
    base: null,
    position: { type: 'fetching', bucket: 0, rowsDone: 0 },
    recordsDone: 0,
    digest: emptyDigest,
    bytesDone: 0,
    runCount: 0,
  };
  const digests = [addDigests(lines.map(({ lineHash }) => lineHash))];
  await beginJob(store, begun, { generation, manifestSha256, bucketBits: 0, digests });
  const rows = lines.map((line) => toRecordRow(line, { packId, generation }));
  const position = { type: 'naming', after: null, serial: 0 } as const;
  let job = begun;
  for (let at = 0; at < rows.length; at += 1_000) {
    const batch = rows.slice(at, at + 1_000);
    job = await stageRows(store, job, { rows: batch, named: batch, position, bytes: 0 });
  }
  for await (const step of mergeNames(store, { ...job, position }, () => false)) job = step;
  return generation;
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
    manifestSha256: shaOf(generation),
    installedAt: 0,
    ...more,
  };
}

const shaOf = (generation: number): string => `${generation}`.padStart(64, '0');
