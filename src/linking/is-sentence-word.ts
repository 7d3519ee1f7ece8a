/** Words that have a capital because a sentence begins with them, and are no names. */

import type { Candidate, Mention } from '../model/link.ts';
import type { PackRecord } from '../model/record.ts';
import type { Surroundings } from './is-part-of-longer-name.ts';
import { isCapitalised, isSentenceStart } from './neighbours.ts';

/** A place called as a sentence begins: "Того". */
export function isFunctionWord({ start, end }: Mention, { text, words }: Surroundings): boolean {
  if (!isSentenceStart(text, start)) return false;
  const quote = text.slice(start, end);
  const lower = quote.toLowerCase();
  return words.functionWords.has(lower) && lower.slice(1) === quote.slice(1);
}

/** At the start of a Polish sentence "Aby" is no case of a town called Aba. */
export function isEverydayWord({ start, end }: Mention, { text, words, pageWords }: Surroundings): boolean {
  const quote = text.slice(start, end);
  if (words.functionWords.has(quote.toLowerCase())) return true;
  return isSentenceStart(text, start) && pageWords.hasInLowerCase(quote);
}

/** A body that is called PO and a sentence that begins with "Po": the text has the word elsewhere, with a small letter alone. */
export function isSentenceWord(
  { start, end }: Mention,
  { type }: Candidate,
  { surfaceForms }: PackRecord,
  surroundings: Surroundings,
): boolean {
  const { text, pageWords } = surroundings;
  if (type === 'demonym' || !isSentenceStart(text, start)) return false;
  const quote = text.slice(start, end);
  const lower = quote.toLowerCase();
  if (!isCapitalised(quote) || lower.slice(1) !== quote.slice(1)) return false;
  if (!pageWords.hasInLowerCase(quote) || surfaceForms.some((form) => form.text === lower)) return false;
  return !isNameWithinSentence(quote, surroundings);
}

const namesWithin = new WeakMap<Surroundings, Map<string, boolean>>();

/** Says whether a word also stands with a capital where no sentence begins; the text is searched once for each word. */
function isNameWithinSentence(word: string, surroundings: Surroundings): boolean {
  const known = namesWithin.get(surroundings) ?? new Map<string, boolean>();
  namesWithin.set(surroundings, known);
  let isName = known.get(word);
  if (isName === undefined) {
    isName = findWithinSentence(word, surroundings.text);
    known.set(word, isName);
  }
  return isName;
}

function findWithinSentence(word: string, text: string): boolean {
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length)) {
    const end = start + word.length;
    const isWhole =
      !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, start - 2), start)) &&
      !/^[\p{L}\p{N}]/u.test(text.slice(end, end + 2));
    if (isWhole && !isSentenceStart(text, start)) return true;
  }
  return false;
}
