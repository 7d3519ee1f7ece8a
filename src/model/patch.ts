/** One step from a version of a pack to a later one: gzipped JSON Lines of operations, by record id. */

import * as v from 'valibot';
import type { PackRecord, RecordId } from './record.ts';
import { parseRecord, RecordError, recordIdSchema } from './record-schema.ts';

export type PatchOperation =
  /** `line` is the record's JSON as it stands in a bucket: what `hashLine` takes. */
  | { readonly type: 'put'; readonly id: RecordId; readonly record: PackRecord; readonly line: string }
  | { readonly type: 'delete'; readonly id: RecordId };

/** A line is no operation; the message says what is wrong with it. */
export class PatchLineError extends Error {
  override name = 'PatchLineError';
}

const putLine = /^\{"put":(\{.*\})\}$/;
const deleteSchema = v.strictObject({ delete: recordIdSchema });

/** The operation in one line, `{"put":RECORD}` or `{"delete":"ID"}`, without spaces. @throws {PatchLineError} */
export function parsePatchLine(line: string): PatchOperation {
  const put = putLine.exec(line)?.[1];
  if (put !== undefined) {
    const record = parsePutRecord(put);
    return { type: 'put', id: record.id, record, line: put };
  }
  const result = v.safeParse(deleteSchema, parseJson(line));
  if (!result.success) throw new PatchLineError('neither puts a record nor deletes one');
  return { type: 'delete', id: result.output.delete };
}

/** The line of an operation that puts the record of this JSON. */
export const putLineOf = (line: string): string => `{"put":${line}}`;

/** The line of an operation that deletes a record. */
export const deleteLineOf = (id: RecordId): string => JSON.stringify({ delete: id });

function parsePutRecord(text: string): PackRecord {
  try {
    return parseRecord(parseJson(text));
  } catch (cause) {
    if (cause instanceof RecordError) throw new PatchLineError(cause.message, { cause });
    throw cause;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new PatchLineError('is not JSON', { cause });
  }
}
