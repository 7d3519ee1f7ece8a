/** The grammar of role references: people named by what they are in charge of, and where. */

import type { Mention, Span } from '../model/link.ts';
import type { Office, OfficePhrase, RoleGrammar } from './languages/role-words/role-grammar.ts';
import { lastBefore } from './last-before.ts';
import { wordBeforeSpan } from './neighbours.ts';
import type { PageWords } from './page-words.ts';
import { wordKinds } from './word-kinds.ts';

/** "the president of France": the words from the office to the place, articles outside. */
export interface RoleReference extends Span {
  /** What the words may mean, the closest first: "secretary of state" is one office in America and none elsewhere. */
  readonly office: Office;
  /** The country or organisation, as the engine found it; null for an office that only one person in the world has. */
  readonly place: Mention | null;
}

/** The references in a text, in text order, never overlapping. The mentions are all that the engine found, in text order. */
export function findRoleReferences(
  { text, pageWords, mentions }: { text: string; pageWords: PageWords; mentions: readonly Mention[] },
  grammar: RoleGrammar,
): RoleReference[] {
  const matcher = matcherOf(grammar);
  const found: RoleReference[] = [];
  for (const index of pageWords.placesOf(wordKinds.office)) {
    if (endOfMatch(matcher.anyHead, text, index) === null) continue;
    const readings: RoleReference[] = [];
    for (const phrase of matcher.phrases) {
      const headEnd = endOfMatch(phrase.head, text, index);
      if (headEnd !== null)
        readings.push(...readPhrase({ text, mentions, grammar, phrase, headStart: index, headEnd }));
    }
    const reading = longest(readings);
    if (reading && (found.at(-1)?.end ?? 0) <= reading.start) found.push(reading);
  }
  return found;
}

interface Matcher {
  readonly anyHead: RegExp;
  readonly placeAfter: RegExp;
  /** Between a place and its office, by whether the place's word is an adjective; null where none may stand before. */
  readonly adjectiveJoint: RegExp | null;
  readonly nameJoint: RegExp | null;
  readonly phrases: readonly MatchedPhrase[];
}

interface MatchedPhrase {
  readonly office: Office;
  readonly head: RegExp;
  readonly tail: RegExp | null;
}

/** In UTF-16 units, between a place and its office; no joint is longer. */
const longestJoint = 40;

const wordStart = '(?<![\\p{L}\\p{N}])';
const wordEnd = '(?![\\p{L}\\p{N}])';
const matchers = new WeakMap<RoleGrammar, Matcher>();

function matcherOf(grammar: RoleGrammar): Matcher {
  const known = matchers.get(grammar);
  if (known) return known;
  const heads = [...new Set(grammar.offices.map(({ head }) => head))].join('|');
  const matcher = {
    anyHead: new RegExp(`${wordStart}(?:${heads})${wordEnd}`, 'iuy'),
    placeAfter: new RegExp(grammar.placeAfter, 'iuy'),
    adjectiveJoint: jointOf(grammar.placeBefore?.adjective),
    nameJoint: jointOf(grammar.placeBefore?.name),
    phrases: grammar.offices.map(toMatchedPhrase),
  };
  matchers.set(grammar, matcher);
  return matcher;
}

const jointOf = (joint: string | null | undefined): RegExp | null =>
  joint ? new RegExp(`^(?:${joint})$`, 'iu') : null;

const toMatchedPhrase = ({ office, head, tail }: OfficePhrase): MatchedPhrase => ({
  office,
  head: new RegExp(`(?:${head})${wordEnd}`, 'iuy'),
  tail: tail ? new RegExp(`\\s(?:${tail})${wordEnd}`, 'iuy') : null,
});

interface PhraseAt {
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly grammar: RoleGrammar;
  readonly phrase: MatchedPhrase;
  readonly headStart: number;
  readonly headEnd: number;
}

/** Every way in which one phrase can be read at an offset. */
function readPhrase(input: PhraseAt): RoleReference[] {
  const { text, mentions, phrase, headStart, headEnd } = input;
  const { office } = phrase;
  const found: RoleReference[] = [];
  const inside = phrase.tail && adjectiveAt(mentions, headEnd + 1);
  if (inside) {
    const end = endOfMatch(phrase.tail, text, inside.end);
    if (end !== null) found.push({ start: headStart, end, office, place: inside });
  }
  const officeEnd = phrase.tail ? endOfMatch(phrase.tail, text, headEnd) : headEnd;
  if (officeEnd !== null) {
    const officeSpan = { start: headStart, end: officeEnd };
    found.push(...placesAfter(input, officeSpan), ...placesBefore(input, officeSpan));
    if (office === 'pope') found.push({ ...officeSpan, office, place: null });
  }
  return found.filter((reference) => standsAlone(reference, input));
}

