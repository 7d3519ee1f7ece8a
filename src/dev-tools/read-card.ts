import type { TestPage } from './extension-browser.ts';
import { waitUntil } from './wait-until.ts';

/** The text of the card that is open on the page, as its reader sees it; null when none is open. */
export async function readCard(page: TestPage): Promise<string | null> {
  const texts = await page.evaluateInClosedRoots((root) => {
    const dialog = root.querySelector<HTMLElement>('[role="dialog"]');
    // biome-ignore lint/performance/useDomNodeTextContent: what is folded away is not read, and lines stay apart.
    return dialog?.checkVisibility() ? dialog.innerText : null;
  }, null);
  return texts.find((text) => text !== null) ?? null;
}

/** Rests the mouse on a place and returns the text of the card that opens there, once it is not loading any more. */
export async function hoverForCard(page: TestPage, { x, y }: { x: number; y: number }): Promise<string> {
  await page.moveMouse(x, y);
  return waitForCard(page);
}

export function waitForCard(page: TestPage): Promise<string> {
  const look = async () => {
    const isBusy = await page.evaluateInClosedRoots(
      (root) => root.querySelector('[role="dialog"][aria-busy="true"]') !== null,
      null,
    );
    return !isBusy.includes(true) && (await readCard(page));
  };
  return waitUntil(look, 'No card opened');
}
