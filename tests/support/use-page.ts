import type { TestPage } from '../../src/dev-tools/extension-browser.ts';
import { waitUntil } from '../../src/dev-tools/wait-until.ts';

/** Clicks the first control whose label or text is, or begins with, `name`, with the real mouse, as soon as it is there. */
export async function clickControl(page: TestPage, name: string): Promise<void> {
  const { x, y } = await waitUntil(() => page.evaluate(findControl, name), `There is no control "${name}"`);
  await page.clickAt(x, y);
}

/** The rendered text of an extension's page, once it contains `part`. */
export async function waitForText(page: TestPage, part: string): Promise<string> {
  const look = async () => {
    const text = await readText(page);
    return text.includes(part) && text;
  };
  return waitUntil(look, `The page does not say "${part}"`);
}

export function readText(page: TestPage): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not read.
  return page.evaluate(() => document.body.innerText, null);
}

function findControl(name: string): { x: number; y: number } | null {
  const controls = document.querySelectorAll<HTMLElement>(
    'button, a[href], input, summary, [role="switch"], [role="option"]',
  );
  const nameOf = (control: HTMLElement): string =>
    control.getAttribute('aria-label') ??
    (control as Partial<HTMLInputElement>).labels?.[0]?.textContent ??
    control.textContent ??
    '';
  const control = [...controls].find(
    (each) => each.checkVisibility() && nameOf(each).trim().startsWith(name),
  );
  if (!control) return null;
  control.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = control.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
