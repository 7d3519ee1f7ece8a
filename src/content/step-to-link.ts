/** The keyboard's way from mark to mark. */

import type { Mark } from './mark.ts';
import { rectsOf } from './mark-at-point.ts';

/** Below and above this part of the viewport's height a mark is brought to the middle. */
const comfortableBand = { from: 0.15, to: 0.7 };

/**
 * The mark to go to; null when there is none. Goes on from `current` while that is in view, else from the viewport's top,
 * and round at the ends. Marks that are not drawn (in a closed disclosure) are passed over.
 */
export function findStep({
  marks,
  current,
  direction,
  viewportHeight,
}: {
  /** In text order. */
  marks: readonly Mark[];
  current: number | null;
  direction: 'next' | 'previous';
  viewportHeight: number;
}): Mark | null {
  const drawn = marks
    .map((mark) => ({ mark, rect: rectsOf(mark.range)[0] }))
    .filter((candidate): candidate is { mark: Mark; rect: DOMRect } => candidate.rect !== undefined);
  const isInView = ({ rect }: { rect: DOMRect }) => rect.bottom > 0 && rect.top < viewportHeight;
  const at = drawn.findIndex((candidate) => candidate.mark.index === current && isInView(candidate));
  const firstInView = drawn.findIndex(({ rect }) => rect.bottom > 0);
  const position =
    at >= 0 ? at : (firstInView >= 0 ? firstInView : drawn.length) - (direction === 'next' ? 1 : 0);
  const step = direction === 'next' ? position + 1 : position - 1;
  return drawn[(step + drawn.length) % drawn.length]?.mark ?? null;
}

/** Brings a mark to where it can be read; false when it is not drawn. Jumps, since moving pages make some readers ill. */
export function scrollToMark({ range }: Mark): boolean {
  const element = range.startContainer.parentElement;
  if (!element || rectsOf(range).length === 0) return false;
  if (!isComfortable(range)) element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const [rect] = rectsOf(range);
  // A paragraph may be longer than the viewport.
  if (rect && !isComfortable(range)) {
    scrollBy({ top: rect.top - innerHeight / 2, behavior: 'instant' });
  }
  return true;
}

function isComfortable(range: StaticRangeInit): boolean {
  const [rect] = rectsOf(range);
  return (
    rect !== undefined &&
    rect.top >= innerHeight * comfortableBand.from &&
    rect.bottom <= innerHeight * comfortableBand.to
  );
}
