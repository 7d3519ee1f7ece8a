/** A web server on this computer that goes wrong as it is told, with real sockets. */

import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SourceFiles } from './make-source.ts';

/** What is answered in the place of files. */
export interface Fault {
  /** Only where the path has this in it. */
  readonly in?: string;
  readonly answer: (response: ServerResponse, bytes: Uint8Array) => unknown;
}

export interface FaultyServer {
  readonly url: string;
  files: SourceFiles;
  fault: Fault | null;
  close(): Promise<void>;
}

export async function startFaultyServer(files: SourceFiles): Promise<FaultyServer> {
  const faulty: FaultyServer = { url: '', files, fault: null, close: () => stop(server) };
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').slice(1);
    const bytes = faulty.files.get(path);
    const { fault } = faulty;
    if (bytes && fault && path.includes(fault.in ?? '')) return void fault.answer(response, bytes);
    response.writeHead(bytes ? 200 : 404).end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(faulty, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
