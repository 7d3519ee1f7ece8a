/** Reads mentions: which records each may mean by its form and by what stands beside it. */

import type { Candidate, Evidence, Mention } from '../model/link.ts';
import type { Language, PackedRecord, PackRecord, RecordId } from '../model/record.ts';
import { reason, score, evidenceWeights as weights } from './evidence.ts';
import { isPartOfLongerName, type Surroundings } from './is-part-of-longer-name.ts';
import { aboutSport } from './is-team.ts';
import { wordsOf } from './languages/language-by-tag.ts';
import { isFormOf } from './languages/nicknames.ts';
import type { LinkingInput } from './linking-input.ts';
import {
  countWords,
  isCapitalised,
  isSentenceStart,
  lowerWords,
  TextCase,
  type Word,
  wordAfterSpan,
  wordBeforeSpan,
} from './neighbours.ts';
import { wholeBodyName } from './whole-body-name.ts';

export interface ReadMention {
  readonly mention: Mention;
  readonly readings: readonly Reading[];
  /** A surname after the first name of somebody else. */
  readonly isStranger: boolean;
}

/** One way to read a mention: the best surface form of one record. */
export interface Reading {
  readonly candidate: Candidate;
  readonly packed: PackedRecord;
  readonly base: readonly Evidence[];
  readonly needsSupport: boolean;
}

/** A mention with every way to read it that its own words and those beside it allow. */
export function readMention(mention: Mention, input: LinkingInput, surroundings: Surroundings): ReadMention {
  const byRecord = new Map<RecordId, Reading>();
  let isStranger = false;
  let { start, end } = mention;
  if (isInAddress(mention, input.text)) return { mention, readings: [], isStranger };
  const wordCount = countWords(input.text, mention);
  for (const candidate of mention.candidates) {
    const packed = input.records.get(candidate.id)?.find(({ packId }) => packId === candidate.packId);
    if (!packed) continue;
    const { kind } = packed.record;
    if (isInflectedElsewhere(candidate, packed.record, input, mention)) continue;
    if (candidate.inflected && isEverydayWord(mention, surroundings)) continue;
    if (isFunctionWord(mention, surroundings)) continue;
    if (candidate.type === 'demonym' && isLanguageName(mention, surroundings)) continue;
    if (candidate.type === 'abbreviation' && isShoutedWord(mention, surroundings)) continue;
    const ownWords = surroundings.ownWordsOf(packed.record);
    if (candidate.type === 'family' && hasOtherMiddleName(mention, packed.record, surroundings)) {
      isStranger = true;
      continue;
    }
    const given = candidate.type === 'family' ? givenNameBefore(mention, ownWords, surroundings) : null;
    const initials = candidate.type === 'family' && !given ? initialsBefore(mention, surroundings) : null;
    if (initials && !initials.letters.some((letter) => hasInitial(ownWords, letter))) {
      isStranger = true;
      continue;
    }
    const named = given ?? initials;
    if (named) {
      start = named.start;
      const base = [reason('name', weights.name, `${named.text} is a form of the given name`)];
      const asName: Candidate = { ...candidate, type: 'name' };
      byRecord.set(candidate.id, { candidate: asName, packed, base, needsSupport: false });
      continue;
    }
    const isCountry = countryId.test(candidate.id);
    const form = { kind, type: candidate.type, wordCount, ownWords, isCountry };
    const longer = isPartOfLongerName(mention, form, surroundings);
    if (longer === true) {
      const isWeakPlace = kind === 'place' && (candidate.type === 'demonym' || candidate.weak);
      isStranger ||=
        (candidate.type === 'family' || isWeakPlace) && isAfterName(mention, surroundings, isWeakPlace);
      continue;
    }
    const base = formEvidence(mention, candidate, packed.record, input, surroundings);
    const known = byRecord.get(candidate.id);
    if (known && score(known.base) >= score(base)) continue;
    byRecord.set(candidate.id, { candidate, packed, base, needsSupport: longer === 'unclear' });
    if (kind === 'organisation' && candidate.type === 'name')
      ({ start, end } = wholeBodyName(mention, packed.record, surroundings));
  }
  return { mention: { ...mention, start, end }, readings: [...byRecord.values()], isStranger };
}

