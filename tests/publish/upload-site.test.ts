import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { beginRotation } from '../../src/pack-tools/publish/rotate-keys.ts';
import { folderFiles } from '../../src/pack-tools/publish/site-files.ts';
import { verifySite } from '../../src/pack-tools/publish/verify-site.ts';
import { type CommandResult, runPackCommand } from '../../src/pack-tools/run-pack-command.ts';
import { serveFolder } from '../../src/pack-tools/serve-folder.ts';
import { temporaryFolder } from '../pack-tools/pack-folder.ts';
import { afterDays, Publisher, passphrases, records } from './publisher.ts';
import { credentials, expectedSignature, S3Server } from './s3-server.ts';

const all = records(60);
let publisher: Publisher;
let s3: S3Server;

beforeEach(async () => {
  publisher = await Publisher.create();
  await publisher.publish([{ records: all }]);
  s3 = await S3Server.start();
});
afterEach(() => s3.stop());

const run = (
  args: string[],
  env: Record<string, string> = {},
  cwd = publisher.folder,
): Promise<CommandResult> =>
  runPackCommand([...args, '--endpoint', s3.url], cwd, {
    env: {
      ...passphrases.env,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      ...env,
    },
    now: () => publisher.now,
  });
const upload = () => run(['upload', 'site', '--to', 's3://news/our packs']);

