import { parseArgs } from 'node:util';
import { mostNames } from './bench-names.ts';

export interface BenchOptions {
  /** `--browser` is the browser part alone, `--all` both. */
  readonly parts: readonly ('engine' | 'browser')[];
  readonly browsers: readonly ('chromium' | 'firefox')[];
  readonly isQuick: boolean;
  /** Ascending. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly characters: number;
  /** The longest that a contestant may take to build, or for one round. */
  readonly limitSeconds: number;
  readonly jsonPath: string | null;
  readonly plotPath: string | null;
}

/** The command line cannot be understood; `message` says why. */
export class BenchUsageError extends Error {
  override name = 'BenchUsageError';
}

export const usage =
  'Usage: npm run bench -- [--names 1000,10000,100000,1000000] [--rounds 7] [--limit SECONDS] [--json FILE] [--plot FILE] [--quick] [--browser | --all] [--browsers chromium,firefox]';

/** @throws {BenchUsageError} */
export function parseBenchOptions(args: readonly string[]): BenchOptions {
  const { names, rounds, limit, json, plot, quick, browser, all, browsers } = parse(args);
  return {
    parts: all ? ['engine', 'browser'] : browser ? ['browser'] : ['engine'],
    browsers: (browsers?.split(',') ?? ['chromium', 'firefox']).map(browserName),
    isQuick: quick ?? false,
    sizes: (names?.split(',') ?? (quick ? ['1000', '10000'] : ['1000', '10000', '100000', '1000000']))
      .map((size) => wholeNumber(size, '--names', mostNames))
      .sort((a, b) => a - b),
    rounds: rounds === undefined ? (quick ? 3 : 7) : wholeNumber(rounds, '--rounds', 1000),
    characters: quick ? 500_000 : 5_000_000,
    limitSeconds: limit === undefined ? 60 : wholeNumber(limit, '--limit', 3600),
    jsonPath: json ?? null,
    plotPath: plot ?? null,
  };
}

function parse(args: readonly string[]) {
  const string = { type: 'string' } as const;
  try {
    const flag = { type: 'boolean' } as const;
    const values = {
      names: string,
      rounds: string,
      limit: string,
      json: string,
      plot: string,
      browsers: string,
    };
    return parseArgs({ args: [...args], options: { ...values, quick: flag, browser: flag, all: flag } })
      .values;
  } catch (error) {
    throw new BenchUsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function browserName(text: string): 'chromium' | 'firefox' {
  if (text !== 'chromium' && text !== 'firefox') {
    throw new BenchUsageError(`--browsers takes chromium and firefox, not "${text}".`);
  }
  return text;
}

function wholeNumber(text: string, option: string, greatest: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > greatest) {
    throw new BenchUsageError(`${option} takes whole numbers from 1 to ${greatest}, not "${text}".`);
  }
  return number;
}
