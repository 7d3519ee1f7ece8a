/**
 * `npm run torture -- --browser chrome|firefox [--kills N] [--victim browser|background] [--seed N]`: kills a real browser
 * at random moments while it installs, updates, goes back or upgrades its database, and says whether a reader ever saw anything but a whole version.
 * The exit code is 1 when one did, or when the browser did not come back by itself.
 */

import { parseArgs } from 'node:util';
import { BuildError, buildExtension } from './build-extension.ts';
import { runTorture, type TortureReport } from './torture/run-torture.ts';
import { deeds } from './torture/torture-deeds.ts';

const usage =
  'npm run torture -- --browser chrome|firefox [--kills N] [--victim browser|background] [--seed N]';

class TortureUsageError extends Error {}

try {
  const options = parseOptions(process.argv.slice(2));
  await buildExtension([options.browser === 'chromium' ? 'chrome' : 'firefox']);
  console.log(`Seed ${options.seed}`);
  const report = await runTorture({ ...options, say: (line) => console.log(line) });
  console.log(describe(report));
  if (report.badStates.length + report.unrecovered.length > 0) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof TortureUsageError || error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function parseOptions(args: string[]) {
  const { values } = parse(args);
  const browser = { chrome: 'chromium', chromium: 'chromium', firefox: 'firefox' }[values.browser ?? ''];
  const victim = values.victim ?? 'browser';
  const kills = Number(values.kills ?? 100);
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  if (browser !== 'chromium' && browser !== 'firefox') throw new TortureUsageError(usage);
  if (victim !== 'browser' && victim !== 'background') throw new TortureUsageError(usage);
  if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed)) throw new TortureUsageError(usage);
  return { browser, victim, kills, seed } as const;
}

function parse(args: string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args, options: { browser: text, kills: text, victim: text, seed: text } });
  } catch (cause) {
    throw new TortureUsageError(`${(cause as Error).message}\n${usage}`, { cause });
  }
}

function describe({ kills, byDeed, badStates, unrecovered, recoveryMs }: TortureReport): string {
  const sorted = recoveryMs.toSorted((a, b) => a - b);
  const seconds = (ms = 0): string => `${(ms / 1000).toFixed(1)} s`;
  return [
    '',
    `${kills} kills, by what was going on:`,
    ...deeds.map(
      (deed) => `  ${deed}: ${byDeed[deed].kills}, of which ${byDeed[deed].tooLate} came when it was done`,
    ),
    `bad states: ${badStates.length}`,
    ...badStates.map((line) => `  ${line}`),
    `not back by itself within two alarms: ${unrecovered.length}`,
    ...unrecovered.map((line) => `  ${line}`),
    `from the kill until all was whole: median ${seconds(sorted[sorted.length >> 1])}, longest ${seconds(sorted.at(-1))}`,
  ].join('\n');
}
