/** Forms that a name implies, so that authors need not write them: surnames, names without "The", "Inc." or "Republic of". */

import { isPatronymic } from '../linking/languages/patronymic.ts';
import { lookupKey } from '../model/lookup-key.ts';
import type { RecordKind, SurfaceForm } from '../model/record.ts';

/**
 * The forms that a record's full names imply and that it does not have. A person gets a surname in each language for
 * which none is written; every such form needs evidence, since its type is `family` or it is weak.
 */
export function deriveSurfaceForms(kind: RecordKind, forms: readonly SurfaceForm[]): SurfaceForm[] {
  const names = forms.filter(({ type, weak }) => type === 'name' && !weak);
  const derived =
    kind === 'person'
      ? derivePersonForms(forms, names)
      : [...deriveThingForms(kind, names), ...(kind === 'organisation' ? deriveInitials(forms, names) : [])];
  const known = new Set(forms.map(({ text }) => lookupKey(text)));
  return derived.filter(({ text }) => !known.has(lookupKey(text)));
}

/** Particles that belong to the surname after them. */
const particles = new Set(
  'af al ap av bar bat bel ben bin bint da dal dalla de degli del della den der des di do dos du el ibn la le mac of st ter ten van vom von y zu zum zur аль бен бин ван дель де ибн фон'.split(
    ' ',
  ),
);
const cyrillicWord = /^\p{Script=Cyrillic}+$/u;
const generation = /^(?:jr|sr|junior|senior|[ivx]+|ml|st|молодший|младший)\.?$/i;
const shortestSurname = 3;

