import AhoCorasick from 'ahocorasick';
import type { Contestant } from '../contestant.ts';
import { MatchList } from '../match-list.ts';
import { Selection } from '../select-matches.ts';
import { indexFolded, simpleFold } from '../simple-fold.ts';

/** Its automaton reports every occurrence on folded text; whole words and the leftmost-longest are picked from them. */
export const ahocorasick: Contestant = {
  title: 'ahocorasick',
  build(names) {
    const indices = indexFolded(names);
    const automaton = new AhoCorasick([...indices.keys()]);
    const matches = new MatchList();
    return {
      scan(text) {
        matches.clear();
        const folded = simpleFold(text);
        const selection = new Selection(folded);
        for (const [last, keywords] of automaton.search(folded)) {
          for (const keyword of keywords) {
            selection.offer(last + 1 - keyword.length, last + 1, () => indices.get(keyword) ?? -1);
          }
        }
        selection.addTo(matches);
        return matches.triples;
      },
    };
  },
};
