import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compileEngine } from '../../../engine/compile-engine.ts';
import type { PackedRecord } from '../../../model/record.ts';
import { buildPacks } from '../../../pack-tools/build-packs.ts';

export const benchPackId = 'bench';
const mostInstalled = 200;

const isFullName = (name: string): boolean => /^[A-Z][a-z]+ [A-Z][a-z]+$/.test(name);

/** The names that the bench's pages use: of two words, which link without further evidence. */
export const pickPageNames = (names: readonly string[]): string[] =>
  names.filter(isFullName).slice(0, mostInstalled);

/** Writes a source with one pack of a person for each page name into a folder, to be added like any other source. */
export async function writeBenchSource(pageNames: readonly string[], folder: string): Promise<void> {
  const packFolder = join(folder, benchPackId);
  await mkdir(packFolder, { recursive: true });
  const pack = { id: benchPackId, title: 'Bench', publisher: 'Bench', licence: 'CC0-1.0', sequence: 1 };
  const citation = { publisher: 'Bench', title: 'Names for the bench', published: '2025-01-01' };
  const records = pageNames.map((label, index) => ({
    id: idOf(index),
    kind: 'person',
    label,
    statements: [{ role: 'A name on the pages of the bench', from: '2025-01-01', citations: ['names'] }],
  }));
  // JSON is YAML.
  await writeFile(join(packFolder, 'pack.yaml'), JSON.stringify(pack));
  await writeFile(
    join(packFolder, 'records.yaml'),
    JSON.stringify({ citations: { names: citation }, records }),
  );
  await buildPacks({ folders: [packFolder], out: join(folder, 'source'), publisher: 'Bench' });
}

/** The engine of the page names and of all others, each with a record of its own; only the former are installed. */
export async function compileBenchEngine(
  pageNames: readonly string[],
  names: readonly string[],
): Promise<ArrayBuffer> {
  return compileEngine(recordsOf(pageNames, names));
}

function* recordsOf(pageNames: readonly string[], names: readonly string[]): Generator<PackedRecord> {
  const installed = new Set(pageNames);
  yield* pageNames.map((name, index) => recordOf(name, index));
  let index = pageNames.length;
  for (const name of names) if (!installed.has(name)) yield recordOf(name, index++);
}

const idOf = (index: number): string => `newsgloss:bench-${index}`;

function recordOf(name: string, index: number): PackedRecord {
  return {
    packId: benchPackId,
    record: {
      id: idOf(index),
      kind: 'person',
      label: { en: name },
      surfaceForms: [{ text: name, type: 'name' }],
      statements: [],
    },
  };
}
