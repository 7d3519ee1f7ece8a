/** The rows of a register: CSV or TSV with a heading, a list in JSON or YAML, or the results of a SPARQL query. */

import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { CsvError, parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml, YAMLParseError } from 'yaml';

export type Row = Readonly<Record<string, unknown>>;

/** The file holds no rows that can be read; the message is a sentence. */
export class RegisterError extends Error {
  override name = 'RegisterError';
}

/** The rows in a file, told by its ending. `list` is the path to the list inside JSON or YAML. @throws {RegisterError} */
export async function readRows(path: string, list: string | null): Promise<Row[]> {
  const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  const ending = extname(path).toLowerCase();
  try {
    switch (ending) {
      case '.csv':
      case '.tsv':
        return parseCsv(text, {
          columns: true,
          delimiter: ending === '.tsv' ? '\t' : ',',
          skip_empty_lines: true,
          // A quotation mark inside a cell of a TSV file is text.
          quote: ending === '.tsv' ? null : '"',
        }) as Row[];
      case '.json':
      case '.srj':
        return rowsIn(JSON.parse(text), { path, list });
      case '.yaml':
      case '.yml':
        return rowsIn(parseYaml(text, { maxAliasCount: 100 }), { path, list });
    }
  } catch (cause) {
    const isKnown =
      cause instanceof CsvError || cause instanceof SyntaxError || cause instanceof YAMLParseError;
    if (!isKnown) throw cause;
    throw new RegisterError(`${path} cannot be read: ${cause.message.split('\n')[0]}`, { cause });
  }
  throw new RegisterError(`${path} is of no kind that is read: .csv, .tsv, .json, .srj or .yaml.`);
}

function rowsIn(data: unknown, { path, list }: { path: string; list: string | null }): Row[] {
  const found = list ? fieldAt(data, list) : (sparqlBindings(data) ?? data);
  if (!Array.isArray(found)) {
    throw new RegisterError(
      `${path} has no list${list ? ` at "${list}"` : ''}; say where it is with "list:".`,
    );
  }
  return found.filter(isRow);
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** https://www.w3.org/TR/sparql11-results-json/: each variable's value; its type and language are left out. */
function sparqlBindings(data: unknown): Row[] | null {
  const bindings = fieldAt(data, 'results.bindings');
  if (!Array.isArray(bindings)) return null;
  return bindings
    .filter(isRow)
    .map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, fieldAt(cell, 'value')])),
    );
}

/** The value at a dotted path, or undefined. */
export function fieldAt(value: unknown, path: string): unknown {
  let found = value;
  for (const step of path.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined;
    found = (found as Record<string, unknown>)[step];
  }
  return found;
}
