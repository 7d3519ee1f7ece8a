import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataPackageFolder, dataPackages } from './world/data-packages.ts';

const here = dirname(fileURLToPath(import.meta.url));
const codeFolders = [here, join(here, '../model')];
const require = createRequire(import.meta.url);

/** A hash of all that a build depends on: the YAML files, the code that makes packs, the data packages, zlib. */
export async function hashInputs(folders: readonly string[], publisher: string): Promise<string> {
  const hash = createHash('sha256').update(`${publisher}\0${process.versions.zlib}\0`);
  for (const name of dataPackages) {
    const { version } = require(join(dataPackageFolder(name), 'package.json')) as { version: string };
    hash.update(`${name}@${version}\0`);
  }
  for (const [folders_, extension] of [
    [[...folders].sort(), '.yaml'],
    [codeFolders, '.ts'],
  ] as const) {
    for (const folder of folders_) {
      const files = await readdir(folder, { recursive: true, withFileTypes: true });
      const paths = files
        .filter((file) => file.isFile() && file.name.endsWith(extension))
        .map((file) => join(file.parentPath, file.name))
        .sort();
      for (const path of paths) {
        const name = extension === '.yaml' ? path : relative(here, path);
        hash.update(`${name}\0`).update(
          createHash('sha256')
            .update(await readFile(path))
            .digest(),
        );
      }
    }
  }
  return hash.digest('hex');
}
