import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A SHA-256 in hex over the names and contents of files and of all files below folders, in a fixed order. */
export async function hashFiles(
  paths: readonly string[],
  { except }: { except: readonly string[] },
): Promise<string> {
  const hash = createHash('sha256');
  for (const path of (await Promise.all(paths.map((path) => listFiles(path, except)))).flat()) {
    const bytes = await readFile(path);
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/** The absolute paths of a file, or of all files below a folder, sorted. */
export async function listFiles(path: string, except: readonly string[] = []): Promise<readonly string[]> {
  if (except.includes(path)) return [];
  if (!(await stat(path)).isDirectory()) return [path];
  const names = (await readdir(path)).sort();
  return (await Promise.all(names.map((name) => listFiles(join(path, name), except)))).flat();
}
