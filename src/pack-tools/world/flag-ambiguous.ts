import { lookupKey } from '../../model/lookup-key.ts';
import type { SurfaceForm } from '../../model/record.ts';
import type { WorldTables } from './read-world-tables.ts';

/** So short in Latin script, a name of another language than English would match too much in capitals. */
const shortLength = 4;

/**
 * One record's names without those that are no names, and with flags on those that need care: ambiguous ones are weak,
 * short foreign ones match only as written.
 */
export function flagAmbiguous(
  forms: readonly SurfaceForm[],
  { weak, never }: Pick<WorldTables, 'weak' | 'never'>,
): SurfaceForm[] {
  const english = new Set(
    forms.filter(({ language }) => language === 'en').map(({ text }) => lookupKey(text)),
  );
  return forms
    .filter(({ text }) => !never.has(lookupKey(text)))
    .map((form) => {
      const key = lookupKey(form.text);
      const isShort = form.text.length <= shortLength && isLatin(form.text) && !english.has(key);
      return {
        ...form,
        ...(isShort && { caseSensitive: true }),
        ...(weak.has(key) && { weak: true }),
      };
    });
}

export const isLatin = (text: string): boolean => /^[\p{Script=Latin}\p{M}\p{P}\p{Z}\p{N}]+$/u.test(text);
