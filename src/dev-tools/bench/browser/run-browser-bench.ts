import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { injectedStyleSheet } from '../../../content/painters/mark-styles.ts';
import { askBackgroundFrom } from '../../ask-extension.ts';
import { buildExtension } from '../../build-extension.ts';
import { mostNames, readBenchNames } from '../bench-names.ts';
import { writeBenchArticles } from '../bench-text.ts';
import { currentLoad, describeMachine } from '../describe-machine.ts';
import { BenchBrowser, callBench } from './bench-browser.ts';
import { compileBenchEngine, pickPageNames, writeBenchSource } from './bench-source.ts';
import type { BrowserBenchResult, BrowserFigures, WorkerMemory } from './browser-result.ts';
import { buildBenchScripts } from './build-bench-scripts.ts';
import { makePage, type PageRecipe } from './make-page.ts';
import {
  measureHovering,
  measureMarking,
  measureMutations,
  measurePage,
  measureReading,
  measureWaking,
} from './measure-browser.ts';
import type { BenchExtension } from './page/bench-extension-entry.ts';
import { memoryOfProcess } from './process-memory.ts';

export interface BrowserBenchOptions {
  readonly browsers: readonly BrowserFigures['name'][];
  readonly isQuick: boolean;
  readonly rounds: number;
  /** A folder of the caller's that is removed afterwards. */
  readonly folder: string;
  readonly say: (line: string) => void;
}

/** Few, since mark.js goes through the whole page once for each. */
const namesToMark = 10;
const perNode = { nodesPerParagraph: 5, charactersPerNode: 75 };
/** mark.js takes minutes for a page of megabytes with many marks. */
const mostMarksForMarkJs = 2_000;

/** Runs the browser part of the bench: every row in one browser, then in the next. */
export async function runBrowserBench(options: BrowserBenchOptions): Promise<BrowserBenchResult> {
  const { browsers, isQuick, rounds, folder, say } = options;
  const loadBefore = currentLoad();
  await buildExtension(browsers.map((name) => (name === 'chromium' ? 'chrome' : 'firefox')));
  const names = readBenchNames(isQuick ? 10_000 : mostNames);
  const pageNames = pickPageNames(names);
  await writeBenchSource(pageNames, join(folder, 'pages'));
  say(`compiling an engine of ${names.length} names …`);
  const engine = await compileBenchEngine(pageNames, names);
  await writeFile(join(folder, 'pages/engine.bin'), new Uint8Array(engine));
  await writePages(folder, { pageNames, isQuick });
  const figures: BrowserFigures[] = [];
  for (const name of browsers) {
    const bench = await BenchBrowser.open(name, folder);
    try {
      figures.push(await measureAll(bench, { name, names, pageNames, options }));
    } finally {
      await bench.close();
    }
  }
  return {
    date: new Date().toISOString(),
    machine: describeMachine(loadBefore),
    rounds,
    names: names.length,
    engineBytes: engine.byteLength,
    browsers: figures,
  };
}

