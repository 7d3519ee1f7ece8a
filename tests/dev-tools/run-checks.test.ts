import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runChecks } from '../../src/dev-tools/run-checks.ts';

const node = (script: string): readonly string[] => [process.execPath, '-e', script];
let printed: string[];

beforeEach(() => {
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((text: string) =>
    printed.push(text.replace(/\(.* s\)/, '(… s)')),
  );
});
afterEach(() => {
  vi.restoreAllMocks();
});

test('a check that passes prints one line, one that fails all it said', async () => {
  const tally = await runChecks([{ name: 'good', command: node("console.log('chatter')") }]);
  const badTally = await runChecks([{ name: 'bad', command: node("console.error('why'); process.exit(2)") }]);
  expect([tally, badTally]).toEqual([
    { passed: 1, failed: 0, skipped: 0 },
    { passed: 0, failed: 1, skipped: 0 },
  ]);
  expect(printed).toEqual(['✓ good (… s)', '✗ bad (… s)\n\nwhy\n']);
});

test('the next check of a chain runs after a check that passed', async () => {
  const next = { name: 'second', command: node('') };
  expect(await runChecks([{ name: 'first', command: node(''), next }])).toEqual({
    passed: 2,
    failed: 0,
    skipped: 0,
  });
  expect(printed).toEqual(['✓ first (… s)', '✓ second (… s)']);
});

test('the next check of a chain is skipped after a check that failed', async () => {
  const next = { name: 'second', command: node('') };
  expect(await runChecks([{ name: 'first', command: node('process.exit(1)'), next }])).toEqual({
    passed: 0,
    failed: 1,
    skipped: 1,
  });
});
