/** How a name is joined to what stands beside it: signs of a longer name, or that none goes on. */

import type { Span } from '../model/link.ts';
import type { RecordKind } from '../model/record.ts';
import { characterClassAt, cyrillic, letter, upper } from './character-class.ts';
import { generations, type LanguageWords } from './languages/language-words.ts';
import type { Word } from './neighbours.ts';

/** "Ada Bergholt Jr.": somebody else. */
export const isGeneration = (after: Word | null): boolean =>
  after !== null && generations.has(after.text.toLowerCase());

/** "VTK New Bergholt": a club, a body. */
export const isInitials = (before: Word | null, { stacksNames }: LanguageWords): boolean =>
  stacksNames === true && before !== null && /^\p{Lu}{3,}$/u.test(before.text);

/** "Мурманск-198", "Минск-арена": a thing. Where names decline, what stands behind their hyphen is no participle as in "US-led". */
export const hasNumberOrNoun = (after: Word | null, { adjective }: LanguageWords): boolean =>
  after?.isHyphenated === true &&
  (/^\d/.test(after.text) || (adjective !== undefined && /^\p{Ll}/u.test(after.text)));

/** "Bergholt & Reiner": a firm. */
export const isPartner = (text: string, { start, end }: Span): boolean =>
  (text.charCodeAt(end + 1) === ampersand && /^ & \p{Lu}/u.test(text.slice(end, end + 4))) ||
  (text.charCodeAt(start - 2) === ampersand && text.startsWith(' & ', start - 3));

const ampersand = 0x26;

/** "из Норландии Тит": where names decline, what follows a place in another case, or after a preposition, begins anew. */
export function isPlaceOfCase(
  text: string,
  { span, before, after }: { span: Span; before: Word | null; after: Word | null },
  { kind, isInflected }: { readonly kind: RecordKind; readonly isInflected?: boolean },
  { adjective, adjectivesFollow, placePrepositions }: LanguageWords,
): boolean {
  if (kind !== 'place' || !adjective) return false;
  if (adjectivesFollow && after && adjective.test(after.text.toLowerCase())) return false;
  if (isInflected) return true;
  // "в Island Records": of a foreign name the preposition says nothing.
  return (
    before !== null &&
    placePrepositions.has(before.text.toLowerCase()) &&
    isCyrillic(text, before) === isCyrillic(text, span)
  );
}

export const isCyrillic = (text: string, { start }: Span): boolean =>
  (characterClassAt(text, start) & cyrillic) !== 0;

/** Says whether a name stands in small letters and not in a compound: "the price cap", not "e-mail". */
export const isSmall = (
  text: string,
  { start, end }: Span,
  before: Word | null,
  after: Word | null,
): boolean =>
  (characterClassAt(text, start) & (letter | upper)) === letter &&
  text.slice(start, end) === text.slice(start, end).toLowerCase() &&
  !before?.isHyphenated &&
  !after?.isHyphenated;

/** "St. Paul" is a saint or what is called after one; the full stop hides the word from those that look beside. */
export const isSaint = (text: string, { start }: Span): boolean =>
  text.charCodeAt(start - 2) === 0x2e &&
  /(?<![\p{L}\p{N}])(?:St|Ste)\.[ \u00a0]$/u.test(text.slice(Math.max(0, start - 6), start));
