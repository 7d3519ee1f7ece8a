/** Capitals throughout: what they hide of an abbreviation, a word and a name. */

import type { Evidence, Mention } from '../model/link.ts';
import type { PackRecord } from '../model/record.ts';
import { characterClassAt, letter, upper } from './character-class.ts';
import { reason, evidenceWeights as weights } from './evidence.ts';
import type { Surroundings } from './is-part-of-longer-name.ts';
import type { NameForm } from './name-forms.ts';
import { wordBeforeSpan } from './neighbours.ts';

/** "CONTACT US": in capitals a function word is no abbreviation, unless it begins a line or a compound. */
export function isShoutedWord(
  { start, end }: Mention,
  { text, words, textCase, mentionEnds }: Surroundings,
): boolean {
  if (!words.functionWords.has(text.slice(start, end).toLowerCase())) return false;
  const before = wordBeforeSpan(text, { start, end });
  if (!before || /^[-\u2010\u2011]/.test(text.slice(end))) return false;
  const isBesideCapitals = /^\p{Lu}{2,}$/u.test(before.text) && !mentionEnds.has(before.end);
  return isBesideCapitals || textCase.lineCase(start) === 'capitals';
}

/** "LA PAZ" in a Spanish headline may be peace. */
export function isShoutedPhrase(
  { start, end }: Mention,
  { surfaceForms }: PackRecord,
  { text, words }: Surroundings,
): boolean {
  // Nearly all names have a small second letter, which is quickly seen.
  if ((characterClassAt(text, start + 1) & (letter | upper)) === letter) return false;
  const quote = text.slice(start, end);
  if (quote !== quote.toUpperCase() || surfaceForms.some((form) => form.text === quote)) return false;
  const [first = ''] = quote.toLowerCase().split(' ', 1);
  return words.functionWords.has(first);
}

const inCapitals = reason('in-capitals', weights.inCapitals, 'in capitals it may be a word');

/** What the surface form itself says where it stands. */
export function formEvidence(
  { start, end }: Mention,
  { reading: { candidate, base } }: NameForm,
  { text, textCase }: Surroundings,
): readonly Evidence[] {
  const isShouted =
    candidate.type === 'abbreviation' &&
    textCase.lineCase(start) === 'capitals' &&
    !text.slice(start, end).includes('.');
  return isShouted ? [...base, inCapitals] : base;
}
