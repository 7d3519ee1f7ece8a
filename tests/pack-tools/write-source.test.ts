import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { parsePackManifest } from '../../src/model/pack.ts';
import { emptyDigest } from '../../src/model/pack-digest.ts';
import type { PackRecord } from '../../src/model/record.ts';
import type { AssembledPack } from '../../src/pack-tools/assemble-packs.ts';
import { DamagedSourceError, loadPacks } from '../../src/pack-tools/load-packs.ts';
import { packBlob, splitIntoBuckets, writeSource } from '../../src/pack-tools/write-source.ts';
import { temporaryFolder } from './pack-folder.ts';

vi.mock('node:fs/promises', async (importOriginal) => {
  const original = await importOriginal<typeof import('node:fs/promises')>();
  return { ...original, writeFile: vi.fn(original.writeFile) };
});
afterEach(() => vi.mocked(fs.writeFile).mockReset());
const { writeFile } = await vi.importActual<typeof import('node:fs/promises')>('node:fs/promises');
vi.mocked(fs.writeFile).mockImplementation(writeFile);

const record = (number: number): PackRecord => ({
  id: `newsgloss:r${number}`,
  kind: 'place',
  label: { en: `Place ${number}` },
  surfaceForms: [{ text: `Place ${number}`, type: 'name', language: 'en' }],
  statements: [],
});

const pack = (id: string, count: number): AssembledPack => ({
  id,
  title: `Pack ${id}`,
  publisher: 'Tester',
  licence: 'CC0-1.0',
  sequence: 3,
  records: Array.from({ length: count }, (_, i) => record(i)),
});

/** Every file below a folder with its bytes in hex. */
async function tree(folder: string): Promise<Record<string, string>> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = await Promise.all(
    files.sort().map(async (file) => [relative(folder, file), (await fs.readFile(file)).toString('hex')]),
  );
  return Object.fromEntries(contents);
}

const sha256 = (hex: string): string => createHash('sha256').update(Buffer.from(hex, 'hex')).digest('hex');

