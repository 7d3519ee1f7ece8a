import { lookupKey } from '../../model/lookup-key.ts';
import type { SurfaceForm } from '../../model/record.ts';
import type { WorldTables } from './read-world-tables.ts';

/** So short in Latin script, a name of another language than English would match too much in capitals. */
const shortLength = 4;

/** Words before which a name in small letters is no name: "la paz", "el paso", "the valley". */
const articles = /^(?:the|la|le|les|l|il|lo|el|los|las|al|as|an|o|a|da|de|den|der|die|das|het|can)[\s-]/iu;

/**
 * One record's names without those that are no names, and with flags on those that need care: ambiguous ones are weak
 * in every language, short foreign ones and those with an article match only as written.
 */
export function flagAmbiguous(
  forms: readonly SurfaceForm[],
  { weak, never }: Pick<WorldTables, 'weak' | 'never'>,
): SurfaceForm[] {
  const keysWhere = (isWanted: (form: SurfaceForm) => boolean): Set<string> =>
    new Set(forms.filter(isWanted).map(({ text }) => lookupKey(text)));
  const english = keysWhere(({ language }) => language === 'en');
  const weakHere = keysWhere((form) => form.weak === true);
  return forms
    .filter(({ text }) => !never.has(lookupKey(text)))
    .map((form) => {
      const key = lookupKey(form.text);
      const isShort = form.text.length <= shortLength && isLatin(form.text) && !english.has(key);
      return {
        ...form,
        ...((isShort || articles.test(form.text)) && { caseSensitive: true }),
        ...((weak.has(key) || weakHere.has(key)) && { weak: true }),
      };
    });
}

const isLatin = (text: string): boolean => /^[\p{Script=Latin}\p{M}\p{P}\p{Z}\p{N}]+$/u.test(text);
