/** Hit testing: which mark lies under the pointer. */

import type { Mark } from './mark.ts';
import { createRangeIn, textPositionAt } from './unclobbered.ts';

/** Underlines hang a little below their words, and fingers and pointers are not exact. */
const slackPx = 2;

/**
 * The mark whose glyphs are at a point of the viewport. `touching` looks up the marks at a position in the text.
 *
 * The browser finds the position (0.1 ms), not the highlight registry, whose own test takes time with each range. Since the
 * browser takes the nearest text for a point beside any, the words' rectangles have the last say.
 */
export function markAtPoint({
  document,
  x,
  y,
  shadowRoots,
  touching,
}: {
  document: Document;
  x: number;
  y: number;
  shadowRoots: readonly ShadowRoot[];
  touching: (node: Node, offset: number) => readonly Mark[];
}): Mark | null {
  const position = textPositionAt(document, { x, y, shadowRoots });
  if (!position) return null;
  const marks = touching(position.node, position.offset);
  return marks.find((mark) => rectsOf(mark.range).some((rect) => isNear(rect, x, y))) ?? null;
}

/** The rectangles of a range's lines in the viewport; none when it is not drawn or no longer valid. */
export function rectsOf({
  startContainer,
  startOffset,
  endContainer,
  endOffset,
}: StaticRangeInit): DOMRect[] {
  const range = createRangeIn(startContainer.ownerDocument ?? document);
  try {
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
  } catch (error) {
    // The page has shortened the text since: the next batch of mutations drops the mark.
    if (error instanceof DOMException && error.name === 'IndexSizeError') return [];
    throw error;
  }
  return [...range.getClientRects()];
}

function isNear(rect: DOMRect, x: number, y: number): boolean {
  return (
    x >= rect.left - slackPx &&
    x <= rect.right + slackPx &&
    y >= rect.top - slackPx &&
    y <= rect.bottom + slackPx
  );
}
