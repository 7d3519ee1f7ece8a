/** Reads mentions: which records each may mean by its form and by what stands beside it. */

import type { Candidate, Mention } from '../model/link.ts';
import { reason, score, evidenceWeights as weights } from './evidence.ts';
import {
  givenBefore,
  hasInitial,
  hasOtherMiddleName,
  initialsBefore,
  isAfterOtherName,
} from './given-names.ts';
import { isPartOfLongerName, type Surroundings } from './is-part-of-longer-name.ts';
import { isEverydayWord, isFunctionWord, isSentenceWord } from './is-sentence-word.ts';
import { aboutSport } from './is-team.ts';
import { wordsOf } from './languages/language-by-tag.ts';
import { lastBefore } from './last-before.ts';
import type { LinkingInput } from './linking-input.ts';
import { type NameForms, ownWordsOf, type Reading } from './name-forms.ts';
import { isCapitalised, TextCase, wordAfterSpan, wordBeforeSpan } from './neighbours.ts';
import { formEvidence, isShoutedPhrase, isShoutedWord } from './shouted.ts';
import { wholeBodyName } from './whole-body-name.ts';
import { withWholeQuotes } from './with-whole-quotes.ts';

export interface ReadMention {
  readonly mention: Mention;
  readonly readings: readonly Reading[];
  /** A surname after the first name of somebody else. */
  readonly isStranger: boolean;
}

/** A mention with every way to read it that its own words and those beside it allow. */
export function readMention(mention: Mention, nameForms: NameForms, surroundings: Surroundings): ReadMention {
  const readings: Reading[] = [];
  let isStranger = false;
  let { start, end } = mention;
  if (isInAddress(mention, surroundings.text) || isFunctionWord(mention, surroundings))
    return { mention, readings, isStranger };
  for (const nameForm of nameForms.of(mention)) {
    const { form, reading } = nameForm;
    const { candidate, packed } = reading;
    const { kind, ownWords } = form;
    if (candidate.inflected && isEverydayWord(mention, surroundings)) continue;
    if (form.wordCount === 1 && isSentenceWord(mention, candidate, packed.record, surroundings)) continue;
    if (kind === 'organisation' && form.wordCount === 1 && hasOwner(mention, nameForms, surroundings))
      continue;
    if (candidate.type === 'demonym' && isLanguageName(mention, surroundings)) continue;
    if (candidate.type === 'abbreviation' && isShoutedWord(mention, surroundings)) continue;
    if (form.wordCount > 1 && isShoutedPhrase(mention, packed.record, surroundings)) continue;
    if (candidate.type === 'family' && hasOtherMiddleName(mention, packed.record, surroundings)) {
      isStranger = true;
      continue;
    }
    const given =
      candidate.type === 'family' ? givenBefore(mention, ownWords, packed.record, surroundings) : null;
    const initials = candidate.type === 'family' && !given ? initialsBefore(mention, surroundings) : null;
    if (
      initials &&
      (!initials.letters.some((letter) => hasInitial(ownWords, letter)) ||
        isAfterOtherName(initials.start, surroundings))
    ) {
      isStranger = true;
      continue;
    }
    const named = given ?? initials;
    if (named) {
      start = named.start;
      const base = [reason('name', weights.name, `${named.text} is a form of the given name`)];
      const asName: Candidate = { ...candidate, type: 'name' };
      putReading(readings, { candidate: asName, packed, base, needsSupport: false });
      continue;
    }
    const longer = isPartOfLongerName(mention, form, surroundings);
    if (longer === true) {
      const isWeakPlace = kind === 'place' && (candidate.type === 'demonym' || candidate.weak);
      isStranger ||=
        ((candidate.type === 'family' || isWeakPlace) && isAfterName(mention, surroundings, isWeakPlace)) ||
        (candidate.type === 'family' && isBeforeName(mention, surroundings));
      continue;
    }
    const base = formEvidence(mention, nameForm, surroundings);
    const known = readings.find((other) => other.candidate.id === candidate.id);
    if (known && score(known.base) >= score(base)) continue;
    const isPlain = base === reading.base && longer !== 'unclear';
    putReading(readings, isPlain ? reading : { candidate, packed, base, needsSupport: longer === 'unclear' });
    if (kind === 'organisation' && candidate.type === 'name')
      ({ start, end } = wholeBodyName(mention, packed.record, surroundings));
    if (kind === 'person' && form.wordCount > 1)
      start = initialsBefore(mention, surroundings)?.start ?? start;
  }
  dropGuesses(readings);
  if (readings.length > 0) ({ start, end } = withWholeQuotes({ start, end }, surroundings.text));
  const isSame = start === mention.start && end === mention.end;
  return { mention: isSame ? mention : { ...mention, start, end }, readings, isStranger };
}

