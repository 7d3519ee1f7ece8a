/** Long work is a generator that stops after some milliseconds each: who runs it may do other things between, or end it. */
export type Step = undefined;

/** Whether a loop should stop here: cheap passes over so many numbers take a few milliseconds. */
export function isEndOfStep(count: number): boolean {
  return (count & 0xffff) === 0xffff;
}

/** The result of work, done at once. */
export function runSteps<Result>(work: Generator<Step, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
