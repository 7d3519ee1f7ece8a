/** `npm run annotate -- FILE [--as-of DATE] [--pack DIR]... [--json]` */

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { annotateText } from '../linking/annotate-text.ts';
import { detectLanguage } from '../linking/languages/detect-language.ts';
import { isEdtfDate } from '../model/edtf-date.ts';
import type { Annotation } from '../model/link.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { type ArticleDocument, DocumentError, readDocument } from './read-document.ts';
import { formatProblem, PackSourceError } from './read-pack-source.ts';

const usage =
  'npm run annotate -- FILE [--as-of DATE] [--pack DIR]... [--json]   (FILE may be - for standard input)';

/** The command line is wrong; the message says how to call. */
class UsageError extends Error {
  override name = 'UsageError';
}

/** Exit 2 is for what the caller can mend; anything else is ours and keeps its stack. */
try {
  process.stdout.write(await run(process.argv.slice(2)));
} catch (error) {
  if (error instanceof PackSourceError) {
    for (const problem of error.problems) console.error(formatProblem(problem));
  } else if (error instanceof DocumentError || error instanceof UsageError) {
    console.error(error.message);
  } else {
    throw error;
  }
  process.exitCode = 2;
}

async function run(args: string[]): Promise<string> {
  const { file, asOf, packFolders, isJson } = parseCommand(args);
  const document = await readDocument(file);
  const knowledge = await loadKnowledge(packFolders);
  const language = document.language ?? detectLanguage(document.text);
  const annotation = await annotateText(
    { text: document.text, language, asOf: asOf ?? document.publishedAt, contextIds: [] },
    knowledge,
  );
  const { title, text, publishedAt, dateReason } = document;
  const { links, ambiguous, unresolvedPlans } = annotation;
  if (!isJson) return table(document, annotation);
  const output = {
    title,
    publishedAt: publishedAt ?? asOf,
    dateReason,
    language,
    text,
    links,
    ambiguous,
    unresolvedPlans,
  };
  return `${JSON.stringify(output, null, 2)}\n`;
}

interface Command {
  file: string;
  asOf: string | null;
  packFolders: string[];
  isJson: boolean;
}

function parseCommand(args: string[]): Command {
  const cwd = process.env.INIT_CWD ?? process.cwd();
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'as-of': { type: 'string' },
        pack: { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
      },
    });
    const [file, ...rest] = positionals;
    if (!file || rest.length > 0) throw new UsageError(`Give one file: ${usage}`);
    const asOf = values['as-of'] ?? null;
    if (asOf !== null && !isEdtfDate(asOf)) {
      throw new UsageError(`--as-of ${asOf} is no date; write 2025, 2025-11 or 2025-11-23.`);
    }
    return {
      file: file === '-' ? file : resolve(cwd, file),
      asOf,
      packFolders: values.pack.map((folder) => resolve(cwd, folder)),
      isJson: values.json,
    };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${(error as Error).message.split('. ')[0]}. Usage: ${usage}`, { cause: error });
  }
}

function table(
  { title, publishedAt, dateReason }: ArticleDocument,
  { links, ambiguous, unresolvedPlans }: Annotation,
): string {
  const rows = [
    ...links.map(({ start, quote, kind, label, id, score }) => ({
      start,
      cells: [quote, kind, label, id, score.toFixed(2)],
    })),
    ...ambiguous.flatMap(({ start, quote, candidates }) =>
      candidates.map(({ kind, label, id, score }, index) => ({
        start,
        cells: [index === 0 ? quote : '', kind, `${label}?`, id, score.toFixed(2)],
      })),
    ),
    ...unresolvedPlans.map(({ start, quote }) => ({
      start,
      cells: [quote, 'plan', '(unknown plan)', '', ''],
    })),
  ].sort((a, b) => a.start - b.start);
  const cells = [['quote', 'kind', 'means', 'id', 'score'], ...rows.map((row) => row.cells)];
  const widths = [0, 1, 2, 3].map((column) =>
    cells.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), 0),
  );
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const heading = [title, publishedAt && `published ${publishedAt}, according to ${dateReason}`]
    .filter(Boolean)
    .join('\n');
  const unknown = unresolvedPlans.length > 0 ? `, ${unresolvedPlans.length} unknown plans` : '';
  const unclear = ambiguous.length > 0 ? `, ${ambiguous.length} ambiguous` : '';
  return `${heading && `${heading}\n\n`}${lines.join('\n')}\n\n${links.length} links${unclear}${unknown}\n`;
}
