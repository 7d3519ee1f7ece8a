/** A record as it lies in the store, with the keys under which it is found. */

import type { PackId, PackRecord, RecordKind } from '../model/record.ts';
import type { DossierKind, Generation, RecordRow } from './schema.ts';

export function toRecordRow(
  { record, lineHash }: { record: PackRecord; lineHash: string },
  { packId, generation }: { packId: PackId; generation: Generation },
): RecordRow {
  return withGeneration({ packId, generation, record, lineHash }, generation);
}

/** The row as it is in another generation of its pack. */
export function withGeneration({ packId, record, lineHash }: RecordRow, generation: Generation): RecordRow {
  const row = { packId, generation, record, ...(lineHash !== undefined && { lineHash }) };
  if (isDossierKind(record.kind)) return { ...row, dossier: [generation, record.kind] };
  return record.kind === 'person' ? withOffices(row) : row;
}

/** The row of a person with the keys of what the person has roles in. */
export function withOffices(row: RecordRow): RecordRow {
  const ids = row.record.statements.flatMap(({ property, of }) => (property === 'role' && of ? [of] : []));
  return { ...row, officesOf: [...new Set(ids)].map((id) => [row.generation, id]) };
}

function isDossierKind(kind: RecordKind): kind is DossierKind {
  return kind === 'plan' || kind === 'event';
}
