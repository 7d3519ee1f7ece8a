import { askBackground, CallError, NobodyListensError } from '../messages/send.ts';
import type { BackgroundCalls, pageMayAsk } from '../messages/surface.ts';
import { pause } from './pause.ts';

type PageMayAsk = (typeof pageMayAsk)[number];

/** Waits between attempts: an engine is ready within seconds of a cold start, or not at all. */
const retryDelaysMs = [500, 1_000, 2_000, 4_000, 8_000];

/**
 * The background's answer, asked again while it is still getting ready or waking up.
 *
 * @throws {CallError} {NobodyListensError} of the last attempt; the signal's reason when aborted
 */
export async function askPatiently<Name extends PageMayAsk>(
  name: Name,
  request: BackgroundCalls[Name]['request'],
  { signal, isExtensionAlive }: { signal: AbortSignal; isExtensionAlive: () => boolean },
): Promise<BackgroundCalls[Name]['response']> {
  for (const delayMs of retryDelaysMs) {
    signal.throwIfAborted();
    try {
      const response = await askBackground(name, request);
      signal.throwIfAborted();
      return response;
    } catch (error) {
      if (!(error instanceof CallError || error instanceof NobodyListensError)) throw error;
      if (!isExtensionAlive()) throw error;
    }
    await pause(delayMs, signal);
  }
  const response = await askBackground(name, request);
  signal.throwIfAborted();
  return response;
}
