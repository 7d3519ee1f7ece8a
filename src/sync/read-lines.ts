/** The lines of a bucket or a patch. */

import { PackContentError } from './pack-content-error.ts';

/** In UTF-16 units. A record with many languages and points has some tens of thousands. */
const maxLineLength = 1_000_000;

export interface Line {
  readonly text: string;
  /** How messages call the line. */
  readonly where: string;
}

/** The lines of a file of UTF-8 text, one by one; `name` is how messages call the file. @throws {PackContentError} */
export function* readLines(raw: Uint8Array<ArrayBuffer>, name: string): Generator<Line, void> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
  } catch (cause) {
    throw new PackContentError('wrong-format', `${name} is not UTF-8 text.`, { cause });
  }
  let lineNumber = 0;
  let start = 0;
  while (start < text.length) {
    lineNumber++;
    const where = `${name}, line ${lineNumber}`;
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (end - start > maxLineLength) throw new PackContentError('too-large', `${where} is too long.`);
    yield { text: text.slice(start, end), where };
    start = end + 1;
  }
}
