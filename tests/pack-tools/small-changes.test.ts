import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PackRecord } from '../../src/model/record.ts';
import { makePatch } from '../../src/pack-tools/publish/make-patch.ts';
import { packBlob, writeSource } from '../../src/pack-tools/write-source.ts';
import { temporaryFolder } from './pack-folder.ts';

const recordCount = 100_000;
/** Names that compress as badly as those of people do: a record then takes some 150 bytes, like one of the world pack. */
const nameOf = (index: number, language: string): string =>
  createHash('sha256').update(`${index} ${language}`).digest('base64url').slice(0, 20);
const record = (index: number, role: string): PackRecord => ({
  id: `test:person-${index}`,
  kind: 'person',
  label: { en: nameOf(index, 'en') },
  surfaceForms: ['en', 'uk', 'ru', 'fr', 'de'].map((language) => ({
    text: nameOf(index, language),
    type: 'name',
    language,
  })),
  statements: [
    {
      property: 'role',
      value: { type: 'text', text: { en: role } },
      citations: [
        { publisher: 'Gazette', title: `Report ${(index * 7919) % 100_003}`, published: '2025-11-23' },
      ],
    },
  ],
});

/** Sizes of a source's files by path; all but the index are named by their content. */
function filesIn(folder: string): Map<string, number> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    paths
      .map((path) => [path, join(folder, path)] as const)
      .flatMap(([path, file]) => (statSync(file).isFile() ? [[path, statSync(file).size] as const] : [])),
  );
}

test('one changed statement of 100,000 records changes one bucket, and its patch is less than a hundredth of the bytes', {
  timeout: 120_000,
}, async () => {
  const root = await temporaryFolder();
  const recordsWith = (changed: number | null): PackRecord[] =>
    Array.from({ length: recordCount }, (_, index) =>
      record(index, index === changed ? 'Minister' : 'Clerk'),
    );
  const write = async (
    name: string,
    sequence: number,
    changed: number | null,
  ): Promise<Map<string, number>> => {
    const records = recordsWith(changed);
    const pack = { id: 'test', title: 'Test', publisher: 'Tester', licence: 'CC0-1.0', sequence, records };
    await writeSource({ packs: [pack], publisher: 'Tester', folder: join(root, name) });
    return filesIn(join(root, name));
  };
  const before = await write('before', 1, null);
  const again = await write('again', 1, null);
  expect(again).toEqual(before);
  for (const path of before.keys()) {
    expect(readFileSync(join(root, 'again', path)).equals(readFileSync(join(root, 'before', path)))).toBe(
      true,
    );
  }
  const after = await write('after', 2, 4_711);
  const sum = (sizes: Iterable<number>): number => [...sizes].reduce((total, size) => total + size, 0);
  const changed = [...after].filter(([path]) => path === 'source.json' || !before.has(path));
  expect(new Set(changed.map(([path]) => path.split('/')[0]))).toEqual(
    new Set(['blob', 'source.json', 'targets']),
  );
  expect(changed).toHaveLength(3);
  const patch = packBlob(makePatch(recordsWith(null), recordsWith(4_711)).text);
  const toFetch = changed.filter(([path]) => !path.startsWith('blob')).map(([, size]) => size);
  expect(sum([...toFetch, patch.bytes.length]) / sum(after.values())).toBeLessThan(0.01);
});