/** The sequence of each pack that a client of the store would have now, or what it says against it. */
async function versionsInStore(now = publisher.now): Promise<unknown> {
  const folder = await temporaryFolder();
  for (const [key, { bytes }] of s3.objects) {
    const path = join(folder, key.replace('our packs/', ''));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
  const { signal } = new AbortController();
  const result = await verifySite({ place: { type: 'folder', folder }, fingerprint: null, now, signal });
  return result.ok
    ? Object.fromEntries(result.packs.map(({ id, sequence }) => [id, sequence]))
    : result.message;
}

test('the store of these tests asks for the signatures that Amazon S3 asks for', () => {
  // “GET Object” in Amazon's “Signature Calculations for the Authorization Header” (S3 API reference).
  const request = {
    method: 'GET',
    url: '/test.txt',
    headers: {
      host: 'examplebucket.s3.amazonaws.com',
      range: 'bytes=0-9',
      'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      'x-amz-date': '20130524T000000Z',
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=',
    },
  };
  expect(expectedSignature(request, 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY')).toBe(
    'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  );
});

describe('an upload', () => {
  test('brings all files with their headers, the timestamp last, and then only what is new', async () => {
    expect(await upload()).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^Uploaded 7 files \(\d+ kB\) to s3:\/\/news\/our packs\n$/),
    });
    expect(
      s3.changes.map((change) => change.replace(/[0-9a-f]{64}/, 'HASH').replace(/\/[0-9a-f]{2}\//, '/AA/')),
    ).toEqual([
      'PUT our packs/blob/AA/HASH.gz',
      'PUT our packs/targets/packs/demo/HASH.manifest.json',
      'PUT our packs/unused.json',
      'PUT our packs/metadata/1.root.json',
      'PUT our packs/metadata/1.targets.json',
      'PUT our packs/metadata/1.snapshot.json',
      'PUT our packs/metadata/timestamp.json',
    ]);
    const headersOf = (path: string) => s3.objects.get(`our packs/${path}`)?.headers;
    expect(headersOf('metadata/timestamp.json')).toMatchObject({
      'cache-control': 'no-cache',
      'content-type': 'application/json',
    });
    const [blob = ''] = [...s3.objects.keys()].filter((key) => key.includes('blob'));
    expect(s3.objects.get(blob)?.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'application/gzip',
    });
    expect(s3.objects.get(blob)?.headers).not.toHaveProperty('content-encoding');
    expect(await versionsInStore()).toEqual({ demo: 1 });

    s3.changes.length = 0;
    await publisher.publish([{ records: all.slice(1) }]);
    await upload();
    expect(s3.changes.filter((change) => change.includes('blob'))).toHaveLength(2);
    expect(s3.changes.at(-1)).toBe('PUT our packs/metadata/timestamp.json');
    expect(await versionsInStore()).toEqual({ demo: 2 });
  });

  test('that is cut off at any change leaves the version before, and goes on where it was', async () => {
    await upload();
    await publisher.publish([{ records: all.slice(1) }]);
    const before = new Map(s3.objects);
    for (let at = 0; ; at++) {
      s3.objects.clear();
      for (const [key, object] of before) s3.objects.set(key, object);
      s3.changes.length = 0;
      s3.beforeChange = () => {
        if (s3.changes.length >= at) throw new Error('cut off');
      };
      const { exitCode, stderr } = await upload();
      const isWhole = exitCode === 0;
      expect(await versionsInStore()).toEqual({ demo: isWhole ? 2 : 1 });
      if (isWhole) {
        expect(at).toBeGreaterThan(5);
        break;
      }
      expect(stderr).toMatch(
        /could not be reached at .*What is uploaded already stays; run the same command again\.$/m,
      );
      s3.beforeChange = () => undefined;
      expect((await upload()).exitCode).toBe(0);
      expect(await versionsInStore()).toEqual({ demo: 2 });
    }
  });

  test('of changed keys serves readers at every moment', async () => {
    await upload();
    await beginRotation(publisher.options(), { roles: ['timestamp', 'snapshot', 'targets'], keyIds: [] });
    const before = new Map(s3.objects);
    for (let at = 0; ; at++) {
      s3.objects.clear();
      for (const [key, object] of before) s3.objects.set(key, object);
      s3.changes.length = 0;
      s3.beforeChange = () => {
        if (s3.changes.length >= at) throw new Error('cut off');
      };
      const { exitCode } = await upload();
      expect(await versionsInStore(), `after ${at} changes`).toEqual({ demo: 1 });
      if (exitCode === 0) break;
    }
    expect(s3.changes.at(-1)).toBe('PUT our packs/metadata/2.root.json');
  });

  test('removes what publishing has removed and nothing else', async () => {
    await run(['upload', 'site', '--to', 's3://news']);
    const other = { bytes: Buffer.from('notes'), headers: {} };
    s3.objects.set('blob/notes.txt', other);
    s3.objects.set('index.html', other);
    publisher.now = afterDays(1);
    await publisher.publish([{ records: all.slice(1) }]);
    await run(['upload', 'site', '--to', 's3://news']);
    const old = [...s3.objects.keys()];
    publisher.now = afterDays(50);
    await publisher.publish([{ records: all.slice(1) }]);
    const { stdout } = await run(['upload', 'site', '--to', 's3://news']);
    expect(stdout).toMatch(/Removed 4 files there that nobody has needed for weeks\n$/);
    expect(old.filter((key) => !s3.objects.has(key)).map((key) => key.split('/')[0])).toEqual([
      'blob',
      'targets',
      'metadata',
      'metadata',
    ]);
    expect([s3.objects.has('blob/notes.txt'), s3.objects.has('index.html')]).toEqual([true, true]);
  });

  test('never removes anything from a copy that is not whole', async () => {
    await upload();
    await rm(join(publisher.site, 'blob'), { recursive: true });
    expect((await run(['refresh', 'site', '--keys', 'keys', '--to', 's3://news/our packs'])).exitCode).toBe(
      0,
    );
    expect(s3.changes.filter((change) => change.startsWith('DELETE'))).toEqual([]);
    expect(await versionsInStore()).toEqual({ demo: 1 });
  });

  test('follows publish and refresh that are told where to', async () => {
    const built = await publisher.build({ records: all.slice(1) });
    const to = ['--keys', 'keys', '--to', 's3://news/our packs'];
    const { stdout } = await run(['publish', built, '--out', 'site', ...to]);
    expect(stdout).toMatch(/\nUploaded \d+ files \(\d+ kB\) to s3:\/\/news\/our packs\n/);
    expect(await versionsInStore()).toEqual({ demo: 2 });
    publisher.now = afterDays(3);
    expect((await run(['refresh', 'site', ...to])).exitCode).toBe(0);
    expect(await versionsInStore(afterDays(5))).toEqual({ demo: 2 });
  });
});

describe('nothing is uploaded, nor signed,', () => {
  test.each<[string, string[], Record<string, string>, RegExp]>([
    [
      'with a wrong secret',
      [],
      { AWS_SECRET_ACCESS_KEY: 'other' },
      /answered 403 \(SignatureDoesNotMatch\)\. Check the keys, the clock/,
    ],
    ['without keys', [], { AWS_ACCESS_KEY_ID: '' }, /^Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY/],
    [
      'to a bucket that is not there',
      ['--to', 's3://other'],
      {},
      /\(NoSuchBucket\)\. Make the bucket, or correct its name\./,
    ],
    ['to no store', ['--to', 'news'], {}, /^news is no object store; write s3:\/\/BUCKET/],
  ])('%s', async (_, args, env, message) => {
    const [before, signed] = [
      [...s3.objects.keys()],
      await folderFiles(publisher.site).read('metadata/timestamp.json'),
    ];
    const { exitCode, stderr } = await run(
      ['refresh', 'site', '--keys', 'keys', '--to', 's3://news', ...args],
      env,
    );
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(message)]);
    expect([...s3.objects.keys()]).toEqual(before);
    expect(await folderFiles(publisher.site).read('metadata/timestamp.json')).toEqual(signed);
  });

  test('over what somebody else has published since, until it is downloaded', async () => {
    const other = await publisher.copy();
    await rm(join(other.keys, 'last-signed.json'));
    await upload();
    await publisher.publish([{ records: all.slice(1) }]);
    await upload();
    const to = ['--keys', 'keys', '--to', 's3://news/our packs'];
    const refused = await run(['refresh', 'site', ...to], {}, other.folder);
    expect(refused.stderr).toMatch(
      /has timestamp 2, and .* has 1: somebody has published or refreshed from another copy\./,
    );
    const download = ['download', 's3://news/our packs', '--out', 'site'];
    expect((await run(download, {}, other.folder)).stdout).toMatch(/which now has timestamp 2\n$/);
    expect((await run(['refresh', 'site', ...to], {}, other.folder)).exitCode).toBe(0);
    // Two who refresh at once have two timestamps of one number.
    await publisher.publish([{ records: all.slice(2) }]);
    expect((await upload()).stderr).toMatch(/has timestamp 3, and .* has 3: somebody has published/);
  });

  test('over another source', async () => {
    await upload();
    publisher = await Publisher.create();
    await publisher.publish([{ records: all }]);
    expect((await upload()).stderr).toMatch(/^s3:\/\/news\/our packs has another source\./);
  });

  test('of a file that is damaged on the disk', async () => {
    const [blob = ''] = await folderFiles(publisher.site).list('blob');
    await writeFile(join(publisher.site, blob), 'bad');
    expect((await upload()).stderr).toMatch(
      /blob\/.*\.gz is damaged\. Take it from a copy, or publish again\./,
    );
  });
});