/** "president of [France]", "président [ukrainien]". */
function placesAfter({ text, mentions, grammar, phrase }: PhraseAt, { start, end }: Span): RoleReference[] {
  const { office } = phrase;
  const placeStart = endOfMatch(matcherOf(grammar).placeAfter, text, end);
  const place = placeStart === null ? undefined : mentionAt(mentions, placeStart);
  const adjective = grammar.adjectiveFollows ? adjectiveAt(mentions, end + 1) : undefined;
  const isPlace = place && !isAdjective(place) && !isModifier(text, place);
  return [
    ...(isPlace ? [{ start, end: place.end, office, place }] : []),
    ...(adjective ? [{ start, end: adjective.end, office, place: adjective }] : []),
  ];
}

/** "[French] president", "[Ukraine]'s foreign minister", "[US]-Präsident". */
function placesBefore({ text, mentions, grammar, phrase }: PhraseAt, { start, end }: Span): RoleReference[] {
  const place = grammar.placeBefore && lastBefore(mentions, start);
  if (!place || place.end > start || text[place.start - 1] === '-') return [];
  if (start - place.end > longestJoint) return [];
  const { adjectiveJoint, nameJoint } = matcherOf(grammar);
  const joint = isAdjective(place) ? adjectiveJoint : nameJoint;
  const isJoined = joint?.test(text.slice(place.end, start));
  return isJoined ? [{ start: place.start, end, office: phrase.office, place }] : [];
}

/** Whether it is the reference of a sentence to one person in office, and no part of a longer expression. */
function standsAlone({ start, end, place }: RoleReference, { text, grammar, headStart }: PhraseAt): boolean {
  const endsWithPlace = place !== null && place.end === end && place.start > headStart;
  const after = text.slice(end, end + 40);
  if (/^[-\u2010\u2011]\p{L}/u.test(after) || grammar.elsewhen.test(after)) return false;
  if (!(endsWithPlace && !isAdjective(place)) && grammar.continued.test(after)) return false;
  if (/[-\u2010\u2011]$/.test(text.slice(0, start).slice(-1))) return false;
  const before = wordBefore(text, start);
  if (before && grammar.spoilers.has(before)) return false;
  const head = /^[\p{L}’'-]+/u.exec(text.slice(headStart, end))?.[0] ?? '';
  if (grammar.predicate?.form.test(head) && !(before && grammar.predicate.prepositions.has(before))) {
    const adjective = place && place.start < headStart;
    if (before !== null || !adjective) return false;
  }
  if (grammar.articles.size === 0 || (before && grammar.articles.has(before))) return true;
  const isPossessive =
    place !== null && place.end <= headStart && /['’]s?\s/.test(text.slice(place.end, headStart));
  return isPossessive || beginsSentence(text, start);
}

/** The word before an offset in lower case, "l'" and all; null at the start of a sentence or a clause. */
function wordBefore(text: string, start: number): string | null {
  const elided = /(?<![\p{L}\p{N}])(\p{L}{1,2}[’'])$/u.exec(text.slice(Math.max(0, start - 4), start));
  return (
    elided?.[1]?.toLowerCase() ?? wordBeforeSpan(text, { start, end: start })?.text.toLowerCase() ?? null
  );
}

const beginsSentence = (text: string, start: number): boolean =>
  /(?:^|[\n.!?:;•|—–]\s?|[“„«"‘(]\s?)[\s]*$/u.test(text.slice(Math.max(0, start - 4), start));

/** "president of France's railways", "president of US Steel": the place only says which one is meant. */
function isModifier(text: string, { end }: Span): boolean {
  const after = text.slice(end, end + 4);
  return /^(?:[’']s?(?!\p{L})|[-\u2010\u2011]\p{L})/u.test(after);
}

function isAdjective({ candidates }: Mention): boolean {
  return candidates.every(({ type }) => type === 'demonym');
}

function adjectiveAt(mentions: readonly Mention[], start: number): Mention | undefined {
  const mention = mentionAt(mentions, start);
  return mention?.candidates.some(({ type }) => type === 'demonym') ? mention : undefined;
}

function mentionAt(mentions: readonly Mention[], start: number): Mention | undefined {
  const mention = lastBefore(mentions, start + 1);
  return mention?.start === start ? mention : undefined;
}

function endOfMatch(sticky: RegExp, text: string, at: number): number | null {
  sticky.lastIndex = at;
  const match = sticky.exec(text);
  return match ? at + match[0].length : null;
}

/** The reading that uses most of the text; of two as long, the office that is named first in the grammar. */
function longest(references: readonly RoleReference[]): RoleReference | undefined {
  return references.reduce<RoleReference | undefined>(
    (best, next) => (best && best.end - best.start >= next.end - next.start ? best : next),
    undefined,
  );
}
