import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { assemblePacks } from '../src/pack-tools/assemble-packs.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = [
  'src/engine',
  'src/linking',
  'src/model',
  'src/page',
  'src/background',
  'src/content',
  'src/pack-tools',
];
const sources = folders.flatMap((folder) =>
  readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({
      path: `${folder}/${path}`,
      code: withoutComments(readFileSync(`${root}${folder}/${path}`, 'utf8')),
    })),
);

/** A comment may explain a rule with somebody's name; code may not know it. */
function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1');
}

/** Ids of the collections that packs use, written out. */
const recordId =
  /(?<![\w-])(?:newsgloss:[a-z0-9]+(?:-[a-z0-9]+)+|geonames:\d+|iso3166:[A-Z]{2}|m49:\d{3}|wd:Q\d+)(?![\w-])/g;

/**
 * Names of several words, which no code has by chance, one of them with a capital. Single words are not asked for: the
 * languages' lists have everyday words that are also names ("may", "bar").
 */
const isTelling = (name: string): boolean => /\s/.test(name) && /\p{Lu}/u.test(name) && name.length >= 7;

describe('what Newsgloss knows is in packs, not in code', () => {
  const found = (names: ReadonlySet<string>, code: string): string[] => {
    const words = code.match(/[\p{L}\p{M}\p{N}]+(?:[.’'-][\p{L}\p{M}\p{N}]+)*\.?/gu) ?? [];
    const hits: string[] = [];
    for (let start = 0; start < words.length; start++) {
      for (let end = start + 2; end <= Math.min(start + 6, words.length); end++) {
        const phrase = words.slice(start, end).join(' ');
        if (names.has(phrase) && code.includes(phrase)) hits.push(phrase);
      }
    }
    return hits;
  };
  let names: ReadonlySet<string> = new Set();
  let ids: ReadonlySet<string> = new Set();

  beforeAll(async () => {
    const packs = readdirSync(`${root}packs`, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${root}packs/${name}`);
    const records = (await assemblePacks(packs)).flatMap((pack) => pack.records);
    ids = new Set(records.map(({ id }) => id));
    names = new Set(
      records.flatMap(({ surfaceForms }) => surfaceForms.map(({ text }) => text).filter(isTelling)),
    );
  }, 120_000);

  test('there are names and code to compare', () => {
    expect(names.size).toBeGreaterThan(1000);
    expect(sources.length).toBeGreaterThan(100);
    const [name = ''] = names;
    expect(found(names, `if (quote === '${name}') return 1;`)).toContain(name);
    expect("link('iso3166:UA')".match(recordId)).toEqual(['iso3166:UA']);
  });

  test('no code has the name of a record', () => {
    expect(sources.flatMap(({ path, code }) => found(names, code).map((name) => `${path}: ${name}`))).toEqual(
      [],
    );
  });

  test('no code has the id of a record', () => {
    expect(
      sources.flatMap(({ path, code }) =>
        (code.match(recordId) ?? []).filter((id) => ids.has(id)).map((id) => `${path}: ${id}`),
      ),
    ).toEqual([]);
  });
});
