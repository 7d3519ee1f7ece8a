import { pathToFileURL } from 'node:url';
import { projectPath } from '../../project-paths.ts';
import { articleGap } from '../bench-text.ts';
import type { Contestant, Matcher } from '../contestant.ts';
import { MatchList } from '../match-list.ts';

type BenchEngine = typeof import('../../bench-engine-entry.ts');

/** The engine as it is shipped: the module that `npm run build` writes. */
export const newsgloss: Contestant = {
  title: 'Newsgloss',
  build: async (names) => {
    const { build, load } = await importBenchEngine();
    const { buffer } = build(names);
    const engine = load(buffer);
    return { bytes: buffer, open: load, scan: (text) => engine.scan(text) };
  },
};

/** The same, given one article at a time, as in a browser. */
export const newsglossByArticle: Contestant = {
  title: 'Newsgloss, article by article',
  build: async (names): Promise<Matcher> => {
    const { build, load } = await importBenchEngine();
    const { buffer } = build(names);
    const engine = load(buffer);
    const matches = new MatchList();
    return {
      bytes: buffer,
      scan(text) {
        matches.clear();
        for (let start = 0; start < text.length; ) {
          const gap = text.indexOf(articleGap, start);
          const end = gap < 0 ? text.length : gap;
          const found = engine.scan(text.slice(start, end));
          for (let i = 0; i < found.length; i += 3) {
            matches.add(start + (found[i] ?? 0), start + (found[i + 1] ?? 0), found[i + 2] ?? -1);
          }
          start = end + articleGap.length;
        }
        return matches.triples;
      },
    };
  },
};

function importBenchEngine(): Promise<BenchEngine> {
  return import(pathToFileURL(projectPath('dist/bench-engine.mjs')).href);
}
