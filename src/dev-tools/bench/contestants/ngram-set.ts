import type { Contestant } from '../contestant.ts';
import { MatchList } from '../match-list.ts';
import { joinUnit, simpleFold } from '../simple-fold.ts';

/** Every run of words, the longest first, is looked up in a Set of folded names. Which name it was the Set cannot tell. */
export const ngramSet: Contestant = {
  title: 'n-gram Set',
  build(names) {
    const known = new Set<string>();
    let mostWords = 1;
    for (const name of names) {
      const folded = simpleFold(name);
      known.add(folded);
      let words = 1;
      for (let i = 0; i < folded.length; i++) if (folded.charCodeAt(i) === joinUnit) words++;
      if (words > mostWords) mostWords = words;
    }
    const matches = new MatchList();
    const ends = new Int32Array(mostWords);
    return {
      scan(text) {
        matches.clear();
        const folded = simpleFold(text);
        for (let start = 0; start < folded.length; ) {
          if (folded.charCodeAt(start) <= joinUnit) {
            start++;
            continue;
          }
          let words = 0;
          for (let at = start; words < mostWords; at++) {
            while (folded.charCodeAt(at) > joinUnit) at++;
            ends[words++] = at;
            const isJoined = folded.charCodeAt(at) === joinUnit && folded.charCodeAt(at + 1) > joinUnit;
            if (!isJoined) break;
          }
          let next = ends[0] ?? start + 1;
          for (let last = words - 1; last >= 0; last--) {
            const end = ends[last] ?? 0;
            if (!known.has(folded.slice(start, end))) continue;
            matches.add(start, end, -1);
            next = end;
            break;
          }
          start = next;
        }
        return matches.triples;
      },
    };
  },
};
