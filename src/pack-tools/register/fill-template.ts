import { fieldAt } from './read-rows.ts';

/** What may follow a field's name: `{item|last}`, `{start|day}`. */
const filters: Readonly<Record<string, (text: string) => string>> = {
  /** Of an address, what follows the last slash. */
  last: (text) => text.slice(text.lastIndexOf('/') + 1),
  /** Of a point in time, its day. */
  day: (text) => text.slice(0, 10),
  lower: (text) => text.toLowerCase(),
  /** As a part of an id: letters and digits of ASCII, joined by hyphens. */
  slug: (text) =>
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, ''),
};

/** The names that templates may use behind a bar. */
export const filterNames: readonly string[] = Object.keys(filters);

const field = /\{([^{}|]+)(?:\|(\w+))?\}/g;

/**
 * The template with the row's values in place of `{field}`, `{a.b}` and `{field|filter}`; a name that `row` does not have is
 * looked for in `parent`. Null when a value is missing or empty: half a name is worse than none.
 */
export function fillTemplate(template: string, row: unknown, parent: unknown = null): string | null {
  let isComplete = true;
  const filled = template.replace(field, (_, path: string, filter: string | undefined) => {
    const value = fieldAt(row, path) ?? fieldAt(parent, path);
    const text =
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? String(value).trim()
        : '';
    if (text === '') isComplete = false;
    return filter ? (filters[filter]?.(text) ?? text) : text;
  });
  return isComplete && filled.trim() !== '' ? filled.trim() : null;
}

/** Filters of a template that there are not. */
export function unknownFilters(template: string): string[] {
  return [...template.matchAll(field)].flatMap(([, , filter]) =>
    filter && !(filter in filters) ? [filter] : [],
  );
}
