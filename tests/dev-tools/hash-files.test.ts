import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashFiles } from '../../src/dev-tools/hash-files.ts';

let folder: string;
const hash = () => hashFiles([folder], { except: [join(folder, 'left-out')] });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'newsgloss-hash-'));
  await mkdir(join(folder, 'deep/deeper'), { recursive: true });
  await mkdir(join(folder, 'left-out'));
  await writeFile(join(folder, 'deep/deeper/a'), 'one');
  await writeFile(join(folder, 'left-out/b'), 'two');
});
afterEach(() => rm(folder, { recursive: true }));

test('files that stay as they are keep their hash, whatever happens to what is left out', async () => {
  const before = await hash();
  await writeFile(join(folder, 'left-out/b'), 'three');
  await writeFile(join(folder, 'left-out/c'), 'four');
  expect(await hash()).toBe(before);
});

test.each([
  ['another content', () => writeFile(join(folder, 'deep/deeper/a'), 'eno')],
  ['another name', () => rename(join(folder, 'deep/deeper/a'), join(folder, 'deep/deeper/z'))],
  ['a new file', () => writeFile(join(folder, 'deep/new'), '')],
])('%s is another hash', async (_, change) => {
  const before = await hash();
  await change();
  expect(await hash()).not.toBe(before);
});
