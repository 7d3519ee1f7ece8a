import { askBackgroundFrom, askPageFrom } from './ask-extension.ts';
import type { OpenSample } from './open-sample.ts';

/** A table of what Newsgloss finds in the article: the words on the page, what kind of thing they name, and which. */
export async function listLinks({ article, options, url }: OpenSample): Promise<string> {
  const summary = await askPageFrom(options, url, 'getPageSummary', {});
  const text = await article.evaluate(() => {
    const body = document.querySelector('article') ?? document.body;
    // biome-ignore lint/performance/useDomNodeTextContent: paragraphs have to stay apart.
    return body.innerText;
  }, null);
  const { links, unresolvedPlans } = await askBackgroundFrom(options, 'annotateText', {
    text,
    language: summary.language,
    asOf: summary.published?.date ?? null,
    contextIds: [],
  });
  const rows = [
    ...links.map(({ start, quote, kind, label }) => ({ start, quote, kind: kind as string, label })),
    ...unresolvedPlans.map(({ start, quote }) => ({ start, quote, kind: 'plan', label: '(not known)' })),
  ].sort((a, b) => a.start - b.start);
  const mentions = new Map<string, { cells: readonly [string, string, string]; count: number }>();
  for (const { quote, kind, label } of rows) {
    const key = [quote, kind, label].join('\n');
    const count = (mentions.get(key)?.count ?? 0) + 1;
    mentions.set(key, { cells: [quote, kind, label], count });
  }
  return formatTable(
    ['quote', 'kind', 'label', 'mentions'],
    [...mentions.values()].map(({ cells, count }) => [...cells, String(count)]),
  );
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
