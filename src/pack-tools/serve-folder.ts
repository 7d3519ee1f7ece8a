import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
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
  /** Any free one without it. */
  readonly port?: number;
  /** Closes the server when it aborts. */
  readonly signal?: AbortSignal;
}

/** The server cannot be started; the message says why. */
export class ServeError extends Error {
  override name = 'ServeError';
}

/** A web server for the files of one folder, on this machine only. Any origin may read them, as from a pack's host. */
export async function serveFolder(folder: string, options: ServeOptions = {}): Promise<ServedFolder> {
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const path = pathOf(request.url ?? '/');
    requests.push(path ?? request.url ?? '/');
    const body = path === null ? null : await readWithin(folder, path);
    response.writeHead(body ? 200 : 404, {
      'Content-Type': (body && path && contentTypes[extname(path)]) ?? 'application/octet-stream',
      'Cache-Control': 'no-store',
      'Access-Control-Allow-Origin': '*',
      ...(options.contentSecurityPolicy && { 'Content-Security-Policy': options.contentSecurityPolicy }),
    });
    response.end(body ?? '');
  });
  const url = await listen(server, options.port ?? 0);
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  options.signal?.addEventListener('abort', () => void close(), { once: true });
  return { url, requests, close };
}

/** The address, once the server answers at it on this machine. @throws {ServeError} */
export async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why = cause.code === 'EADDRINUSE' ? 'is taken; choose another' : `cannot be used (${cause.code})`;
      reject(new ServeError(`Port ${port} ${why}.`, { cause }));
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** The path of a request, or null for one that no file can have. */
function pathOf(requested: string): string | null {
  try {
    const path = decodeURIComponent(new URL(requested, 'http://localhost').pathname);
    return path.includes('\0') ? null : path;
  } catch {
    return null;
  }
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
