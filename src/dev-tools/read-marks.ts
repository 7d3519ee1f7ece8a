import type { TestPage } from './extension-browser.ts';
import { waitUntil } from './wait-until.ts';

/** A mark as the page itself can see it in the registry of highlights. */
export interface SeenMark {
  /** A record's kind, `unresolved`, or `active` for the mark whose card is open. */
  readonly kind: string;
  readonly text: string;
}

/** The marks painted near the viewport, in the order in which they stand in the document. */
export function readMarks(page: TestPage): Promise<readonly SeenMark[]> {
  return page.evaluate(() => {
    const found: { kind: string; range: Range }[] = [];
    CSS.highlights.forEach((highlight, name) => {
      if (!name.startsWith('newsgloss-')) return;
      highlight.forEach(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        found.push({ kind: name.split('-')[1] ?? '', range });
      });
    });
    found.sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range));
    return found.map(({ kind, range }) => ({ kind, text: range.toString() }));
  }, null);
}

/** The marks, as soon as there are any. @throws {Error} after 40 seconds: the first start has to prepare the packs. */
export function waitForMarks(page: TestPage): Promise<readonly SeenMark[]> {
  const look = async () => {
    const marks = await readMarks(page);
    return marks.length > 0 && marks;
  };
  return waitUntil(look, 'Nothing was marked on the page', 40_000);
}

/** Scrolls the first mark that fits into the middle of the viewport and returns the middle of its first line. */
export async function placeOfMark(
  page: TestPage,
  { kinds, text }: { kinds: readonly string[]; text?: string },
): Promise<{ readonly x: number; readonly y: number }> {
  const place = await page.evaluate(
    (wanted) => {
      const ranges: Range[] = [];
      CSS.highlights.forEach((highlight, name) => {
        const [prefix, kind = ''] = name.split('-');
        if (prefix !== 'newsgloss' || !wanted.kinds.includes(kind)) return;
        highlight.forEach(({ startContainer, startOffset, endContainer, endOffset }) => {
          const range = document.createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          if (wanted.text === null || range.toString() === wanted.text) ranges.push(range);
        });
      });
      ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
      const [first] = ranges;
      if (!first) return null;
      const before = first.getBoundingClientRect();
      scrollBy({ top: before.top - innerHeight / 3, behavior: 'instant' });
      const box = first.getClientRects()[0] ?? first.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    },
    { kinds, text: text ?? null },
  );
  if (!place) throw new Error(`No mark of ${kinds.join(' or ')}${text ? ` reads "${text}"` : ''}.`);
  return place;
}
