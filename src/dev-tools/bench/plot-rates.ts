import type { BenchResult } from './bench-result.ts';

const width = 760;
const height = 420;
const plot = { left: 64, top: 24, right: 520, bottom: 372 };
const colours = [
  '#b3261e',
  '#e08a00',
  '#5f6368',
  '#1a73e8',
  '#188038',
  '#9334e6',
  '#00838f',
  '#c2185b',
  '#795548',
];

/** An SVG of the scan rates over the number of names, both on logarithmic axes. */
export function plotRates({ sizes, date, machine }: BenchResult): string {
  const lines = (sizes[0]?.contestants ?? []).map(({ id, title }, index) => ({
    title,
    colour: colours[index % colours.length] ?? '',
    points: sizes.flatMap(({ names, contestants }) => {
      const result = contestants.find((each) => each.id === id);
      return result?.type === 'measured' ? [{ names, rate: result.rate }] : [];
    }),
  }));
  const rates = lines.flatMap(({ points }) => points.map(({ rate }) => rate));
  const x = logarithmicScale(
    sizes.map(({ names }) => names),
    [plot.left, plot.right],
  );
  const y = logarithmicScale(rates, [plot.bottom, plot.top]);
  const drawn = lines.filter(({ points }) => points.length > 0);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12">`,
    `<title>Scan rate over the number of names</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...y.ticks.map(
      (tick) =>
        `<path d="M${plot.left} ${y.place(tick)}H${plot.right}" stroke="#ddd"/>` +
        textAt(plot.left - 8, y.place(tick) + 4, String(tick), 'end'),
    ),
    ...x.ticks.map(
      (tick) =>
        `<path d="M${x.place(tick)} ${plot.top}V${plot.bottom}" stroke="#ddd"/>` +
        textAt(x.place(tick), plot.bottom + 18, tick.toLocaleString('en'), 'middle'),
    ),
    textAt(plot.left, 14, 'million characters a second', 'start'),
    textAt(plot.right, plot.bottom + 36, 'names', 'end'),
    textAt(width - 8, height - 6, escapeXml(`${date.slice(0, 10)}, ${machine.processor}`), 'end'),
    ...drawn.map(({ points, colour }) => {
      const places = points.map(({ names, rate }) => `${x.place(names)},${y.place(rate)}`);
      const dots = places.map((place) => {
        const [cx, cy] = place.split(',');
        return `<circle cx="${cx}" cy="${cy}" r="3" fill="${colour}"/>`;
      });
      return `<polyline points="${places.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}`;
    }),
    ...drawn.map(({ title, colour }, index) => {
      const top = plot.top + 12 + index * 22;
      const swatch = `<rect x="${plot.right + 20}" y="${top - 9}" width="12" height="10" fill="${colour}"/>`;
      return swatch + textAt(plot.right + 38, top, escapeXml(title), 'start');
    }),
    '</svg>\n',
  ].join('\n');
}

interface Scale {
  readonly ticks: readonly number[];
  place(value: number): number;
}

/** From the power of ten below the smallest value to the one above the greatest. */
function logarithmicScale(values: readonly number[], [from, to]: readonly [number, number]): Scale {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  return {
    ticks: Array.from({ length: high - low + 1 }, (_, i) => Number((10 ** (low + i)).toPrecision(1))),
    place: (value) => Math.round((from + ((Math.log10(value) - low) / (high - low)) * (to - from)) * 10) / 10,
  };
}

function textAt(x: number, y: number, text: string, anchor: 'start' | 'middle' | 'end'): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="#202124">${text}</text>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
