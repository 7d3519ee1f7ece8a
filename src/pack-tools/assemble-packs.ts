/** Several packs as one build: read, completed by their generators, and checked against each other. */

import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { PackRecord, RecordId } from '../model/record.ts';
import { parseRecord, RecordError } from '../model/record-schema.ts';
import { buildRecords, sortById } from './build-records.ts';
import { flagEverydayNames } from './everyday-words.ts';
import { readImportedRecords } from './imported-records.ts';
import { type PackProblem, PackSourceError } from './pack-problem.ts';
import { type PackSource, type PlacedRecord, problemAt, readPackSource } from './read-pack-source.ts';
import { generateRecords } from './world/generate-records.ts';

export interface AssembledPack {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly sequence: number;
  /** Sorted by id; each passes `parseRecord`. */
  readonly records: readonly PackRecord[];
}

/**
 * The packs of these folders, sorted by id. References may name records of any of them and, with `besides`, of packs
 * that lie in those folders but are not built.
 * @throws {PackSourceError} with the problems of all packs.
 */
export async function assemblePacks(
  folders: readonly string[],
  { besides = [] }: { besides?: readonly string[] } = {},
): Promise<AssembledPack[]> {
  const problems: PackProblem[] = [];
  const wanted = [...new Set(folders.map((folder) => resolve(folder)))];
  const sources: PackSource[] = [];
  for (const folder of wanted) {
    const source = await collect(problems, () => readPackSource(folder));
    if (source) sources.push(source);
  }
  checkPackIds(sources, problems);
  const made = await Promise.all(sources.map((source) => assemble(source, problems)));
  const packs = made.filter((pack) => pack !== null);
  // With a pack missing, every reference to it would be reported as well.
  if (packs.length === wanted.length) {
    const ids = new Set(packs.flatMap(({ records }) => records.map(({ id }) => id)));
    const missing = sources.flatMap((source) => danglingReferences(source, ids));
    if (missing.length > 0) for (const id of await idsOf(besides)) ids.add(id);
    problems.push(...missing.filter(({ id }) => !ids.has(id)).map(describeDangling));
  }
  if (problems.length > 0) throw new PackSourceError(problems);
  return packs.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Folders beside these that hold packs too. */
export async function siblingPacks(folders: readonly string[]): Promise<string[]> {
  const own = new Set(folders.map((folder) => resolve(folder)));
  const parents = new Set([...own].map((folder) => dirname(folder)).filter((folder) => existsSync(folder)));
  const siblings: string[] = [];
  for (const parent of parents) {
    for (const entry of await readdir(parent, { withFileTypes: true })) {
      const folder = join(parent, entry.name);
      if (!own.has(folder) && entry.isDirectory() && existsSync(join(folder, 'pack.yaml')))
        siblings.push(folder);
    }
  }
  return siblings.sort();
}

/** What `read` gives, or null after adding what it complains of to the problems. */
async function collect<T>(problems: PackProblem[], read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof PackSourceError)) throw error;
    problems.push(...error.problems);
    return null;
  }
}

function checkPackIds(sources: readonly PackSource[], problems: PackProblem[]): void {
  const folders = new Map<string, string>();
  for (const { header, headerFile, folder } of sources) {
    const first = folders.get(header.id);
    if (first) problems.push(problemAt(headerFile, ['id'], `is also the id of ${first}; build one of them`));
    folders.set(header.id, folder);
  }
}

async function assemble(source: PackSource, problems: PackProblem[]): Promise<AssembledPack | null> {
  const { id, title, publisher, licence, sequence, generators = [] } = source.header;
  const generated = await collect(problems, () => generateRecords({ generators, folder: source.folder }));
  const imported = await collect(problems, () => readImportedRecords(source.folder, source.shown));
  if (!generated || !imported) return null;
  const generatedIds = new Set(generated.map((record) => record.id));
  for (const placed of source.records) {
    if (!generatedIds.has(placed.record.id)) continue;
    const message = `is "${placed.record.id}", which a generator of this pack makes already; rename or remove it`;
    problems.push(problemAt(placed.file, ['records', placed.index, 'id'], message));
  }
  const written = buildRecords(source);
  // What people write about an imported record takes its place.
  const own = new Set([...generatedIds, ...written.map(({ id }) => id)]);
  const kept = imported.filter(({ id }) => !own.has(id));
  const places = new Map(source.records.map((placed) => [placed.record.id, placed]));
  for (const record of written) checkRecord(record, places.get(record.id), problems);
  for (const record of generated) parseRecord(record);
  const records = sortById([...written, ...generated, ...kept]).map(flagEverydayNames);
  return { id, title, publisher, licence, sequence, records };
}

/** The authoring format is meant to catch everything before; what it misses still gets a place. */
function checkRecord(record: PackRecord, placed: PlacedRecord | undefined, problems: PackProblem[]): void {
  try {
    parseRecord(record);
  } catch (error) {
    if (!(error instanceof RecordError) || !placed) throw error;
    problems.push(problemAt(placed.file, ['records', placed.index], error.message));
  }
}

interface DanglingReference {
  readonly id: RecordId;
  readonly placed: PlacedRecord;
  readonly statement: number;
  readonly field: string;
}

function danglingReferences(source: PackSource, ids: ReadonlySet<RecordId>): DanglingReference[] {
  return source.records.flatMap((placed) =>
    (placed.record.statements ?? []).flatMap(({ property, value, of }, statement) => {
      const references = [
        ...(value.type === 'record' ? [{ id: value.id, field: property }] : []),
        ...(of === undefined ? [] : [{ id: of, field: 'of' }]),
      ];
      return references
        .filter(({ id }) => !ids.has(id))
        .map(({ id, field }) => ({ id, placed, statement, field }));
    }),
  );
}

function describeDangling({ id, placed, statement, field }: DanglingReference): PackProblem {
  const message = `names record "${id}" that no pack of this build has; correct the id, add the record, or build the pack that has it as well`;
  return problemAt(placed.file, ['records', placed.index, 'statements', statement, field], message);
}

/** All record ids of packs that are not part of the build; a pack among them that is broken counts as empty. */
async function idsOf(folders: readonly string[]): Promise<RecordId[]> {
  const ids: RecordId[] = [];
  for (const folder of folders) {
    const source = await collect([], () => readPackSource(folder));
    if (!source) continue;
    ids.push(...source.records.map(({ record }) => record.id));
    const { generators = [] } = source.header;
    const generated = await collect([], () => generateRecords({ generators, folder }));
    ids.push(...(generated ?? []).map(({ id }) => id));
  }
  return ids;
}
