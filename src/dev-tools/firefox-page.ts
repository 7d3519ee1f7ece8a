import type { KeyInput, Page } from 'puppeteer-core';
import type { ColorScheme, Plain, TestPage } from './extension-browser.ts';
import type { FirefoxProtocol, RemoteValue } from './firefox-protocol.ts';
import { waitUntil } from './wait-until.ts';
import { writeCall } from './write-call.ts';

/** A tab of Firefox. */
export class FirefoxPage implements TestPage {
  readonly #page: Page;
  readonly #protocol: FirefoxProtocol;
  readonly #contextId: string;

  constructor(page: Page, protocol: FirefoxProtocol) {
    this.#page = page;
    this.#protocol = protocol;
    // Puppeteer keeps the protocol's name of a tab to itself.
    this.#contextId = (page.mainFrame() as unknown as { _id: string })._id;
  }

  /** Puppeteer's own answer is about:blank for the extension's pages. */
  url(): Promise<string> {
    return this.evaluate(() => location.href, null);
  }

  async goto(url: string): Promise<void> {
    // The extension's pages send no load event to the protocol, so waiting for one would time out.
    const waitUntilEvent = url.startsWith('http') ? 'domcontentloaded' : [];
    // Firefox may take a frame that cannot load for the page itself; whether that opened is seen below.
    await this.#page.goto(url, { waitUntil: waitUntilEvent }).catch((error: unknown) => {
      if (!String(error).includes('onLocationChange')) throw error;
    });
    await waitUntil(
      () =>
        this.evaluate(
          (start) => location.href.startsWith(start) && document.readyState !== 'loading',
          url.split('#')[0] ?? url,
        ),
      `${url} did not open`,
    );
  }

  async evaluate<Argument extends Plain, Result>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result> {
    const value = await this.#protocol.call(this.#contextId, `() => ${writeCall(run, argument)}`);
    return JSON.parse(String(value.value)) as Result;
  }

  async evaluateInClosedRoots<Argument extends Plain, Result>(
    run: (root: ShadowRoot, argument: Argument) => Result,
    argument: Argument,
  ): Promise<readonly Result[]> {
    const document = await this.#protocol.call(this.#contextId, '() => document.documentElement', {
      serializationOptions: { maxDomDepth: 100, includeShadowTree: 'all' },
    });
    const results: Result[] = [];
    for (const sharedId of closedRootIds(document)) {
      const value = await this.#protocol.call(
        this.#contextId,
        `(root) => ${writeCall(run, argument, 'root')}`,
        { arguments: [{ sharedId }] },
      );
      results.push(JSON.parse(String(value.value)) as Result);
    }
    return results;
  }

  activate(): Promise<void> {
    return this.#page.bringToFront();
  }

  resize(width: number, height: number): Promise<void> {
    return this.#page.setViewport({ width, height });
  }

  async setColorScheme(scheme: ColorScheme): Promise<void> {
    await this.#protocol.setPreference('layout.css.prefers-color-scheme.content-override', schemes[scheme]);
    // The preference reaches each process in its own time, that of the extension's pages last.
    await waitUntil(
      () => this.evaluate((wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches, scheme),
      `The page did not turn ${scheme}`,
    );
  }

  moveMouse(x: number, y: number): Promise<void> {
    return this.#page.mouse.move(x, y, { steps: 5 });
  }

  clickAt(x: number, y: number): Promise<void> {
    return this.#page.mouse.click(x, y);
  }

  press(key: string): Promise<void> {
    return this.#page.keyboard.press(key as KeyInput);
  }

  type(text: string): Promise<void> {
    return this.#page.keyboard.type(text);
  }

  async screenshot(path: string): Promise<void> {
    await this.#page.screenshot({ path: path as `${string}.png` });
  }

  close(): Promise<void> {
    return this.#page.close();
  }
}

/** Values of the preference for the scheme that pages are told. */
const schemes: Record<ColorScheme, number> = { dark: 0, light: 1 };

function closedRootIds({ sharedId, value }: RemoteValue): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const node = value as { mode?: string; shadowRoot?: RemoteValue | null; children?: RemoteValue[] };
  const own = node.mode === 'closed' && sharedId ? [sharedId] : [];
  const below = [...(node.shadowRoot ? [node.shadowRoot] : []), ...(node.children ?? [])];
  return [...own, ...below.flatMap(closedRootIds)];
}
