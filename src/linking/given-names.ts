/** What stands before a surname: given names, initials, and whether they are those of the record. */

import type { Mention } from '../model/link.ts';
import type { PackRecord } from '../model/record.ts';
import type { Surroundings } from './is-part-of-longer-name.ts';
import { isFormOf } from './languages/nicknames.ts';
import { isPatronymic } from './languages/patronymic.ts';
import { isCapitalised, isSentenceStart, type Word, wordBeforeSpan } from './neighbours.ts';

/** "A." or "A.B." before a surname, or null. */
export function initialsBefore(
  { start }: Mention,
  { text }: Surroundings,
): { start: number; text: string; letters: string[] } | null {
  const last = text.charCodeAt(start - 1);
  if (last !== 0x2e && text.charCodeAt(start - 2) !== 0x2e) return null;
  const before = text.slice(Math.max(0, start - 8), start);
  // Two letters are one sound in "Дж.".
  const [, initials] = /(?<![\p{L}\p{N}.])((?:(?:Дж|\p{Lu})\.[ \u00a0]?){1,2})$/u.exec(before) ?? [];
  if (!initials) return null;
  const letters = initials.toLowerCase().match(/дж|\p{L}/gu) ?? [];
  return { start: start - initials.length, text: initials.trim(), letters };
}

/** "Ivy B. Reiner" is not Barbara: the initial is of a second name. */
export function isAfterOtherName(
  start: number,
  { text, words, pageWords, mentionEnds }: Surroundings,
): boolean {
  const before = wordBeforeSpan(text, { start, end: start });
  if (!before || before.isHyphenated || !isCapitalised(before.text) || mentionEnds.has(before.end))
    return false;
  const lower = before.text.toLowerCase();
  if (words.titles.has(lower) || words.functionWords.has(lower) || words.calendar.has(lower)) return false;
  return !(isSentenceStart(text, before.start) && pageWords.hasInLowerCase(before.text));
}

export const hasInitial = (words: ReadonlySet<string>, letter: string): boolean =>
  [...words].some((word) => word.startsWith(letter));

/** The given names before a surname that are those of its record, or null. */
export const givenBefore = (
  mention: Mention,
  ownWords: ReadonlySet<string>,
  record: PackRecord,
  surroundings: Surroundings,
): Word | null =>
  givenNameBefore(mention, ownWords, surroundings) ?? givenNamesBefore(mention, record, surroundings);

/** "Bob" before the surname of a Robert, "Robert J." and a second given name too, or null. */
function givenNameBefore(
  mention: Mention,
  ownWords: ReadonlySet<string>,
  { text }: Surroundings,
): Word | null {
  const mayHave = text.charCodeAt(mention.start - 1) === 0x2e || text.charCodeAt(mention.start - 2) === 0x2e;
  const initials = mayHave
    ? (middleInitials.exec(text.slice(Math.max(0, mention.start - 8), mention.start))?.[0] ?? '')
    : '';
  const before = wordBeforeSpan(text, { start: mention.start - initials.length, end: mention.end });
  if (!before || before.isHyphenated || !isCapitalised(before.text)) return null;
  const lower = before.text.toLowerCase();
  const isOwn = ownWords.has(lower) && lower !== text.slice(mention.start, mention.end).toLowerCase();
  return isOwn || isFormOf(lower, ownWords) ? before : null;
}

/** "Ada Wilma" before the surname of "Ada W. Reiner", and "Ada Ivanovna" before that of any Ada, or null. */
function givenNamesBefore({ start }: Mention, record: PackRecord, { text }: Surroundings): Word | null {
  const middle = wordBeforeSpan(text, { start, end: start });
  if (!middle || middle.isHyphenated || !isCapitalised(middle.text)) return null;
  const given = wordBeforeSpan(text, middle);
  if (!given || given.isHyphenated || !isCapitalised(given.text)) return null;
  const isOwn = record.surfaceForms.some((form) => {
    if (form.type !== 'name' || !form.text.startsWith(`${given.text} `)) return false;
    const [, second = ''] = form.text.split(' ');
    return isPatronymic(middle.text) || (second.endsWith('.') && middle.text.startsWith(second.slice(0, -1)));
  });
  return isOwn ? { ...given, end: middle.end, text: `${given.text} ${middle.text}` } : null;
}

const middleInitials = /(?<= )(?:\p{Lu}\. ?){1,2}$/u;

/** "Ada H. W. Reiner" is not she whose names are "Ada W. Reiner" and "Ada Wilma Reiner". */
export function hasOtherMiddleName(mention: Mention, record: PackRecord, { text }: Surroundings): boolean {
  if (text.charCodeAt(mention.start - 2) !== 0x2e) return false;
  const initials = middleInitials.exec(text.slice(Math.max(0, mention.start - 8), mention.start))?.[0] ?? '';
  const before = wordBeforeSpan(text, { start: mention.start - initials.length, end: mention.end });
  if (!initials || !before) return false;
  const surname = text.slice(mention.start, mention.end);
  const known = record.surfaceForms.flatMap((form) => {
    const words = form.type === 'name' ? form.text.split(' ') : [];
    return words[0] === before.text && words.at(-1) === surname ? words.slice(1, -1) : [];
  });
  const letters = initials.match(/\p{L}/gu) ?? [];
  return known.length > 0 && !letters.every((letter) => known.some((middle) => middle.startsWith(letter)));
}
