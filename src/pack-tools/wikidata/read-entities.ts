/** Streams Wikidata entities out of files: the standard dump, its lines alone, edit streams, and answers of the API. */

import { createReadStream } from 'node:fs';
import { PassThrough, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import bunzip2 from 'unbzip2-stream';

/** One line or one whole document of the input. */
export type EntityReading =
  | { readonly type: 'entity'; readonly entity: Readonly<Record<string, unknown>> }
  /** Left out by the filter without being parsed. */
  | { readonly type: 'passed-over' }
  /** An id that the publisher has no entity for, or that leads to another. */
  | { readonly type: 'missing' }
  | { readonly type: 'broken'; readonly line: number; readonly reason: string };

export interface EntitySource {
  /** `.json`, `.ndjson`, also with `.gz` or `.bz2`. */
  readonly path: string;
  /** Says whether a line, still as bytes, may matter. Lines that cannot are not parsed. */
  readonly filter: (line: Buffer) => boolean;
}

/** A document that is not in lines is held whole; a dump is always in lines. */
const maxDocumentBytes = 512 * 1024 * 1024;
/** No entity is larger; a longer line is no dump. */
const maxLineBytes = 64 * 1024 * 1024;

/** The entities of one file, in its order. Broken lines are readings as well: a dump of years has some. */
export async function* readEntities(source: EntitySource): AsyncGenerator<EntityReading> {
  let lineNumber = 0;
  /** Lines of a document that is not in lines, until the file ends. */
  let document: Buffer[] | null = null;
  let documentBytes = 0;
  for await (const line of linesOf(openInput(source))) {
    lineNumber++;
    const bare = trimLine(line);
    if (document) {
      documentBytes += line.length + 1;
      if (documentBytes > maxDocumentBytes) break;
      document.push(line);
      continue;
    }
    if (bare.length === 0) continue;
    // "{" alone, or an answer of the API on one line: the entities lie deeper.
    if (lineNumber === 1 && isDocumentStart(bare)) {
      document = [line];
      continue;
    }
    if (!source.filter(bare)) {
      const isWhole = bare[0] === 123 && bare.at(-1) === 125;
      yield isWhole ? { type: 'passed-over' } : { type: 'broken', line: lineNumber, reason: 'is cut off' };
      continue;
    }
    yield* parseEntities(bare.toString('utf8'), lineNumber);
  }
  if (document)
    yield* parseEntities(Buffer.concat(document.flatMap((line) => [line, newline])).toString('utf8'), 1);
}

const newline = Buffer.from('\n');

function openInput({ path }: EntitySource): Readable {
  const file = createReadStream(path, { highWaterMark: 1 << 20 });
  const unpack = unpackerOf(path);
  if (!unpack) return file;
  // The bzip2 stream is of an older kind, which cannot be iterated and tells nobody of its errors.
  const unpacked = new PassThrough({ highWaterMark: 1 << 20 });
  const fail = (cause: Error): void => {
    unpacked.destroy(new WikidataInputError(`${path} is damaged or cut off (${cause.message}).`, { cause }));
  };
  file.on('error', fail);
  unpack.on('error', fail);
  file.pipe(unpack).pipe(unpacked);
  return unpacked;
}

function unpackerOf(path: string): NodeJS.ReadWriteStream | null {
  if (path.endsWith('.gz')) return createGunzip();
  return path.endsWith('.bz2') ? bunzip2() : null;
}

async function* linesOf(input: Readable): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  let restBytes = 0;
  for await (const chunk of input as AsyncIterable<Buffer>) {
    let from = 0;
    for (let to = chunk.indexOf(10); to >= 0; to = chunk.indexOf(10, from)) {
      const piece = chunk.subarray(from, to);
      yield rest.length > 0 ? Buffer.concat([...rest, piece]) : piece;
      rest = [];
      restBytes = 0;
      from = to + 1;
    }
    if (from < chunk.length) {
      rest.push(Buffer.from(chunk.subarray(from)));
      restBytes += chunk.length - from;
      if (restBytes > maxLineBytes && restBytes - (chunk.length - from) <= maxLineBytes) {
        throw new WikidataInputError(
          `has a line of more than ${maxLineBytes / 1024 / 1024} MB; is it a dump?`,
        );
      }
    }
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}

/** A file as a whole is not what `from-wikidata` reads; the message is a sentence. */
export class WikidataInputError extends Error {
  override name = 'WikidataInputError';
}

/** Without the array around a dump's lines: "[", "]" and the commas between. */
function trimLine(line: Buffer): Buffer {
  let from = 0;
  let to = line.length;
  const isSpace = (byte: number | undefined): boolean => byte === 32 || byte === 13 || byte === 9;
  while (from < to && isSpace(line[from])) from++;
  while (to > from && (isSpace(line[to - 1]) || line[to - 1] === 44)) to--;
  const bare = line.subarray(from, to);
  return bare.length === 1 && (bare[0] === 91 || bare[0] === 93) ? bare.subarray(1) : bare;
}

function isDocumentStart(bare: Buffer): boolean {
  const head = bare.subarray(0, 200).toString('latin1');
  return bare.length === 1 || /^\{\s*"(?:entities|success|searchinfo)"/.test(head) || !/^\{\s*"/.test(head);
}

function* parseEntities(text: string, line: number): Generator<EntityReading> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    yield { type: 'broken', line, reason: error instanceof Error ? error.message : String(error) };
    return;
  }
  for (const entity of unwrap(value)) {
    if (!isObject(entity)) {
      yield { type: 'broken', line, reason: 'is no entity' };
    } else if ('missing' in entity || 'redirect' in entity) {
      yield { type: 'missing' };
    } else if (typeof entity.id !== 'string' || !/^[QPL]\d+$/.test(entity.id)) {
      yield { type: 'broken', line, reason: 'has no id such as Q42' };
    } else {
      yield { type: 'entity', entity };
    }
  }
}

/** One entity, a list of them, or an answer with its entities by id. */
function unwrap(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (isObject(value) && isObject(value.entities)) return Object.values(value.entities);
  return [value];
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
