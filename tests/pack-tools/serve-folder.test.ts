import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServedFolder, serveFolder } from '../../src/pack-tools/serve-folder.ts';

let parent: string;
let server: ServedFolder;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'newsgloss-served-'));
  await mkdir(join(parent, 'open/below'), { recursive: true });
  await writeFile(join(parent, 'secret.txt'), 'secret');
  await writeFile(join(parent, 'open/page.html'), '<p>Hello');
  await writeFile(join(parent, 'open/below/blob.gz'), 'bytes');
  server = await serveFolder(join(parent, 'open'), { contentSecurityPolicy: "script-src 'none'" });
});
afterAll(async () => {
  await server.close();
  await rm(parent, { recursive: true });
});

test('a file is served to any origin, with its type and the wanted policy', async () => {
  const response = await fetch(`${server.url}page.html?a=1`);
  expect(await response.text()).toBe('<p>Hello');
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "script-src 'none'",
    'access-control-allow-origin': '*',
  });
});

test.each([
  ['below/blob.gz', 200],
  ['nothing.html', 404],
  ['below', 404],
  ['page.html/more', 404],
  ['..%2fsecret.txt', 404],
  ['%2e%2e/secret.txt', 404],
  ['%E0%A4%A', 404],
  ['page.html%00', 404],
  ['/', 404],
  ['/[', 404],
])('%s answers %i', async (path, status) => {
  // fetch() would tidy the path before it is sent.
  const answer = await new Promise((resolve) => {
    get({ host: '127.0.0.1', port: new URL(server.url).port, path: `/${path}` }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
  });
  expect(answer).toBe(status);
});
