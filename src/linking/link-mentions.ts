/** Decides mentions: for one record with reasons, or for none. A wrong link is worse than a missing one. */

import type { AmbiguousLink, Candidate, Evidence, Link, Mention } from '../model/link.ts';
import type { PackedRecord, PackId, RecordId, RecordKind } from '../model/record.ts';
import { rawScore, reason, score, scoreFloor, scoreMargin, evidenceWeights as weights } from './evidence.ts';
import type { Surroundings } from './is-part-of-longer-name.ts';
import type { LanguageWords } from './languages/language-words.ts';
import type { LinkingInput } from './linking-input.ts';
import { makeCandidate, makeLink } from './make-link.ts';
import { bearersIn, type NameBearers } from './name-bearers.ts';
import { NameForms, type Reading } from './name-forms.ts';
import { wordAfterSpan, wordBeforeSpan } from './neighbours.ts';
import {
  capitalOfNamed,
  capitalOnPage,
  coherence,
  nearDate,
  type PageKnowledge,
  placesOfCountry,
} from './page-evidence.ts';
import { withEchoes } from './read-echoes.ts';
import { type ReadMention, readMention, surroundingsOf } from './read-mentions.ts';
import { roleBeside } from './role-evidence.ts';
import { countriesOf, withoutNamesakes } from './without-namesakes.ts';

export interface LinkingResult {
  /** In text order. */
  readonly links: readonly Link[];
  /** In text order; none overlaps a link. */
  readonly ambiguous: readonly AmbiguousLink[];
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
  const nameForms = new NameForms(input);
  const read = withoutSwallowed(
    input.mentions.map((mention) => readMention(mention, nameForms, surroundings)),
  );
  const known = withoutNamesakes(read, input.text);
  const knowledge = learn(known, input);
  const open = withEchoes(known, surroundings);
  const bearers = bearersIn(read, input.text);
  const page = { input, surroundings, knowledge, bearers, known: new Map<Reading, PageEvidence>() };
  const choices: Choice[] = [];
  const ambiguous: AmbiguousLink[] = [];
  const supported = new Set(input.contextIds);
  for (const { mention, readings } of open) {
    const decision = decide(mention, readings, page);
    if (decision.type === 'ambiguous') ambiguous.push(toAmbiguousLink(decision.choices, input));
    if (decision.type !== 'link') continue;
    choices.push(decision.choice);
    if (!decision.choice.needsSupport) supported.add(decision.choice.packed.record.id);
  }
  const links = choices
    .filter((choice) => !choice.needsSupport || supported.has(choice.packed.record.id))
    .map((choice) => makeLink(choice.mention, choice, input));
  return { links, ambiguous, knowledge };
}

/** The mentions without those that a neighbour's name has taken in: "Charles" of "Charles Bergholt". */
function withoutSwallowed(read: readonly ReadMention[]): ReadMention[] {
  return read.filter(({ mention: { start, end } }, index) => {
    const before = read[index - 1]?.mention;
    const after = read[index + 1]?.mention;
    return !(before && before.end >= end) && !(after && after.start <= start);
  });
}

/** First look at the whole page: which records it names beyond doubt, and which it may mean. */
function learn(
  open: readonly { mention: Mention; readings: readonly Reading[] }[],
  { text, contextIds, recordCounts, asOf }: LinkingInput,
): PageKnowledge {
  const named = new Map<RecordId, string>(contextIds.map((id) => [id, id]));
  const possible = new Map<PackId, Set<RecordId>>();
  const capitals = new Map<RecordId, RecordId>();
  const placesByCountry = new Map<RecordId, RecordId[]>();
  for (const { mention, readings } of open) {
    const [reading] = readings;
    if (!reading || readings.length > 1 || reading.needsSupport) continue;
    const { packId, record } = reading.packed;
    // Two names that are everyday words do not speak for each other.
    if (reading.candidate.weak) continue;
    if (!possible.has(packId)) possible.set(packId, new Set());
    possible.get(packId)?.add(record.id);
    const isFull = reading.candidate.type !== 'family';
    if (!isFull || named.has(record.id)) continue;
    named.set(record.id, text.slice(mention.start, mention.end));
    for (const { property, value } of record.statements) {
      if (property === 'capital' && value.type === 'record') capitals.set(value.id, record.id);
    }
    for (const country of record.kind === 'place' ? countriesOf(record) : []) {
      placesByCountry.set(country, [...(placesByCountry.get(country) ?? []), record.id]);
    }
  }
  return { named, possible, placesByCountry, capitals, recordCounts, asOf };
}

/** What a mention is weighed with. */
interface Page {
  readonly input: LinkingInput;
  readonly surroundings: Surroundings;
  readonly knowledge: PageKnowledge;
  readonly bearers: NameBearers;
  /** What the rest of the page says of each reading: the same wherever it stands. */
  readonly known: Map<Reading, PageEvidence>;
}

type Decision =
  | { readonly type: 'none' }
  | { readonly type: 'link'; readonly choice: Choice }
  | { readonly type: 'ambiguous'; readonly choices: readonly Choice[] };

function decide(mention: Mention, readings: readonly Reading[], page: Page): Decision {
  const judged = readings.map((reading) => ({
    mention,
    packed: reading.packed,
    needsSupport: reading.needsSupport,
    evidence: weigh(mention, reading, page),
  }));
  if (judged.length > 1) judged.sort((a, b) => rawScore(b) - rawScore(a));
  const [first, second] = judged;
  if (!first || score(first.evidence) < scoreFloor) return { type: 'none' };
  if (!second || rawScore(first) - rawScore(second) >= scoreMargin) return { type: 'link', choice: first };
  const rivals = judged.filter(
    (choice) => rawScore(first) - rawScore(choice) < scoreMargin && score(choice.evidence) >= scoreFloor,
  );
  const isUnclear = rivals.length < 2 || rivals.length > mostReadings || first.needsSupport;
  return isUnclear ? { type: 'none' } : { type: 'ambiguous', choices: rivals };
}

