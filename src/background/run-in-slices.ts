import type { Step } from '../engine/run-steps.ts';

/** Messages and alarms wait no longer than this, and the last step of a slice, which takes some milliseconds. */
const sliceMs = 25;

/**
 * The result of long work, done in slices between which the worker does other things.
 * @throws the signal's reason when it aborts
 */
export async function runInSlices<Result>(
  work: Generator<Step, Result>,
  signal: AbortSignal,
): Promise<Result> {
  for (let sliceEnd = performance.now() + sliceMs; ; ) {
    signal.throwIfAborted();
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() < sliceEnd) continue;
    await new Promise((resolve) => setTimeout(resolve));
    sliceEnd = performance.now() + sliceMs;
  }
}