describe('a download', () => {
  test('from a web server is what was published, with what slow readers still need, and can be published on', async () => {
    publisher.now = afterDays(1);
    await publisher.publish([{ records: all.slice(1) }]);
    const server = await serveFolder(publisher.site);
    const folder = await temporaryFolder();
    const { stdout } = await run(['download', server.url, '--out', 'site'], {}, folder);
    await server.close();
    expect(stdout).toMatch(/which now has timestamp 2\n$/);
    expect(await folderFiles(join(folder, 'site')).list('')).toEqual(
      await folderFiles(publisher.site).list(''),
    );
    await rm(publisher.site, { recursive: true });
    await cp(join(folder, 'site'), publisher.site, { recursive: true });
    await publisher.publish([{ records: all }]);
    expect(await publisher.versions()).toEqual({ demo: 3 });
  });

  test('mends a folder whose timestamp is damaged', async () => {
    const server = await serveFolder(publisher.site);
    const damaged = await publisher.copy();
    await writeFile(join(damaged.site, 'metadata/timestamp.json'), '{"signed":');
    const { stdout } = await run(['download', server.url, '--out', 'site'], {}, damaged.folder);
    await server.close();
    expect(stdout).toMatch(/which now has timestamp 1\n$/);
    expect(await damaged.versions()).toEqual({ demo: 1 });
  });

  test('is refused of another source than the folder or the address says, and of an older state', async () => {
    const server = await serveFolder(publisher.site);
    const other = await Publisher.create();
    await other.publish([{ records: all }]);
    expect((await run(['download', server.url, '--out', 'site'], {}, other.folder)).stderr).toMatch(
      /it is another source\./,
    );
    const wrong = `${server.url}#root=sha256:${'0'.repeat(64)}`;
    const empty = await temporaryFolder();
    expect((await run(['download', wrong, '--out', 'site'], {}, empty)).stderr).toMatch(
      /it is another source\./,
    );
    expect(await readdir(empty)).toEqual([]);
    const ahead = await publisher.copy();
    await ahead.publish([{ records: all.slice(1) }]);
    expect((await run(['download', server.url, '--out', 'site'], {}, ahead.folder)).stderr).toMatch(
      /has timestamp 2, which is newer than 1 in/,
    );
    await server.close();
  });
});
