import type { CDPSession, Page } from 'playwright-core';
import type { ColorScheme, Plain, TestPage } from './extension-browser.ts';
import { writeCall } from './write-call.ts';

/** A tab of Chromium. */
export class ChromiumPage implements TestPage {
  readonly #page: Page;
  readonly #session: CDPSession;

  constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  async url(): Promise<string> {
    return this.#page.url();
  }

  async goto(url: string): Promise<void> {
    await this.#page.goto(url, { waitUntil: 'domcontentloaded' });
  }

  async evaluate<Argument extends Plain, Result>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result> {
    return (await evaluateExpression(this.#session, writeCall(run, argument))) as Result;
  }

  async evaluateInClosedRoots<Argument extends Plain, Result>(
    run: (root: ShadowRoot, argument: Argument) => Result,
    argument: Argument,
  ): Promise<readonly Result[]> {
    const { root } = await this.#session.send('DOM.getDocument', { depth: -1, pierce: true });
    const results: Result[] = [];
    for (const nodeId of closedRootIds(root)) {
      const { object } = await this.#session.send('DOM.resolveNode', { nodeId });
      const answer = await this.#session.send('Runtime.callFunctionOn', {
        objectId: object.objectId ?? '',
        functionDeclaration: `function () { return ${writeCall(run, argument, 'this')}; }`,
        awaitPromise: true,
        returnByValue: true,
      });
      results.push(readAnswer(answer) as Result);
    }
    return results;
  }

  activate(): Promise<void> {
    return this.#page.bringToFront();
  }

  resize(width: number, height: number): Promise<void> {
    return this.#page.setViewportSize({ width, height });
  }

  setColorScheme(scheme: ColorScheme): Promise<void> {
    return this.#page.emulateMedia({ colorScheme: scheme });
  }

  moveMouse(x: number, y: number): Promise<void> {
    return this.#page.mouse.move(x, y, { steps: 5 });
  }

  clickAt(x: number, y: number): Promise<void> {
    return this.#page.mouse.click(x, y);
  }

  press(key: string): Promise<void> {
    return this.#page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.#page.keyboard.type(text);
  }

  async screenshot(path: string): Promise<void> {
    await this.#page.screenshot({ path, animations: 'disabled' });
  }

  close(): Promise<void> {
    return this.#page.close();
  }
}

interface ProtocolNode {
  nodeId: number;
  shadowRootType?: string;
  shadowRoots?: ProtocolNode[];
  children?: ProtocolNode[];
}

function closedRootIds(node: ProtocolNode): number[] {
  const below = [...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap(closedRootIds);
  return node.shadowRootType === 'closed' ? [node.nodeId, ...below] : below;
}

/** The JSON value of an expression run in the page. @throws {Error} what the expression threw. */
export async function evaluateExpression(
  session: CDPSession,
  expression: string,
  { userGesture = false } = {},
): Promise<unknown> {
  return readAnswer(
    await session.send('Runtime.evaluate', {
      expression,
      userGesture,
      awaitPromise: true,
      returnByValue: true,
    }),
  );
}

interface ProtocolAnswer {
  result: { value?: unknown };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

function readAnswer({ result, exceptionDetails }: ProtocolAnswer): unknown {
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return JSON.parse(String(result.value));
}
