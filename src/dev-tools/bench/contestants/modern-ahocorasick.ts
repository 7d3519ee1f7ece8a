import AhoCorasick from 'modern-ahocorasick';
import type { Contestant } from '../contestant.ts';
import { MatchList } from '../match-list.ts';
import { Selection } from '../select-matches.ts';
import { breakUnit, indexFolded, simpleFold } from '../simple-fold.ts';

const lineBreak = String.fromCharCode(breakUnit);

/**
 * Reports every occurrence on folded text; whole words and the leftmost-longest are picked from them. Its own options for
 * both take time that grows with the square of the text, and so does much else: it gets the text in pieces that no name
 * reaches over, which is many times faster.
 */
export const modernAhocorasick: Contestant = {
  title: 'modern-ahocorasick',
  build(names) {
    const indices = indexFolded(names);
    const automaton = new AhoCorasick([...indices.keys()]);
    const nameOfPattern = [...indices.values()];
    const matches = new MatchList();
    return {
      scan(text) {
        matches.clear();
        const folded = simpleFold(text);
        const selection = new Selection(folded);
        for (let from = 0; from < folded.length; ) {
          const gap = folded.indexOf(lineBreak, from);
          const to = gap < 0 ? folded.length : gap;
          for (const { start, end, patternIndex } of automaton.search(folded.slice(from, to))) {
            selection.offer(from + start, from + end, () => nameOfPattern[patternIndex] ?? -1);
          }
          from = to + 1;
        }
        selection.addTo(matches);
        return matches.triples;
      },
    };
  },
};
