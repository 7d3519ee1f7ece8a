import { describe, expect, it } from 'vitest';
import { distanceToBox, maxCardHeight, placeCard } from '../../src/content/place-card.ts';

const viewport = { width: 1000, height: 800 };
const box = (left: number, top: number) => ({ left, top, right: left + 80, bottom: top + 20 });

describe('the place of a card', () => {
  it.each([
    ['below its words', box(100, 100), viewport, { type: 'below', left: 100, top: 126 }],
    [
      'above where there is no room below',
      box(100, 600),
      viewport,
      { type: 'above', left: 100, bottom: 206 },
    ],
    ['inside the right edge', box(900, 100), viewport, { type: 'below', left: 632, top: 126 }],
    ['inside the left edge', box(-20, 100), viewport, { type: 'below', left: 8, top: 126 }],
    [
      'inside a low viewport',
      box(100, 100),
      { width: 1000, height: 220 },
      { type: 'below', left: 100, top: 12 },
    ],
    ['a sheet on phones', box(100, 100), { width: 400, height: 800 }, { type: 'sheet' }],
  ])('is %s', (_, anchor, size, place) => {
    expect(placeCard({ anchor, cardWidth: 360, viewport: size })).toEqual(place);
  });

  it('takes 40% of the height, or what a card needs to say anything', () => {
    expect([1000, 800, 300].map(maxCardHeight)).toEqual([400, 320, 200]);
  });
});

describe('the distance to a box', () => {
  it.each([
    ['inside', 140, 110, 0],
    ['left of it', 90, 110, 10],
    ['below it', 140, 150, 30],
    ['off its corner', 97, 96, 5],
  ])('%s', (_, x, y, distance) => {
    expect(distanceToBox(x, y, box(100, 100))).toBe(distance);
  });
});
