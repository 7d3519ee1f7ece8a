import { runProgram } from './run-program.ts';

export interface Check {
  readonly name: string;
  /** A program and its arguments; exit code 0 passes. */
  readonly command: readonly string[];
  /** Runs after this check, and only when it passed. */
  readonly next?: Check;
}

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * How many checks passed. Checks run two at a time, in order; each prints one line when it is done, and its whole output
 * when it failed. A check whose predecessor failed counts as skipped.
 */
export async function runChecks(checks: readonly Check[]): Promise<Tally> {
  const waiting = [...checks];
  const tallies: Tally[] = [];
  const work = async (): Promise<void> => {
    for (let check = waiting.shift(); check; check = waiting.shift()) tallies.push(await runChain(check));
  };
  await Promise.all([work(), work()]);
  return addTallies(tallies);
}

function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

async function runChain({ name, command, next }: Check): Promise<Tally> {
  const startedAt = Date.now();
  const [program = '', ...args] = command;
  const { exitCode, output } = await runProgram(program, args);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  if (exitCode !== 0) {
    console.log(`✗ ${name} (${seconds} s)\n\n${output.trimEnd()}\n`);
    return { passed: 0, failed: 1, skipped: next ? 1 : 0 };
  }
  console.log(`✓ ${name} (${seconds} s)`);
  return next ? addTallies([onePassed, await runChain(next)]) : onePassed;
}

const onePassed: Tally = { passed: 1, failed: 0, skipped: 0 };
