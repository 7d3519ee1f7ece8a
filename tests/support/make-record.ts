import type {
  Citation,
  PackedRecord,
  PackRecord,
  RecordKind,
  Statement,
  StatementValue,
  SurfaceForm,
} from '../../src/model/record.ts';

/** A citation of an invented paper. */
export const someCitation: Citation = { publisher: 'The Paper', title: 'A report', published: '2025-12-01' };

export const text = (en: string): StatementValue => ({ type: 'text', text: { en } });
export const recordValue = (id: string): StatementValue => ({ type: 'record', id });

export function statement(
  property: Statement['property'],
  value: StatementValue,
  more: Partial<Statement> = {},
): Statement {
  return { property, value, citations: [someCitation], ...more };
}

/** A record whose names are strong unless given as whole surface forms. */
export function makeRecord(
  id: string,
  kind: RecordKind,
  names: readonly (string | SurfaceForm)[],
  more: Partial<PackRecord> = {},
): PackRecord {
  const surfaceForms = names.map(
    (name): SurfaceForm => (typeof name === 'string' ? { text: name, type: 'name' } : name),
  );
  return { id, kind, label: { en: surfaceForms[0]?.text ?? id }, surfaceForms, statements: [], ...more };
}

export const family = (name: string): SurfaceForm => ({ text: name, type: 'family' });
export const demonym = (name: string): SurfaceForm => ({ text: name, type: 'demonym' });
export const weak = (name: string): SurfaceForm => ({ text: name, type: 'name', weak: true });
export const exact = (name: string): SurfaceForm => ({
  text: name,
  type: 'abbreviation',
  caseSensitive: true,
});

export const inPack =
  (packId: string) =>
  (record: PackRecord): PackedRecord => ({ packId, record });
