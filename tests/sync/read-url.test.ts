import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { readUrl } from '../../src/sync/read-url.ts';
import { startFaultyServer } from '../support/faulty-server.ts';
import { makeSource } from '../support/make-source.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

test('time is over when it is, however often garbage is collected meanwhile', async () => {
  const files = makeSource([{ id: 'towns', sequence: 1, records: [], bucketBits: 0 }]);
  const server = await startFaultyServer(files);
  server.fault = {
    answer: (response) => {
      const timer = setInterval(() => response.write('{'), 20);
      response.once('close', () => clearInterval(timer));
    },
  };
  const collecting = setInterval(collectGarbage, 10);
  try {
    const [path = ''] = files.keys();
    const options = { maxBytes: 1e6, cache: 'no-store', fetch: globalThis.fetch, timeoutMs: 300 } as const;
    const reading = readUrl({ url: `${server.url}${path}`, ...options }, new AbortController().signal);
    await expect(reading).rejects.toThrow('did not arrive within 0.3 seconds');
  } finally {
    clearInterval(collecting);
    await server.close();
  }
});
