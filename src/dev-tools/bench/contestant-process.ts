/** The process of one contestant: it answers the questions of `run-contestant.ts`. Needs `--expose-gc`. */

import { readFileSync, writeFileSync } from 'node:fs';
import { Bench } from 'tinybench';
import { articleGap } from './bench-text.ts';
import type { Contestant, Matcher } from './contestant.ts';
import type { Answer, BuildFigures, OpenFigures, Question } from './contestant-protocol.ts';
import { contestants } from './contestants.ts';
import { median, medianRatio } from './statistics.ts';

let matcher: Matcher | null = null;
let text = '';

process.on('message', (question: Question) => {
  void answer(question)
    .catch((error: unknown): Answer => ({ type: 'failed', message: String(error) }))
    .then((reply) => process.send?.(reply));
});
process.on('disconnect', () => process.exit());

async function answer(question: Question): Promise<Answer> {
  switch (question.type) {
    case 'build': {
      const names = readFileSync(question.namesPath, 'utf8').split('\n');
      const figures = await build(contestants[question.contestant], names);
      // Not before, since the greatest memory so far would be that of reading the text.
      text = readFileSync(question.textPath, 'utf8');
      return { type: 'built', figures };
    }
    case 'scan': {
      const { characters, milliseconds } = question;
      return { type: 'scanned', milliseconds: await timeScan(text.slice(0, characters), milliseconds) };
    }
    case 'match':
      writeFileSync(question.path, theMatcher().scan(text.slice(0, question.characters)));
      return { type: 'matched' };
    case 'open':
      return { type: 'opened', figures: timeOpening(theMatcher(), question.times) };
  }
}

function theMatcher(): Matcher {
  if (!matcher) throw new Error('asked to scan before it was built');
  return matcher;
}

async function build(contestant: Contestant, names: readonly string[]): Promise<BuildFigures> {
  // The platform's Unicode tables and the modules are loaded before anything is measured.
  await contestant.build(names.slice(0, 10));
  const before = usedBytes();
  const residentBefore = process.memoryUsage.rss();
  const startedAt = performance.now();
  matcher = await contestant.build(names);
  const buildMilliseconds = performance.now() - startedAt;
  // In kilobytes, on every platform.
  const peakBytes = Math.max(0, process.resourceUsage().maxRSS * 1024 - residentBefore);
  const retainedBytes = Math.max(0, usedBytes() - before);
  return { buildMilliseconds, retainedBytes, peakBytes, storedBytes: matcher.bytes?.byteLength ?? null };
}

function usedBytes(): number {
  global.gc?.();
  global.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The median time of one scan. */
async function timeScan(part: string, milliseconds: number): Promise<number> {
  const scanned = theMatcher();
  const bench = new Bench({ time: milliseconds, iterations: 1, warmup: false, throws: true });
  bench.add('scan', () => {
    scanned.scan(part);
  });
  await bench.run();
  const result = bench.tasks[0]?.result;
  if (!result || !('latency' in result)) throw new Error('tinybench gave no time');
  return result.latency.p50;
}

/** From stored bytes to the matches of one article, against a copy of the bytes into memory that was written before. */
function timeOpening({ bytes, open }: Matcher, times: number): OpenFigures | null {
  if (!bytes || !open) return null;
  const article = text.slice(0, text.indexOf(articleGap));
  const source = new Uint8Array(bytes);
  const target = new Uint8Array(bytes.byteLength).fill(1);
  const openings: number[] = [];
  const copies: number[] = [];
  for (let i = 0; i < times; i++) {
    const startedAt = performance.now();
    open(bytes).scan(article);
    const openedAt = performance.now();
    target.set(source);
    openings.push(openedAt - startedAt);
    copies.push(performance.now() - openedAt);
  }
  return {
    firstMatchMilliseconds: median(openings),
    copyMilliseconds: median(copies),
    ratio: medianRatio(openings, copies),
  };
}
