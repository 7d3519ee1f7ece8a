import { createRequire } from 'node:module';
import type { TestPage } from '../../src/dev-tools/extension-browser.ts';

const require = createRequire(import.meta.url);
const axe = createRequire(require.resolve('@axe-core/playwright'))('axe-core') as { source: string };

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** What axe finds wrong with a page, as `rule: element`. It is told of WCAG 2.2 A and AA and of axe's own best practices. */
export async function findViolations(page: TestPage): Promise<readonly string[]> {
  // The extension's pages allow no scripts of others, so axe is brought in as the body of a function.
  // oxlint-disable-next-line typescript/no-implied-eval
  await page.evaluate(new Function(axe.source) as () => void, null);
  return page.evaluate(async () => {
    const loaded = (globalThis as unknown as { axe: { run(): Promise<AxeResult> } }).axe;
    const { violations } = await loaded.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, null);
}
