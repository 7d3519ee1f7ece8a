/** The rows of the bench that need a browser. Each gives the figures of all rounds. */

import { askBackgroundFrom, askPageFrom } from '../../ask-extension.ts';
import type { TestPage } from '../../extension-browser.ts';
import { waitUntil } from '../../wait-until.ts';
import { type BenchBrowser, callBench, waitUntilPainted } from './bench-browser.ts';
import type {
  HoverFigures,
  MarkingFigures,
  MutationFigures,
  PageFigures,
  ReadingFigures,
  WakingFigures,
} from './browser-result.ts';
import type { BenchExtension } from './page/bench-extension-entry.ts';
import type { BenchPage } from './page/bench-page-entry.ts';
import type { MarkingTime, MarkingWay } from './page/measure-marking.ts';

const sum = ({ marking, frames }: MarkingTime): number => marking + frames;

/** Marks one article in every way, in another order each round; mark.js only in the first `markJsRounds`. */
export async function measureMarking(
  bench: BenchBrowser,
  {
    path,
    names,
    rounds,
    markJsRounds,
    textNodes,
  }: {
    path: string;
    names: readonly string[];
    rounds: number;
    markJsRounds: number;
    textNodes: number;
  },
): Promise<MarkingFigures> {
  await bench.setMarking(false);
  const page = await bench.openPage(path);
  const times: Record<MarkingWay, MarkingTime[]> = { nothing: [], newsgloss: [], wrapping: [], markJs: [] };
  for (let round = 0; round < rounds; round++) {
    const ways: MarkingWay[] = ['nothing', 'newsgloss', 'wrapping'];
    if (round < markJsRounds) ways.push('markJs');
    if (round % 2 === 1) ways.reverse();
    for (const way of ways) {
      times[way].push(await callBench<BenchPage, 'measureMarking'>(page, 'measureMarking', way, [...names]));
    }
  }
  await page.close();
  const counts = new Set([...times.newsgloss, ...times.wrapping, ...times.markJs].map(({ count }) => count));
  if (counts.size !== 1) throw new Error(`The ways to mark do not agree: ${[...counts].join(', ')} matches.`);
  return {
    textNodes,
    matches: times.newsgloss[0]?.count ?? 0,
    newsgloss: times.newsgloss.map(sum),
    newsglossStyling: times.newsgloss.map(({ styling }) => styling ?? 0),
    newsglossReading: times.newsgloss.map(({ reading }) => reading ?? 0),
    wrapping: times.wrapping.map(sum),
    markJs: times.markJs.map(sum),
    nothing: times.nothing.map(sum),
  };
}

export async function measureHovering(
  bench: BenchBrowser,
  {
    path,
    names,
    rounds,
    marks,
  }: {
    path: string;
    names: readonly string[];
    rounds: number;
    marks: readonly number[];
  },
): Promise<HoverFigures[]> {
  await bench.setMarking(false);
  const page = await bench.openPage(path);
  const figures: HoverFigures[] = [];
  for (const most of marks) {
    figures.push(
      await callBench<BenchPage, 'measureHovering'>(page, 'measureHovering', [...names], { most, rounds }),
    );
  }
  await page.close();
  return figures;
}

/** Of a page's matches: some are next to each other, so that they are read as another name. */
const leastMarked = 0.9;

/** The same changes on the same page, with the extension's marks and with the site switched off, in turns. */
export async function measureMutations(
  bench: BenchBrowser,
  { path, rounds, matches }: { path: string; rounds: number; matches: number },
): Promise<MutationFigures> {
  const figures = {
    changing: [] as number[],
    changingPlain: [] as number[],
    busy: [] as number[],
    busyPlain: [] as number[],
    longest: [] as number[],
  };
  let marks = 0;
  for (let round = 0; round < rounds; round++) {
    for (const isMarked of round % 2 === 0 ? [false, true] : [true, false]) {
      await bench.setMarking(isMarked);
      const page = await bench.openPage(path);
      if (isMarked) {
        // The first marks to be painted are those of what is on the screen; the whole page's come later.
        const isMarkedToItsEnd = async () => (await countMarks(bench, page)) >= matches * leastMarked;
        await waitUntil(isMarkedToItsEnd, 'The page was not marked to its end', 120_000);
        marks = await countMarks(bench, page);
      }
      await callBench<BenchPage, 'settle'>(page, 'settle', 1_500);
      const time = await callBench<BenchPage, 'measureMutations'>(page, 'measureMutations');
      await page.close();
      (isMarked ? figures.changing : figures.changingPlain).push(time.changing);
      (isMarked ? figures.busy : figures.busyPlain).push(time.busy);
      if (isMarked) figures.longest.push(time.longest);
    }
  }
  return { marks, ...figures };
}

