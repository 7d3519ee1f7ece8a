import type { PackRecord } from '../../model/record.ts';
import { parseRecord, RecordError } from '../../model/record-schema.ts';

/** A text of Wikidata that no pack may carry is left out of its record; the record stays. */
export function acceptableRecord(record: PackRecord): PackRecord {
  try {
    return parseRecord(record);
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    const statements = record.statements.filter((statement) =>
      isRecord({ ...record, statements: [statement] }),
    );
    const { description: _, ...bare } = record;
    return parseRecord(
      isRecord({ ...record, statements }) ? { ...record, statements } : { ...bare, statements },
    );
  }
}

function isRecord(value: PackRecord): boolean {
  try {
    parseRecord(value);
    return true;
  } catch (error) {
    if (error instanceof RecordError) return false;
    throw error;
  }
}
