import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { folderFiles } from '../../src/pack-tools/publish/site-files.ts';
import { verifySite } from '../../src/pack-tools/publish/verify-site.ts';
import { serveFolder } from '../../src/pack-tools/serve-folder.ts';
import { afterDays, Publisher, records, start } from './publisher.ts';

const { signal } = new AbortController();
let publisher: Publisher;

beforeAll(async () => {
  publisher = await Publisher.create();
  await publisher.publish([{ records: records(60) }]);
  await publisher.publish([{ records: records(61) }]);
});

test('a whole site is without fault, in a folder and on a web server', async () => {
  const expected = {
    ok: true,
    fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    rootVersion: 1,
    expires: {
      root: '2027-03-01T12:00:00Z',
      targets: '2026-05-30T12:00:00Z',
      snapshot: '2026-03-15T12:00:00Z',
      timestamp: '2026-03-04T12:00:00Z',
    },
    packs: [{ id: 'demo', sequence: 2, recordCount: 61, bytes: expect.any(Number), patches: 1 }],
  };
  const inFolder = await publisher.verify();
  expect(inFolder).toEqual(expected);
  const server = await serveFolder(publisher.site);
  const place = { type: 'url', baseUrl: server.url } as const;
  expect(await verifySite({ place, fingerprint: null, now: start, signal })).toEqual(inFolder);
  await server.close();
});

test('every byte counts: no file of what is published can be changed, cut or missing', async () => {
  const files = folderFiles(publisher.site);
  const superseded = JSON.parse((await files.read('unused.json'))?.toString() ?? '');
  expect(Object.keys(superseded)).toHaveLength(4);
  const published = (await files.list('')).filter((path) => path !== 'unused.json' && !(path in superseded));
  const spoiled = [
    ['is missing', () => null],
    ['is cut', (bytes: Buffer) => bytes.subarray(0, -2)],
    ['is longer', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from(' ')])],
    [
      'has another byte',
      (bytes: Buffer) => {
        const changed = Buffer.from(bytes);
        const at = Math.floor(bytes.length / 2);
        changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
        return changed;
      },
    ],
  ] as const;
  const accepted: string[] = [];
  for (const path of published) {
    for (const [what, spoil] of spoiled) {
      const bytes = await readFile(join(publisher.site, path));
      const bad = spoil(bytes);
      await (bad ? writeFile(join(publisher.site, path), bad) : rm(join(publisher.site, path)));
      const result = await publisher.verify();
      if (result.ok) accepted.push(`${path.replace(/[0-9a-f]{64}/, 'HASH')} ${what}`);
      else expect(result.message, path).toMatch(/^[A-Z/].*\.$/);
      await writeFile(join(publisher.site, path), bytes);
    }
  }
  // A first root without a known fingerprint and a timestamp are signed as values, to which a space adds nothing.
  expect(accepted).toEqual(['metadata/1.root.json is longer', 'metadata/timestamp.json is longer']);
  expect(await publisher.verify()).toMatchObject({ ok: true });
});

describe('the first fault is one sentence with what to do', () => {
  const faults: readonly [string, (site: string, copy: Publisher) => Promise<void>, RegExp][] = [
    [
      'of an empty folder',
      (site) => rm(join(site, 'metadata'), { recursive: true }),
      /^There is no .*site\/metadata\/1\.root\.json\. Nothing that was signed is published here\.$/,
    ],
    [
      'of a blob that is gone',
      (site) => rm(join(site, 'blob'), { recursive: true }),
      /^There is no .*site\/blob\/.*\.gz\.$/,
    ],
    [
      'of files of two publications',
      async (site, copy) => {
        const old = await readFile(join(site, 'metadata/timestamp.json'));
        await copy.publish([{ records: records(62) }]);
        await writeFile(join(site, 'metadata/timestamp.json'), old);
        await rm(join(site, 'metadata/2.snapshot.json'));
        await cp(join(site, 'metadata/3.snapshot.json'), join(site, 'metadata/2.snapshot.json'));
      },
      /Files of different publications are mixed; copy the whole folder anew\.$/,
    ],
  ];
  test.each(faults)('%s', async (_, spoil, message) => {
    const copy = await publisher.copy();
    await spoil(copy.site, copy);
    expect(await copy.verify()).toEqual({ ok: false, message: expect.stringMatching(message) });
  });

  test.each([
    [
      4,
      'Final timestamp.json is expired. Sign it again with the command refresh, and see to it that this happens every day.',
    ],
    [
      400,
      'Final root.json is expired. Sign it again: refresh --targets for the list of packs, rotate --renew for the root.',
    ],
  ])('of signatures that ended, after %i days', async (days, message) => {
    expect(await publisher.verify(afterDays(days))).toEqual({
      ok: false,
      message: `The client's check says: ${message}`,
    });
  });

  test('of another source than the fingerprint says', async () => {
    const place = { type: 'folder', folder: publisher.site } as const;
    const result = await verifySite({ place, fingerprint: '0'.repeat(64), now: start, signal });
    expect(result).toMatchObject({ ok: false, message: expect.stringMatching(/this is another source, or/) });
  });
});
