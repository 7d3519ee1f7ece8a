import type { Span } from '../model/link.ts';

interface Block extends Span {
  readonly element: Element;
}

/**
 * The stretch of text whose blocks lie within one viewport of what is on the screen, at most `maxLength` long and cut
 * between blocks; null when nothing is near, as when the reader is below the article.
 */
export function findVisibleSpan(
  blocks: readonly Block[],
  { viewportHeight, maxLength }: { viewportHeight: number; maxLength: number },
): Span | null {
  let span: Span | null = null;
  for (const { element, start, end } of blocks) {
    const box = element.getBoundingClientRect();
    const isNear = box.height > 0 && box.bottom > -viewportHeight && box.top < 2 * viewportHeight;
    if (!isNear) continue;
    const from: number = span?.start ?? start;
    if (end - from > maxLength) break;
    span = { start: from, end };
  }
  return span;
}
