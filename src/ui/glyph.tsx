import type { JSX } from 'preact';
import type { RecordKind } from '../model/record.ts';

export type GlyphName = RecordKind | 'pin' | 'close' | 'back' | 'search' | 'card' | 'unknown';

/** A drawing on a 16-unit grid, in the colour of the text. It is decoration: a word always stands beside it. */
export function Glyph({ name }: { name: GlyphName }): JSX.Element {
  return (
    <svg
      class="ng-glyph"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {drawings[name]}
    </svg>
  );
}

const drawings: Readonly<Record<GlyphName, JSX.Element>> = {
  person: (
    <>
      <circle cx="8" cy="5" r="2.75" />
      <path d="M2.75 14c.4-3.1 2.4-4.75 5.25-4.75S12.85 10.9 13.25 14" />
    </>
  ),
  organisation: <path d="M2 14h12M2.5 6.25 8 2.5l5.5 3.75zM4 6.5V14M8 6.5V14M12 6.5V14" />,
  place: (
    <>
      <path d="M8 14.25C5 10.9 3.5 8.6 3.5 6.4a4.5 4.5 0 0 1 9 0c0 2.2-1.5 4.5-4.5 7.85z" />
      <circle cx="8" cy="6.3" r="1.25" />
    </>
  ),
  plan: <path d="M3 1.75h7l3 3v9.5H3zM5.5 7.25h5M5.5 9.5h5M5.5 11.75h3" />,
  event: <path d="M2.25 3.5h11.5v10.25H2.25zM2.25 6.75h11.5M5.25 1.75v3M10.75 1.75v3M8 9.25v2" />,
  pin: <path d="M5.75 2h4.5M6.5 2v4.5L4.25 9h7.5L9.5 6.5V2M8 9v5" />,
  close: <path d="m3.75 3.75 8.5 8.5M12.25 3.75l-8.5 8.5" />,
  back: <path d="M13.5 8h-11M6.5 3.75 2.25 8l4.25 4.25" />,
  search: <path d="m10.25 10.25 3.5 3.5M11.5 6.75a4.75 4.75 0 1 1-9.5 0 4.75 4.75 0 0 1 9.5 0z" />,
  card: <path d="M2 3h12v10H2zM4.5 6h4M4.5 8.5h7" />,
  unknown: <path d="M5.5 6a2.5 2.5 0 1 1 3.75 2.15C8.4 8.7 8 9.2 8 10.25M8 13v.1" />,
};
