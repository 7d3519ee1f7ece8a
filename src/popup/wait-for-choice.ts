import { ambiguityKey } from '../model/ambiguity-key.ts';
import type { PageSummary } from '../model/status.ts';
import type { ReadingChoice } from './popup-services.ts';

const pauseMs = 100;
/** Long articles take a second to be read again; a page that takes longer is shown as it is. */
const maxAttempts = 30;

/** Resolves when the page shows what the reader chose: it is read again in its own time. */
export async function waitForChoice(
  { candidates, chosen, scope }: ReadingChoice,
  getPageSummary: () => Promise<PageSummary | null>,
): Promise<void> {
  const key = ambiguityKey(candidates);
  for (let attempt = 1; attempt <= maxAttempts; attempt++) {
    const summary = await getPageSummary();
    const found = summary?.ambiguities.find((each) => ambiguityKey(each.candidates) === key);
    // A choice for the page that is taken back may leave one for the site.
    const isShown = chosen
      ? found?.choice?.id === chosen.id &&
        found.choice.packId === chosen.packId &&
        found.choice.scope === scope
      : found !== undefined && found.choice?.scope !== scope;
    if (isShown) return;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
