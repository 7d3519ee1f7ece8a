/** What the bench calls on its pages, as `globalThis.newsglossBench`. */

import { settle } from './await-frames.ts';
import { MainThreadMeter, type MainThreadTime } from './main-thread-meter.ts';
import { measureHovering } from './measure-hovering.ts';
import { measureMarking } from './measure-marking.ts';
import { measureMutations } from './measure-mutations.ts';
import { countPainted, watchFirstLinks } from './watch-first-links.ts';

const firstLinks = watchFirstLinks();
let meter = new MainThreadMeter();
meter.stop();
/** Longer than the extension's own pauses. */
const quietMs = 1_500;

function startMeter(): void {
  meter = new MainThreadMeter();
}

const stopMeterWhenQuiet = (): Promise<MainThreadTime> => meter.stopWhenQuiet(quietMs);

async function whenFirstLinked(): Promise<number> {
  while (firstLinks.at === null) await new Promise((resolve) => setTimeout(resolve, 10));
  return firstLinks.at;
}

export const benchPage = {
  countPainted,
  measureHovering,
  measureMarking,
  measureMutations,
  settle,
  startMeter,
  stopMeterWhenQuiet,
  whenFirstLinked,
};

export type BenchPage = typeof benchPage;

(globalThis as { newsglossBench?: BenchPage }).newsglossBench = benchPage;
