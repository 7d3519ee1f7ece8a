import type { Contestant } from '../contestant.ts';
import { MatchList } from '../match-list.ts';
import { indexFolded, simpleFold } from '../simple-fold.ts';

/** One regular expression of all folded names, longer ones first, on folded text. */
export const regularExpression: Contestant = {
  title: 'one regular expression',
  limit: { names: 10_000, reason: 'scanning slows down in proportion to the names' },
  build(names) {
    const indices = indexFolded(names);
    const longestFirst = [...indices.keys()].sort((a, b) => b.length - a.length);
    // Folded names are letters, digits and spaces: nothing to escape, and \b is where a word begins or ends.
    const pattern = new RegExp(`\\b(?:${longestFirst.join('|')})\\b`, 'g');
    const matches = new MatchList();
    return {
      scan(text) {
        matches.clear();
        for (const { 0: found, index } of simpleFold(text).matchAll(pattern)) {
          matches.add(index, index + found.length, indices.get(found) ?? -1);
        }
        return matches.triples;
      },
    };
  },
};
