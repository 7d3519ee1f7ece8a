/** What can go wrong with the store, by what one can do about it. Messages can be shown to the reader. */

/** The database cannot be used at the moment; the message says what the reader can do. */
export class StoreUnavailableError extends Error {
  override name = 'StoreUnavailableError';
}

/** There is no room left on the device. What was stored before is still there. */
export class StoreFullError extends Error {
  override name = 'StoreFullError';
}

/**
 * The error to throw for a failed transaction. A request may only say `AbortError` where its transaction knows the
 * `reason`. What is no trouble of the database stays as it is.
 */
export function asStoreError(cause: unknown, reason?: unknown): unknown {
  const full = [cause, reason].find(isDiskFull);
  if (full) {
    return new StoreFullError(
      'There is no room left on this device for the packs. Free some space, then sync again.',
      { cause: full },
    );
  }
  const telling = nameOf(cause) === 'AbortError' && reason !== undefined ? reason : cause;
  return isConnectionLost(telling) ? unavailable(telling) : telling;
}

/** The error to throw when the database does not open. */
export function asOpenError(cause: unknown): Error {
  if (isDiskFull(cause)) return asStoreError(cause) as Error;
  if (nameOf(cause) === 'VersionError') {
    return new StoreUnavailableError(
      'Newsgloss was updated while this page was open. Reload the page; if this message comes back, update Newsgloss.',
      { cause },
    );
  }
  return unavailable(cause);
}

function unavailable(cause: unknown): StoreUnavailableError {
  return new StoreUnavailableError(
    'Newsgloss cannot open its database. Restart the browser. If that does not help, check that the disk is not ' +
      'full, or install Newsgloss again: its packs are then set up anew.',
    { cause },
  );
}

/** Firefox throws a `QuotaExceededError`, Chromium an `UnknownError` that names LevelDB's or the system's reason. */
function isDiskFull(error: unknown): boolean {
  const name = nameOf(error);
  if (name === 'QuotaExceededError') return true;
  const message = error instanceof Error ? error.message : '';
  return name === 'UnknownError' && /NO_SPACE|full disk|no space left|quota/i.test(message);
}

function isConnectionLost(error: unknown): boolean {
  return ['InvalidStateError', 'UnknownError', 'AbortError'].includes(nameOf(error));
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}
