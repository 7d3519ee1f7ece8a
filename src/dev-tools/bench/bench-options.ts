import { parseArgs } from 'node:util';
import { mostNames } from './bench-names.ts';

export interface BenchOptions {
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
  'Usage: npm run bench -- [--names 1000,10000,100000,1000000] [--rounds 7] [--limit SECONDS] [--json FILE] [--plot FILE] [--quick]';

/** @throws {BenchUsageError} */
export function parseBenchOptions(args: readonly string[]): BenchOptions {
  const { names, rounds, limit, json, plot, quick } = parse(args);
  return {
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
    const options = { names: string, rounds: string, limit: string, json: string, plot: string };
    return parseArgs({ args: [...args], options: { ...options, quick: { type: 'boolean' } } }).values;
  } catch (error) {
    throw new BenchUsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function wholeNumber(text: string, option: string, greatest: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > greatest) {
    throw new BenchUsageError(`${option} takes whole numbers from 1 to ${greatest}, not "${text}".`);
  }
  return number;
}
