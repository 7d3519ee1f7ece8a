import { median } from '../statistics.ts';
import type { BrowserBenchResult } from './browser-result.ts';

const left = 300;
const right = 700;
const rowHeight = 22;
const colours = { newsgloss: '#b3261e', other: '#5f6368' };

interface Bar {
  readonly title: string;
  readonly milliseconds: number;
  readonly isOurs: boolean;
}

/** An SVG of the main thread's time for marking one page in each way, on a logarithmic axis. */
export function plotBrowser({ browsers, date, machine }: BrowserBenchResult): string {
  const bars = browsers.flatMap(({ name, marking }): Bar[] => [
    { title: `${name}: Newsgloss`, milliseconds: median(marking.newsgloss), isOurs: true },
    {
      title: `${name}: Newsgloss, style sheet too`,
      milliseconds: median(marking.newsgloss) + median(marking.newsglossStyling),
      isOurs: true,
    },
    { title: `${name}: mark elements by hand`, milliseconds: median(marking.wrapping), isOurs: false },
    { title: `${name}: mark.js`, milliseconds: median(marking.markJs), isOurs: false },
  ]);
  const high = Math.ceil(Math.log10(Math.max(...bars.map(({ milliseconds }) => milliseconds))));
  const place = (value: number): number => left + (Math.max(0, Math.log10(value)) / high) * (right - left);
  const bottom = 40 + bars.length * rowHeight;
  const ticks = Array.from({ length: high + 1 }, (_, power) => 10 ** power);
  const first = browsers[0]?.marking;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 ${bottom + 50}" font-family="system-ui, sans-serif" font-size="12">`,
    `<title>Main-thread time for ${first?.matches} matches in ${first?.textNodes} text nodes</title>`,
    `<rect width="760" height="${bottom + 50}" fill="#fff"/>`,
    ...ticks.map(
      (tick) =>
        `<path d="M${place(tick).toFixed(1)} 30V${bottom}" stroke="#ddd"/>` +
        text(place(tick), bottom + 16, tick.toLocaleString('en'), 'middle'),
    ),
    text(left, 18, `milliseconds for ${first?.matches} matches in ${first?.textNodes} text nodes`, 'start'),
    ...bars.map(({ title, milliseconds, isOurs }, row) => {
      const y = 36 + row * rowHeight;
      const width = Math.max(1, place(milliseconds) - left).toFixed(1);
      return (
        text(left - 8, y + 12, title, 'end') +
        `<rect x="${left}" y="${y}" width="${width}" height="15" fill="${isOurs ? colours.newsgloss : colours.other}"/>` +
        text(place(milliseconds) + 6, y + 12, milliseconds.toPrecision(3), 'start')
      );
    }),
    text(752, bottom + 42, `${date.slice(0, 10)}, ${machine.processor}`, 'end'),
    '</svg>\n',
  ].join('\n');
}

function text(x: number, y: number, content: string, anchor: 'start' | 'middle' | 'end'): string {
  const escaped = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${x.toFixed(1)}" y="${y}" text-anchor="${anchor}" fill="#202124">${escaped}</text>`;
}