/**
 * The main thread of an open page from when the reader switches the site on until all is quiet: reading, waiting for the
 * worker, painting. Then mark.js on the same page, switched off again.
 */
export async function measurePage(
  bench: BenchBrowser,
  {
    path,
    bytes,
    names,
    rounds,
    hasMarkJs,
  }: {
    path: string;
    bytes: number;
    names: readonly string[];
    rounds: number;
    hasMarkJs: boolean;
  },
): Promise<PageFigures> {
  const busy: number[] = [];
  const longest: number[] = [];
  let marks = 0;
  let markJs: MarkingTime | null = null;
  for (let round = 0; round < rounds; round++) {
    await bench.setMarking(false);
    const page = await bench.openPage(path);
    await callBench<BenchPage, 'settle'>(page, 'settle', 1_000);
    await callBench<BenchPage, 'startMeter'>(page, 'startMeter');
    await bench.setMarking(true);
    await waitUntilPainted(page);
    const time = await callBench<BenchPage, 'stopMeterWhenQuiet'>(page, 'stopMeterWhenQuiet');
    busy.push(time.busy);
    longest.push(time.longest);
    if (round === 0) {
      marks = await countMarks(bench, page);
      await bench.setMarking(false);
      if (hasMarkJs) {
        markJs = await callBench<BenchPage, 'measureMarking'>(page, 'measureMarking', 'markJs', [...names]);
      }
    }
    await page.close();
  }
  return {
    bytes,
    marks,
    busy,
    longest,
    markJs: markJs && sum(markJs),
    markJsMarks: markJs?.count ?? null,
  };
}

/** From the navigation to the first painted mark, with the worker killed before and with it awake, in turns. */
export async function measureWaking(
  bench: BenchBrowser,
  { path, rounds, names }: { path: string; rounds: number; names: number },
): Promise<WakingFigures> {
  await bench.setMarking(true);
  await timeFirstLinks(bench, path);
  const killed: number[] = [];
  const awake: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const isKilled of round % 2 === 0 ? [true, false] : [false, true]) {
      if (isKilled) await bench.browser.killBackground();
      else await askBackgroundFrom(bench.control, 'getStatus', {});
      (isKilled ? killed : awake).push(await timeFirstLinks(bench, path));
    }
  }
  return { names, killed, awake };
}

/** The store's bytes to the first mentions, and a clone of the bytes, on a page of the extension. */
export async function measureReading(
  bench: BenchBrowser,
  { text, rounds }: { text: string; rounds: number },
): Promise<ReadingFigures> {
  const times = await callBench<BenchExtension, 'measureReading'>(
    bench.control,
    'measureReading',
    text,
    rounds,
  );
  return { toMatch: times.map(({ toMatch }) => toMatch), clone: times.map(({ clone }) => clone) };
}

async function timeFirstLinks(bench: BenchBrowser, path: string): Promise<number> {
  const page = await bench.openPage(path);
  await waitUntilPainted(page);
  const at = await callBench<BenchPage, 'whenFirstLinked'>(page, 'whenFirstLinked');
  await page.close();
  return at;
}

async function countMarks(bench: BenchBrowser, page: TestPage): Promise<number> {
  const { links, unresolvedPlans } = await askPageFrom(bench.control, await page.url(), 'getPageSummary', {});
  return links.reduce((count, { indices }) => count + indices.length, unresolvedPlans.length);
}
