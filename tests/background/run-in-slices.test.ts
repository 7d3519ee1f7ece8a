import { expect, test } from 'vitest';
import { runInSlices } from '../../src/background/run-in-slices.ts';
import type { Step } from '../../src/engine/run-steps.ts';

function* endless(): Generator<Step, never> {
  for (;;) yield;
}

function* counted(steps: number): Generator<Step, string> {
  for (let step = 0; step < steps; step++) yield;
  return `${steps} steps`;
}

test('the result comes when the work is done', async () => {
  expect(await runInSlices(counted(1_000), new AbortController().signal)).toBe('1000 steps');
});

test('timers run between slices, and can end the work', async () => {
  const stopper = new AbortController();
  setTimeout(() => stopper.abort(new Error('enough')));
  await expect(runInSlices(endless(), stopper.signal)).rejects.toThrow('enough');
});
