import type { Browser } from 'puppeteer-core';

/** A value as WebDriver BiDi sends it; `value` has another shape for each `type`. */
export interface RemoteValue {
  readonly type: string;
  readonly value?: unknown;
  readonly sharedId?: string;
}

interface Connection {
  send(method: string, parameters: unknown): Promise<{ result: unknown }>;
}

type CallResult =
  | { readonly type: 'success'; readonly result: RemoteValue }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };

/** The calls of WebDriver BiDi that Puppeteer does not offer: closed shadow roots, and Firefox's own scripts. */
export class FirefoxProtocol {
  readonly #connection: Connection;

  constructor(browser: Browser) {
    // Puppeteer keeps its connection out of its types.
    this.#connection = (browser as unknown as { connection: Connection }).connection;
  }

  /** What a function returns in one tab. @throws {Error} what it threw. */
  async call(contextId: string, functionDeclaration: string, options: object = {}): Promise<RemoteValue> {
    const { result } = await this.#connection.send('script.callFunction', {
      functionDeclaration,
      target: { context: contextId },
      awaitPromise: true,
      ...options,
    });
    const answer = result as CallResult;
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return answer.result;
  }

  /**
   * What a function returns in Firefox's own window, where it may use Firefox's internals. The browser has to be
   * started with `--remote-allow-system-access`.
   */
  async callInside(functionDeclaration: string, ...values: readonly (string | number)[]): Promise<unknown> {
    const { result } = await this.#connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const [window] = (result as { contexts: { context: string }[] }).contexts;
    const remoteValues = values.map((value) => ({ type: typeof value, value }));
    return (await this.call(window?.context ?? '', functionDeclaration, { arguments: remoteValues })).value;
  }

  async setPreference(name: string, value: number): Promise<void> {
    await this.callInside('(name, value) => { Services.prefs.setIntPref(name, value); }', name, value);
  }
}
