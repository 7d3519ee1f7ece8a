import type { Machine } from '../bench-result.ts';

/** All figures of the browser part of one run; times are in milliseconds, lists have one value a round. */
export interface BrowserBenchResult {
  /** ISO 8601, UTC. */
  readonly date: string;
  readonly machine: Machine;
  readonly rounds: number;
  readonly names: number;
  readonly engineBytes: number;
  readonly browsers: readonly BrowserFigures[];
}

export interface BrowserFigures {
  readonly name: 'chromium' | 'firefox';
  readonly version: string;
  readonly marking: MarkingFigures;
  readonly hovering: readonly HoverFigures[];
  readonly mutations: MutationFigures;
  readonly pages: readonly PageFigures[];
  /** With the packs that the extension brings along, then with all names. */
  readonly waking: readonly WakingFigures[];
  readonly reading: ReadingFigures;
  /** Null where the system does not tell. */
  readonly worker: WorkerMemory | null;
}

export interface MarkingFigures {
  readonly textNodes: number;
  readonly matches: number;
  /** The extension's marks and painter: places known, until two frames later. */
  readonly newsgloss: readonly number[];
  readonly newsglossStyling: readonly number[];
  readonly newsglossReading: readonly number[];
  readonly wrapping: readonly number[];
  /** Fewer rounds, since each takes long. */
  readonly markJs: readonly number[];
  /** Two frames of the page as it is. */
  readonly nothing: readonly number[];
}

export interface HoverFigures {
  readonly marks: number;
  readonly hits: number;
  readonly hitTest: readonly number[];
  readonly bare: readonly number[];
}

export interface MutationFigures {
  readonly marks: number;
  readonly changing: readonly number[];
  readonly changingPlain: readonly number[];
  readonly busy: readonly number[];
  readonly busyPlain: readonly number[];
  readonly longest: readonly number[];
}

export interface PageFigures {
  readonly bytes: number;
  /** As the extension counts them. */
  readonly marks: number;
  readonly busy: readonly number[];
  readonly longest: readonly number[];
  /** Null where it would take longer than the limit. */
  readonly markJs: number | null;
  readonly markJsMarks: number | null;
}

export interface WakingFigures {
  readonly names: number;
  readonly killed: readonly number[];
  readonly awake: readonly number[];
}

export interface ReadingFigures {
  readonly toMatch: readonly number[];
  readonly clone: readonly number[];
}

export interface WorkerMemory {
  /** Bytes of the extension's process after its worker answered, less those before it had an engine. */
  readonly engineBytes: number;
  readonly processBytes: number;
}
