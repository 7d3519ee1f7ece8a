/** Says in words what changed between two versions of a pack: what an editor reads before a publication. */

import { localise } from '../model/localise.ts';
import type { PackRecord, RecordId, Statement, SurfaceForm } from '../model/record.ts';
import { describeDates } from '../model/statement-time.ts';

export interface Changes {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  /** One block a record, by label; its lines below the first are indented. */
  readonly lines: readonly string[];
}

/** The changes from one version's records to the other's. Records are the same when their ids are. */
export function describeChanges(before: readonly PackRecord[], after: readonly PackRecord[]): Changes {
  const old = new Map(before.map((record) => [record.id, record]));
  const now = new Map(after.map((record) => [record.id, record]));
  const label = (id: RecordId): string => labelOf(now.get(id) ?? old.get(id)) ?? id;
  const blocks: { name: string; sign: '+' | '-' | '~'; lines: readonly string[] }[] = [];
  for (const record of after) {
    const previous = old.get(record.id);
    const lines = previous ? changesOf(previous, record, label) : statementLines(record, label);
    if (!previous || lines.length > 0)
      blocks.push({ name: heading(record), sign: previous ? '~' : '+', lines });
  }
  for (const record of before) {
    if (!now.has(record.id)) blocks.push({ name: heading(record), sign: '-', lines: [] });
  }
  blocks.sort((a, b) => (a.name < b.name ? -1 : 1));
  const count = (wanted: string): number => blocks.filter(({ sign }) => sign === wanted).length;
  return {
    added: count('+'),
    removed: count('-'),
    changed: count('~'),
    lines: blocks.flatMap(({ name, sign, lines }) => [
      `${sign} ${name}`,
      ...lines.map((line) => `    ${line}`),
    ]),
  };
}

const labelOf = (record: PackRecord | undefined): string | undefined =>
  record && localise(record.label, 'en');
const heading = (record: PackRecord): string => `${labelOf(record)} (${record.kind}, ${record.id})`;

type Label = (id: RecordId) => string;

function statementLines({ statements }: PackRecord, label: Label): string[] {
  return statements.map((statement) => describeStatement(statement, label));
}

function changesOf(before: PackRecord, after: PackRecord, label: Label): string[] {
  return [
    ...(before.kind === after.kind ? [] : [`kind: ${before.kind} → ${after.kind}`]),
    ...textChanges('label', before.label, after.label),
    ...textChanges('description', before.description ?? {}, after.description ?? {}),
    ...listChanges(
      before.datedDescriptions ?? [],
      after.datedDescriptions ?? [],
      ({ from, text }) => `description from ${from}: “${localise(text, 'en')}”`,
    ),
    ...(before.prior === after.prior ? [] : [`prior: ${before.prior ?? 0.5} → ${after.prior ?? 0.5}`]),
    ...listChanges(before.surfaceForms, after.surfaceForms, describeForm),
    ...statementChanges(before.statements, after.statements, label),
  ];
}

function textChanges(
  field: string,
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string[] {
  const languages = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return languages
    .filter((language) => before[language] !== after[language])
    .map((language) => {
      const [from, to] = [before[language], after[language]].map((text) => (text ? `“${text}”` : 'none'));
      return `${field} (${language}): ${from} → ${to}`;
    });
}

function describeForm({ text, type, language, weak, caseSensitive }: SurfaceForm): string {
  const flags = [language ?? 'any language', weak && 'weak', caseSensitive && 'case-sensitive'];
  return `${type === 'family' ? 'surname' : type} “${text}” (${flags.filter(Boolean).join(', ')})`;
}

function listChanges<T>(before: readonly T[], after: readonly T[], describe: (item: T) => string): string[] {
  const old = new Set(before.map(describe));
  const now = new Set(after.map(describe));
  return [
    ...[...old].filter((line) => !now.has(line)).map((line) => `- ${line}`),
    ...[...now].filter((line) => !old.has(line)).map((line) => `+ ${line}`),
  ];
}

/** A claim whose dates or sources changed is one line, not one taken away and one added. */
function statementChanges(before: readonly Statement[], after: readonly Statement[], label: Label): string[] {
  const claimed = (statement: Statement): string => describeClaim(statement, label);
  const unmatched = [...before];
  const lines: string[] = [];
  const isUnchanged = (a: Statement, b: Statement): boolean => JSON.stringify(a) === JSON.stringify(b);
  const rest = after.filter((statement) => !take(unmatched, (old) => isUnchanged(old, statement)));
  for (const statement of rest) {
    const old = take(unmatched, (each) => claimed(each) === claimed(statement));
    lines.push(
      ...(old
        ? datesAndSources(old, statement, claimed(statement))
        : [`+ ${describeStatement(statement, label)}`]),
    );
  }
  return [...unmatched.map((statement) => `- ${describeStatement(statement, label)}`), ...lines];
}

function take<T>(from: T[], isWanted: (item: T) => boolean): T | null {
  const index = from.findIndex(isWanted);
  return index < 0 ? null : (from.splice(index, 1)[0] ?? null);
}

function datesAndSources(before: Statement, after: Statement, claim: string): string[] {
  const [old, now] = [before, after].map((statement) => describeDates(statement) || 'no dates');
  const sources = ({ citations }: Statement): string[] =>
    citations.map(({ publisher, title, published }) => `${publisher}, “${title}” (${published})`);
  return [
    ...(before.from === after.from && before.to === after.to ? [] : [`${claim}: ${old} → ${now}`]),
    ...listChanges(sources(before), sources(after), (source) => source).map(
      (line) => `${claim}: source ${line}`,
    ),
  ];
}

function describeStatement(statement: Statement, label: Label): string {
  const dates = describeDates(statement);
  return `${describeClaim(statement, label)}${dates && `, ${dates}`}`;
}

/** "role: President of Norland", "open point: Who pays". Two statements that claim the same give the same text. */
function describeClaim({ property, value, of }: Statement, label: Label): string {
  const name = property.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${name}: ${describeValue(value, label)}${of === undefined ? '' : ` (of ${label(of)})`}`;
}

function describeValue(value: Statement['value'], label: Label): string {
  switch (value.type) {
    case 'text':
      return localise(value.text, 'en');
    case 'record':
      return label(value.id);
    case 'number':
      return String(value.number);
    case 'date':
      return value.date;
  }
}