/** Initials that a pack's names imply are no rival of an abbreviation that another has written down. */
function dropGuesses(readings: Reading[]): void {
  const isGuess = ({ candidate: { type, weak } }: Reading): boolean => type === 'abbreviation' && weak;
  if (readings.length < 2 || readings.every(isGuess)) return;
  readings.splice(0, readings.length, ...readings.filter((reading) => !isGuess(reading)));
}

/** "президент Норландии": a word in small letters with what it belongs to behind it is another, narrower thing. */
function hasOwner(mention: Mention, nameForms: NameForms, { text, mentionAt }: Surroundings): boolean {
  if (isCapitalised(text.slice(mention.start, mention.end))) return false;
  const after = wordAfterSpan(text, mention);
  const owner =
    after && !after.isHyphenated && isCapitalised(after.text) ? mentionAt(after.start) : undefined;
  const forms = owner ? nameForms.of(owner) : [];
  return forms.length > 0 && forms.every(({ form }) => form.kind === 'place' || form.kind === 'organisation');
}

/** Of one record, one reading. */
function putReading(readings: Reading[], reading: Reading): void {
  const at = readings.findIndex(({ candidate }) => candidate.id === reading.candidate.id);
  if (at < 0) readings.push(reading);
  else readings[at] = reading;
}

/** "In Polish", with nothing after it that could be Polish: the language. */
function isLanguageName(mention: Mention, { text, words }: Surroundings): boolean {
  const before = words.beforeLanguages && wordBeforeSpan(text, mention);
  if (!before || !words.beforeLanguages?.has(before.text.toLowerCase())) return false;
  const after = wordAfterSpan(text, mention);
  return !after?.isHyphenated && (!after || words.functionWords.has(after.text));
}

/** "Ivy Reiner": the word before is a name, not the start of a sentence or a title. */
function isAfterName(mention: Mention, { text, words }: Surroundings, isPlace: boolean): boolean {
  const before = wordBeforeSpan(text, mention);
  if (!before || before.isHyphenated || !isCapitalised(before.text)) return false;
  const lower = before.text.toLowerCase();
  if (isPlace && placePrefixes.has(lower)) return false;
  return !words.titles.has(lower) && !words.functionWords.has(lower);
}

/** "Reiner Stone": what is a surname elsewhere is a given name here. */
function isBeforeName(mention: Mention, { text, words }: Surroundings): boolean {
  const after = wordAfterSpan(text, mention);
  if (!after || after.isHyphenated || !isCapitalised(after.text)) return false;
  const lower = after.text.toLowerCase();
  return !words.titles.has(lower) && !words.functionWords.has(lower) && !words.calendar.has(lower);
}

/** They make a place's name another place's, not a person's: "East Newport". */
const placePrefixes: ReadonlySet<string> = new Set(
  'central east el fort great lake las los lower mount new north old port saint san santa south upper west'.split(
    ' ',
  ),
);

/** "@Reiner", "Reiner.com": an address is no mention. */
function isInAddress({ start, end }: Mention, text: string): boolean {
  if (text[start - 1] === '@') return true;
  return text[end] === '.' && /^\p{Ll}/u.test(text.slice(end + 1, end + 3));
}

/** What is looked up for every mention, made once a text. */
export function surroundingsOf({ text, language, pageWords, mentions }: LinkingInput): Surroundings {
  const words = wordsOf(language);
  return {
    text,
    words,
    textCase: new TextCase(text, words),
    pageWords,
    isAboutSport: aboutSport(pageWords),
    ownWordsOf,
    mentionStarts: new Set(mentions.map(({ start }) => start)),
    mentionAt: (start) => {
      const mention = lastBefore(mentions, start + 1);
      return mention?.start === start ? mention : undefined;
    },
    mentionEnds: new Set(mentions.map(({ end }) => end)),
    weakEdges: new Set(
      mentions
        .filter(({ candidates }) => candidates.every(({ weak }) => weak))
        .flatMap(({ start, end }) => [start, end]),
    ),
  };
}
