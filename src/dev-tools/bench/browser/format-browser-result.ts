import { median, medianRatio } from '../statistics.ts';
import type { BrowserBenchResult, BrowserFigures } from './browser-result.ts';

export interface BrowserGoal {
  readonly title: string;
  readonly ratio: number;
  readonly limit: number;
}

/** The ratios that have a goal; each is met at or below its limit. */
export function browserGoals(figures: BrowserFigures): BrowserGoal[] {
  const { marking, hovering, mutations, reading } = figures;
  const withStyling = marking.newsgloss.map((time, round) => time + (marking.newsglossStyling[round] ?? 0));
  return [
    goal('marking against wrapping in mark', medianRatio(marking.newsgloss, marking.wrapping), 1 / 60),
    goal('the same with the style sheet', medianRatio(withStyling, marking.wrapping), 1 / 60),
    goal('marking against mark.js', medianRatio(marking.newsgloss, marking.markJs), 1 / 1_000),
    goal('the same with the style sheet', medianRatio(withStyling, marking.markJs), 1 / 1_000),
    ...hovering.map(({ marks, hitTest, bare }) =>
      goal(`hit test with ${marks} marks, against a bare one`, medianRatio(hitTest, bare), 1.3),
    ),
    goal(
      `500 changes with ${mutations.marks} marks, script and frames`,
      medianRatio(mutations.changing, mutations.changingPlain),
      1.5,
    ),
    goal('the same until all is quiet', medianRatio(mutations.busy, mutations.busyPlain), 1.5),
    goal('store to first match, against a clone', medianRatio(reading.toMatch, reading.clone), 1),
  ];
}

const goal = (title: string, ratio: number, limit: number): BrowserGoal => ({ title, ratio, limit });

/** The figures as lines for a terminal. */
export function formatBrowserResult(result: BrowserBenchResult): string {
  const { machine, names, engineBytes, rounds } = result;
  return [
    `In the browser: ${names} names, an engine of ${megabytes(engineBytes)} MB; ${rounds} rounds; load ${machine.loadBefore.toFixed(1)} before, ${machine.loadAfter.toFixed(1)} after`,
    ...result.browsers.map(formatBrowser),
  ].join('\n');
}

function formatBrowser(figures: BrowserFigures): string {
  const { name, version, marking, mutations, pages, waking, reading, worker } = figures;
  return [
    `\n${name} ${version}`,
    ...browserGoals(figures).map(
      ({ title, ratio, limit }) =>
        `  ${title}: × ${ratio.toPrecision(3)} (goal ${limit.toPrecision(2)}: ${ratio <= limit ? 'met' : 'missed'})`,
    ),
    `  ${marking.matches} matches in ${marking.textNodes} text nodes: ${ms(marking.newsgloss)}; once a page, its style sheet ${ms(marking.newsglossStyling)} and reading ${ms(marking.newsglossReading)}; by hand ${ms(marking.wrapping)}; mark.js ${ms(marking.markJs)}; two frames alone ${ms(marking.nothing)}`,
    `  500 changes: ${ms(mutations.changing)}, ${ms(mutations.changingPlain)} without marks; until quiet ${ms(mutations.busy)}, ${ms(mutations.busyPlain)} without; longest stretch ${ms(mutations.longest)}`,
    ...pages.map(
      ({ bytes, marks, busy, longest, markJs, markJsMarks }) =>
        `  page of ${bytes / 1000} kB, ${marks} marks: main thread ${ms(busy)}, longest stretch ${ms(longest)}; mark.js ${markJs === null ? 'not run' : `${ms([markJs])} for ${markJsMarks}`}`,
    ),
    ...waking.map(
      (each) =>
        `  first links of a page of 100 kB, ${each.names === 0 ? 'bundled packs' : `${each.names} names`}: worker killed ${ms(each.killed)}, awake ${ms(each.awake)}`,
    ),
    `  store to first match ${ms(reading.toMatch)}, clone ${ms(reading.clone)}`,
    worker
      ? `  the worker's process: ${megabytes(worker.processBytes)} MB, ${megabytes(worker.engineBytes)} MB of them with the engine`
      : `  the worker's memory is not told here`,
  ].join('\n');
}

const ms = (times: readonly number[]): string => `${Number(median(times).toPrecision(3))} ms`;
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
