/** The names of records as the look-up finds them. */

import type { PackRecord } from '../model/record.ts';
import { nameKeys } from './name-keys.ts';
import type { NameEntry } from './schema.ts';

/** By key, then by id: no two entries of a pack are equal in both. */
export function compareEntries(a: Pick<NameEntry, 'key' | 'id'>, b: Pick<NameEntry, 'key' | 'id'>): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** One entry for all names of a record that begin alike, such as those of a place in many languages. */
export function nameEntries({ id, prior = 0.5, surfaceForms }: PackRecord): NameEntry[] {
  const byKey = new Map<string, { isTail: boolean; isWeak: boolean }>();
  for (const { text, weak = false } of surfaceForms) {
    for (const [index, key] of nameKeys(text).entries()) {
      const known = byKey.get(key);
      byKey.set(key, {
        isTail: index > 0 && (known?.isTail ?? true),
        isWeak: weak && (known?.isWeak ?? true),
      });
    }
  }
  return [...byKey].map(([key, { isTail, isWeak }]) => ({
    key,
    id,
    prior,
    ...(isTail && { isTail }),
    ...(isWeak && { isWeak }),
  }));
}
