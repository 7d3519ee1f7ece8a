/** Whether an article's text stands on a light or a dark ground. */

import type { Ground } from './painters/mark-styles.ts';

/** A few blocks decide for the page: more would force more styles to be computed for the same answer. */
const sampledBlocks = 5;

/**
 * The ground of most of the first blocks, judged by the colour of their text: text can be read, so a light one stands on
 * something dark, be that a colour, a picture or a parent's background.
 */
export function findGround(blocks: readonly { readonly element: Element }[]): Ground {
  const samples = blocks.slice(0, sampledBlocks);
  const lightTexts = samples.filter(({ element }) => isLightColour(getComputedStyle(element).color));
  return lightTexts.length * 2 > samples.length ? 'dark' : 'light';
}

/** Understands every form in which browsers serialise a computed colour; anything else counts as dark. */
export function isLightColour(colour: string): boolean {
  const match = /^([a-z]+)\((?:(srgb|srgb-linear|display-p3|rec2020|a98-rgb|prophoto-rgb)\s)?(.*)\)$/.exec(
    colour,
  );
  const numbers = (match?.[3] ?? '').match(/-?[\d.]+(?:e-?\d+)?%?/g)?.map(parseFloat) ?? [];
  const [first = 0, second = 0, third = 0] = numbers;
  switch (match?.[1] ?? '') {
    case 'rgb':
    case 'rgba':
      return brightness(first, second, third) > 255 / 2;
    case 'color':
      return brightness(first, second, third) > 1 / 2;
    case 'lab':
    case 'lch':
      return first > 60;
    case 'oklab':
    case 'oklch':
      return first > 0.65;
    default:
      return false;
  }
}

const brightness = (red: number, green: number, blue: number): number =>
  0.299 * red + 0.587 * green + 0.114 * blue;
