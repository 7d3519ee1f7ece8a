/** The packs and the engine in Node: what the background worker has in its store. */

import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileEngine } from '../engine/compile-engine.ts';
import { openEngine } from '../engine/engine-format.ts';
import { findMentions } from '../engine/find-mentions.ts';
import type { Knowledge } from '../linking/annotate-text.ts';
import type { PackedRecord, PackId, RecordId } from '../model/record.ts';
import { ensureBuiltPacks, loadPacks } from './build-packs.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface PackLibrary {
  readonly knowledge: Knowledge;
  readonly records: readonly PackedRecord[];
  /** In the order of packs. */
  readonly byId: ReadonlyMap<RecordId, readonly PackedRecord[]>;
  readonly packTitles: ReadonlyMap<PackId, string>;
}

/** Knowledge of the bundled packs and of more pack folders; a folder with a bundled pack's id replaces that pack. */
export async function loadKnowledge(moreFolders: readonly string[]): Promise<Knowledge> {
  return (await loadPackLibrary(moreFolders)).knowledge;
}

/** The same, with the records themselves. */
export async function loadPackLibrary(moreFolders: readonly string[]): Promise<PackLibrary> {
  const folders = await packFolders(moreFolders);
  const key = createHash('sha256').update(folders.join('\n')).digest('hex').slice(0, 12);
  const out = join(root, 'dist', moreFolders.length === 0 ? 'packs' : `packs-${key}`);
  await ensureBuiltPacks({ out, folders });
  const packs = await loadPacks(out);
  const packedRecords: PackedRecord[] = packs.flatMap(({ manifest, records }) =>
    records.map((record) => ({ packId: manifest.id, record })),
  );
  const packTitles = new Map(packs.map(({ manifest }) => [manifest.id, manifest.title]));
  return { records: packedRecords, ...inMemory(packedRecords), packTitles };
}

/** Knowledge of these records alone. */
export const knowledgeOf = (packedRecords: readonly PackedRecord[]): Knowledge =>
  inMemory(packedRecords).knowledge;

function inMemory(packedRecords: readonly PackedRecord[]): Pick<PackLibrary, 'knowledge' | 'byId'> {
  const byId = new Map<RecordId, PackedRecord[]>();
  const counts = new Map<PackId, number>();
  for (const packed of packedRecords) {
    const known = byId.get(packed.record.id);
    if (known) known.push(packed);
    else byId.set(packed.record.id, [packed]);
    counts.set(packed.packId, (counts.get(packed.packId) ?? 0) + 1);
  }
  const engine = openEngine(compileEngine(packedRecords));
  const dossier = packedRecords.filter(({ record }) => record.kind === 'plan' || record.kind === 'event');
  const persons = packedRecords.filter(({ record }) => record.kind === 'person');
  const holders = placesByOffice(persons);
  const knowledge: Knowledge = {
    findMentions: (text, language) => findMentions([engine], text, language),
    recordsById: async () => byId,
    plansAndEvents: async () => dossier,
    officeHolders: async (ids) => {
      const places = new Set([...ids].flatMap((id) => holders.get(id) ?? []));
      return [...places].sort((a, b) => a - b).flatMap((place) => persons[place] ?? []);
    },
    recordCounts: async () => counts,
  };
  return { knowledge, byId };
}

/** Of each country or organisation, the places in a list of those persons who have or had a role in it. */
function placesByOffice(persons: readonly PackedRecord[]): ReadonlyMap<RecordId, readonly number[]> {
  const byOffice = new Map<RecordId, number[]>();
  for (const [place, { record }] of persons.entries()) {
    for (const { property, of } of record.statements) {
      if (property !== 'role' || !of) continue;
      const known = byOffice.get(of);
      if (known) known.push(place);
      else byOffice.set(of, [place]);
    }
  }
  return byOffice;
}

async function packFolders(moreFolders: readonly string[]): Promise<string[]> {
  const bundled = (await readdir(join(root, 'packs'), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(root, 'packs', entry.name));
  const replaced = new Set(moreFolders.map(folderName));
  return [...bundled.filter((folder) => !replaced.has(folderName(folder))), ...moreFolders];
}

const folderName = (folder: string): string =>
  folder
    .replace(/[\\/]+$/, '')
    .split(/[\\/]/)
    .at(-1) ?? '';
