/** Where the card goes. Pure: all rectangles are in CSS pixels of the viewport. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
/** `top` is from the viewport's upper edge, `bottom` from its lower one: a card above its words grows upwards. */
export type CardPlace =
  | { readonly type: 'below'; readonly left: number; readonly top: number }
  | { readonly type: 'above'; readonly left: number; readonly bottom: number }
  /** Along the lower edge, over the whole width: phones. */
  | { readonly type: 'sheet' };

/** Between the words and the card: near enough to reach, and the underline stays visible. */
const gapPx = 6;
const marginPx = 8;
/** In a viewport narrower than this, a card of full width would cover the text anyway. */
const narrowestFloatingPx = 480;
/** In a low viewport a card of 40% would show nothing but its name. */
const leastHeightPx = 200;

/** The most room that a card takes. */
export function maxCardHeight(viewportHeight: number): number {
  return Math.max(leastHeightPx, Math.round(viewportHeight * 0.4));
}

/**
 * Below the anchor if a card of full height has room there, else on the side with more room; always inside the viewport.
 * The card's present height is no part of it, so that a card that fills up while it loads does not change sides.
 */
export function placeCard({
  anchor,
  cardWidth,
  viewport,
}: {
  anchor: Box;
  cardWidth: number;
  viewport: { readonly width: number; readonly height: number };
}): CardPlace {
  if (viewport.width < narrowestFloatingPx) return { type: 'sheet' };
  const left = clamp(anchor.left, viewport.width - cardWidth - marginPx);
  const farthest = viewport.height - maxCardHeight(viewport.height) - marginPx;
  const roomBelow = viewport.height - anchor.bottom - gapPx;
  const isBelow = anchor.bottom + gapPx <= farthest || roomBelow >= anchor.top - gapPx;
  return isBelow
    ? { type: 'below', left, top: clamp(anchor.bottom + gapPx, farthest) }
    : { type: 'above', left, bottom: clamp(viewport.height - anchor.top + gapPx, farthest) };
}

/** How far a point is from a box; 0 inside. */
export function distanceToBox(x: number, y: number, box: Box): number {
  return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
}

function clamp(value: number, most: number): number {
  return Math.max(marginPx, Math.min(value, most));
}