describe('a written source', () => {
  test('has the index, a manifest a pack and its buckets, each named by its content', async () => {
    const out = join(await temporaryFolder(), 'out');
    await writeSource({ packs: [pack('one', 2)], publisher: 'Tester', folder: out });
    const files = await tree(out);
    const names = Object.keys(files);
    const [blob] = names;
    expect(names).toEqual([
      expect.stringMatching(/^blob\/[0-9a-f]{2}\/[0-9a-f]{64}\.gz$/),
      'source.json',
      expect.stringMatching(/^targets\/packs\/one\/[0-9a-f]{64}\.manifest\.json$/),
    ]);
    expect(sha256(files[blob ?? ''] ?? '')).toBe(blob?.slice(8, 72));
    expect(gunzipSync(Buffer.from(files[blob ?? ''] ?? '', 'hex')).toString('utf8')).toBe(
      `${JSON.stringify(record(0))}\n${JSON.stringify(record(1))}\n`,
    );
  });

  test('is the same to the byte when it is written again', async () => {
    const root = await temporaryFolder();
    const packs = [pack('one', 50), pack('two', 5)];
    await writeSource({ packs, publisher: 'Tester', folder: join(root, 'a') });
    const reversed = packs.map((each) => ({ ...each, records: each.records.toReversed() }));
    await writeSource({ packs: reversed, publisher: 'Tester', folder: join(root, 'b') });
    expect(await tree(join(root, 'a'))).toEqual(await tree(join(root, 'b')));
  });

  test('gives back the packs that went in, all or those asked for', async () => {
    const out = join(await temporaryFolder(), 'out');
    const packs = [pack('one', 9_000), pack('two', 3)];
    const manifests = await writeSource({ packs, publisher: 'Tester', folder: out });
    const loaded = await loadPacks(out);
    expect(loaded.map(({ manifest }) => manifest)).toEqual(manifests);
    expect(manifests[0]?.buckets).toHaveLength(8);
    const byNumber = (a: PackRecord, b: PackRecord): number =>
      Number(a.id.slice(11)) - Number(b.id.slice(11));
    expect(loaded.map(({ records }) => records.toSorted(byNumber))).toEqual(
      packs.map(({ records }) => records),
    );
    expect((await loadPacks(out, ['two'])).map(({ manifest }) => manifest.id)).toEqual(['two']);
  });

  test('is refused when a byte of a bucket or a manifest has changed, or a pack is asked for that it has not', async () => {
    const out = join(await temporaryFolder(), 'out');
    await writeSource({ packs: [pack('one', 2)], publisher: 'Tester', folder: out });
    await expect(loadPacks(out, ['two'])).rejects.toThrow(DamagedSourceError);
    for (const name of Object.keys(await tree(out)).filter((each) => each !== 'source.json')) {
      const good = await fs.readFile(join(out, name));
      const bad = Buffer.from(good);
      bad.writeUInt8(bad.readUInt8(20) ^ 1, 20);
      await writeFile(join(out, name), bad);
      await expect(loadPacks(out), name).rejects.toThrow(DamagedSourceError);
      await writeFile(join(out, name), good);
    }
    await expect(loadPacks(out)).resolves.toHaveLength(1);
  });

  test('replaces the one before, which stays whole when writing fails half way', async () => {
    const root = await temporaryFolder();
    const out = join(root, 'out');
    await writeSource({ packs: [pack('one', 2)], publisher: 'Tester', folder: out });
    const before = await tree(out);
    for (const failing of [1, 2, 3]) {
      let calls = 0;
      vi.mocked(fs.writeFile).mockImplementation((...args) => {
        calls++;
        return calls === failing ? Promise.reject(new Error('disk full')) : writeFile(...args);
      });
      await expect(
        writeSource({ packs: [pack('one', 3)], publisher: 'Tester', folder: out }),
      ).rejects.toThrow('disk full');
      expect(await fs.readdir(root)).toEqual(['out']);
      expect(await tree(out)).toEqual(before);
    }
    vi.mocked(fs.writeFile).mockImplementation(writeFile);
    await writeSource({ packs: [pack('one', 3)], publisher: 'Tester', folder: out });
    expect(await fs.readdir(root)).toEqual(['out']);
    expect((await loadPacks(out))[0]?.records).toHaveLength(3);
  });
});

test('buckets hold at most about 2,000 records, and one more record changes one bucket', () => {
  const { records } = pack('one', 9_000);
  const { bucketBits, buckets } = splitIntoBuckets(records);
  const before = buckets.map((lines) => lines.join());
  const after = splitIntoBuckets([...records, record(9_000)]).buckets.map((lines) => lines.join());
  const sizes = buckets.map((lines) => lines.length);
  expect([bucketBits, sizes.length, Math.min(...sizes) > 1_000, Math.max(...sizes) < 1_300]).toEqual([
    3,
    8,
    true,
    true,
  ]);
  expect(after.filter((bucket) => !before.includes(bucket))).toHaveLength(1);
});

test('the manifest of a million records and thirty patches stays below its limit of 1 MiB', () => {
  const { entry } = packBlob('x'.repeat(1_000_000));
  const buckets = Array.from({ length: 2 ** 11 }, () => ({
    ...entry,
    bytes: 1_000_000,
    recordCount: 1_000,
    digest: emptyDigest,
  }));
  const patches = Array.from({ length: 30 }, () => ({
    from: 1_000,
    to: 1_001,
    ...entry,
    operations: 20_000,
  }));
  const manifest = parsePackManifest({
    format: 'newsgloss-pack-2',
    id: 'one',
    sequence: 1_001,
    title: 'One',
    publisher: 'Tester',
    licence: 'CC0-1.0',
    recordCount: 2_048_000,
    digest: emptyDigest,
    bucketBits: 11,
    buckets,
    patches,
  });
  expect(JSON.stringify(manifest).length).toBeLessThan(1 << 20);
});
