import type { Contestant } from './contestant.ts';
import { ahocorasick } from './contestants/ahocorasick.ts';
import { floor } from './contestants/floor.ts';
import { modernAhocorasick } from './contestants/modern-ahocorasick.ts';
import { monyoneAhoCorasick } from './contestants/monyone-aho-corasick.ts';
import { newsgloss, newsglossByArticle } from './contestants/newsgloss.ts';
import { ngramSet } from './contestants/ngram-set.ts';
import { regularExpression } from './contestants/regular-expression.ts';
import { trieOfMaps } from './contestants/trie-of-maps.ts';

/** In the order in which tables list them. */
export const contestants = {
  newsgloss,
  newsglossByArticle,
  floor,
  trieOfMaps,
  ngramSet,
  regularExpression,
  monyoneAhoCorasick,
  ahocorasick,
  modernAhocorasick,
} as const satisfies Record<string, Contestant>;

export type ContestantId = keyof typeof contestants;
export const contestantIds = Object.keys(contestants) as ContestantId[];
