import { readFile } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';

/** Stands for the web server that will serve a folder. No address below it leads anywhere. */
export const folderBaseUrl = 'https://folder.invalid/';

/** A `fetch` that reads the files of a folder below `folderBaseUrl`, so that what reads from the web reads them too. */
export function folderFetch(folder: string): typeof globalThis.fetch {
  return async (input) => {
    const url = input instanceof Request ? input.url : String(input);
    const file = normalize(join(folder, decodeURIComponent(url.slice(folderBaseUrl.length))));
    if (!file.startsWith(normalize(folder + sep))) return new Response(null, { status: 404 });
    try {
      return new Response(new Uint8Array(await readFile(file)));
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (!['ENOENT', 'EISDIR', 'ENOTDIR'].includes(code)) throw error;
      return new Response(null, { status: 404 });
    }
  };
}
