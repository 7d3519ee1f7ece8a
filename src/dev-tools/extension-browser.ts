/** One way to drive either browser with the built extension in it, for `npm start`, screenshots and tests. */

export interface LaunchOptions {
  /** The unpacked extension: `dist/chrome` or `dist/firefox`. */
  readonly extensionFolder: string;
  /** A window on the reader's display that also reaches the network; else headless and cut off from it. */
  readonly isVisible?: boolean;
  /** A folder that keeps the profile when the browser ends, for the next launch. Without it each has a fresh one. */
  readonly profile?: string;
}

export interface ExtensionBrowser {
  readonly name: 'chromium' | 'firefox';
  /** Settles when the browser has been closed, by whomever. */
  readonly closed: Promise<void>;
  extensionUrl(path: string): string;
  /** Opens a page in a new tab and returns when its document is parsed. */
  openPage(url: string): Promise<TestPage>;
  /** The pages whose address starts with `urlStart`, whoever opened them. */
  findPages(urlStart: string): Promise<readonly TestPage[]>;
  /** From now on the browser answers yes when the extension asks for a match pattern after a real click. */
  answerYesTo(pattern: string): Promise<void>;
  /** Grants a match pattern as if the reader had been asked and had said yes. */
  grantSites(pattern: string): Promise<void>;
  /** Stops the background as the browser does when it idles; the next event starts it again. */
  killBackground(): Promise<void>;
  /** Ends the browser's process at once, as a crash or a power cut does. The profile must have been given. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export type ColorScheme = 'light' | 'dark';

/** A tab of 1280 × 900 unless it is resized. Coordinates are CSS pixels of the viewport. */
export interface TestPage {
  url(): Promise<string>;
  goto(url: string): Promise<void>;
  /** The value of a function run among the page's own scripts; it must not use anything outside itself. */
  evaluate<Argument extends Plain, Result>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
  /**
   * The value of a function for each closed shadow root in the document, in document order: what readers see there
   * although page scripts cannot.
   */
  evaluateInClosedRoots<Argument extends Plain, Result>(
    run: (root: ShadowRoot, argument: Argument) => Result,
    argument: Argument,
  ): Promise<readonly Result[]>;
  /** Brings the tab to the front: a hidden one paints nothing and gets no mouse. */
  activate(): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  setColorScheme(scheme: ColorScheme): Promise<void>;
  /** Moves the real mouse there in several steps. */
  moveMouse(x: number, y: number): Promise<void>;
  clickAt(x: number, y: number): Promise<void>;
  /** Presses a key by its `KeyboardEvent.key`, such as `Escape`. */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

/** What can be sent into a page. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };

export const defaultViewport = { width: 1280, height: 900 };
