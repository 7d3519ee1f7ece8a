import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Contestant } from '../../src/dev-tools/bench/contestant.ts';
import { contestants } from '../../src/dev-tools/bench/contestants.ts';
import { buildBenchEngine } from '../../src/dev-tools/build-bench-engine.ts';

type Match = readonly [start: number, end: number, name: number];

/** Tries every name at every word: what all contestants must find. */
function findByTrying(names: readonly string[], text: string): Match[] {
  const folded = foldPlainly(text);
  const isWord = (at: number): boolean => /[a-z0-9]/.test(folded.charAt(at));
  const longestFirst = names.map((name, index) => ({ name: foldPlainly(name), index }));
  longestFirst.sort((a, b) => b.name.length - a.name.length || a.index - b.index);
  const matches: Match[] = [];
  for (let at = 0; at < text.length; at = Math.max(at + 1, matches.at(-1)?.[1] ?? 0)) {
    if (!isWord(at) || isWord(at - 1)) continue;
    const found = longestFirst.find(({ name }) => folded.startsWith(name, at) && !isWord(at + name.length));
    if (found) matches.push([at, at + found.name.length, found.index]);
  }
  return matches;
}

/** Unit by unit; a comma, a stop and a line break stay what they are, so that no name reaches over them. */
function foldPlainly(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[-'’]/g, ' ')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o');
}

async function findWith(contestant: Contestant, names: readonly string[], text: string): Promise<Match[]> {
  const triples = (await contestant.build(names)).scan(text);
  return Array.from({ length: triples.length / 3 }, (_, i): Match => {
    const [start = 0, end = 0, name = 0] = triples.subarray(i * 3, i * 3 + 3);
    return [start, end, name];
  });
}

/** A Set cannot tell which of its names it was. */
const withoutNames = (matches: readonly Match[]): Match[] => matches.map(([start, end]) => [start, end, -1]);

beforeAll(async () => void (await buildBenchEngine()), 60_000);

const finders = Object.entries(contestants).filter(([id]) => id !== 'floor');

describe.each(finders)('%s finds what trying every name finds', (id, contestant) => {
  const expected = (names: readonly string[], text: string): Match[] => {
    const matches = findByTrying(names, text);
    return id === 'ngramSet' ? withoutNames(matches) : matches;
  };

  test.each([
    ['in any case', ['Ada Lovelace'], 'ADA LOVELACE met ada lovelace.'],
    ['without diacritics', ['Łódź', 'São Tomé', 'Tromsø'], 'From Lodz to Sao Tome, from Łódź to TROMSØ.'],
    ['as whole words', ['Rome', 'Ana'], 'Romeo and bananas are no Rome; Anna is no Ana'],
    [
      'the longest of those that begin together',
      ['New', 'New York', 'New York City'],
      'New York City, New York',
    ],
    ['the leftmost of those that overlap', ['Ana Maria', 'Maria Lopez'], 'Ana Maria Lopez'],
    ['behind a longer name that stops short', ['Ana', 'Ana Maria Lopez', 'Maria'], 'Ana Maria went home'],
    ['across hyphens and apostrophes', ["Xi'an Gate", 'Saint Denis'], 'Xi’an-Gate’s road to Saint-Denis'],
    ['not across a comma, a stop or a line', ['Port Louis'], 'Port, Louis. Then Port. Louis and Port\nLouis'],
    ['next to each other', ['Oslo', 'Bergen'], 'Oslo Bergen Oslo-Bergen'],
    ['nowhere in no text', ['Oslo'], ''],
    ['across articles', ['Oslo'], 'Oslo\n\n\nA day in Oslo.\n\n\n\n\n\nOslo'],
  ])('%s', async (_, names, text) => {
    expect(await findWith(contestant, names, text)).toEqual(expected(names, text));
  });

  test('in random dictionaries and texts', async () => {
    const word = fc.constantFrom('ana', 'Anan', 'an', 'bana', 'Bań', 'ÄNA', 'na', 'nab');
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    const names = fc.uniqueArray(name, { minLength: 1, maxLength: 12, selector: foldPlainly });
    const gap = fc.constantFrom(' ', ' ', ' ', '-', '’', '\n', ', ', ' (');
    const text = fc.array(fc.tuple(word, gap), { maxLength: 25 }).map((pairs) => pairs.flat().join(''));
    const numRuns = 60;
    await fc.assert(
      fc.asyncProperty(names, text, async (names, text) => {
        expect(await findWith(contestant, names, text)).toEqual(expected(names, text));
      }),
      { numRuns, seed: 3 },
    );
  }, 60_000);
});

test('the floor reads a text and finds nothing', async () => {
  expect(await findWith(contestants.floor, ['Oslo'], 'A day in Oslo')).toEqual([]);
});

test('a scan finds the same again after another text', async () => {
  for (const [, contestant] of finders) {
    const matcher = await contestant.build(['Oslo', 'Bergen']);
    const first = [...matcher.scan('Bergen, Oslo')];
    matcher.scan('Oslo Oslo Oslo');
    expect([...matcher.scan('Bergen, Oslo')]).toEqual(first);
  }
});
