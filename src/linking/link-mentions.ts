/** Decides mentions: for one record with reasons, or for none. A wrong link is worse than a missing one. */

import type { EdtfDate } from '../model/edtf-date.ts';
import type { Candidate, Evidence, Link, Mention } from '../model/link.ts';
import { localise } from '../model/localise.ts';
import type { Language, PackedRecord, PackId, PackRecord, RecordId } from '../model/record.ts';
import { reason, score, scoreFloor, scoreMargin, evidenceWeights as weights } from './evidence.ts';
import { isPartOfLongerName, type Surroundings } from './is-part-of-longer-name.ts';
import { wordsOf } from './languages/language-by-tag.ts';
import { isSentenceStart, lowerWords, TextCase, wordBeforeSpan } from './neighbours.ts';
import { capitalOnPage, coherence, nearDate, type PageKnowledge } from './page-evidence.ts';
import { roleBeside } from './role-evidence.ts';
import { withoutNamesakes } from './without-namesakes.ts';

export interface LinkingInput {
  readonly text: string;
  readonly language: Language | null;
  readonly asOf: EdtfDate | null;
  readonly mentions: readonly Mention[];
  /** Every record that a mention may mean, in the reader's order of packs. */
  readonly records: ReadonlyMap<RecordId, readonly PackedRecord[]>;
  readonly recordCounts: ReadonlyMap<PackId, number>;
  /** Records known to be on the page outside this text. */
  readonly contextIds: readonly RecordId[];
}

export interface LinkingResult {
  /** In text order. */
  readonly links: readonly Link[];
  readonly knowledge: PageKnowledge;
}

interface Choice {
  readonly mention: Mention;
  readonly packed: PackedRecord;
  readonly evidence: readonly Evidence[];
  /** In a headline: shown only if the text below confirms it. */
  readonly needsSupport: boolean;
}

/** The links of one text. Mentions without enough evidence, or with two readings as good, are left out. */
export function linkMentions(input: LinkingInput): LinkingResult {
  const surroundings = surroundingsOf(input);
  const knownWords = new Map<RecordId, ReadonlySet<string>>();
  const read = input.mentions.map((mention) => ({
    mention,
    readings: readingsOf(mention, input, surroundings, knownWords),
  }));
  const open = withoutNamesakes(read, input.text);
  const knowledge = learn(open, input);
  const choices = open.flatMap(
    ({ mention, readings }) => choose(mention, readings, input, surroundings, knowledge) ?? [],
  );
  const supported = new Set([
    ...input.contextIds,
    ...choices.filter((choice) => !choice.needsSupport).map((choice) => choice.packed.record.id),
  ]);
  const links = choices
    .filter((choice) => !choice.needsSupport || supported.has(choice.packed.record.id))
    .map((choice) => toLink(choice, input));
  return { links, knowledge };
}

function surroundingsOf({ text, language, mentions }: LinkingInput): Surroundings {
  const words = wordsOf(language);
  return {
    text,
    words,
    textCase: new TextCase(text, words),
    mentionStarts: new Set(mentions.map(({ start }) => start)),
    mentionEnds: new Set(mentions.map(({ end }) => end)),
    weakEdges: new Set(
      mentions
        .filter(({ candidates }) => candidates.every(({ weak }) => weak))
        .flatMap(({ start, end }) => [start, end]),
    ),
  };
}

/** One way to read a mention: the best surface form of one record. */
interface Reading {
  readonly candidate: Candidate;
  readonly packed: PackedRecord;
  readonly base: readonly Evidence[];
  readonly needsSupport: boolean;
}

function readingsOf(
  mention: Mention,
  input: LinkingInput,
  surroundings: Surroundings,
  knownWords: Map<RecordId, ReadonlySet<string>>,
): Reading[] {
  const byRecord = new Map<RecordId, Reading>();
  const wordCount = lowerWords(input.text.slice(mention.start, mention.end)).length;
  for (const candidate of mention.candidates) {
    const packed = input.records.get(candidate.id)?.find(({ packId }) => packId === candidate.packId);
    if (!packed) continue;
    const { kind } = packed.record;
    if (isInflectedElsewhere(candidate, packed.record, input, mention)) continue;
    if (isInAddress(mention, input.text)) continue;
    if (candidate.inflected && isEverydayWord(mention, surroundings)) continue;
    if (candidate.type === 'abbreviation' && isShoutedWord(mention, surroundings)) continue;
    const ownWords = ownWordsOf(packed.record, knownWords);
    const form = { kind, type: candidate.type, wordCount, ownWords };
    const longer = isPartOfLongerName(mention, form, surroundings);
    if (longer === true) continue;
    const base = formEvidence(mention, candidate, packed.record, input, surroundings);
    const known = byRecord.get(candidate.id);
    if (known && score(known.base) >= score(base)) continue;
    byRecord.set(candidate.id, { candidate, packed, base, needsSupport: longer === 'unclear' });
  }
  return [...byRecord.values()];
}

