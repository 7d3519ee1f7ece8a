/** What happens to networks and hosts while an update is fetched. Each row ends with the old pack, words for the reader, and success once the fault is gone. */

import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/open-store.ts';
import { listPacks } from '../../src/store/packs.ts';
import { readRecordsOfPack } from '../../src/store/records.ts';
import { staticSource } from '../../src/sync/static-source.ts';
import { type SyncOutcome, syncSource } from '../../src/sync/sync-source.ts';
import { type Fault, type FaultyServer, startFaultyServer } from '../support/faulty-server.ts';
import { findOrphans } from '../support/find-orphans.ts';
import { freshStore } from '../support/fresh-store.ts';
import { makeRecord } from '../support/make-record.ts';
import { makeSource } from '../support/make-source.ts';

const records = (version: number) =>
  Array.from({ length: 40 }, (_, index) =>
    makeRecord(`x:${index}`, 'place', [`Town ${index} of ${version}`]),
  );
const version = (sequence: number) =>
  makeSource([{ id: 'towns', sequence, records: records(sequence), bucketBits: 1 }]);

let server: FaultyServer;
beforeAll(async () => {
  server = await startFaultyServer(version(1));
});
afterAll(() => server.close());

interface SyncOptions {
  readonly baseUrl?: string;
  readonly fetch?: typeof globalThis.fetch;
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
}

/** What a slow server is given where it must fail; where it must not, a busy computer has all the time it needs. */
const shortMs = 400;

const sync = (store: Store, options: SyncOptions = {}): Promise<SyncOutcome> => {
  const { baseUrl = server.url, fetch = globalThis.fetch, signal = new AbortController().signal } = options;
  const { timeoutMs = 25_000 } = options;
  const source = staticSource({ baseUrl, fetch, timeoutMs });
  return syncSource({ store, source, sourceId: 'the-source', signal });
};

/** The one version that all of the records a reader finds are of. */
async function versionRead(store: Store): Promise<string> {
  const seen = new Set<string>();
  for (const pack of await listPacks(store)) {
    seen.add(`version ${pack.sequence}`);
    for await (const batch of readRecordsOfPack(store, pack)) {
      for (const { record } of batch) seen.add(`version ${record.label.en.split(' of ')[1]}`);
    }
  }
  return [...seen].join(' and ');
}

type Answer = Fault['answer'];
/** A byte now and then, for ever. */
const drip: Answer = (response) => {
  const timer = setInterval(() => response.write('{'), 50);
  response.once('close', () => clearInterval(timer));
};
const status =
  (code: number): Answer =>
  (response) =>
    response.writeHead(code).end('no');

const writeForEver: Answer = (response) => {
  if (!response.destroyed)
    response.write(new Uint8Array(65_536), () => writeForEver(response, new Uint8Array()));
};

