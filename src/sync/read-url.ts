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
  // In Node 20 a fetch may lose its signal to the garbage collector, and so may a signal made of others: time is kept here.
  const abortion = new AbortController();
  let isTimeOver = false;
  const timer = setTimeout(() => {
    isTimeOver = true;
    abortion.abort();
  }, timeoutMs);
  const pass = (): void => abortion.abort(signal.reason);
  signal.addEventListener('abort', pass);
  if (signal.aborted) pass();
  try {
    const response = await fetch(url, {
      cache,
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: abortion.signal,
    });
    refuseStatus(response.status, url);
    return await readBody(response, { url, maxBytes, signal: abortion.signal });
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof SourceError) throw cause;
    if (isTimeOver) {
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
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', pass);
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
  { url, maxBytes, signal }: { url: string; maxBytes: number; signal: AbortSignal },
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  // What is being read then ends.
  const end = (): void => void reader?.cancel().catch(() => undefined);
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    length += read.value.length;
    if (length > maxBytes) {
      await reader?.cancel();
      throw new SourceError('too-large', `${url} is longer than the ${maxBytes} bytes it may have.`);
    }
    chunks.push(read.value);
  }
  signal.throwIfAborted();
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
