import { defaultTimeoutMs, readUrl } from '../../sync/read-url.ts';
import { SourceError } from '../../sync/source.ts';
import type { PublishedPlace } from './download-site.ts';
import { PublishError } from './publish-error.ts';
import { s3Store } from './s3-store.ts';

/** No file of a publisher is longer. */
const maxBytes = 64 << 20;

/** What is published at an https or s3 address. @throws {PublishError} */
export function publishedPlace(
  address: string,
  how: { endpoint: string | null; env: Readonly<Record<string, string | undefined>>; signal: AbortSignal },
): PublishedPlace {
  if (address.startsWith('s3://')) return s3Store({ address, ...how });
  const baseUrl = address.endsWith('/') ? address : `${address}/`;
  if (!URL.canParse(baseUrl) || !/^https?:/.test(baseUrl)) {
    throw new PublishError(`${address} is no address; write https://… or s3://….`);
  }
  return {
    name: baseUrl.replace(/\/$/, ''),
    async read(path) {
      const file = {
        url: baseUrl + path,
        maxBytes,
        cache: 'no-store',
        fetch,
        timeoutMs: defaultTimeoutMs,
      } as const;
      try {
        return Buffer.from(await readUrl(file, how.signal));
      } catch (cause) {
        if (!(cause instanceof SourceError)) throw cause;
        if (cause.reason === 'not-found') return null;
        throw new PublishError(cause.message, { cause });
      }
    },
  };
}
