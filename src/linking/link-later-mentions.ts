/** Links "the plan", "the earlier proposal" and their like to the plan that was named before, when it can be only one. */

import type { Evidence, Link, Span } from '../model/link.ts';
import type { Language, PackedRecord, RecordId } from '../model/record.ts';
import { planWeights, reason } from './evidence.ts';
import { findLaterMentions, type LaterMention } from './find-later-mentions.ts';
import { laterWords } from './languages/later-words.ts';
import { nounInAnyLanguage } from './languages/plan-words/all-plan-words.ts';
import type { NounClass } from './languages/plan-words/plan-words.ts';
import { lastIndexBefore } from './last-before.ts';
import { makeLink } from './make-link.ts';
import type { PageWords } from './page-words.ts';
import { type Dossier, fitsParty, isKnownOn, valuesOf } from './plan-facts.ts';
import { type StatedParty, statedParties } from './stated-parties.ts';

export interface LaterPage {
  readonly text: string;
  /** The words of the text. */
  readonly pageWords: PageWords;
  readonly language: Language | null;
  readonly asOf: string | null;
  /** Links of every kind, those of plans among them, in text order. */
  readonly links: readonly Link[];
  /** Plan references that mean no plan of the packs or that may mean two: "the plan" after one may be that. */
  readonly others: readonly Span[];
  readonly dossier: Dossier;
  readonly records: ReadonlyMap<RecordId, readonly PackedRecord[]>;
}

/** A plan that "the plan" may mean, from the last place where it was named. */
interface Antecedent {
  readonly packed: PackedRecord;
  readonly nounClass: NounClass | null;
  readonly quote: string;
  readonly end: number;
}

/** In UTF-16 units, and in paragraphs: further on, a reader would not know either. */
const reach = 1_000;
const maxParagraphs = 2;

/** The links of later mentions, in text order; none of them overlaps a link. */
export function linkLaterMentions(page: LaterPage): Link[] {
  const { links } = page;
  const plans = links.filter(({ kind }) => kind === 'plan');
  if (plans.length === 0) return [];
  const starts = new Set(links.filter(({ kind }) => kind !== 'plan').map(({ start }) => start));
  const mentions = findLaterMentions(page, (offset) => starts.has(offset)).filter(
    (mention) => !overlaps(mention, links) && !overlaps(mention, page.others),
  );
  const steps = [
    ...plans.map((link) => ({ start: link.start, type: 'plan', link }) as const),
    ...page.others.map(({ start }) => ({ start, type: 'unknown' }) as const),
    ...mentions.map((mention) => ({ start: mention.start, type: 'mention', mention }) as const),
  ].sort((a, b) => a.start - b.start);
  const found: Link[] = [];
  let named: readonly Antecedent[] = [];
  let isUnclear = false;
  for (const step of steps) {
    if (step.type === 'unknown') isUnclear = true;
    else if (step.type === 'plan') {
      const antecedent = antecedentOf(step.link, page);
      if (antecedent)
        named = [...named.filter(({ packed }) => !isSame(packed, antecedent.packed)), antecedent];
      isUnclear = false;
    } else {
      const reading = read(step.mention, { named, isUnclear, page });
      if (reading) {
        found.push(toLink(step.mention, reading, page));
        const last = { ...reading.antecedent, end: step.mention.end };
        named = [...named.filter(({ packed }) => !isSame(packed, last.packed)), last];
      } else if (step.mention.type === 'other') isUnclear = true;
    }
  }
  return found;
}

interface LaterReading {
  readonly antecedent: Antecedent;
  readonly evidence: readonly Evidence[];
}

interface Discourse {
  /** In the order in which they were named last. */
  readonly named: readonly Antecedent[];
  /** Another plan was brought up since. */
  readonly isUnclear: boolean;
  readonly page: LaterPage;
}

function read(mention: LaterMention, discourse: Discourse): LaterReading | null {
  const { page, named } = discourse;
  const last = named.at(-1);
  if (!last) return null;
  const stated = partiesOf(mention, page);
  if (mention.type === 'other') return null;
  // "The plan for schools": nothing fits what is said of it.
  if (mention.complement && stated.length === 0) return null;
  if (stated.length > 0) return readParty(mention, stated, discourse);
  if (mention.type === 'same') return readSame(mention, discourse);
  return readVersion(mention, last, discourse);
}

/** "The American plan": the one plan of the page that is theirs. */
function readParty(
  mention: LaterMention,
  stated: readonly StatedParty[],
  { named, page }: Discourse,
): LaterReading | null {
  const fitting = named.filter(
    ({ packed, nounClass }) =>
      agrees(mention.nounClass, nounClass) &&
      stated.every((party) => fitsParty(packed.record, party, page.dossier)) &&
      valuesOf(packed.record, 'proposedBy').length > 0,
  );
  const [only] = fitting;
  if (!only || fitting.length > 1 || mention.type !== 'same') return null;
  const names = stated.map(({ records }) => records[0]?.label.en).join(', ');
  return {
    antecedent: only,
    evidence: [
      antecedentReason(only),
      reason('proposer', planWeights.proposer, `the only plan on this page that fits ${names}`),
    ],
  };
}

