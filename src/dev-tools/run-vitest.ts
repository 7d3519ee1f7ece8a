import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addTallies, type Tally } from './run-checks.ts';
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
 * How many tests passed, of all projects or of the files that match a pattern; shows vitest's output as it comes. A file
 * whose process died under it (killed by the system, or crashed in a native module) runs once more, and the output says so.
 */
export async function runVitest(patterns: readonly string[]): Promise<Tally> {
  const { report, exitCode } = await runOnce(patterns);
  const unfinished = report ? unfinishedFiles(report) : [];
  if (!report || unfinished.length === 0) return countTests(report, exitCode);
  console.log(`The test process died under these files; they run once more:\n${unfinished.join('\n')}`);
  const again = await runOnce(unfinished);
  return addTallies([
    countTests(withoutFiles(report, unfinished), report.numFailedTests > 0 ? exitCode : 0),
    countTests(again.report, again.exitCode),
  ]);
}

async function runOnce(
  patterns: readonly string[],
): Promise<{ readonly report: TestReport | null; readonly exitCode: number }> {
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
  return { report, exitCode };
}

/** Files with tests that neither passed, failed nor were left out: what vitest reports when a worker process dies. */
export function unfinishedFiles(report: TestReport): readonly string[] {
  return report.testResults
    .filter(({ assertionResults }) => assertionResults.some(({ status }) => status === 'pending'))
    .map(({ name }) => name);
}

/** The report as if it had not had some files; their tests are taken out of its numbers. */
export function withoutFiles(report: TestReport, files: readonly string[]): TestReport {
  const isLeftOut = new Set(files);
  const testResults = report.testResults.filter(({ name }) => !isLeftOut.has(name));
  const count = (...wanted: readonly string[]): number =>
    testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => wanted.includes(status)).length;
  return {
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numPendingTests: count('skipped', 'pending'),
    numTodoTests: count('todo'),
    testResults,
  };
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
