import type { PackVersion } from '../../src/model/pack.ts';
import type { PackRecord } from '../../src/model/record.ts';
import { compareEntries, nameEntries } from '../../src/store/name-entries.ts';
import type { Store } from '../../src/store/open-store.ts';
import { listPacks } from '../../src/store/packs.ts';
import { readRecordsOfPack } from '../../src/store/records.ts';
import type { NameEntry } from '../../src/store/schema.ts';

/** A pack as a reader sees it. */
export interface SeenPack {
  readonly id: string;
  readonly sequence: number;
  readonly records: readonly PackRecord[];
}

/** The installed packs with all their records. */
export async function packsSeen(store: Store): Promise<readonly SeenPack[]> {
  const seen: SeenPack[] = [];
  for (const pack of await listPacks(store)) {
    const records: PackRecord[] = [];
    for await (const batch of readRecordsOfPack(store, pack)) {
      records.push(...batch.map(({ record }) => record));
    }
    seen.push({ id: pack.id, sequence: pack.sequence, records });
  }
  return seen;
}

/** What is wrong with the names by which readers find the records of installed packs: missing, stale or out of place. */
export async function wrongNames(store: Store): Promise<readonly string[]> {
  const wrong: string[] = [];
  const connection = await store.connect();
  const packs = await listPacks(store);
  for (const { id, generation } of packs) {
    const records = (await packsSeen(store)).find((pack) => pack.id === id)?.records ?? [];
    const blocks = await connection.getAll('surfaceForms', IDBKeyRange.bound([generation], [generation, []]));
    const tellEntry = ({ key, id: of, prior, isTail, isWeak }: NameEntry): string =>
      `${key} of ${of}, ${prior}${isTail ? ', tail' : ''}${isWeak ? ', weak' : ''}`;
    const found = blocks.flatMap(({ entries }) => entries);
    const wanted = records.flatMap((record) => nameEntries(record)).sort(compareEntries);
    const [foundNames, wantedNames] = [found.map(tellEntry), wanted.map(tellEntry)];
    const [foundSet, wantedSet] = [new Set(foundNames), new Set(wantedNames)];
    wrong.push(...wantedNames.filter((name) => !foundSet.has(name)).map((name) => `missing: ${name}`));
    wrong.push(...foundNames.filter((name) => !wantedSet.has(name)).map((name) => `stale: ${name}`));
    if (wrong.length === 0 && foundNames.join('\n') !== wantedNames.join('\n')) wrong.push('order');
    for (const { lastKey, entries } of blocks) {
      if (entries.at(-1)?.key !== lastKey) wrong.push(`block up to ${lastKey}`);
    }
  }
  return wrong;
}

/**
 * Everything in the store by which two runs may differ in what they come to: not the numbers of generations, not times, not
 * how names are cut into blocks.
 */
export async function contentsOf(store: Store): Promise<unknown> {
  const connection = await store.connect();
  const packs = await connection.getAll('packs');
  const [jobs, held] = [await connection.getAll('jobs'), await connection.getAll('held')];
  const roles = new Map<number, string>();
  for (const { packId, generation } of jobs) roles.set(generation, `${packId}, unfinished`);
  for (const { packId, version } of held) if (version) roles.set(version.generation, `${packId}, held`);
  for (const { id, previous } of packs) if (previous) roles.set(previous.generation, `${id}, before`);
  for (const { id, generation } of packs) roles.set(generation, `${id}, in use`);
  const roleOf = (generation: number): string => roles.get(generation) ?? 'nobody’s';
  const named = ({ previous, ...version }: PackVersion): object => ({
    ...version,
    installedAt: 0,
    generation: roleOf(version.generation),
    ...(previous && { previous: named(previous) }),
  });
  const rowOf = <Row extends { readonly generation: number }>(row: Row): object => ({
    ...row,
    generation: roleOf(row.generation),
    ...('dossier' in row && { dossier: true }),
    ...('officesOf' in row && { officesOf: true }),
  });
  const names = new Map<string, unknown[]>();
  for (const { generation, entries } of await connection.getAll('surfaceForms')) {
    names.set(roleOf(generation), [...(names.get(roleOf(generation)) ?? []), ...entries]);
  }
  return {
    packs: packs.map(named),
    records: (await connection.getAll('records')).map(rowOf).sort(byText),
    names: [...names].sort(byText),
    jobs: jobs.map(rowOf),
    versions: (await connection.getAll('versions')).map(rowOf).sort(byText),
    nameRuns: (await connection.getAll('nameRuns')).map(rowOf),
    undo: (await connection.getAll('undo')).map(({ before, ...row }) => ({
      ...row,
      before: before && rowOf(before),
    })),
    held: held.map(({ version, ...row }) => ({ ...row, heldAt: 0, version: version && named(version) })),
    blocked: (await connection.getAll('blocked')).map((row) => ({ ...row, blockedAt: 0 })),
    trusted: (await connection.getAll('trustedMetadata')).map(({ bytes, ...row }) => ({
      ...row,
      bytes: new TextDecoder().decode(bytes),
    })),
  };
}

const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
