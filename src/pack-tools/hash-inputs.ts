import { createHash, type Hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wordPackages } from './everyday-words.ts';
import { dataPackageFolder, dataPackages } from './world/data-packages.ts';

const here = dirname(fileURLToPath(import.meta.url));
const codeFolders = [here, join(here, '../model')];
const require = createRequire(import.meta.url);

/** A hash of all that a build depends on: the YAML files, the code that makes packs, the data packages, zlib. */
export async function hashInputs(folders: readonly string[], publisher: string): Promise<string> {
  const hash = createHash('sha256').update(`${publisher}\0${process.versions.zlib}\0`);
  for (const name of [...dataPackages, ...wordPackages]) {
    const { version } = require(join(dataPackageFolder(name), 'package.json')) as { version: string };
    hash.update(`${name}@${version}\0`);
  }
  await addFiles(hash, folders, '.yaml');
  await addFiles(hash, codeFolders, '.ts');
  return hash.digest('hex');
}

/** Adds names and contents of the files below folders; where the project lies makes no difference for its code. */
async function addFiles(hash: Hash, folders: readonly string[], extension: string): Promise<void> {
  for (const folder of [...folders].sort()) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    for (const path of paths) {
      const digest = createHash('sha256')
        .update(await readFile(path))
        .digest();
      hash.update(`${relative(here, path)}\0`).update(digest);
    }
  }
}
