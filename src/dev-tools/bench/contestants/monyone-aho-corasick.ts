import { AhoCorasick } from '@monyone/aho-corasick';
import type { Contestant } from '../contestant.ts';
import { MatchList } from '../match-list.ts';
import { Selection } from '../select-matches.ts';
import { indexFolded, simpleFold } from '../simple-fold.ts';

/** Its automaton reports every occurrence on folded text; whole words and the leftmost-longest are picked from them. */
export const monyoneAhoCorasick: Contestant = {
  title: '@monyone/aho-corasick',
  build(names) {
    const indices = indexFolded(names);
    const automaton = new AhoCorasick([...indices.keys()]);
    const matches = new MatchList();
    return {
      scan(text) {
        matches.clear();
        const folded = simpleFold(text);
        const selection = new Selection(folded);
        for (const { begin, end, keyword } of automaton.matchInText(folded)) {
          selection.offer(begin, end, () => indices.get(keyword) ?? -1);
        }
        selection.addTo(matches);
        return matches.triples;
      },
    };
  },
};
