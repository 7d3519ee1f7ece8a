/** Lets one sync at a time write, over all contexts of the extension where the browser has locks. */

const lockName = 'newsgloss-sync';
let lastTurn: Promise<unknown> = Promise.resolve();

/** What `work` returns, once everybody who came before is done. A killed context gives up its lock. */
export async function withSyncLock<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const locks: LockManager | undefined = globalThis.navigator?.locks;
  if (locks) return locks.request(lockName, signal ? { signal } : {}, work) as Promise<T>;
  const turn = lastTurn.then(() => {
    signal?.throwIfAborted();
    return work();
  });
  // How this turn ends is for its caller to see; the next one only waits for it.
  lastTurn = turn.then(
    () => undefined,
    () => undefined,
  );
  return turn;
}
