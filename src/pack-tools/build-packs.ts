/** Builds packs from their sources, and keeps a built copy fresh. */

import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sourceIndexName } from '../model/pack.ts';
import { assemblePacks } from './assemble-packs.ts';
import { withLock } from './folder-lock.ts';
import { hashInputs } from './hash-inputs.ts';
import { type BuildReport, reportBuild } from './report-build.ts';
import { writeSource } from './write-source.ts';

export { loadPacks } from './load-packs.ts';
export type { BuildReport } from './report-build.ts';

export const defaultPublisher = 'Newsgloss';
const bundledPacksFolder = fileURLToPath(new URL('../../packs/', import.meta.url));

/** The report of a build, after the packs of `folders` have become the source in `out`. @throws {PackSourceError} */
export async function buildPacks({
  folders,
  out,
  publisher,
}: {
  folders: readonly string[];
  out: string;
  publisher: string;
}): Promise<BuildReport> {
  const packs = await assemblePacks(folders);
  const manifests = await writeSource({ packs, publisher, folder: out });
  return reportBuild(packs, manifests);
}

/**
 * True when the source in `out` had to be built, false when it already was what the inputs give. `folders` are those of
 * the packs; without them all packs that come with the program. @throws {PackSourceError}
 */
export async function ensureBuiltPacks({
  out,
  folders,
  publisher = defaultPublisher,
}: {
  out: string;
  folders?: readonly string[];
  publisher?: string;
}): Promise<boolean> {
  const packFolders = folders ?? (await bundledPacks());
  const stampFile = `${out}.stamp`;
  return withLock(`${out}.lock`, async () => {
    // A folder that is missing is a problem for the build to report, not one of the hash.
    const inputs = packFolders.every((folder) => existsSync(folder))
      ? await hashInputs(packFolders, publisher)
      : null;
    const stamp = existsSync(stampFile) ? await readFile(stampFile, 'utf8') : null;
    if (inputs !== null && stamp === inputs && existsSync(join(out, sourceIndexName))) return false;
    await rm(stampFile, { force: true });
    await buildPacks({ folders: packFolders, out, publisher });
    if (inputs !== null) await writeFile(stampFile, inputs);
    return true;
  });
}

async function bundledPacks(): Promise<string[]> {
  const entries = await readdir(bundledPacksFolder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(bundledPacksFolder, name));
}