/** Every word of a person's names; of other records none is asked for. */
function ownWordsOf(record: PackRecord, known: Map<RecordId, ReadonlySet<string>>): ReadonlySet<string> {
  let words = known.get(record.id);
  if (!words) {
    words = new Set(
      record.kind === 'person' ? record.surfaceForms.flatMap((form) => lowerWords(form.text)) : [],
    );
    known.set(record.id, words);
  }
  return words;
}

/** "@Reiner", "Reiner.com": an address is no mention. */
function isInAddress({ start, end }: Mention, text: string): boolean {
  return text[start - 1] === '@' || /^\.\p{Ll}/u.test(text.slice(end, end + 3));
}

/** At the start of a Polish sentence "Aby" is no case of a town called Aba. */
function isEverydayWord({ start, end }: Mention, { text, words, textCase }: Surroundings): boolean {
  const quote = text.slice(start, end);
  if (words.functionWords.has(quote.toLowerCase())) return true;
  return isSentenceStart(text, start) && textCase.isSeenInLowerCase(quote);
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
  { textCase }: Surroundings,
): Evidence[] {
  const quote = text.slice(mention.start, mention.end);
  const evidence = [reason(candidate.type, weights[candidate.type], formNotes[candidate.type](quote))];
  if (candidate.inflected)
    evidence.push(reason('inflected', weights.inflected, 'by its ending another case'));
  if (candidate.weak)
    evidence.push(reason('weak-form', weights.weakForm, 'the same word has other meanings'));
  if (candidate.weak && candidate.type === 'name' && textCase.isSeenInLowerCase(quote)) {
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
  if (!of || !language) return false;
  const primary = language.split('-')[0];
  if (of.split('-')[0] === primary) return false;
  return !record.surfaceForms.some(
    (form) => form.text === quote && (!form.language || form.language.split('-')[0] === primary),
  );
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

/** First look at the whole page: which records it names beyond doubt, and which it may mean. */
function learn(
  open: readonly { mention: Mention; readings: readonly Reading[] }[],
  { text, contextIds, recordCounts, asOf }: LinkingInput,
): PageKnowledge {
  const named = new Map<RecordId, string>(contextIds.map((id) => [id, id]));
  const possible = new Map<PackId, Set<RecordId>>();
  for (const { mention, readings } of open) {
    const [reading] = readings;
    if (!reading || readings.length > 1 || reading.needsSupport) continue;
    const { packId, record } = reading.packed;
    // Two names that are everyday words do not speak for each other.
    if (reading.candidate.weak) continue;
    if (!possible.has(packId)) possible.set(packId, new Set());
    possible.get(packId)?.add(record.id);
    const isFull = reading.candidate.type !== 'family';
    if (isFull && !named.has(record.id)) named.set(record.id, text.slice(mention.start, mention.end));
  }
  return { named, possible, recordCounts, asOf };
}

function choose(
  mention: Mention,
  readings: readonly Reading[],
  input: LinkingInput,
  surroundings: Surroundings,
  knowledge: PageKnowledge,
): Choice | null {
  const judged = readings
    .map((reading) => ({
      mention,
      packed: reading.packed,
      needsSupport: reading.needsSupport,
      evidence: weigh(mention, reading, input, surroundings, knowledge),
    }))
    .sort((a, b) => score(b.evidence) - score(a.evidence));
  const [first, second] = judged;
  if (!first || score(first.evidence) < scoreFloor) return null;
  if (second && rawScore(first) - rawScore(second) < scoreMargin) return null;
  return first;
}

/** Uncut, so that two readings that both have more than enough evidence can still be told apart. */
const rawScore = ({ evidence }: Pick<Choice, 'evidence'>): number =>
  evidence.reduce((sum, { weight }) => sum + weight, 0);

function weigh(
  mention: Mention,
  reading: Reading,
  { text }: LinkingInput,
  { words }: Surroundings,
  knowledge: PageKnowledge,
): Evidence[] {
  const { candidate, packed } = reading;
  const { packId, record } = packed;
  const evidence = [...reading.base];
  const fullName = knowledge.named.get(record.id);
  if (fullName && (candidate.type === 'family' || candidate.weak)) {
    evidence.push(reason('full-name-on-page', weights.fullNameOnPage, `full name on this page: ${fullName}`));
  }
  if (record.kind === 'person') evidence.push(...roleBeside(text, mention, record, words));
  if (record.kind === 'event') evidence.push(...nearDate(packId, record, knowledge));
  if (record.kind === 'place' && candidate.weak) evidence.push(...capitalOnPage(record, knowledge));
  if (record.kind === 'place' && candidate.type === 'name') {
    const before = wordBeforeSpan(text, mention)?.text.toLowerCase();
    if (before && words.placePrepositions.has(before)) {
      evidence.push(reason('place-preposition', weights.placePreposition, `"${before}" before a place`));
    }
  }
  evidence.push(...coherence(packId, record, knowledge));
  return evidence;
}

function toLink({ mention, packed, evidence }: Choice, { text, language }: LinkingInput): Link {
  const { packId, record } = packed;
  return {
    start: mention.start,
    end: mention.end,
    quote: text.slice(mention.start, mention.end),
    kind: record.kind,
    id: record.id,
    label: localise(record.label, language),
    packId,
    score: score(evidence),
    evidence,
  };
}
