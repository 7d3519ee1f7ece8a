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
  return marks.find((mark) => isOver(mark.range, x, y)) ?? null;
}

/** The rectangles of a range's lines in the viewport; none when it is not drawn or no longer valid. */
export const rectsOf = (range: StaticRangeInit): DOMRect[] => measure(range, (rects) => [...rects]) ?? [];

function isOver(range: StaticRangeInit, x: number, y: number): boolean {
  const isOverAny = (rects: DOMRectList): boolean => {
    for (const rect of rects) if (isNear(rect, x, y)) return true;
    return false;
  };
  return measure(range, isOverAny) ?? false;
}

/** One for each document: browsers keep every range true through each change of the page until it is collected. */
const measuringRanges = new WeakMap<Document, Range>();

function measure<Result>(
  { startContainer, startOffset, endContainer, endOffset }: StaticRangeInit,
  look: (rects: DOMRectList) => Result,
): Result | null {
  const owner = startContainer.ownerDocument ?? document;
  const range = measuringRanges.get(owner) ?? createRangeIn(owner);
  measuringRanges.set(owner, range);
  try {
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return look(range.getClientRects());
  } catch (error) {
    // The page has shortened the text since: the next batch of mutations drops the mark.
    if (error instanceof DOMException && error.name === 'IndexSizeError') return null;
    throw error;
  } finally {
    // It would otherwise keep a removed node, and follow changes.
    range.setEnd(owner, 0);
  }
}

function isNear(rect: DOMRect, x: number, y: number): boolean {
  return (
    x >= rect.left - slackPx &&
    x <= rect.right + slackPx &&
    y >= rect.top - slackPx &&
    y <= rect.bottom + slackPx
  );
}
