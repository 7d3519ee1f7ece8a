import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The first value of `look` that is neither false, null nor undefined. `look` may fail while what it looks at is not there yet.
 * @throws {Error} `complaint` after `timeoutMs`, with the last failure as its cause.
 */
export async function waitUntil<T>(
  look: () => Promise<T | false | null | undefined>,
  complaint: string,
  timeoutMs = 15_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  let cause: unknown;
  do {
    try {
      const value = await look();
      if (value !== false && value !== null && value !== undefined) return value;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    await sleep(50);
  } while (Date.now() < deadline);
  throw new Error(complaint, { cause });
}
