import type { ContestantId } from './contestants.ts';

/** What the bench asks of the process of one contestant; one question at a time, each with one answer. */
export type Question =
  | {
      readonly type: 'build';
      readonly contestant: ContestantId;
      readonly namesPath: string;
      readonly textPath: string;
    }
  /** Scans the first `characters` of the text over and over, for `milliseconds` at least once. */
  | { readonly type: 'scan'; readonly characters: number; readonly milliseconds: number }
  /** Writes the matches of the first `characters` to a file, as 32-bit numbers. */
  | { readonly type: 'match'; readonly characters: number; readonly path: string }
  | { readonly type: 'open'; readonly times: number };

export interface BuildFigures {
  readonly buildMilliseconds: number;
  /** Of what is kept for scanning: heap and buffers after building, garbage collected, less what there was before. */
  readonly retainedBytes: number;
  /** Greatest resident memory until building ended, less what there was before it began. */
  readonly peakBytes: number;
  /** Of what would be stored, where there is such a thing. */
  readonly storedBytes: number | null;
}

export interface OpenFigures {
  readonly firstMatchMilliseconds: number;
  readonly copyMilliseconds: number;
  /** The median of the ratios of both. */
  readonly ratio: number;
}

export type Answer =
  | { readonly type: 'built'; readonly figures: BuildFigures }
  | { readonly type: 'scanned'; readonly milliseconds: number }
  | { readonly type: 'matched' }
  | { readonly type: 'opened'; readonly figures: OpenFigures | null }
  | { readonly type: 'failed'; readonly message: string };
