import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestPath, parseSourceIndex, type SourceIndex, sourceIndexName } from '../../src/model/pack.ts';
import type { TrustedCopies, TrustedCopy } from '../../src/sync/trusted-state.ts';
import { hashOf, makeSource, type SourceFiles, type SourcePack } from './make-source.ts';
import { TufSimulator } from './tuf-simulator.ts';

/** A signed source in memory, whose keys the test holds. */
export class SignedSource {
  readonly repository: TufSimulator;
  /** What lies next to the metadata, of all publications. */
  private readonly contents: SourceFiles = new Map();

  constructor(packs: readonly SourcePack[], from?: Date) {
    this.repository = new TufSimulator(from);
    this.publish(packs);
  }

  /** Puts these packs in the place of those before, and signs them. */
  publish(packs: readonly SourcePack[]): void {
    const files = makeSource(packs);
    const index = readIndex(files);
    files.delete(sourceIndexName);
    for (const [path, bytes] of files) this.contents.set(path, bytes);
    signPacks(this.repository, index, (path) => fileOf(files, path));
  }

  /** Everything that a web server would have now, by path below the base URL. */
  files(): SourceFiles {
    const files: SourceFiles = new Map(this.contents);
    for (const [name, bytes] of this.repository.files) files.set(`metadata/${name}`, Uint8Array.from(bytes));
    return files;
  }

  /** What `#root=sha256:…` says of it. */
  get rootSha256(): string {
    return rootFingerprint(this.repository);
  }
}

export function rootFingerprint(repository: TufSimulator): string {
  const root = repository.files.get('1.root.json');
  if (!root) throw new Error('There is no first root.');
  return hashOf(root);
}

/** Signs what was built into a folder, in the place of its unsigned index or of the signatures before. */
export async function signFolder(repository: TufSimulator, folder: string): Promise<void> {
  const indexPath = join(folder, sourceIndexName);
  const index = parseSourceIndex(JSON.parse(await readFile(indexPath, 'utf8')));
  const files: SourceFiles = new Map();
  for (const { id, manifest } of index.packs) {
    const path = manifestPath(id, manifest.sha256);
    files.set(path, Uint8Array.from(await readFile(join(folder, path))));
  }
  signPacks(repository, index, (path) => fileOf(files, path));
  await rm(indexPath);
  await writeMetadata(repository.files, folder);
}

/** Puts files into the metadata folder of a source, in the place of all that are there. */
export async function writeMetadata(files: ReadonlyMap<string, Uint8Array>, folder: string): Promise<void> {
  await rm(join(folder, 'metadata'), { recursive: true, force: true });
  await mkdir(join(folder, 'metadata'), { recursive: true });
  for (const [name, bytes] of files) await writeFile(join(folder, 'metadata', name), bytes);
}

function signPacks(
  repository: TufSimulator,
  index: SourceIndex,
  readFileAt: (path: string) => Uint8Array,
): void {
  repository.targets = Object.fromEntries(
    index.packs.map(({ id, sequence, manifest }) => [
      `packs/${id}/manifest.json`,
      { bytes: readFileAt(manifestPath(id, manifest.sha256)), custom: { sequence } },
    ]),
  );
  repository.publish();
}

const readIndex = (files: SourceFiles): SourceIndex =>
  parseSourceIndex(JSON.parse(new TextDecoder().decode(fileOf(files, sourceIndexName))));

function fileOf(files: SourceFiles, path: string): Uint8Array<ArrayBuffer> {
  const bytes = files.get(path);
  if (!bytes) throw new Error(`There is no ${path}.`);
  return bytes;
}

/** Copies in memory; `stored` is what there is. */
export function copiesInMemory(): TrustedCopies & { readonly stored: Map<string, TrustedCopy> } {
  const stored = new Map<string, TrustedCopy>();
  return {
    stored,
    read: async (sourceId) => structuredClone(stored.get(sourceId) ?? null),
    write: async (sourceId, copy) => void stored.set(sourceId, structuredClone(copy)),
  };
}
