import { SourceError } from './source.ts';

/** For one whole file. */
export const defaultTimeoutMs = 25_000;

export interface UrlRead {
  readonly url: string;
  readonly maxBytes: number;
  readonly cache: RequestCache;
  readonly fetch: typeof globalThis.fetch;
  readonly timeoutMs: number;
}

/**
 * The file at this address, whole. Nothing about the reader goes along, and redirects are not followed.
 * @throws {SourceError} or the signal's reason.
 */
export async function readUrl(
  { url, maxBytes, cache, fetch, timeoutMs }: UrlRead,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      cache,
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([signal, timeout]),
    });
    refuseStatus(response.status, url);
    return await readBody(response, { url, maxBytes });
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof SourceError) throw cause;
    if (timeout.aborted) {
      throw new SourceError('timeout', `${url} did not arrive within ${timeoutMs / 1000} seconds.`, {
        cause,
      });
    }
    throw new SourceError(
      'offline',
      `${url} could not be reached: there is no connection, the server is down or does not answer to other ` +
        'sites, or it sends visitors on to another address.',
      { cause },
    );
  }
}

function refuseStatus(status: number, url: string): void {
  if (status === 404 || status === 410) throw new SourceError('not-found', `There is no ${url}.`);
  // Object stores say so of a missing file when nobody may list the folder, and the newest root is found by a missing one.
  if (status === 403) throw new SourceError('not-found', `There is no ${url} for everyone to read.`);
  if (status !== 200) throw new SourceError('server-error', `The server answered ${status} for ${url}.`);
}

/** The whole body, of which no more is read than is allowed. */
async function readBody(
  response: Response,
  { url, maxBytes }: { url: string; maxBytes: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    length += read.value.length;
    if (length > maxBytes) {
      await reader?.cancel();
      throw new SourceError('too-large', `${url} is longer than the ${maxBytes} bytes it may have.`);
    }
    chunks.push(read.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