function derivePersonForms(forms: readonly SurfaceForm[], names: readonly SurfaceForm[]): SurfaceForm[] {
  const written = forms.filter(({ type }) => type === 'family');
  return names.flatMap((name) => {
    const words = personWords(name.text);
    if (!words) return [];
    const derive = (text: string, type: SurfaceForm['type']): SurfaceForm => ({
      text,
      type,
      ...(name.language !== undefined && { language: name.language }),
    });
    const derived: SurfaceForm[] = [];
    const [first = ''] = words;
    const surname = surnameOf(words);
    if (isInverted(name.text, words)) derived.push(derive(words.join(' '), 'name'));
    if (isSpelledOut(first) && words.length > surname.length + 1) {
      derived.push(derive([first, ...surname].join(' '), 'name'));
    }
    const hasFamily = written.some(
      ({ language }) => language === undefined || name.language === undefined || language === name.language,
    );
    if (hasFamily) return derived;
    const last = surname.at(-1) ?? '';
    for (const text of new Set([surname.join(' '), last, last.replace(/^\p{L}{2}[-’'](?=\p{Lu})/u, '')])) {
      if (lookupKey(text).length >= shortestSurname) derived.push(derive(text, 'family'));
    }
    return derived;
  });
}

/** Given name first and surname last, or null for a name that is not made so: "Pope X", "Louis IX", one word. */
function personWords(text: string): string[] | null {
  const plain = text.replace(/\s*\([^)]*\)/g, '').replace(/["“”«»„]/g, '');
  const [main = '', after = ''] = plain.split(/,\s*/);
  // Registers in Cyrillic put the surname first: "Surname, Given Patronymic".
  const isRegistered =
    /^\p{Script=Cyrillic}[^\s]*$/u.test(main) && /^\p{Lu}\S+(?:\s\p{Lu}\S+)?$/u.test(after);
  const words = (isRegistered ? `${after} ${main}` : main).trim().split(/\s+/);
  // They do so without a comma too: "Surname Given Patronymic".
  const [first = '', second = '', third = ''] = words;
  const isSurnameFirst = words.length === 3 && isPatronymic(third) && !isPatronymic(second);
  if (isSurnameFirst && cyrillicWord.test(third)) words.push(words.shift() ?? first);
  if (words.length > 2 && generation.test(words.at(-1) ?? '')) words.pop();
  const isPlain =
    words.every((word) => /^[\p{L}\p{M}.’'ʼ-]+$/u.test(word)) && !generation.test(words.at(-1) ?? '');
  const hasOf = words.some((word) => word === 'of' || word === 'the');
  const last = words.at(-1) ?? '';
  const isName = words.length >= 2 && words.length <= 6 && /^(?:al-|el-|d[’'])?\p{Lu}/iu.test(last);
  return isPlain && !hasOf && isName && last !== last.toLowerCase() ? words : null;
}

/** Says whether a name does not begin with the given name. */
const isInverted = (text: string, [given = '']: readonly string[]): boolean =>
  text.includes(',') || !text.startsWith(given);

function surnameOf(words: readonly string[]): string[] {
  let start = words.length - 1;
  while (start > 1 && particles.has((words[start - 1] ?? '').toLowerCase())) start--;
  return words.slice(start);
}

const isSpelledOut = (word: string): boolean => word.length > 2 && !word.includes('.');

const corporateEnding =
  /,?(?:\s+(?:and|&))?\s+(?:inc|incorporated|corp|corporation|co|company|ltd|limited|llc|llp|plc|ag|gmbh|se|sa|s\.a|spa|s\.p\.a|nv|n\.v|bv|b\.v|oyj|asa|ab|a\/s|kg|kgaa|a\.s|s\.r\.o|sp\. z o\.o)\.?$/iu;
/** "Kingdom of", "People's Republic of": the rest is what everybody says. */
const stateForm =
  /^(?:the )?(?:\p{L}+(?:['’]s)? ){0,3}(?:republic|kingdom|commonwealth|federation|principality|grand duchy|sultanate|emirate|state|union) of (?:the )?(?=\p{Lu})/iu;
/** "Республика Коми", not "Чешская Республика" nor "Республика Сербская". */
const cyrillicStateForm = /^(?:Республика|Республіка) (?=\p{Lu}\S*$)(?!\S*(?:ская|ська)$)/u;
const unionForm = /^(united \p{Lu}\p{L}+) of \p{Lu}.*$/iu;

function deriveThingForms(kind: RecordKind, names: readonly SurfaceForm[]): SurfaceForm[] {
  return names.flatMap((name) => {
    const shorter = new Set([shorten(name.text, kind)]);
    if (kind === 'organisation') for (const text of respell(name.text)) shorter.add(text);
    if (kind === 'place') for (const text of shortPlaceNames(name, names)) shorter.add(text);
    return [...shorter]
      .filter((text) => text !== name.text && /\p{L}{2}/u.test(text))
      .map((text): SurfaceForm => {
        const isWeak = !/[\s-]/.test(text) && !isStateForm(name.text) && !text.includes('.');
        return { ...name, text, ...(isWeak && { weak: true }) };
      });
  });
}

/** Without an article, an explanation in parentheses, or the form of company. */
function shorten(text: string, kind: RecordKind): string {
  const plain = text.replace(/\s*\([^)]*\)$/, '').replace(/^the\s+(?=\S)/iu, '');
  return kind === 'organisation' ? plain.replace(corporateEnding, '') : plain;
}

/** The name before a comma ("Springfield, Ohio"), and that of a state whose names in the language are all long. */
function shortPlaceNames({ text, language }: SurfaceForm, names: readonly SurfaceForm[]): string[] {
  const short: string[] = [];
  const [, beforeComma] = /^([\p{Lu}][^,]+), \p{Lu}[^,]*$/u.exec(text) ?? [];
  if (beforeComma) short.push(beforeComma);
  const siblings = names.filter((other) => other.language === language || !other.language);
  if (siblings.every((other) => isStateForm(other.text) || unionForm.test(other.text))) {
    short.push(text.replace(stateForm, '').replace(cyrillicStateForm, '').replace(unionForm, '$1'));
  }
  return short;
}

const isStateForm = (text: string): boolean => stateForm.test(text) || cyrillicStateForm.test(text);

/** A name whose last words have an equal: "Bergholt Incorporated", "Bergholt Inc.". */
function respell(text: string): string[] {
  for (const forms of equalEndings) {
    const ending = forms.find((form) => text.endsWith(` ${form}`));
    if (ending) return forms.map((form) => text.slice(0, -ending.length) + form);
  }
  return [];
}

const equalEndings: readonly (readonly string[])[] = [
  ['Incorporated', 'Inc.'],
  ['Corporation', 'Corp.'],
  ['Company', 'Co.'],
  ['Limited', 'Ltd.'],
  ['Football Club', 'F.C.', 'FC'],
];

/** Words that initials leave out. */
const unspoken = new Set(
  'a an and at by for from in of on the to with de des du d et la le les l del y e el los las da do der die das und für von i w z na o и в во на по с со о та і у з до для'.split(
    ' ',
  ),
);
const fewestInitials = 3;
const mostInitials = 6;

/** Initials of a body's long names in each language for which no abbreviation is written; weak, since others may share them. */
function deriveInitials(forms: readonly SurfaceForm[], names: readonly SurfaceForm[]): SurfaceForm[] {
  const written = forms.filter(({ type }) => type === 'abbreviation');
  return names.flatMap(({ text, language }): SurfaceForm[] => {
    const hasOwn = written.some((form) => !form.language || !language || form.language === language);
    const words = text.split(/[\s\u2010-\u2015-]+/).filter((word) => !unspoken.has(word.toLowerCase()));
    const isPlain = words.every((word) => /^\p{L}[\p{L}\p{M}.’']*$/u.test(word));
    if (hasOwn || !isPlain || words.length < fewestInitials || words.length > mostInitials) return [];
    const initials = words.map((word) => word.charAt(0).toUpperCase()).join('');
    return [
      {
        text: initials,
        type: 'abbreviation',
        weak: true,
        caseSensitive: true,
        ...(language && { language }),
      },
    ];
  });
}
