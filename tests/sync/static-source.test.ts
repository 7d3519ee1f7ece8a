import { describe, expect, it } from 'vitest';
import { blobPath } from '../../src/model/pack.ts';
import { staticSource } from '../../src/sync/static-source.ts';
import { addBlob, hashOf, makeSource, type SourceFiles, serveFiles } from '../support/make-source.ts';

const baseUrl = 'https://packs.example/';
const signal = new AbortController().signal;
const file = new TextEncoder().encode('the contents');
const sha256 = hashOf(file);
const answering = (response: () => Response) => async () => response();

describe('staticSource', () => {
  it('asks for the index afresh, and for everything without cookies, referrer or redirects', async () => {
    const requests: { url: string; init: RequestInit | undefined }[] = [];
    const files = makeSource([{ id: 'talks', sequence: 3, records: [] }]);
    files.set('blob/x', file);
    const source = staticSource({ baseUrl, fetch: serveFiles(files, baseUrl, requests) });
    const index = await source.readIndex(signal);
    expect(index.packs.map(({ id, sequence }) => ({ id, sequence }))).toEqual([{ id: 'talks', sequence: 3 }]);
    expect(await source.readFile('blob/x', { sha256, maxBytes: file.length }, signal)).toEqual(file);

    const careful = { credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' };
    expect(requests).toEqual([
      {
        url: 'https://packs.example/source.json',
        init: expect.objectContaining({ ...careful, cache: 'no-cache' }),
      },
      {
        url: 'https://packs.example/blob/x',
        init: expect.objectContaining({ ...careful, cache: 'no-store' }),
      },
    ]);
  });

  const failures: { name: string; fetch: typeof globalThis.fetch; reason: string; says: RegExp }[] = [
    {
      name: 'no connection',
      fetch: async () => {
        throw new TypeError('Failed to fetch');
      },
      reason: 'offline',
      says: /could not be reached/,
    },
    {
      name: 'a missing file',
      fetch: answering(() => new Response('no', { status: 404 })),
      reason: 'not-found',
      says: /There is no https:\/\/packs\.example\/blob\/x/,
    },
    {
      // Object stores answer so for a missing file when nobody may list the folder.
      name: 'a file that the server does not give out',
      fetch: answering(() => new Response('no', { status: 403 })),
      reason: 'not-found',
      says: /There is no https:\/\/packs\.example\/blob\/x for everyone/,
    },
    {
      name: 'a server in trouble',
      fetch: answering(() => new Response('no', { status: 503 })),
      reason: 'server-error',
      says: /answered 503/,
    },
    {
      name: 'other bytes',
      fetch: answering(() => new Response('The contents')),
      reason: 'hash-mismatch',
      says: /not the file that the source announced/,
    },
    {
      name: 'an empty answer',
      fetch: answering(() => new Response(null)),
      reason: 'hash-mismatch',
      says: /not the file that the source announced/,
    },
    {
      name: 'too many bytes',
      fetch: answering(() => new Response('the contents, and then more')),
      reason: 'too-large',
      says: /longer than the 12 bytes/,
    },
    {
      name: 'bytes without end',
      fetch: answering(
        () =>
          new Response(
            new ReadableStream({
              pull: (controller) => controller.enqueue(new Uint8Array(5)),
            }),
          ),
      ),
      reason: 'too-large',
      says: /longer than the 12 bytes/,
    },
    {
      name: 'a connection that breaks in the middle',
      fetch: answering(
        () =>
          new Response(
            new ReadableStream({
              start(controller) {
                controller.enqueue(new Uint8Array(5));
                controller.error(new TypeError('network error'));
              },
            }),
          ),
      ),
      reason: 'offline',
      says: /could not be reached/,
    },
    {
      name: 'a server that never answers',
      fetch: (_url, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        }),
      reason: 'timeout',
      says: /did not arrive within/,
    },
  ];
  it.each(failures)('says what is wrong: $name', async ({ fetch, reason, says }) => {
    const source = staticSource({ baseUrl, fetch, timeoutMs: 20 });
    await expect(source.readFile('blob/x', { sha256, maxBytes: file.length }, signal)).rejects.toMatchObject({
      name: 'SourceError',
      reason,
      message: expect.stringMatching(says),
    });
  });

  describe('readBlob', () => {
    const blobFiles: SourceFiles = new Map();
    const blob = addBlob(blobFiles, file);
    const path = blobPath(blob.sha256);
    const other = addBlob(new Map(), 'other contents');
    const serving = (bytes: Uint8Array<ArrayBuffer> | undefined) =>
      staticSource({ baseUrl, fetch: answering(() => new Response(bytes)) });

    it('gives what is in the file, whether or not it was unpacked on the way', async () => {
      for (const bytes of [blobFiles.get(path), file]) {
        expect(await serving(bytes).readBlob(blob, signal)).toEqual(file);
      }
    });

    it('asks for the file by its content', async () => {
      const requests: { url: string; init: RequestInit | undefined }[] = [];
      const source = staticSource({ baseUrl, fetch: serveFiles(blobFiles, baseUrl, requests) });
      await source.readBlob(blob, signal);
      expect(requests.map(({ url }) => url)).toEqual([baseUrl + path]);
    });

    it.each([
      { name: 'other bytes', bytes: other.sha256, expected: blob, reason: 'hash-mismatch' },
      {
        name: 'a file that unpacks to something else',
        bytes: null,
        expected: { ...blob, rawSha256: other.rawSha256 },
        reason: 'wrong-format',
      },
      {
        name: 'a file that unpacks to more',
        bytes: null,
        expected: { ...blob, rawSha256: other.rawSha256, rawBytes: 3 },
        reason: 'too-large',
      },
    ] as const)('refuses $name', async ({ bytes, expected, reason }) => {
      const source = serving(
        bytes === null ? blobFiles.get(path) : new TextEncoder().encode(bytes.slice(0, 9)),
      );
      await expect(source.readBlob(expected, signal)).rejects.toMatchObject({ name: 'SourceError', reason });
    });
  });

  it('stays below its base URL', async () => {
    const source = staticSource({ baseUrl: 'https://packs.example/mine/', fetch: serveFiles(new Map(), '') });
    for (const path of ['../other', '/other', 'https://elsewhere.example/', '//elsewhere.example/']) {
      await expect(source.readFile(path, { sha256, maxBytes: 1 }, signal)).rejects.toThrow('lies outside');
    }
  });

  it('stops when its caller does', async () => {
    const source = staticSource({ baseUrl, fetch: serveFiles(new Map(), baseUrl) });
    const stopped = AbortSignal.abort();
    await expect(source.readIndex(stopped)).rejects.toBe(stopped.reason);
  });
});
