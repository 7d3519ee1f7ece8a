import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cardStyles } from '../../src/ui/card-styles.ts';
import { colours, kindPaints, tokensFor } from '../../src/ui/tokens.ts';

const themes = ['light', 'dark'] as const;
const papers = ['paper', 'ground', 'wash'] as const;
const inks = {
  ink: colours.ink,
  soft: colours['ink-soft'],
  link: colours.link,
  alarm: colours.alarm,
  ...kindPaints,
};

describe('contrast, as WCAG 2.2 counts it', () => {
  const rows = themes.flatMap((theme) =>
    papers.flatMap((paper) => Object.entries(inks).map(([name, pair]) => ({ theme, paper, name, pair }))),
  );
  it.each(rows)('text in $name on $theme $paper is at least 4.5:1', ({ theme, paper, pair }) => {
    expect(contrast(pair[theme], colours[paper][theme])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(themes)('edges of controls are at least 3:1 in the %s theme', (theme) => {
    for (const paper of papers) {
      expect(contrast(colours.edge[theme], colours[paper][theme])).toBeGreaterThanOrEqual(3);
    }
  });
});

it('every kind has an underline of its own, so that colour is not needed to tell them apart', () => {
  const underlines = Object.values(kindPaints).map((paint) => paint.underline);
  expect(new Set(underlines).size).toBe(underlines.length);
});

describe('styles', () => {
  it.each([
    ['cards', cardStyles],
    ['every page', readSource('ui/page.css')],
    ['the popup', readSource('popup/popup.css')],
    ['the options', readSource('options/options.css')],
    ['the onboarding', readSource('onboarding/onboarding.css')],
  ])('of %s use no token that does not exist', (_name, css) => {
    const defined = new Set([
      ...[...tokensFor(':root').matchAll(/(--ng-[\w-]+):/g)].map(([, name]) => name),
      '--ng-kind',
      '--ng-card-max-height',
    ]);
    expect(css).toContain('{');
    const used = [...css.matchAll(/var\((--ng-[\w-]+)/g)].map(([, name]) => name);
    expect(used.filter((name) => !defined.has(name))).toEqual([]);
  });

  it('of cards measure in no unit that a page can change', () => {
    expect(cardStyles.match(/\d(rem|rlh)\b/g)).toBeNull();
  });
});

function readSource(path: string): string {
  return readFileSync(join(import.meta.dirname, '../../src', path), 'utf8');
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