/** "The plan": the one that was named last, not long ago, with no other brought up since. */
function readSame(mention: LaterMention, { named, isUnclear, page }: Discourse): LaterReading | null {
  const last = named.at(-1);
  if (!last || isUnclear || !isNear(last, mention, page.text)) return null;
  if (!agrees(mention.nounClass, last.nounClass)) return null;
  const before = named.at(-2);
  // "The 28-point plan became a 19-point one. The plan …" may be either.
  if (before && isInOneSentence(before, last, page.text)) return null;
  return { antecedent: last, evidence: [antecedentReason(last)] };
}

/** "The initial draft", "the new version": along the history of the plan that was named last. */
function readVersion(
  mention: LaterMention,
  last: Antecedent,
  { page, named }: Discourse,
): LaterReading | null {
  if (!agrees(mention.nounClass, last.nounClass)) return null;
  const { plans } = page.dossier;
  const parents = parentsOf(last.packed, plans);
  const children = plans.filter(
    ({ record }) =>
      valuesOf(record, 'derivedFrom', 'supersedes').includes(last.packed.record.id) &&
      isKnownOn(record, page.asOf),
  );
  const versions =
    mention.type === 'later'
      ? children.length > 0
        ? children
        : parents.length > 0
          ? [last.packed]
          : []
      : parents.length > 0
        ? mention.type === 'first'
          ? rootsOf(last.packed, plans)
          : parents
        : children.length > 0
          ? [last.packed]
          : [];
  const [packed] = versions;
  if (!packed || versions.length > 1) return null;
  const known = named.find((one) => isSame(one.packed, packed));
  const antecedent = known ?? { ...last, packed };
  const note = `${mention.type === 'later' ? 'a later' : 'an earlier'} version of the plan in question`;
  return {
    antecedent,
    evidence: [antecedentReason(last), reason('lineage', planWeights.lineage, note)],
  };
}

const antecedentReason = ({ quote }: Antecedent): Evidence =>
  reason('antecedent', planWeights.antecedent, `the plan named before: ${quote}`);

function parentsOf({ record }: PackedRecord, plans: readonly PackedRecord[]): PackedRecord[] {
  const ids = new Set(valuesOf(record, 'derivedFrom', 'supersedes'));
  return plans.filter((plan) => ids.has(plan.record.id));
}

/** The first versions that a plan came from. */
function rootsOf(packed: PackedRecord, plans: readonly PackedRecord[]): PackedRecord[] {
  const seen = new Set<RecordId>();
  const roots: PackedRecord[] = [];
  const open = [packed];
  for (let next = open.pop(); next; next = open.pop()) {
    if (seen.has(next.record.id)) continue;
    seen.add(next.record.id);
    const parents = parentsOf(next, plans);
    if (parents.length === 0) roots.push(next);
    open.push(...parents);
  }
  return roots;
}

/** "The document" may be any plan; "the deal" is not what was called a plan. */
function agrees(noun: NounClass, antecedent: NounClass | null): boolean {
  if (noun === antecedent || noun === 'text') return true;
  return noun === 'plan' && (antecedent === null || antecedent === 'text');
}

function isNear({ end }: Antecedent, { start }: Span, text: string): boolean {
  if (start - end > reach) return false;
  return text.slice(end, start).split('\n').length - 1 <= maxParagraphs;
}

const isInOneSentence = (before: Antecedent, last: Antecedent, text: string): boolean =>
  last.end - before.end < reach / 4 && !/[.!?…]["”’»)]*\s|\n/u.test(text.slice(before.end, last.end));

function antecedentOf(link: Link, { dossier }: LaterPage): Antecedent | null {
  const packed = dossier.plans.find(({ packId, record }) => record.id === link.id && packId === link.packId);
  if (!packed) return null;
  const nouns = link.quote
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .flatMap((word) => nounInAnyLanguage(word) ?? []);
  return { packed, nounClass: nouns.at(-1)?.nounClass ?? null, quote: link.quote, end: link.end };
}

/** Longest text between a noun and whose it is: "the plan of the outgoing President". */
const complementReach = 30;

/** Whose plan a mention says it is, or what about, before it and after it. */
function partiesOf(mention: LaterMention, { text, language, links, records }: LaterPage): StatedParty[] {
  const stated = statedParties(mention, { text, links, mentions: [], records });
  const next = links[lastIndexBefore(links, mention.end) + 1];
  if (!next || next.start < mention.end || next.start - mention.end > complementReach) return stated;
  const gap = text.slice(mention.end, next.start);
  const isAfter = gap === ' ' && laterWords[language?.split('-')[0] ?? 'en']?.isNameAfter;
  const isComplement = mention.complement !== null && /^ \p{L}+['’ ](?:\p{L}+['’ ]){0,2}$/u.test(gap);
  const role = isAfter || mention.complement === 'maker' ? 'proposer' : 'topic';
  const known = (records.get(next.id) ?? []).map(({ record }) => record);
  return (isAfter || isComplement) && known.length > 0 ? [...stated, { records: known, role }] : stated;
}

const isSame = (a: PackedRecord, b: PackedRecord): boolean => a.record.id === b.record.id;

function overlaps({ start, end }: Span, spans: readonly Span[]): boolean {
  const before = spans[lastIndexBefore(spans, end)];
  return before !== undefined && before.end > start;
}

const toLink = (mention: LaterMention, { antecedent, evidence }: LaterReading, page: LaterPage): Link =>
  makeLink(mention, { packed: antecedent.packed, evidence }, page);
