import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildPacks } from '../../src/pack-tools/build-packs.ts';
import { loadPacks } from '../../src/pack-tools/load-packs.ts';
import { PackSourceError } from '../../src/pack-tools/pack-problem.ts';
import { starterFiles } from '../../src/pack-tools/starter-files.ts';
import { temporaryFolder } from './pack-folder.ts';

const files = Object.fromEntries(
  Object.entries(starterFiles('demo')).filter(([name]) => name.endsWith('.yaml')),
);

/** What slips of the hand, of an editor or of a merge do to a text. */
type Mutation = (text: string) => string;
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const at = (text: string, part: number): number => Math.floor(part * (text.length + 1));
const pieces = fc.oneof(
  fc.constantFrom(
    '\t',
    ':',
    '- ',
    '&a ',
    '*a',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '#',
    '\n',
    '---\n',
    '<<: ',
    '|',
    '!!',
    'null',
    '~',
    '1e999',
    '\u0000',
    '\ud800',
    '  ',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(place, pieces).map(
    ([part, piece]): Mutation =>
      (text) =>
        text.slice(0, at(text, part)) + piece + text.slice(at(text, part)),
  ),
  fc.tuple(place, fc.integer({ min: 1, max: 60 })).map(
    ([part, count]): Mutation =>
      (text) =>
        text.slice(0, at(text, part)) + text.slice(at(text, part) + count),
  ),
  fc.tuple(place, place).map(
    ([a, b]): Mutation =>
      (text) => {
        const lines = text.split('\n');
        const [i, j] = [Math.floor(a * lines.length), Math.floor(b * lines.length)];
        [lines[i], lines[j]] = [lines[j] ?? '', lines[i] ?? ''];
        return lines.join('\n');
      },
  ),
  fc.tuple(place, place).map(
    ([a, b]): Mutation =>
      (text) => {
        const lines = text.split('\n');
        lines.splice(Math.floor(a * lines.length), 0, lines[Math.floor(b * lines.length)] ?? '');
        return lines.join('\n');
      },
  ),
);

test('a mutated pack gives a pack that can be read back, or problems with their places; never a half-written folder', {
  timeout: 300_000,
}, async () => {
  const counts = { built: 0, refused: 0 };
  const root = await temporaryFolder();
  let number = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(files)),
      fc.array(mutation, { minLength: 1, maxLength: 3 }),
      async (name, mutations) => {
        const folder = join(root, String(number++), 'demo');
        const out = join(folder, '../out');
        await mkdir(folder, { recursive: true });
        for (const [file, text] of Object.entries(files)) {
          const mutated = file === name ? mutations.reduce((before, mutate) => mutate(before), text) : text;
          await writeFile(join(folder, file), mutated);
        }
        try {
          await buildPacks({ folders: [folder], out, publisher: 'Tester' });
          expect(await loadPacks(out)).toHaveLength(1);
          counts.built++;
        } catch (error) {
          if (!(error instanceof PackSourceError)) throw error;
          counts.refused++;
          expect(error.problems.length).toBeGreaterThan(0);
          for (const { file, line, column, message } of error.problems) {
            expect(file).toContain('demo');
            expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
            expect(message).not.toBe('');
          }
          expect(existsSync(out)).toBe(false);
        }
        expect((await readdir(join(folder, '..'))).filter((entry) => entry.startsWith('.'))).toEqual([]);
      },
    ),
    { numRuns: 1_000 },
  );
  // A fuzzer that only ever breaks the YAML, or never does, tries nothing.
  expect(Math.min(counts.built, counts.refused)).toBeGreaterThan(50);
});
