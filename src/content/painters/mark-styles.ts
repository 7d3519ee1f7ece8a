/** How marks look, as rules for `::highlight()`. */

import type { MarkStyle } from '../../model/settings.ts';
import { colours, type KindPaint, kindPaints } from '../../ui/tokens.ts';
import type { PaintedMark } from './painter.ts';

/** What the article's text stands on. */
export type Ground = 'light' | 'dark';

/** How a page's marks look: by the reader's choice, and by what the page is like. */
export interface Look {
  readonly style: MarkStyle;
  readonly ground: Ground;
}

/** Highlight names are shared with the page, so ours carry a name of our own. */
export const activeHighlightName = 'newsgloss-active';
/** Each look has names of its own, so that one style sheet can hold the rules of all. */
export const highlightName = (kind: PaintedMark['kind'], { style, ground }: Look): string =>
  `newsgloss-${kind}-${style}-${ground}`;

interface MarkPaint extends KindPaint {
  /** Drawn with line and tint in every style, so that its shape alone tells it from a mark of one reading. */
  readonly isDoubtful?: true;
}

/** An unresolved plan reference looks like a plan without its colour. */
const paints: Record<PaintedMark['kind'], MarkPaint> = {
  ...kindPaints,
  ambiguous: { ...colours['ink-soft'], underline: 'dotted', isDoubtful: true },
  unresolved: { ...colours.edge, underline: kindPaints.plan.underline },
};
export const markedKinds = Object.keys(paints) as PaintedMark['kind'][];

/**
 * The rules of a look for each element by itself. Nothing is marked in print. In forced colours every style is an underline;
 * Chromium 156 then paints each highlight as if it were selected, whatever rules say.
 *
 * The ground is the caller's to find: Chromium 156 takes `currentColor` in a highlight's colour mix from the root's
 * text, not from the marked text, so the rules cannot follow it by themselves.
 */
export const markStyleSheet = (look: Look): string => sheetOf([look], { scope: '' });

/** The rules of a look for a browser that knows no underlines here: it gets the tint. */
export const tintedStyleSheet = (look: Look): string => sheetOf([look], { scope: '', drawnAs: 'tint' });

/**
 * The rules of all looks for the root element alone, to be injected by the browser before a page's first style. All text
 * of the page inherits them in Chromium, into shadow roots too, and there they cost nothing measurable; rules for each
 * element, or any that come later, make it compute the style of every element again (250 ms for 50,000 elements).
 */
export const injectedStyleSheet = (): string => sheetOf(looks, { scope: ':root' });

const looks: readonly Look[] = [
  { style: 'underline', ground: 'light' },
  { style: 'underline', ground: 'dark' },
  { style: 'tint', ground: 'light' },
  { style: 'tint', ground: 'dark' },
];

interface RuleOptions {
  /** Which elements the rules are for: all where it is empty. */
  readonly scope: ':root' | '';
  /** The look's own style where it is left out. */
  readonly drawnAs?: MarkStyle;
}

function sheetOf(chosen: readonly Look[], options: RuleOptions): string {
  const { scope } = options;
  const active = `${scope}::highlight(${activeHighlightName})`;
  return `@media screen {
${chosen.flatMap((look) => markedKinds.map((kind) => ruleFor(kind, look, options))).join('\n')}
${active} { background-color: rgb(128 128 128 / 0.32); }
@media (forced-colors: active) {
${active} { background-color: Highlight; color: HighlightText; }
}
}`;
}

/** Lengths are percentages of the font size: as `em` they would be inherited as what they come to at the root. */
function ruleFor(kind: PaintedMark['kind'], look: Look, { scope, drawnAs }: RuleOptions): string {
  const { ground } = look;
  const style = drawnAs ?? look.style;
  const selector = `${scope}::highlight(${highlightName(kind, look)})`;
  const { underline, [ground]: colour, isDoubtful } = paints[kind];
  const thickness = 'clamp(1px, 8%, 2px)';
  const line = `text-decoration: underline ${underline} ${thickness}`;
  const offset = 'text-underline-offset: 18%';
  const tint = `background-color: color-mix(in srgb, ${colour} 20%, transparent)`;
  const underlined = `${line} ${colour}; ${offset}`;
  const drawn = isDoubtful ? `${tint}; ${underlined}` : style === 'tint' ? tint : underlined;
  // Forced colours take the tint: a second line stands for it.
  const forcedLine = isDoubtful ? `text-decoration: underline overline ${underline} ${thickness}` : line;
  return `${selector} { ${drawn}; }
@media (forced-colors: active) { ${selector} { ${forcedLine} CanvasText; ${offset}; background-color: transparent; } }`;
}
