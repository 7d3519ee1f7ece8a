import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { buildPacks, ensureBuiltPacks, loadPacks } from '../../src/pack-tools/build-packs.ts';
import { formatProblem, PackSourceError } from '../../src/pack-tools/read-pack-source.ts';
import { citations, header, temporaryFolder } from './pack-folder.ts';

const statement = (text: string): string => `    statements:\n      - { ${text}, citations: [gazette] }\n`;
const place = (id: string, label: string, rest = ''): string =>
  `  - id: newsgloss:${id}\n    kind: place\n    label: ${label}\n${rest}`;

async function problemsOf(work: Promise<unknown>, root: string): Promise<string[]> {
  try {
    await work;
    return [];
  } catch (error) {
    if (!(error instanceof PackSourceError)) throw error;
    return error.problems.map((problem) => formatProblem(problem).replaceAll(root, ''));
  }
}

describe('a build of several packs', () => {
  test('finds references in each other, and reports what it wrote', async () => {
    const root = await temporaryFolder({
      'a/pack.yaml': header('a'),
      'a/places.yaml': `${citations}records:\n${place('x', 'Xtown', statement('country: newsgloss:y'))}`,
      'b/pack.yaml': header('b'),
      'b/places.yaml': `records:\n${place('y', 'Yland')}${place('z', 'XTOWN')}`,
    });
    const out = join(root, 'out');
    const report = await buildPacks({
      folders: [join(root, 'b'), join(root, 'a')],
      out,
      publisher: 'Tester',
    });
    const none = { person: 0, organisation: 0, place: 0, plan: 0, event: 0 };
    expect(report).toEqual({
      packs: [
        {
          ...{ id: 'a', title: 'Test pack', sequence: 1, recordCount: 1, surfaceFormCount: 1 },
          recordsByKind: { ...none, place: 1 },
          bytes: expect.any(Number),
          rawBytes: expect.any(Number),
        },
        {
          ...{ id: 'b', title: 'Test pack', sequence: 1, recordCount: 2, surfaceFormCount: 2 },
          recordsByKind: { ...none, place: 2 },
          bytes: expect.any(Number),
          rawBytes: expect.any(Number),
        },
      ],
      nearDuplicates: { count: 0, examples: [] },
      collisions: { count: 1, examples: [{ text: 'Xtown', ids: ['newsgloss:x', 'newsgloss:z'] }] },
    });
    expect((await loadPacks(out)).map(({ manifest, records }) => [manifest.id, records.length])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  test('says where a record is named that no pack of the build has, and writes nothing', async () => {
    const root = await temporaryFolder({
      'a/pack.yaml': header('a'),
      'a/places.yaml': `${citations}records:\n${place('x', 'X', `${statement('country: newsgloss:y')}      - { role: Chief, of: newsgloss:w, citations: [gazette] }\n`)}`,
      'b/pack.yaml': header('b'),
      'b/places.yaml': `records:\n${place('y', 'Y')}`,
    });
    const out = join(root, 'out');
    const build = buildPacks({ folders: [join(root, 'a')], out, publisher: 'Tester' });
    const mend = 'correct the id, add the record, or build the pack that has it as well';
    expect(await problemsOf(build, root)).toEqual([
      `/a/places.yaml:8:20 records[0].statements[0].country: names record "newsgloss:y" that no pack of this build has; ${mend}`,
      `/a/places.yaml:9:28 records[0].statements[1].of: names record "newsgloss:w" that no pack of this build has; ${mend}`,
    ]);
    expect(await readdir(root)).toEqual(['a', 'b']);
  });

  test('collects the problems of all packs', async () => {
    const root = await temporaryFolder({
      'a/pack.yaml': header('x'),
      'b/pack.yaml': header('y'),
    });
    const build = buildPacks({
      folders: [join(root, 'a'), join(root, 'b')],
      out: join(root, 'o'),
      publisher: 'T',
    });
    expect(await problemsOf(build, root)).toEqual([
      '/a/pack.yaml:1:5 id: is "x" but the folder is called "a"; make them the same',
      '/b/pack.yaml:1:5 id: is "y" but the folder is called "b"; make them the same',
    ]);
  });

  test('refuses two packs with one id', async () => {
    const root = await temporaryFolder({ 'a/pack.yaml': header('a'), 'copies/a/pack.yaml': header('a') });
    const build = buildPacks({
      folders: [join(root, 'a'), join(root, 'copies/a')],
      out: join(root, 'out'),
      publisher: 'Tester',
    });
    expect(await problemsOf(build, root)).toEqual([
      '/copies/a/pack.yaml:1:5 id: is also the id of /a; build one of them',
    ]);
  });
});

describe('ensureBuiltPacks', () => {
  test('builds once, and again when a file of a pack changes, appears or the output is gone', async () => {
    const root = await temporaryFolder({
      'a/pack.yaml': header('a'),
      'a/places.yaml': `records:\n${place('x', 'X')}`,
    });
    const out = join(root, 'dist/packs');
    const ensure = () => ensureBuiltPacks({ out, folders: [join(root, 'a')] });
    expect([await ensure(), await ensure()]).toEqual([true, false]);
    await writeFile(join(root, 'a/places.yaml'), `records:\n${place('x', 'New X')}`);
    expect([await ensure(), await ensure()]).toEqual([true, false]);
    expect((await loadPacks(out))[0]?.records[0]?.label).toEqual({ en: 'New X' });
    await writeFile(join(root, 'a/more.yaml'), `records:\n${place('y', 'Y')}`);
    expect([await ensure(), await ensure()]).toEqual([true, false]);
    await rm(out, { recursive: true });
    expect([await ensure(), await ensure()]).toEqual([true, false]);
    expect((await readdir(join(root, 'dist'))).sort()).toEqual(['packs', 'packs.stamp']);
  });

  test('builds once when two ask at the same moment', async () => {
    const root = await temporaryFolder({ 'a/pack.yaml': header('a') });
    const ensure = () => ensureBuiltPacks({ out: join(root, 'out'), folders: [join(root, 'a')] });
    const wasBuilt = await Promise.all([ensure(), ensure(), ensure()]);
    expect(wasBuilt.filter(Boolean)).toEqual([true]);
  });

  test('takes over from a process that died in the middle', async () => {
    const root = await temporaryFolder({ 'a/pack.yaml': header('a'), 'out.lock': '999999999' });
    expect(await ensureBuiltPacks({ out: join(root, 'out'), folders: [join(root, 'a')] })).toBe(true);
  });

  test('keeps the old output when the pack has become wrong, and does not call it fresh', async () => {
    const root = await temporaryFolder({ 'a/pack.yaml': header('a') });
    const out = join(root, 'out');
    const ensure = () => ensureBuiltPacks({ out, folders: [join(root, 'a')] });
    await ensure();
    const before = await readFile(join(out, 'source.json'), 'utf8');
    await writeFile(join(root, 'a/pack.yaml'), 'id: a\n');
    await expect(ensure()).rejects.toThrow(PackSourceError);
    await expect(ensure()).rejects.toThrow(PackSourceError);
    expect(await readFile(join(out, 'source.json'), 'utf8')).toBe(before);
  });
});

test('all packs of this repository build, load, and stay below the size that readers are promised', async () => {
  const packs = fileURLToPath(new URL('../../packs', import.meta.url));
  const folders = (await readdir(packs)).map((name) => join(packs, name));
  const out = join(await temporaryFolder(), 'out');
  const report = await buildPacks({ folders, out, publisher: 'Newsgloss' });
  const loaded = await loadPacks(out);
  expect(loaded.map(({ manifest, records }) => [manifest.id, records.length])).toEqual(
    report.packs.map(({ id, recordCount }) => [id, recordCount]),
  );
  const world = report.packs.find(({ id }) => id === 'world');
  expect(world?.recordCount).toBeGreaterThan(2_000);
  expect(world?.surfaceFormCount).toBeLessThan(75_000);
  expect(world?.bytes).toBeLessThan(1_000_000);
}, 60_000);
