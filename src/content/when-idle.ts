/** Longest wait for a quiet moment: busy pages have none. */
const timeoutMs = 1_000;

/** Resolves when the browser has time. @throws the signal's reason */
export function whenIdle(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const finish = () => (signal.aborted ? reject(signal.reason) : resolve());
    if (typeof requestIdleCallback === 'function') requestIdleCallback(finish, { timeout: timeoutMs });
    else setTimeout(finish, 50);
  });
}
