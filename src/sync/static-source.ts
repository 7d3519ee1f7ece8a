/** A source that is a folder of plain files and vouched for by nothing but where it lies: in the extension itself, or on this computer. */

import { blobPath, parseSourceIndex, sourceIndexName } from '../model/pack.ts';
import { gunzip } from './gunzip.ts';
import { parseJson } from './parse-json.ts';
import { defaultTimeoutMs, readUrl } from './read-url.ts';
import { sha256Hex } from './sha256-hex.ts';
import { SourceError, type SourceReader } from './source.ts';

const maxIndexBytes = 1 << 20;

export interface StaticSourceOptions {
  /** From `checkSourceUrl`: it ends with a slash. */
  readonly baseUrl: string;
  readonly fetch?: typeof globalThis.fetch;
  readonly timeoutMs?: number;
}

/** The source at this base URL. Nothing is asked of it before the first read. */
export function staticSource({
  baseUrl,
  fetch = globalThis.fetch,
  timeoutMs = defaultTimeoutMs,
}: StaticSourceOptions): SourceReader {
  const read = async (
    path: string,
    limits: { readonly maxBytes: number; readonly cache: RequestCache },
    signal: AbortSignal,
  ): Promise<Uint8Array<ArrayBuffer>> => {
    const url = new URL(path, baseUrl).href;
    if (!url.startsWith(baseUrl)) throw new SourceError('wrong-format', `${url} lies outside of ${baseUrl}.`);
    return readUrl({ url, ...limits, fetch, timeoutMs }, signal);
  };

  return {
    async readIndex(signal) {
      const bytes = await read(sourceIndexName, { maxBytes: maxIndexBytes, cache: 'no-cache' }, signal);
      return parseJson(bytes, { name: baseUrl + sourceIndexName, parse: parseSourceIndex });
    },
    async readFile(path, { sha256, maxBytes }, signal) {
      // Named by content and read once: a copy in the HTTP cache would only take up room, or be damaged.
      const bytes = await read(path, { maxBytes, cache: 'no-store' }, signal);
      if ((await sha256Hex(bytes)) !== sha256) throw changedOnTheWay(baseUrl + path);
      return bytes;
    },
    async readBlob({ sha256, bytes: packedBytes, rawSha256, rawBytes }, signal) {
      const path = blobPath(sha256);
      const maxBytes = Math.max(packedBytes, rawBytes);
      const bytes = await read(path, { maxBytes, cache: 'no-store' }, signal);
      const digest = await sha256Hex(bytes);
      // A host that sends the file with `Content-Encoding: gzip` has it unpacked before it comes to us.
      if (digest === rawSha256) return bytes;
      if (digest !== sha256) throw changedOnTheWay(baseUrl + path);
      const raw = await gunzip(bytes, { name: baseUrl + path, rawBytes });
      if ((await sha256Hex(raw)) !== rawSha256) {
        throw new SourceError(
          'wrong-format',
          `${baseUrl}${path} does not unpack to what the source announced.`,
        );
      }
      return raw;
    },
  };
}

function changedOnTheWay(url: string): SourceError {
  return new SourceError(
    'hash-mismatch',
    `${url} is not the file that the source announced: it is damaged or was changed on the way.`,
  );
}
