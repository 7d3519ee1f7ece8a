/** Look-ups wait no longer than this for a file to be read. */
const sliceMs = 25;

/** All that a generator gives, gathered in slices between which others have a turn. @throws the signal's reason when it aborts */
export async function collectInSlices<T>(items: Iterable<T>, signal: AbortSignal): Promise<readonly T[]> {
  const collected: T[] = [];
  let sliceEnd = performance.now() + sliceMs;
  for (const item of items) {
    collected.push(item);
    if (performance.now() < sliceEnd) continue;
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
    sliceEnd = performance.now() + sliceMs;
  }
  return collected;
}
