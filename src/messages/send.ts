/** Asking another context. Every call either returns the answer or throws; there is no third outcome. */

import browser from 'webextension-polyfill';
import type { BackgroundCallName, BackgroundCalls, PageCallName, PageCalls } from './surface.ts';

/** The other side refused or failed; `message` can be shown to the reader. */
export class CallError extends Error {
  override name = 'CallError';
}

/** Nobody listens: no content script in the tab, or the extension was updated under a page that is still open. */
export class NobodyListensError extends Error {
  override name = 'NobodyListensError';
}

export type Answer<T> = { ok: true; value: T } | { ok: false; message: string };

/** The background's answer. @throws {CallError} {NobodyListensError} */
export async function askBackground<Name extends BackgroundCallName>(
  name: Name,
  request: BackgroundCalls[Name]['request'],
): Promise<BackgroundCalls[Name]['response']> {
  const silence = 'Newsgloss was interrupted and did not answer. Try again.';
  return unwrap(
    await deliver(() => browser.runtime.sendMessage({ to: 'background', name, request }), silence),
    silence,
  );
}

/** The answer of the content script in a tab's top frame. @throws {CallError} {NobodyListensError} */
export async function askPage<Name extends PageCallName>(
  tabId: number,
  name: Name,
  request: PageCalls[Name]['request'],
): Promise<PageCalls[Name]['response']> {
  const silence = 'Newsgloss is not running there.';
  return unwrap(
    await deliver(
      () => browser.tabs.sendMessage(tabId, { to: 'page', name, request }, { frameId: 0 }),
      silence,
    ),
    silence,
  );
}

async function deliver(send: () => Promise<unknown>, silence: string): Promise<unknown> {
  try {
    return await send();
  } catch (cause) {
    throw new NobodyListensError(silence, { cause });
  }
}

function unwrap<T>(answer: unknown, silence: string): T {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) {
    throw new NobodyListensError(silence);
  }
  const { ok, value, message } = answer as { ok: boolean; value: T; message: string };
  if (!ok) throw new CallError(message);
  return value;
}
