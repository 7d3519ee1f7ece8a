/** One YAML file as plain data that still knows where each value stands. */

import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { PackProblem } from './pack-problem.ts';

export type FieldPath = readonly (string | number)[];

export interface YamlFile {
  readonly path: string;
  readonly data: unknown;
  /** Where a field stands, or where the field that should hold it does. `key` asks for the field's name. */
  locate(field: FieldPath, what?: 'key' | 'value'): { line: number; column: number };
}

export type YamlReading =
  | { readonly type: 'file'; readonly file: YamlFile }
  | { readonly type: 'broken'; readonly problems: readonly PackProblem[] };

const maxBytes = 5 * 1024 * 1024;
/** How many copies of an anchored value aliases may make in one file. */
const maxAliasCount = 100;

/** The file's data, or everything that keeps it from being read. Problems name the file `shownAs`. */
export async function readYamlFile(path: string, shownAs = path): Promise<YamlReading> {
  const stats = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return null;
  });
  if (!stats) return broken(shownAs, 'is missing; the pack needs it');
  if (stats.size > maxBytes) {
    return broken(shownAs, `has ${stats.size} bytes; split it into files of at most ${maxBytes} bytes`);
  }
  const bytes = await readFile(path);
  const wrong = firstWrongByte(bytes);
  if (wrong !== null) {
    const lines = bytes.subarray(0, wrong).toString('utf8').split('\n');
    const place = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
    const message = 'is not UTF-8 from here on; save the file as UTF-8';
    return { type: 'broken', problems: [{ file: shownAs, ...place, field: '', message }] };
  }
  return parseYamlFile(shownAs, bytes.toString('utf8'));
}

/** Where bytes stop being UTF-8, or null when all of them are. */
function firstWrongByte(bytes: Buffer): number | null {
  if (isUtf8(bytes)) return null;
  let low = 0;
  let high = bytes.length;
  // A cut inside a letter is no mistake: what counts is whether the bytes before the cut decode as a stream.
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (decodes(bytes.subarray(0, middle + 1))) low = middle + 1;
    else high = middle;
  }
  return low;
}

function decodes(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The data of a file's text, or everything that keeps it from being parsed. */
export function parseYamlFile(path: string, text: string): YamlReading {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const place = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (document.errors.length > 0) {
    // One tab makes many errors, and only the first of them helps.
    const tab = document.errors.find(({ code }) => code === 'TAB_AS_INDENT');
    const problems = (tab ? [tab] : document.errors).map((error) => ({
      file: path,
      ...place(error.pos[0]),
      field: error.code === 'DUPLICATE_KEY' ? keyAt(text, error.pos[0]) : '',
      message: explain(error.code, error.message),
    }));
    return { type: 'broken', problems };
  }
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null)) {
    return broken(path, 'is empty; write its fields or delete the file');
  }
  try {
    const data: unknown = document.toJS({ maxAliasCount });
    const locate: YamlFile['locate'] = (field, what = 'value') => place(offsetOf(contents, field, what));
    return { type: 'file', file: { path, data, locate } };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    let offset = 0;
    visit(document, {
      Alias(_, alias) {
        offset = alias.range?.[0] ?? 0;
        return visit.BREAK;
      },
    });
    const message = 'uses aliases (*name) that unfold to too much; write the values out instead';
    return { type: 'broken', problems: [{ file: path, ...place(offset), field: '', message }] };
  }
}

function keyAt(text: string, offset: number): string {
  return /^["']?([^"':\n]+)/.exec(text.slice(offset, offset + 200))?.[1]?.trim() ?? '';
}

function broken(file: string, message: string): YamlReading {
  return { type: 'broken', problems: [{ file, line: 1, column: 1, field: '', message }] };
}

function explain(code: string, message: string): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'is indented with a tab; YAML takes only spaces: replace each tab by two spaces';
    case 'DUPLICATE_KEY':
      return 'has this key a second time in the same map; rename or remove one of them';
    case 'MULTIPLE_DOCS':
      return 'holds several documents; remove the line "---" and merge them';
    default:
      return `is not valid YAML: ${message}; check indentation, colons and quotes here and on the line before`;
  }
}

function offsetOf(root: Node, field: FieldPath, what: 'key' | 'value'): number {
  let node: Node = root;
  for (const [depth, step] of field.entries()) {
    const isLast = depth === field.length - 1;
    let next: unknown = null;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step));
      if (isLast && what === 'key' && isNode(pair?.key)) return startOf(pair.key);
      next = pair?.value ?? pair?.key;
    } else if (isSeq(node) && typeof step === 'number') {
      next = node.items[step];
    }
    if (!isNode(next) || isAlias(next)) return isNode(next) ? startOf(next) : startOf(node);
    node = next;
  }
  return startOf(node);
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}