/** ISO 3166-1. */
const countryId = /^iso3166:[A-Z]{2}$/;

const ownWords = new WeakMap<PackRecord, ReadonlySet<string>>();

/** Every word of a person's names; of other records none is asked for. */
function ownWordsOf(record: PackRecord): ReadonlySet<string> {
  let words = ownWords.get(record);
  if (!words) {
    words = new Set(
      record.kind === 'person' ? record.surfaceForms.flatMap((form) => lowerWords(form.text)) : [],
    );
    ownWords.set(record, words);
  }
  return words;
}

/** "A." or "A.B." before a surname, or null. */
function initialsBefore(
  { start }: Mention,
  { text }: Surroundings,
): { start: number; text: string; letters: string[] } | null {
  const last = text.charCodeAt(start - 1);
  if (last !== 0x2e && text.charCodeAt(start - 2) !== 0x2e) return null;
  const before = text.slice(Math.max(0, start - 8), start);
  const [, initials] = /(?<![\p{L}\p{N}.])((?:\p{Lu}\.[ \u00a0]?){1,2})$/u.exec(before) ?? [];
  if (!initials) return null;
  const letters = initials.toLowerCase().match(/\p{L}/gu) ?? [];
  return { start: start - initials.length, text: initials.trim(), letters };
}

const hasInitial = (words: ReadonlySet<string>, letter: string): boolean =>
  [...words].some((word) => word.startsWith(letter));

/** "Bob" before the surname of a Robert, "Robert J." too, or null. */
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
  const isOwn = initials !== '' && ownWords.has(lower);
  return isOwn || isFormOf(lower, ownWords) ? before : null;
}

const middleInitials = /(?<= )(?:\p{Lu}\. ?){1,2}$/u;

