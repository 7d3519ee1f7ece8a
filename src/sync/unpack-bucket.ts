/** Turning a bucket's bytes into records, with a limit on everything that a hostile file could make large. */

import type { PackRecord } from '../model/record.ts';
import { parseRecord, RecordError } from '../model/record-schema.ts';
import { SourceError } from './source.ts';

/** In UTF-16 units. A record with many languages and points has some tens of thousands. */
const maxLineLength = 1_000_000;

/**
 * The records of a gzipped JSON Lines file, one by one. `name` is how messages call the file, `rawBytes` its exact
 * length when unpacked. @throws {SourceError} naming the first line that is wrong.
 */
export async function* unpackBucket(
  bytes: Uint8Array<ArrayBuffer>,
  { name, rawBytes }: { name: string; rawBytes: number },
): AsyncGenerator<PackRecord, void> {
  const raw = await gunzip(bytes, { name, rawBytes });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch (cause) {
    throw new SourceError('wrong-format', `${name} is not UTF-8 text.`, { cause });
  }
  let lineNumber = 0;
  let start = 0;
  while (start < text.length) {
    lineNumber++;
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    yield parseLine(text.slice(start, end), `${name}, line ${lineNumber}`);
    start = end + 1;
  }
}

function parseLine(line: string, where: string): PackRecord {
  if (line.length > maxLineLength) throw new SourceError('too-large', `${where} is too long.`);
  try {
    return parseRecord(JSON.parse(line));
  } catch (cause) {
    if (cause instanceof RecordError) {
      throw new SourceError('wrong-format', `${where}: ${cause.message}.`, { cause });
    }
    if (cause instanceof SyntaxError) {
      throw new SourceError('not-json', `${where} is not JSON.`, { cause });
    }
    throw cause;
  }
}

async function gunzip(
  bytes: Uint8Array<ArrayBuffer>,
  { name, rawBytes }: { name: string; rawBytes: number },
): Promise<Uint8Array> {
  const raw = new Uint8Array(rawBytes);
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      if (length + read.value.length > rawBytes) {
        await reader.cancel();
        throw new SourceError('too-large', `${name} unpacks to more than the ${rawBytes} bytes announced.`);
      }
      raw.set(read.value, length);
      length += read.value.length;
    }
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    throw new SourceError('wrong-format', `${name} is not a whole gzip file.`, { cause });
  }
  if (length < rawBytes) {
    throw new SourceError(
      'wrong-format',
      `${name} unpacks to ${length} bytes where ${rawBytes} were announced.`,
    );
  }
  return raw;
}
