import { expect, test } from 'vitest';
import { countTests, type TestReport, unfinishedFiles } from '../../src/dev-tools/run-vitest.ts';

const report = (change: Partial<TestReport>): TestReport => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...change,
});

const file = (
  name: string,
  status: string,
  ...tests: readonly string[]
): TestReport['testResults'][number] => ({
  name,
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

test.each([
  { what: 'no report at all', given: null, exitCode: 1, tally: { passed: 0, failed: 1, skipped: 0 } },
  {
    what: 'tests of every outcome',
    given: report({ numPassedTests: 3, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 }),
    exitCode: 1,
    tally: { passed: 3, failed: 2, skipped: 2 },
  },
  {
    what: 'a file that broke before its tests',
    given: report({ numPassedTests: 3, testResults: [file('a.test.ts', 'failed')] }),
    exitCode: 1,
    tally: { passed: 3, failed: 1, skipped: 0 },
  },
  {
    what: 'a file whose failed test is counted already',
    given: report({
      numFailedTests: 1,
      testResults: [file('a.test.ts', 'failed', 'failed')],
    }),
    exitCode: 1,
    tally: { passed: 0, failed: 1, skipped: 0 },
  },
  {
    what: 'a failure that no test shows',
    given: report({ numPassedTests: 3 }),
    exitCode: 1,
    tally: { passed: 3, failed: 1, skipped: 0 },
  },
  {
    what: 'success',
    given: report({ numPassedTests: 3 }),
    exitCode: 0,
    tally: { passed: 3, failed: 0, skipped: 0 },
  },
])('$what is counted', ({ given, exitCode, tally }) => {
  expect(countTests(given, exitCode)).toEqual(tally);
});

test('a file whose process died is told by its tests without an outcome', () => {
  const testResults = [
    file('whole.test.ts', 'passed', 'passed', 'skipped'),
    file('died.test.ts', 'passed', 'passed', 'pending', 'pending'),
    file('broken.test.ts', 'failed', 'failed'),
  ];
  expect(unfinishedFiles(report({ testResults }))).toEqual(['died.test.ts']);
});