async function measureAll(
  bench: BenchBrowser,
  {
    name,
    names,
    pageNames,
    options: { isQuick, rounds, say },
  }: {
    name: BrowserFigures['name'];
    names: readonly string[];
    pageNames: readonly string[];
    options: BrowserBenchOptions;
  },
): Promise<BrowserFigures> {
  const toMark = pageNames.slice(0, namesToMark);
  const begin = (row: string): void => say(`${name}: ${row} …`);
  begin('waking with the bundled packs');
  const bundled = await measureWaking(bench, { path: '100kb.html', rounds, names: 0 });
  begin('marking');
  const { textNodes } = markingRecipe(toMark, isQuick);
  const marking = await measureMarking(bench, {
    path: 'marking.html',
    names: toMark,
    rounds,
    markJsRounds: isQuick ? 1 : 2,
    textNodes,
  });
  begin('hovering');
  const hovering = await measureHovering(bench, {
    path: 'dense.html',
    names: pageNames,
    rounds,
    marks: isQuick ? [100, 2_000] : [100, 1_000, 5_000, 20_000],
  });
  begin('mutations');
  const mutations = await measureMutations(bench, {
    path: 'dense.html',
    rounds: Math.min(rounds, 5),
    matches: denseRecipe(pageNames, isQuick).matches,
  });
  const pages = [];
  for (const { path, bytes, recipe } of pageRecipes(pageNames, isQuick)) {
    begin(`a page of ${bytes / 1000} kB`);
    pages.push(
      await measurePage(bench, {
        path,
        bytes,
        names: pageNames,
        rounds: Math.min(rounds, 3),
        hasMarkJs: recipe.matches <= mostMarksForMarkJs,
      }),
    );
  }
  begin(`waking with ${names.length} names`);
  const before = await memoryWithoutEngine(bench);
  await callBench<BenchExtension, 'replaceEngine'>(bench.control, 'replaceEngine', bench.urlOf('engine.bin'));
  await bench.browser.killBackground();
  const all = await measureWaking(bench, { path: '100kb.html', rounds, names: names.length });
  const worker = memoryWithEngine(before);
  begin('reading the engine');
  const [article = ''] = writeBenchArticles(names, 5_000);
  const reading = await measureReading(bench, { text: article, rounds: rounds * 2 + 1 });
  const version = await bench.control.evaluate(
    () => /(?:Chrome|Firefox)\/([\d.]+)/.exec(navigator.userAgent)?.[1] ?? '',
    null,
  );
  return { name, version, marking, hovering, mutations, pages, waking: [bundled, all], reading, worker };
}

async function memoryWithoutEngine(bench: BenchBrowser): Promise<number | null> {
  await bench.setMarking(false);
  await bench.browser.killBackground();
  // Awake again, so that only the engine makes a difference.
  await askBackgroundFrom(bench.control, 'getSettings', {});
  return memoryOfProcess('--extension-process');
}

function memoryWithEngine(before: number | null): WorkerMemory | null {
  const after = memoryOfProcess('--extension-process');
  return before === null || after === null ? null : { engineBytes: after - before, processBytes: after };
}

async function writePages(
  folder: string,
  { pageNames, isQuick }: { pageNames: readonly string[]; isQuick: boolean },
): Promise<void> {
  const pages = join(folder, 'pages');
  await mkdir(pages, { recursive: true });
  await buildBenchScripts({ 'bench-page': 'page/bench-page-entry.ts' }, pages);
  const write = (path: string, recipe: PageRecipe): Promise<void> =>
    writeFile(
      join(pages, path),
      makePage(recipe).replace('<article>', '<script src="bench-page.js"></script>\n<article>'),
    );
  const marking = makePage(markingRecipe(pageNames.slice(0, namesToMark), isQuick));
  // As the browser injects it before the page's first style, where the site is on; it is off for this row.
  const styles = `<style>${injectedStyleSheet()}</style>`;
  const head = `${styles}\n<script src="bench-page.js"></script>`;
  await writeFile(join(pages, 'marking.html'), marking.replace('<article>', `${head}\n<article>`));
  await write('dense.html', denseRecipe(pageNames, isQuick));
  for (const { path, recipe } of pageRecipes(pageNames, isQuick)) await write(path, recipe);
}

const markingRecipe = (names: readonly string[], isQuick: boolean): PageRecipe => ({
  textNodes: isQuick ? 10_000 : 100_000,
  nodesPerParagraph: 20,
  charactersPerNode: 6,
  matches: isQuick ? 500 : 5_000,
  names,
});

/** As much as the extension reads of one page, and a mark every fifty characters. */
const denseRecipe = (names: readonly string[], isQuick: boolean): PageRecipe => ({
  ...perNode,
  charactersPerNode: 65,
  textNodes: isQuick ? 1_000 : 10_000,
  matches: isQuick ? 2_000 : 20_000,
  names,
});

function pageRecipes(
  names: readonly string[],
  isQuick: boolean,
): { path: string; bytes: number; recipe: PageRecipe }[] {
  const kilobytes = isQuick ? [10, 100] : [10, 100, 1_000, 5_000];
  return kilobytes.map((size) => {
    const textNodes = size * 10;
    const matches = Math.min(20_000, textNodes * 2);
    return {
      path: `${size}kb.html`,
      bytes: size * 1_000,
      recipe: { ...perNode, textNodes, matches: Math.floor(matches / 2), names },
    };
  });
}
