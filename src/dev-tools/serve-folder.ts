import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

export interface ServedFolder {
  /** `http://127.0.0.1:PORT/`, with a free port. */
  readonly url: string;
  /** Paths that were asked for, in order, whether or not they exist. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

export interface ServeOptions {
  /** Sent as Content-Security-Policy, such as `script-src 'none'` for a page whose own scripts shall not run. */
  readonly contentSecurityPolicy?: string;
}

/** A web server for the files of one folder, on this machine only. Any origin may read them, as from a pack's host. */
export async function serveFolder(folder: string, options: ServeOptions = {}): Promise<ServedFolder> {
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    requests.push(path);
    const body = await readWithin(folder, path);
    response.writeHead(body ? 200 : 404, {
      'Content-Type': (body && contentTypes[extname(path)]) ?? 'application/octet-stream',
      'Cache-Control': 'no-store',
      'Access-Control-Allow-Origin': '*',
      ...(options.contentSecurityPolicy && { 'Content-Security-Policy': options.contentSecurityPolicy }),
    });
    response.end(body ?? '');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The file's bytes, or null when it is not in the folder. */
async function readWithin(folder: string, path: string): Promise<Buffer | null> {
  const file = normalize(join(folder, path));
  if (!file.startsWith(normalize(folder + sep))) return null;
  try {
    return await readFile(file);
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.png': 'image/png',
};
