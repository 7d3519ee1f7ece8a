/** The files of a published folder. Each is written whole or not at all, so that a writer may die at any moment. */

import * as nodeFs from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Paths are relative to the site, with `/`. */
export interface SiteFiles {
  /** Where it is, for messages. */
  readonly name: string;
  /** Null when there is no such file. */
  read(path: string): Promise<Buffer | null>;
  /** All files below a folder of the site, by path. */
  list(folder: string): Promise<string[]>;
  /** The file is there with these bytes, and will be after a power cut, once this returns. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  remove(path: string): Promise<void>;
  /** Takes away what writers that died have left. */
  sweep(): Promise<void>;
}

/** What is used of Node's file system to change a site. */
export type WritingFileSystem = Pick<typeof nodeFs, 'mkdir' | 'writeFile' | 'rename' | 'rm'>;

/** In the site itself, since a file can be moved into its place only within one disk. */
const unfinishedFolder = '.unfinished';

export function folderFiles(folder: string, fs: WritingFileSystem = nodeFs): SiteFiles {
  return {
    name: folder,
    async read(path) {
      try {
        return await nodeFs.readFile(join(folder, path));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async list(below) {
      try {
        const entries = await nodeFs.readdir(join(folder, below), { recursive: true, withFileTypes: true });
        return entries
          .filter((entry) => entry.isFile())
          .map((entry) =>
            join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'),
          )
          .sort();
      } catch (error) {
        if (isMissing(error)) return [];
        throw error;
      }
    },
    async write(path, bytes) {
      const finished = join(folder, path);
      const unfinished = join(folder, unfinishedFolder, path.replaceAll('/', '-'));
      await fs.mkdir(dirname(unfinished), { recursive: true });
      await fs.writeFile(unfinished, bytes, { flush: true });
      await fs.mkdir(dirname(finished), { recursive: true });
      await fs.rename(unfinished, finished);
    },
    remove: (path) => fs.rm(join(folder, path), { force: true }),
    sweep: () => fs.rm(join(folder, unfinishedFolder), { recursive: true, force: true }),
  };
}

const isMissing = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
