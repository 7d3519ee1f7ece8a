import { deleteLineOf, putLineOf } from '../../model/patch.ts';
import type { PackRecord, RecordId } from '../../model/record.ts';

export interface MadePatch {
  /** JSON Lines, one operation a line, by record id. */
  readonly text: string;
  readonly operations: number;
}

/** The JSON of each record as it stands in its bucket. */
export type RecordLines = ReadonlyMap<RecordId, string>;

/** The patch that leads from the records of one version to those of another; each list in any order, an id at most once. */
export function makePatch(before: readonly PackRecord[], after: readonly PackRecord[]): MadePatch {
  return makePatchOfLines(linesById(before), linesById(after));
}

/** The same for records whose lines are there already: a record that is read and written again may give another line. */
export function makePatchOfLines(old: RecordLines, next: RecordLines): MadePatch {
  const ids = [...new Set([...old.keys(), ...next.keys()])].sort();
  const lines = ids.flatMap((id) => {
    const line = next.get(id);
    if (line === undefined) return [deleteLineOf(id)];
    return line === old.get(id) ? [] : [putLineOf(line)];
  });
  return { text: lines.map((line) => `${line}\n`).join(''), operations: lines.length };
}

const linesById = (records: readonly PackRecord[]): RecordLines =>
  new Map(records.map((record) => [record.id, JSON.stringify(record)]));
