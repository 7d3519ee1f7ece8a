import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tally } from './run-checks.ts';
import { packageScript, runProgram } from './run-program.ts';

/** The part of vitest's JSON report (the same as Jest's) that is counted. */
export interface TestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    /** The path of the file. */
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/**
 * How many tests passed, of all projects or of the files that match a pattern; shows vitest's output as it comes, and names
 * the files whose process died under them (out of memory, crashed in a native module), which vitest does not.
 */
export async function runVitest(patterns: readonly string[]): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'newsgloss-tests-'));
  const reportPath = join(folder, 'report.json');
  const { exitCode } = await runProgram(
    process.execPath,
    [
      packageScript('vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportPath}`,
      ...patterns,
    ],
    { onOutput: (text) => process.stdout.write(text) },
  );
  const report = await readFile(reportPath, 'utf8').then(
    (text) => JSON.parse(text) as TestReport,
    () => null,
  );
  await rm(folder, { recursive: true });
  const unfinished = report ? unfinishedFiles(report) : [];
  if (unfinished.length > 0) console.log(`The test process died under:\n${unfinished.join('\n')}`);
  return countTests(report, exitCode);
}

/** Files with tests that neither passed, failed nor were left out: what vitest reports when a worker process dies. */
export function unfinishedFiles(report: TestReport): readonly string[] {
  return report.testResults
    .filter(({ assertionResults }) => assertionResults.some(({ status }) => status === 'pending'))
    .map(({ name }) => name);
}

/**
 * The tests of a report. A file that failed before its tests ran counts as one failed test, and so does a run that
 * failed for a reason that no test shows, such as an error that nothing awaited.
 */
export function countTests(report: TestReport | null, exitCode: number): Tally {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
