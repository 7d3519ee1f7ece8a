import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { blobPath, manifestPath, type PackManifest, sourceIndexName } from '../../../model/pack.ts';
import type { PackRecord } from '../../../model/record.ts';
import { makeNextVersion } from '../../../pack-tools/publish/next-version.ts';
import { sha256, writeSource } from '../../../pack-tools/write-source.ts';
import { readBenchNames } from '../bench-names.ts';

const common = { id: 'bench', title: 'Bench', publisher: 'Bench', licence: 'CC0-1.0' };
/** One record of so many is another in each version. */
const changedEach = 100;

interface Version {
  readonly manifest: PackManifest;
  /** Of the records that version 2 changes: all there is to a patch. */
  readonly lines: ReadonlyMap<string, string>;
}

/**
 * Writes three versions of one pack below `folder`, as sources `1`, `2` and `3`: in each, one record of 100 is not what it
 * was. `2` can be had by a patch, `3` cannot.
 */
export async function writeInstallSources(recordCount: number, folder: string): Promise<void> {
  const names = readBenchNames(recordCount);
  const first = await writeVersion(names, 1, folder);
  const second = await writeVersion(names, 2, folder);
  await writePatch(first, second, join(folder, '2'));
  await writeVersion(names, 3, folder);
}

async function writeVersion(names: readonly string[], sequence: number, folder: string): Promise<Version> {
  const records = names.map((name, index) => recordOf(name, index, sequence));
  const [manifest] = await writeSource({
    packs: [{ ...common, sequence, records }],
    publisher: common.publisher,
    folder: join(folder, `${sequence}`),
  });
  if (!manifest) throw new Error('The pack was not written.');
  const changed = records.filter((_, index) => isChangedIn(2, index));
  return { manifest, lines: new Map(changed.map((record) => [record.id, JSON.stringify(record)])) };
}

const isChangedIn = (version: number, index: number): boolean => (index + version) % changedEach === 0;

/** Of the length of a usual record: a name, what it is, and two statements with their sources. */
function recordOf(name: string, index: number, sequence: number): PackRecord {
  const changes = [2, 3].filter((version) => version <= sequence && isChangedIn(version, index));
  const citations = [{ publisher: 'Bench', title: `Register of ${index % 977}`, published: '2025-01-01' }];
  return {
    id: `bench:${String(index).padStart(7, '0')}`,
    kind: 'place',
    label: { en: name },
    description: { en: `Number ${index} of the names that the bench installs` },
    surfaceForms: [{ text: name, type: 'name' }],
    statements: [1, ...changes].map((version) => ({
      property: 'role',
      value: {
        type: 'text',
        text: { en: `Known as of version ${version}, by number ${(index * 7_919) % 10_007}` },
      },
      from: `2025-0${version}`,
      citations,
    })),
  };
}

/** Adds the patch from one version to the next to the source of the latter. */
async function writePatch(before: Version, after: Version, folder: string): Promise<void> {
  const { manifest, patch } = makeNextVersion(before, after);
  if (!patch) throw new Error('The changes are too many for a patch.');
  const bytes = Buffer.from(JSON.stringify(manifest));
  const packs = [
    { id: common.id, sequence: manifest.sequence, manifest: { sha256: sha256(bytes), bytes: bytes.length } },
  ];
  const index = { format: 'newsgloss-source-1', publisher: common.publisher, packs };
  for (const [path, content] of [
    [blobPath(patch.entry.sha256), patch.bytes],
    [manifestPath(common.id, sha256(bytes)), bytes],
    [sourceIndexName, JSON.stringify(index)],
  ] as const) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
