import type { BuildFigures, OpenFigures } from './contestant-protocol.ts';
import type { ContestantId } from './contestants.ts';

/** All figures of one run: what `--json` writes. */
export interface BenchResult {
  /** ISO 8601, UTC. */
  readonly date: string;
  readonly machine: Machine;
  readonly versions: Readonly<Record<string, string>>;
  readonly rounds: number;
  readonly dictionary: {
    readonly averageLength: number;
    readonly shareOfSeveralWords: number;
    readonly sha256: string;
  };
  readonly text: { readonly characters: number; readonly sha256: string };
  readonly sizes: readonly SizeResult[];
}

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGigabytes: number;
  readonly system: string;
  /** Processes that wanted a core, over the last minute, before the bench began and when it ended. */
  readonly loadBefore: number;
  readonly loadAfter: number;
}

export interface SizeResult {
  readonly names: number;
  readonly matches: number;
  readonly contestants: readonly ContestantResult[];
}

export type ContestantResult =
  | {
      readonly type: 'skipped';
      readonly id: ContestantId;
      readonly title: string;
      readonly reason: string;
      /** Absent when it was not built. */
      readonly build?: BuildFigures;
    }
  | {
      readonly type: 'measured';
      readonly id: ContestantId;
      readonly title: string;
      readonly build: BuildFigures;
      /** How much of the text each scan read: slow contestants get less. */
      readonly characters: number;
      /** Million characters a second, of each round. */
      readonly rates: readonly number[];
      readonly rate: number;
      /** How many times as fast as it Newsgloss is: the median of the rounds' ratios. */
      readonly newsglossTimes: number;
      /** Null when it finds what the others find; else the first difference. */
      readonly difference: string | null;
      readonly open: OpenFigures | null;
    };