const faults: readonly {
  readonly name: string;
  readonly fault?: Fault;
  readonly options?: () => SyncOptions;
  readonly says: RegExp;
}[] = [
  {
    name: 'a name that no server has',
    options: () => ({ baseUrl: 'http://newsgloss.invalid/' }),
    says: /could not be reached/,
  },
  {
    name: 'a server that is not running',
    options: () => ({ baseUrl: 'http://127.0.0.1:9/' }),
    says: /could not be reached/,
  },
  {
    name: 'a connection that breaks off',
    fault: { answer: (response) => response.destroy() },
    says: /could not be reached/,
  },
  {
    name: 'a server without the encryption that was asked for',
    options: () => ({ baseUrl: server.url.replace('http:', 'https:') }),
    says: /could not be reached/,
  },
  {
    name: 'an index that is gone',
    fault: { in: 'source.json', answer: status(404) },
    says: /There is no .*source\.json/,
  },
  { name: 'a part that is gone', fault: { in: 'blob/', answer: status(404) }, says: /There is no .*blob/ },
  {
    name: 'files that nobody may read',
    fault: { answer: status(403) },
    says: /There is no .* for everyone to read/,
  },
  { name: 'a host that has had enough of us', fault: { answer: status(429) }, says: /answered 429/ },
  { name: 'a host that is broken', fault: { answer: status(500) }, says: /answered 500/ },
  {
    name: 'an index that drips',
    fault: { in: 'source.json', answer: drip },
    says: /did not arrive within 0\.4 seconds/,
  },
  {
    name: 'a part that drips',
    fault: { in: 'blob/', answer: drip },
    says: /did not arrive within 0\.4 seconds/,
  },
  {
    name: 'a part that stalls in the middle',
    fault: { in: 'blob/', answer: (response, bytes) => response.write(bytes.slice(0, 20)) },
    says: /did not arrive within 0\.4 seconds/,
  },
  {
    name: 'a part that is cut off',
    fault: { in: 'blob/', answer: (response, bytes) => response.end(bytes.slice(0, -9)) },
    says: /not the file that the source announced/,
  },
  {
    name: 'a part that breaks off before its announced end',
    fault: {
      in: 'blob/',
      answer: (response, bytes) => {
        response.writeHead(200, { 'content-length': bytes.length });
        response.write(bytes.slice(0, 20), () => response.destroy());
      },
    },
    says: /could not be reached/,
  },
  {
    name: 'a part that does not end',
    fault: { in: 'blob/', answer: writeForEver },
    says: /is longer than the \d+ bytes/,
  },
  {
    name: 'a part that is not encoded as its header says',
    fault: {
      in: 'blob/',
      answer: (response) => response.writeHead(200, { 'content-encoding': 'br' }).end('text'),
    },
    says: /could not be reached|not the file that the source announced/,
  },
  {
    name: 'a part that a host has packed twice more',
    fault: { in: 'blob/', answer: (response, bytes) => response.end(gzipSync(gzipSync(bytes))) },
    says: /is longer than|not the file that the source announced/,
  },
  {
    name: 'an address that sends visitors on',
    fault: { answer: (response) => response.writeHead(302, { location: '/elsewhere/' }).end() },
    says: /sends visitors on to another address/,
  },
  {
    name: 'a network that asks for a login first',
    fault: {
      answer: (response) =>
        response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Welcome to the hotel</title>'),
    },
    says: /is not JSON\. .*login page may have answered/,
  },
  {
    name: 'no network',
    options: () => ({ fetch: () => Promise.reject(new TypeError('Failed to fetch')) }),
    says: /could not be reached/,
  },
  {
    name: 'a computer that slept until the time was over',
    options: () => ({ signal: AbortSignal.abort(new DOMException('too late', 'TimeoutError')) }),
    says: /took too long and was stopped/,
  },
];

describe.each(faults)('$name', ({ fault = null, says, options }) => {
  test('leaves the old version, is said in plain words, and is over when it is gone', async () => {
    const store = await freshStore();
    server.files = version(1);
    server.fault = null;
    expect(await sync(store)).toMatchObject({ type: 'updated' });

    server.files = version(2);
    server.fault = fault;
    const outcome = await sync(store, { timeoutMs: shortMs, ...options?.() });
    expect(outcome).toMatchObject({ type: 'failed', message: expect.stringMatching(says) });
    expect(outcome).toMatchObject({
      message: expect.stringMatching(/The packs installed from this source stay in use\. \S+/),
    });
    expect(await versionRead(store)).toBe('version 1');

    server.fault = null;
    expect(await sync(store)).toEqual({ type: 'updated', packIds: ['towns'] });
    expect(await versionRead(store)).toBe('version 2');
    expect(await findOrphans(store)).toEqual([]);
  });
});

test('two contexts that sync at once install the update once, and both are told that all is well', async () => {
  const store = await freshStore();
  server.fault = null;
  server.files = version(1);
  await sync(store);
  server.files = version(2);
  const outcomes = await Promise.all([sync(store), sync(store)]);
  expect(outcomes.map(({ type }) => type).sort()).toEqual(['upToDate', 'updated']);
  expect(await versionRead(store)).toBe('version 2');
});
