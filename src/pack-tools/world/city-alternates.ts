/** Which of the many alternate names of GeoNames are worth having: those that can be no other word. */

import { lookupKey } from '../../model/lookup-key.ts';
import { editDistance } from '../nearest-word.ts';

/** Letters that a name in an alphabet must have at least. */
const minLetters = 4;
const maxLength = 40;
/** In Latin each letter counts; between alphabets one sound is often written with two. */
const lettersPerEditInLatin = 7;
const lettersPerEdit = 3;

/**
 * The alternates that may be matched: spellings near one of the known names in Latin, Cyrillic and Greek, and names in
 * Arabic, Hebrew, Chinese, Japanese and Korean, whose letters say nothing about nearness. No airport codes, no
 * transliterations for machines, no names of former times.
 */
export function chooseAlternates(alternates: readonly string[], knownNames: readonly string[]): string[] {
  const known = knownNames.map(romanised);
  const wordCount = Math.max(...knownNames.map(countWords));
  return alternates.filter((alternate) => {
    if (alternate.length > maxLength || /[\d()[\]،/;:"]/u.test(alternate)) return false;
    return countWords(alternate) <= wordCount && isUsable(alternate, known);
  });
}

function isUsable(alternate: string, known: readonly string[]): boolean {
  switch (scriptOf(alternate)) {
    case 'latin':
      return isCapitalised(alternate) && isNear(romanised(alternate), known, lettersPerEditInLatin);
    case 'cased':
      return isCapitalised(alternate) && isNear(romanised(alternate), known, lettersPerEdit);
    case 'consonants':
      return countLetters(alternate) >= minLetters;
    case 'han':
      return alternate.length >= 2 && alternate.length <= 8;
    case 'syllables':
      return alternate.length >= 3;
    case 'other':
      return false;
  }
}

type Script = 'latin' | 'cased' | 'consonants' | 'han' | 'syllables' | 'other';

function scriptOf(text: string): Script {
  if (/^[\p{Script=Latin}\p{M}\p{P}\p{Zs}\p{Lm}]+$/u.test(text)) return 'latin';
  if (/^[\p{Script=Cyrillic}\p{M}\p{P}\p{Zs}]+$/u.test(text)) return 'cased';
  if (/^[\p{Script=Greek}\p{M}\p{P}\p{Zs}]+$/u.test(text)) return 'cased';
  if (/^(?:[\p{Script=Arabic}\p{M}\p{Zs}]+|[\p{Script=Hebrew}\p{M}\p{P}\p{Zs}]+)$/u.test(text))
    return 'consonants';
  if (/^\p{Script=Han}+$/u.test(text)) return 'han';
  if (/^(?:[\p{Script=Katakana}ー・]+|\p{Script=Hangul}+)$/u.test(text)) return 'syllables';
  return 'other';
}

/** A capital and then small letters: "KYIV" and "iev" are not how a name is written. */
function isCapitalised(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return letters.length >= minLetters && /^\p{Lu}/u.test(letters) && /\p{Ll}{2}/u.test(letters);
}

/** The first letter may differ only where spellings of one sound do. */
function isNear(name: string, known: readonly string[], perEdit: number): boolean {
  return known.some(
    (each) =>
      sound(name) === sound(each) &&
      editDistance(name, each) <= Math.floor(Math.max(name.length, each.length) / perEdit),
  );
}

const sound = (name: string): string => (firstSounds.get(name[0] ?? '') ?? name[0]) || '';

const firstSounds = new Map(
  ['ckq', 'jyi', 'vw', 'fp', 'szx', 'gh', 'ei'].flatMap((group) =>
    [...group].map((letter): [string, string] => [letter, group]),
  ),
);

/** Folded, and letters of other alphabets by those of Latin that sound most alike. */
function romanised(text: string): string {
  return [...lookupKey(text)].map((letter) => latinLetters.get(letter) ?? letter).join('');
}

const latinLetters = new Map<string, string>(
  Object.entries({
    ...{
      а: 'a',
      б: 'b',
      в: 'v',
      г: 'g',
      ґ: 'g',
      д: 'd',
      е: 'e',
      є: 'ye',
      ж: 'zh',
      з: 'z',
      и: 'i',
      і: 'i',
      й: 'i',
    },
    ...{
      к: 'k',
      л: 'l',
      м: 'm',
      н: 'n',
      о: 'o',
      п: 'p',
      р: 'r',
      с: 's',
      т: 't',
      у: 'u',
      ф: 'f',
      х: 'kh',
      ц: 'ts',
    },
    ...{
      ч: 'ch',
      ш: 'sh',
      щ: 'shch',
      ъ: '',
      ы: 'y',
      ь: '',
      э: 'e',
      ю: 'yu',
      я: 'ya',
      ј: 'j',
      љ: 'lj',
      њ: 'nj',
    },
    ...{ ћ: 'c', ђ: 'dj', џ: 'dz', ў: 'u', қ: 'k', ғ: 'g', ө: 'o', ү: 'u', ң: 'n', ә: 'a' },
    ...{
      α: 'a',
      β: 'v',
      γ: 'g',
      δ: 'd',
      ε: 'e',
      ζ: 'z',
      η: 'i',
      θ: 'th',
      ι: 'i',
      κ: 'k',
      λ: 'l',
      μ: 'm',
      ν: 'n',
    },
    ...{ ξ: 'x', ο: 'o', π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o' },
    ...{ ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i', ə: 'a' },
  }),
);

const countWords = (text: string): number => text.split(/[\s-]+/u).length;
const countLetters = (text: string): number => text.replace(/[^\p{L}]/gu, '').length;