/** "Ada H. W. Reiner" is not she whose names are "Ada W. Reiner" and "Ada Wilma Reiner". */
function hasOtherMiddleName(mention: Mention, record: PackRecord, { text }: Surroundings): boolean {
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

/** "In Polish", with nothing after it that could be Polish: the language. */
function isLanguageName(mention: Mention, { text, words }: Surroundings): boolean {
  const before = words.beforeLanguages && wordBeforeSpan(text, mention);
  if (!before || !words.beforeLanguages?.has(before.text.toLowerCase())) return false;
  const after = wordAfterSpan(text, mention);
  return !after?.isHyphenated && (!after || words.functionWords.has(after.text));
}

/** A place called as a sentence begins: "Того". */
function isFunctionWord({ start, end }: Mention, { text, words }: Surroundings): boolean {
  const quote = text.slice(start, end);
  const lower = quote.toLowerCase();
  return lower.slice(1) === quote.slice(1) && words.functionWords.has(lower) && isSentenceStart(text, start);
}

/** "Ivy Reiner": the word before is a name, not the start of a sentence or a title. */
function isAfterName(mention: Mention, { text, words }: Surroundings, isPlace: boolean): boolean {
  const before = wordBeforeSpan(text, mention);
  if (!before || before.isHyphenated || !isCapitalised(before.text)) return false;
  const lower = before.text.toLowerCase();
  if (isPlace && placePrefixes.has(lower)) return false;
  return !words.titles.has(lower) && !words.functionWords.has(lower);
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

/** At the start of a Polish sentence "Aby" is no case of a town called Aba. */
function isEverydayWord({ start, end }: Mention, { text, words, pageWords }: Surroundings): boolean {
  const quote = text.slice(start, end);
  if (words.functionWords.has(quote.toLowerCase())) return true;
  return isSentenceStart(text, start) && pageWords.hasInLowerCase(quote);
}

/** "CONTACT US": in capitals a function word is no abbreviation, unless it begins a line or a compound. */
function isShoutedWord(
  { start, end }: Mention,
  { text, words, textCase, mentionEnds }: Surroundings,
): boolean {
  if (!words.functionWords.has(text.slice(start, end).toLowerCase())) return false;
  const before = wordBeforeSpan(text, { start, end });
  if (!before || /^[-\u2010\u2011]/.test(text.slice(end))) return false;
  const isBesideCapitals = /^\p{Lu}{2,}$/u.test(before.text) && !mentionEnds.has(before.end);
  return isBesideCapitals || textCase.lineCase(start) === 'capitals';
}

/** What the surface form itself says. */
function formEvidence(
  mention: Mention,
  candidate: Candidate,
  record: PackRecord,
  { text, language }: LinkingInput,
  { textCase, pageWords }: Surroundings,
): Evidence[] {
  const quote = text.slice(mention.start, mention.end);
  const evidence = [reason(candidate.type, weights[candidate.type], formNotes[candidate.type](quote))];
  if (candidate.inflected)
    evidence.push(reason('inflected', weights.inflected, 'by its ending another case'));
  if (candidate.weak)
    evidence.push(reason('weak-form', weights.weakForm, 'the same word has other meanings'));
  if (candidate.weak && candidate.type === 'name' && pageWords.hasInLowerCase(quote)) {
    evidence.push(
      reason('also-in-lower-case', weights.alsoInLowerCase, 'the text also has it as an everyday word'),
    );
  }
  if (record.prior !== undefined && record.prior !== 0.5) {
    evidence.push(
      reason('prior', (record.prior - 0.5) * 2 * weights.prior, 'how often this name means this record'),
    );
  }
  if (isOtherLanguage(candidate.language, language, record, quote)) {
    evidence.push(
      reason('other-language', weights.otherLanguage, `a ${candidate.language} name in a ${language} text`),
    );
  }
  if (
    candidate.type === 'abbreviation' &&
    !quote.includes('.') &&
    textCase.lineCase(mention.start) === 'capitals'
  ) {
    evidence.push(reason('in-capitals', weights.inCapitals, 'in capitals it may be a word'));
  }
  return evidence;
}

const formNotes: Record<Candidate['type'], (quote: string) => string> = {
  name: (quote) => `name: ${quote}`,
  abbreviation: (quote) => `abbreviation: ${quote}`,
  demonym: (quote) => `"${quote}" is of this place`,
  family: (quote) => `surname: ${quote}`,
};

function isOtherLanguage(
  of: Language | null,
  language: Language | null,
  record: PackRecord,
  quote: string,
): boolean {
  if (!of || !language || of === language) return false;
  const primary = language.split('-')[0];
  if (of.split('-')[0] === primary) return false;
  return !languagesOf(record, quote).some((each) => !each || each.split('-')[0] === primary);
}

const formLanguages = new WeakMap<PackRecord, ReadonlyMap<string, readonly (Language | null)[]>>();

/** The languages in which a record has a name of this spelling, null for all. */
function languagesOf(record: PackRecord, quote: string): readonly (Language | null)[] {
  let known = formLanguages.get(record);
  if (!known) {
    const byText = new Map<string, (Language | null)[]>();
    for (const { text, language = null } of record.surfaceForms) {
      const languages = byText.get(text);
      if (languages) languages.push(language);
      else byText.set(text, [language]);
    }
    known = byText;
    formLanguages.set(record, known);
  }
  return known.get(quote) ?? [];
}

/** Surnames and demonyms of one language are other words in the next: "Macronie" is Polish for Macron, not French. */
function isInflectedElsewhere(
  { type, language: of }: Candidate,
  record: PackRecord,
  { text, language }: LinkingInput,
  { start, end }: Mention,
): boolean {
  const isSuch = type === 'family' || type === 'demonym';
  return isSuch && isOtherLanguage(of, language, record, text.slice(start, end));
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
    mentionEnds: new Set(mentions.map(({ end }) => end)),
    weakEdges: new Set(
      mentions
        .filter(({ candidates }) => candidates.every(({ weak }) => weak))
        .flatMap(({ start, end }) => [start, end]),
    ),
  };
}
