import type * as v from 'valibot';

/** What is wrong with a field, for people: reads on after the field's name. */
export function describeIssue(issue: v.BaseIssue<unknown>): string {
  const last = issue.path?.at(-1);
  const name = typeof last?.key === 'string' ? last.key : '';
  if (last?.origin === 'key' && issue.kind === 'schema') return `is missing; ${mendMissing(name)}`;
  if (issue.kind !== 'schema') return describeCheck(issue);
  if (issue.type === 'picklist')
    return `must be one of ${issue.expected?.replace(/[()"]/g, '').replaceAll(' |', ',')}, not ${shown(issue)}`;
  if (issue.type === 'array')
    return `must be a list, not ${shown(issue)}: start each item on its own line with "- "`;
  if (issue.type === 'record' && namesFields.has(name))
    return `must be a map from languages to lists of names, such as { en: [Example] }, not ${shown(issue)}`;
  return `must be ${typeNames[issue.type] ?? issue.type}, not ${shown(issue)}`;
}

const namesFields: ReadonlySet<string> = new Set(['names', 'familyNames', 'demonyms', 'abbreviations']);

/** `records[3].statements[0].citations` */
export function formatField(path: readonly (string | number)[]): string {
  return path
    .map((step, depth) => (typeof step === 'number' ? `[${step}]` : `${depth > 0 ? '.' : ''}${step}`))
    .join('');
}

const typeNames: Record<string, string> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  record: 'a text, or a map from languages to texts',
  loose_object: 'a map of fields',
};

const mends: Record<string, string> = {
  id: 'write an id such as "newsgloss:example-person"',
  kind: 'write person, organisation, place, plan or event',
  label: 'write the name to show, such as "label: { en: Example }"',
  citations: 'name at least one key from "citations:"',
  published: 'write the day, month or year of publication: 2025-11-23, 2025-11 or 2025',
  sequence: 'write "sequence: 1" and add one with each publication',
  licence: 'write the licence of the data, such as "licence: CC0-1.0"',
};

const mendMissing = (name: string): string => mends[name] ?? `add "${name}:"`;

function describeCheck(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'max_length') return `is too long: at most ${String(issue.requirement)} characters`;
  const input = issue.input;
  const isShown = (typeof input === 'string' && input !== '') || typeof input === 'number';
  const message = issue.message.startsWith('Invalid') ? `is not valid: ${issue.message}` : issue.message;
  return isShown && message.startsWith('must') ? `${message}, not ${shown(issue)}` : message;
}

function shown({ input }: v.BaseIssue<unknown>): string {
  if (input === null || input === undefined) return 'empty';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'a map';
  const text = JSON.stringify(input);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
