/** The forms of adjectives of countries, in languages that write them small. */

import type { Language, SurfaceForm } from '../../model/record.ts';

/** What a table says of one country by language: a dictionary form, or all forms. */
export type AdjectiveTable = Readonly<Record<Language, Adjective>>;
type Adjective = string | readonly string[] | { readonly text: string; readonly caseSensitive: true };

/** Weak demonyms in lower case: they say whose president is meant and are no names of the country. */
export function adjectiveForms(table: AdjectiveTable | undefined): SurfaceForm[] {
  return Object.entries(table ?? {}).flatMap(([language, given]) => {
    const isExact = typeof given === 'object' && 'caseSensitive' in given;
    const base = isExact ? given.text : given;
    const forms = typeof base === 'string' ? formsByLanguage[language]?.(base) : base;
    return (forms ?? []).map(
      (text): SurfaceForm => ({
        text,
        type: 'demonym',
        language,
        weak: true,
        ...(isExact ? { caseSensitive: true } : {}),
      }),
    );
  });
}

const formsByLanguage: Readonly<Record<string, (base: string) => readonly string[]>> = {
  de: (base) => ['e', 'en', 'em', 'er', 'es'].map((ending) => base + ending),
  es: spanishForms,
  fr: frenchForms,
  pl: (base) =>
    declined(base, /i$/, ['i', 'iego', 'iemu', 'im', 'a', 'iej', 'ą', 'ie', 'ich', 'imi']).concat(
      // Of men: "ukraińscy", "niemieccy".
      base.replace(/ski$/, 'scy').replace(/cki$/, 'ccy').replace(/dzki$/, 'dzcy'),
    ),
  ru: (base) =>
    declined(base, /ий$/, ['ий', 'ого', 'ому', 'им', 'ом', 'ая', 'ой', 'ую', 'ое', 'ие', 'их', 'ими']),
  uk: (base) =>
    declined(base, /ий$/, ['ий', 'ого', 'ому', 'им', 'а', 'ої', 'ій', 'у', 'ою', 'е', 'і', 'их', 'ими']),
};

function declined(base: string, ending: RegExp, endings: readonly string[]): string[] {
  const stem = base.replace(ending, '');
  return endings.map((each) => stem + each);
}

/** "français, française", "ukrainien, ukrainienne", "belge". */
function frenchForms(base: string): string[] {
  const feminine = base.endsWith('e') ? base : base.endsWith('en') ? `${base}ne` : `${base}e`;
  const plural = (form: string): string => (form.endsWith('s') ? form : `${form}s`);
  return [...new Set([base, feminine, plural(base), plural(feminine)])];
}

/** "ucraniano", "francés", "alemán", "español", "israelí", "canadiense", "belga". */
function spanishForms(base: string): string[] {
  if (base.endsWith('o')) return ['o', 'a', 'os', 'as'].map((ending) => base.slice(0, -1) + ending);
  if (base.endsWith('í')) return [base, `${base}es`, `${base}s`];
  if (/[ea]$/.test(base)) return [base, `${base}s`];
  const stem = base.replace(/és$/, 'es').replace(/án$/, 'an').replace(/ón$/, 'on');
  return [base, `${stem}a`, `${stem}es`, `${stem}as`];
}
