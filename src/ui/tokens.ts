/** The one token set: every colour, face and measure that cards and pages share. */

import type { RecordKind } from '../model/record.ts';

interface ColourPair {
  readonly light: string;
  readonly dark: string;
}

/** Every colour has been chosen for at least 4.5:1 on its paper and ground; a test holds that. */
export const colours = {
  paper: { light: '#ffffff', dark: '#1d1f22' },
  ground: { light: '#f3f3f0', dark: '#141618' },
  wash: { light: '#f5f4f0', dark: '#282b2f' },
  ink: { light: '#17191c', dark: '#ebebe8' },
  'ink-soft': { light: '#55595f', dark: '#a9aeb5' },
  rule: { light: '#dcdcd8', dark: '#3a3e43' },
  edge: { light: '#7d8288', dark: '#7f858c' },
  link: { light: '#0b5394', dark: '#8fc0f5' },
  alarm: { light: '#a3211a', dark: '#ff9f94' },
} as const satisfies Record<string, ColourPair>;

/** How marks of a kind are drawn. The underline tells kinds apart without colour. */
export interface KindPaint extends ColourPair {
  readonly underline: 'solid' | 'double' | 'dotted' | 'dashed' | 'wavy';
}

export const kindPaints: Readonly<Record<RecordKind, KindPaint>> = {
  person: { light: '#3a55b4', dark: '#a3b8ff', underline: 'solid' },
  organisation: { light: '#0f6a58', dark: '#6fcdb6', underline: 'double' },
  place: { light: '#7a5600', dark: '#dcb657', underline: 'dotted' },
  plan: { light: '#ad2e1b', dark: '#ff9f89', underline: 'dashed' },
  event: { light: '#87378f', dark: '#dea3e6', underline: 'wavy' },
};

/**
 * CSS that gives the elements of `selector` all tokens, following the system's theme unless a `data-theme` attribute
 * on the element says `light` or `dark`. Names carry a prefix because a page can register properties document-wide.
 */
export function tokensFor(selector: string): string {
  const pairs = { ...colours, ...kindPaints } as Record<string, ColourPair>;
  const colourLines = Object.entries(pairs).map(
    ([name, { light, dark }]) => `--ng-${name}: light-dark(${light}, ${dark});`,
  );
  return `
${selector} {
  color-scheme: light dark;
  ${colourLines.join('\n  ')}
  --ng-shadow: light-dark(rgb(20 24 30 / 0.18), rgb(0 0 0 / 0.6));
  --ng-serif: 'Iowan Old Style', Charter, 'Palatino Linotype', Georgia, 'Noto Serif', serif;
  --ng-sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
  --ng-radius: 4px;
}
${selector}[data-theme='light'] { color-scheme: light; }
${selector}[data-theme='dark'] { color-scheme: dark; }
`;
}
