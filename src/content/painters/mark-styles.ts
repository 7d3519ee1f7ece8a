/** How marks look, as rules for `::highlight()`. */

import type { MarkStyle } from '../../model/settings.ts';
import { colours, type KindPaint, kindPaints } from '../../ui/tokens.ts';
import type { PaintedMark } from './painter.ts';

/** What the article's text stands on. */
export type Ground = 'light' | 'dark';

/** Highlight names are shared with the page, so ours carry a name of our own. */
export const activeHighlightName = 'newsgloss-active';
export const highlightName = (kind: PaintedMark['kind']): string => `newsgloss-${kind}`;

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
 * The style sheet of a mark style. Nothing is marked in print. In forced colours every style is an underline; Chromium
 * 156 then paints each highlight as if it were selected, whatever rules say.
 *
 * The ground is the caller's to find: Chromium 156 takes `currentColor` in a highlight's colour mix from the root's
 * text, not from the marked text, so the rules cannot follow it by themselves.
 */
export function markStyleSheet(style: MarkStyle, ground: Ground): string {
  return `@media screen {
${markedKinds.map((kind) => ruleFor(kind, style, ground)).join('\n')}
::highlight(${activeHighlightName}) { background-color: rgb(128 128 128 / 0.32); }
@media (forced-colors: active) {
::highlight(${activeHighlightName}) { background-color: Highlight; color: HighlightText; }
}
}`;
}

function ruleFor(kind: PaintedMark['kind'], style: MarkStyle, ground: Ground): string {
  const selector = `::highlight(${highlightName(kind)})`;
  const { underline, [ground]: colour, isDoubtful } = paints[kind];
  const thickness = 'clamp(1px, 0.08em, 2px)';
  const line = `text-decoration: underline ${underline} ${thickness}`;
  const offset = 'text-underline-offset: 0.18em';
  const tint = `background-color: color-mix(in srgb, ${colour} 20%, transparent)`;
  const underlined = `${line} ${colour}; ${offset}`;
  const look = isDoubtful ? `${tint}; ${underlined}` : style === 'tint' ? tint : underlined;
  // Forced colours take the tint: a second line stands for it.
  const forcedLine = isDoubtful ? `text-decoration: underline overline ${underline} ${thickness}` : line;
  return `${selector} { ${look}; }
@media (forced-colors: active) { ${selector} { ${forcedLine} CanvasText; ${offset}; background-color: transparent; } }`;
}
