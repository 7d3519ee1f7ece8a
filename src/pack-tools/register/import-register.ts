/** Rows of a register to records, by a mapping. */

import * as v from 'valibot';
import type { Citation, PackRecord } from '../../model/record.ts';
import { properties } from '../../model/record.ts';
import { buildRecords } from '../build-records.ts';
import { describeIssue, formatField } from '../describe-issue.ts';
import { type SourceRecord, sourceCitationSchema, sourceRecordSchema } from '../pack-source-schema.ts';
import { fillTemplate } from './fill-template.ts';
import { fieldAt, type Row } from './read-rows.ts';
import type { Mapping } from './register-mapping.ts';

export interface RegisterReport {
  readonly records: readonly PackRecord[];
  readonly rows: number;
  /** Rows that gave no record, or not all of their statements, each with a reason. */
  readonly problems: readonly string[];
}

type RecordMapping = Mapping['records'][number];
type Template = string | readonly string[] | Readonly<Record<string, string>>;

/** The records of these rows, by id. Rows of one id are one record: a register of holders has a row an office. */
export function importRegister(rows: readonly Row[], mapping: Mapping): RegisterReport {
  const problems: string[] = [];
  const found = new Map<string, SourceRecord>();
  const citations = new Map<string, Citation>();
  rows.forEach((row, index) => {
    for (const each of mapping.records.filter(({ when }) => fits(row, when))) {
      const citation = citationOf(row, mapping.citation);
      const key = JSON.stringify(citation);
      const made = v.safeParse(sourceRecordSchema, sourceRecord(row, each, key));
      const cited = v.safeParse(sourceCitationSchema, citation);
      const [issue] = [...(made.issues ?? []), ...(cited.issues ?? [])];
      if (!made.success || !cited.success) {
        const field = formatField((issue?.path ?? []).map((step) => step.key as string | number));
        problems.push(`row ${index + 1}: ${field} ${issue ? describeIssue(issue) : ''}`);
        continue;
      }
      const { publisher, title, url, published } = cited.output;
      citations.set(key, { publisher, title, ...(url !== undefined && { url }), published });
      const known = found.get(made.output.id);
      found.set(made.output.id, known ? merge(known, made.output) : made.output);
    }
  });
  const placed = [...found.values()].map((record) => ({ record }));
  return { records: buildRecords({ records: placed, citations }), rows: rows.length, problems };
}

/** As a person would have written it; what is wrong with it is for the schema to say. */
function sourceRecord(row: Row, mapping: RecordMapping, citation: string): unknown {
  const { kind, id, label, description } = mapping;
  return withoutNull({
    id: fillTemplate(id, row),
    kind,
    label: fill(label, row),
    description: description === undefined ? null : fill(description, row),
    ...Object.fromEntries(
      (['names', 'familyNames', 'abbreviations'] as const).map((field) => [
        field,
        fillNames(mapping[field], row),
      ]),
    ),
    statements: (mapping.statements ?? []).flatMap((statement) =>
      itemsOf(row, statement.each)
        .filter((item) => fits(item, statement.when, row))
        .flatMap((item) => sourceStatement(item, row, statement, citation) ?? []),
    ),
  });
}

function itemsOf(row: Row, list: string | undefined): readonly unknown[] {
  if (list === undefined) return [row];
  const items = fieldAt(row, list);
  return Array.isArray(items) ? items : [];
}

function sourceStatement(
  item: unknown,
  row: Row,
  statement: NonNullable<RecordMapping['statements']>[number],
  citation: string,
): unknown {
  const property = properties.find((name) => statement[name] !== undefined);
  if (!property) return null;
  const filled = fill(statement[property] as Template, item, row);
  if (filled === null) return null;
  const isNumber = property === 'population' || property === 'pointCount';
  const [of, from, to] = [statement.of, statement.from, statement.to].map((template) =>
    template === undefined ? null : fillTemplate(template, item, row),
  );
  return withoutNull({ [property]: isNumber ? Number(filled) : filled, of, from, to, citations: [citation] });
}

function fill(
  template: Template,
  row: unknown,
  parent: unknown = null,
): string | Record<string, string> | null {
  if (typeof template === 'string') return fillTemplate(template, row, parent);
  if (Array.isArray(template)) return firstFilled(template, row, parent);
  const texts = Object.entries(template).flatMap(([language, text]) => {
    const filled = fillTemplate(text, row, parent);
    return filled === null ? [] : [[language, filled] as const];
  });
  return texts.length > 0 ? Object.fromEntries(texts) : null;
}

function firstFilled(templates: readonly string[], row: unknown, parent: unknown): string | null {
  for (const template of templates) {
    const filled = fillTemplate(template, row, parent);
    if (filled !== null) return filled;
  }
  return null;
}

function fillNames(names: RecordMapping['names'], row: Row): Record<string, string[]> | null {
  if (!names) return null;
  return Object.fromEntries(
    Object.entries(names).map(([language, templates]) => [
      language,
      templates.flatMap((template) => fillTemplate(template, row) ?? []),
    ]),
  );
}

function citationOf(row: Row, citation: Mapping['citation']): unknown {
  const entries = Object.entries(citation).map(([field, template]) => [
    field,
    fillTemplate(String(template), row),
  ]);
  return withoutNull(Object.fromEntries(entries));
}

function fits(item: unknown, when: RecordMapping['when'], parent: unknown = null): boolean {
  return Object.entries(when ?? {}).every(([path, wanted]) => {
    const value = fieldAt(item, path) ?? fieldAt(parent, path);
    // CSV has text where JSON has numbers.
    return value === wanted || (typeof value === 'string' && value === String(wanted));
  });
}

function merge(known: SourceRecord, next: SourceRecord): SourceRecord {
  const told = new Set((known.statements ?? []).map((statement) => JSON.stringify(statement)));
  const added = (next.statements ?? []).filter((statement) => !told.has(JSON.stringify(statement)));
  return { ...next, ...known, statements: [...(known.statements ?? []), ...added] };
}

function withoutNull(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== null && value !== undefined),
  );
}
