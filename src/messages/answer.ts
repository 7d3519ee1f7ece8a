/** Answering calls. */

import type { Answer } from './send.ts';

/** Runs a handler and turns what it throws into an answer that can be shown; the error itself goes to the console. */
export async function answer<T>(handle: () => Promise<T> | T): Promise<Answer<T>> {
  try {
    return { ok: true, value: await handle() };
  } catch (error) {
    console.error(error);
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}
