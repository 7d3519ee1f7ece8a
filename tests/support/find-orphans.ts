import type { Store } from '../../src/store/open-store.ts';

/**
 * What lies in the store and belongs to no version in use, no version before it, no held one and no unfinished
 * installation, told in words.
 */
export async function findOrphans(store: Store): Promise<string[]> {
  const connection = await store.connect();
  const packs = await connection.getAll('packs');
  const [jobs, held] = [await connection.getAll('jobs'), await connection.getAll('held')];
  const versions = [
    ...packs,
    ...packs.flatMap(({ previous }) => (previous ? [previous] : [])),
    ...held.flatMap(({ version }) => (version ? [version] : [])),
    ...jobs,
  ];
  const generations = new Set(versions.map(({ generation }) => generation));
  const names = new Set(versions.map((version) => `${version.generation} ${version.manifestSha256}`));
  const unfinished = new Set(jobs.map(({ generation }) => generation));
  const patched = packs.filter((pack) => pack.previous?.generation === pack.generation).map(({ id }) => id);
  const orphans: string[] = [];
  for (const { generation, record } of await connection.getAll('records')) {
    if (!generations.has(generation)) orphans.push(`record ${record.id} of generation ${generation}`);
  }
  for (const { generation, lastKey } of await connection.getAll('surfaceForms')) {
    if (!generations.has(generation)) orphans.push(`names up to ${lastKey} of generation ${generation}`);
  }
  for (const { generation, run } of await connection.getAll('nameRuns')) {
    if (!unfinished.has(generation)) orphans.push(`run ${run} of generation ${generation}`);
  }
  for (const { generation, manifestSha256 } of await connection.getAll('versions')) {
    if (!names.has(`${generation} ${manifestSha256}`)) orphans.push(`version of generation ${generation}`);
  }
  for (const { packId, id } of await connection.getAll('undo')) {
    if (!patched.includes(packId)) orphans.push(`undo of ${id} in ${packId}`);
  }
  return orphans;
}