/** A name of more records than this says nothing: a list of them would help nobody. */
const mostReadings = 5;

/** All evidence for a reading; that of its words beside it lies between what the page says of its name and of the rest. */
function weigh(mention: Mention, reading: Reading, page: Page): readonly Evidence[] {
  const { input, surroundings, bearers } = page;
  const { text } = input;
  const { words } = surroundings;
  const { candidate, packed } = reading;
  const { record } = packed;
  const known = pageEvidence(reading, page);
  const isSurname =
    candidate.type === 'family' ||
    (record.kind === 'place' && isLikeSurname(mention, candidate, text, words));
  const bearer = isSurname ? bearers.evidence(mention, record.id, text) : none;
  const role = record.kind === 'person' ? roleBeside(text, mention, record, words) : none;
  const preposition =
    record.kind === 'place' && candidate.type === 'name'
      ? placePreposition(text, mention, words)
      : record.kind === 'place' && candidate.type === 'abbreviation' && candidate.weak
        ? behindTown(text, mention)
        : none;
  if (bearer.length + role.length + preposition.length === 0) return known.all;
  return [...known.ofName, ...bearer, ...role, ...known.ofRecord, ...preposition, ...known.ofCompany];
}

const none: readonly Evidence[] = [];

function placePreposition(
  text: string,
  mention: Mention,
  { placePrepositions, placeNouns, linkingWords, capitalisesNouns }: LanguageWords,
): readonly Evidence[] {
  const word = wordBeforeSpan(text, mention);
  const before = word?.text.toLowerCase();
  if (!word || !before) return none;
  // With a capital it begins another name: "Province of Bergholt".
  const noun = linkingWords?.has(before) ? wordBeforeSpan(text, word)?.text : word.text;
  if (noun && placeNouns?.has(capitalisesNouns ? noun.toLowerCase() : noun))
    return [reason('place-noun', weights.placeNoun, `"${noun}" says that it is a place`)];
  if (!placePrepositions.has(before)) return none;
  return [reason('place-preposition', weights.placePreposition, `"${before}" before a place`)];
}

function behindTown(text: string, { start, end }: Mention): readonly Evidence[] {
  if (text[end - 1] !== '.' || !text.startsWith(', ', start - 2)) return none;
  const town = /\p{Lu}[\p{L}\p{M}’'.-]+(?= *, $)/u.exec(text.slice(Math.max(0, start - 40), start))?.[0];
  return town ? [reason('behind-town', weights.behindTown, `behind a town's name: ${town}`)] : none;
}

interface PageEvidence {
  readonly ofName: readonly Evidence[];
  readonly ofRecord: readonly Evidence[];
  readonly ofCompany: readonly Evidence[];
  readonly all: readonly Evidence[];
}

function pageEvidence(reading: Reading, { known, knowledge }: Page): PageEvidence {
  let evidence = known.get(reading);
  if (!evidence) {
    evidence = readPageEvidence(reading, knowledge);
    known.set(reading, evidence);
  }
  return evidence;
}

function readPageEvidence({ candidate, packed, base }: Reading, knowledge: PageKnowledge): PageEvidence {
  const { packId, record } = packed;
  const ofName = [...base];
  const fullName = knowledge.named.get(record.id);
  if (fullName && (candidate.type === 'family' || candidate.weak)) {
    ofName.push(reason('full-name-on-page', weights.fullNameOnPage, `full name on this page: ${fullName}`));
  }
  const ofRecord: Evidence[] = [];
  if (record.kind === 'event') ofRecord.push(...nearDate(packId, record, knowledge));
  if (record.kind === 'place')
    ofRecord.push(...placesOfCountry(record, knowledge), ...capitalOfNamed(record, knowledge));
  if (record.kind === 'place' && candidate.weak) ofRecord.push(...capitalOnPage(record, knowledge));
  const ofCompany = coherence(packId, record, knowledge);
  return { ofName, ofRecord, ofCompany, all: [...ofName, ...ofRecord, ...ofCompany] };
}

/** A place's weak name, or who is from there, with no noun after it and no preposition before: a person may be called so. */
function isLikeSurname(
  mention: Mention,
  { type, weak }: Candidate,
  text: string,
  { placePrepositions, functionWords }: LanguageWords,
): boolean {
  if (type !== 'demonym' && !(type === 'name' && weak)) return false;
  const before = wordBeforeSpan(text, mention)?.text.toLowerCase();
  if (before !== undefined && placePrepositions.has(before)) return false;
  const after = wordAfterSpan(text, mention);
  return type === 'name' || after === null || functionWords.has(after.text);
}

function toAmbiguousLink(choices: readonly Choice[], input: LinkingInput): AmbiguousLink {
  const { start, end } = choices[0]?.mention ?? { start: 0, end: 0 };
  const kinds = new Set(choices.map(({ packed }) => packed.record.kind));
  const [kind] = kinds;
  return {
    start,
    end,
    quote: input.text.slice(start, end),
    candidates: choices.map((choice) => makeCandidate(choice, input.language)),
    rule: kinds.size === 1 && kind ? decidingRules[kind] : 'a word beside the name that says what it is',
  };
}

const decidingRules: Record<RecordKind, string> = {
  person: 'a full name on the page, or a role beside the surname',
  organisation: 'a full name on the page, or its country beside the name',
  place: 'the country or region beside the name',
  plan: 'a proposer or a date beside the name',
  event: 'a place or a date beside the name',
};
