import { askPageFrom } from './ask-extension.ts';
import type { OpenSample } from './open-sample.ts';
import { readMarks } from './read-marks.ts';

/** A table of what Newsgloss found on the open page, as its popup lists it, and the words that are marked in sight. */
export async function listLinks({ article, options, url }: OpenSample): Promise<string> {
  const { links, unresolvedPlans } = await askPageFrom(options, url, 'getPageSummary', {});
  const table = formatTable(
    ['name', 'kind', 'id', 'mentions'],
    [
      ...links.map(({ label, kind, id, indices }) => [label, kind, id, String(indices.length)]),
      ...unresolvedPlans.map(({ quote }) => [quote, 'plan', '(not known)', '1']),
    ],
  );
  const marks = await readMarks(article);
  const words = [...new Set(marks.map(({ text }) => text))].join(', ');
  return `${table}\n\n${marks.length} marks are painted in the window and near it: ${words}.`;
}

function formatTable(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [heading, ...rows];
  const widths = heading.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const lines = all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const [first = '', ...rest] = lines;
  return [first, '-'.repeat(first.length), ...rest].join('\n');
}
