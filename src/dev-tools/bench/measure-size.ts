import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContestantResult, SizeResult } from './bench-result.ts';
import { describeDifference } from './compare-matches.ts';
import type { Contestant } from './contestant.ts';
import type { BuildFigures, OpenFigures } from './contestant-protocol.ts';
import { type ContestantId, contestantIds, contestants } from './contestants.ts';
import { ContestantError, RunningContestant } from './run-contestant.ts';
import { median, medianRatio } from './statistics.ts';

/** What all others are compared with, match by match: the simplest one that can tell which name it found. */
const reference: ContestantId = 'trieOfMaps';
const scanMilliseconds = 250;
/** A scan that would take longer reads less of the text. */
const longestScanMilliseconds = 2000;
const trialCharacters = 50_000;

export interface Task {
  readonly names: readonly string[];
  readonly count: number;
  readonly text: string;
  /** Offsets at which an article of the text ends, ascending. */
  readonly articleEnds: readonly number[];
  readonly rounds: number;
  readonly limitMilliseconds: number;
  /** Holds `text.txt`; what else is written there is of no use afterwards. */
  readonly folder: string;
  readonly say: (line: string) => void;
}

interface Entrant {
  readonly id: ContestantId;
  readonly running: RunningContestant;
  readonly build: BuildFigures;
  readonly characters: number;
  readonly matches: Int32Array | null;
  readonly open: OpenFigures | null;
  readonly rates: number[];
}

/**
 * The figures of all contestants on the first `count` names. They are built one after the other; then all scan in turn, in
 * each round in another order. One that fails or takes too long is skipped with the reason.
 */
export async function measureSize(task: Task): Promise<SizeResult> {
  writeFileSync(namesPathOf(task), task.names.slice(0, task.count).join('\n'));
  const entrants: Entrant[] = [];
  const skipped = new Map<ContestantId, { reason: string; build?: BuildFigures }>();
  try {
    for (const id of contestantIds) await enter(task, id, entrants, skipped);
    for (let round = 0; round < task.rounds; round++) {
      task.say(`${task.count} names: round ${round + 1} of ${task.rounds}`);
      const first = round % Math.max(entrants.length, 1);
      for (const entrant of [...entrants.slice(first), ...entrants.slice(0, first)]) {
        entrant.rates.push(await scanOnce(entrant));
      }
    }
  } finally {
    for (const { running } of entrants) running.stop();
  }
  const newsgloss = entrants.find(({ id }) => id === 'newsgloss');
  const compared = entrants.find(({ id }) => id === reference) ?? newsgloss;
  const expected = compared?.matches ?? null;
  /** Under load the reference may be given less of the text than others. */
  const referenceCharacters = compared?.characters ?? 0;
  return {
    names: task.count,
    matches: (expected?.length ?? 0) / 3,
    contestants: contestantIds.map((id): ContestantResult => {
      const entrant = entrants.find((each) => each.id === id);
      const { title } = contestants[id];
      if (!entrant) return { type: 'skipped', id, title, ...(skipped.get(id) ?? { reason: 'unknown' }) };
      const { build, characters, rates, open, matches } = entrant;
      return {
        type: 'measured',
        id,
        title,
        build,
        characters,
        rates,
        rate: median(rates),
        newsglossTimes: medianRatio(newsgloss?.rates ?? [], rates),
        difference:
          expected && matches
            ? compare(task, expected, matches, Math.min(characters, referenceCharacters))
            : null,
        open,
      };
    }),
  };
}

async function enter(
  task: Task,
  id: ContestantId,
  entrants: Entrant[],
  skipped: Map<ContestantId, { reason: string; build?: BuildFigures }>,
): Promise<void> {
  const contestant: Contestant = contestants[id];
  if (contestant.limit && task.count > contestant.limit.names) {
    skipped.set(id, { reason: `above ${contestant.limit.names} names ${contestant.limit.reason}` });
    return;
  }
  task.say(`${task.count} names: building ${contestant.title}`);
  const running = new RunningContestant(task.limitMilliseconds);
  let build: BuildFigures | null = null;
  try {
    build = (await running.ask(buildQuestion(task, id), 'built')).figures;
    const characters = await findLength(task, running);
    const path = join(task.folder, `matches-${id}`);
    await running.ask({ type: 'match', characters, path }, 'matched');
    const bytes = readFileSync(path);
    const matches = contestant.isFloor
      ? null
      : new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    const { figures: open } = await running.ask({ type: 'open', times: 15 }, 'opened');
    entrants.push({ id, running, build, characters, matches, open, rates: [] });
  } catch (error) {
    if (!(error instanceof ContestantError)) throw error;
    skipped.set(id, { reason: error.message, ...(build ? { build } : {}) });
  }
}

function buildQuestion(task: Task, contestant: ContestantId) {
  const textPath = join(task.folder, 'text.txt');
  return { type: 'build', contestant, namesPath: namesPathOf(task), textPath } as const;
}

function namesPathOf({ folder, count }: Task): string {
  return join(folder, `names-${count}.txt`);
}

/** How many characters to scan at a time: all, or as many articles as fit into the longest scan. */
async function findLength({ articleEnds, text }: Task, running: RunningContestant): Promise<number> {
  const until = (characters: number): number => articleEnds.find((end) => end >= characters) ?? text.length;
  const trial = until(trialCharacters);
  let milliseconds = 0;
  // Twice, since the first scan runs in the interpreter.
  for (let i = 0; i < 2; i++) {
    const question = { type: 'scan', characters: trial, milliseconds: 20 } as const;
    milliseconds = (await running.ask(question, 'scanned')).milliseconds;
  }
  const characters = until((trial * longestScanMilliseconds) / milliseconds);
  await running.ask({ type: 'scan', characters, milliseconds: scanMilliseconds }, 'scanned');
  return characters;
}

/** Million characters a second. */
async function scanOnce({ running, characters }: Entrant): Promise<number> {
  const question = { type: 'scan', characters, milliseconds: scanMilliseconds } as const;
  const { milliseconds } = await running.ask(question, 'scanned');
  return characters / milliseconds / 1000;
}

function compare(
  { text, names }: Task,
  expected: Int32Array,
  actual: Int32Array,
  characters: number,
): string | null {
  return describeDifference({
    text,
    names,
    expected: matchesBefore(expected, characters),
    actual: matchesBefore(actual, characters),
  });
}

function matchesBefore(matches: Int32Array, characters: number): Int32Array {
  let length = 0;
  while (length < matches.length && (matches[length] ?? 0) < characters) length += 3;
  return matches.subarray(0, length);
}
