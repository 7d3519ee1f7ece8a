/** Decides plan references between the plans that packs know. A count alone decides nothing. */

import { daysBetween } from '../model/edtf-date.ts';
import type { AmbiguousLink, Evidence, Link, Span, UnresolvedPlan } from '../model/link.ts';
import type { Language, PackedRecord, PackRecord, RecordId } from '../model/record.ts';
import {
  planWeights,
  rawScore,
  reason,
  score,
  scoreFloor,
  scoreMargin,
  evidenceWeights as weights,
} from './evidence.ts';
import type { PlanReference } from './find-plan-references.ts';
import {
  anotherBefore,
  isTellingNoun,
  nounInAnyLanguage,
  regionAdjective,
} from './languages/plan-words/all-plan-words.ts';
import { lastIndexBefore } from './last-before.ts';
import { makeCandidate, makeLink } from './make-link.ts';
import { coherence, type PageKnowledge, relatedIds } from './page-evidence.ts';
import {
  type Dossier,
  firstDayOf,
  fitsParty,
  fitsRegion,
  isNotBefore,
  pointCountOf,
  valuesOf,
} from './plan-facts.ts';
import type { StatedParty } from './stated-parties.ts';

export interface DecidedPlans {
  readonly links: readonly Link[];
  readonly ambiguous: readonly AmbiguousLink[];
  readonly unresolvedPlans: readonly UnresolvedPlan[];
}

export interface PlanPage {
  readonly text: string;
  readonly language: Language | null;
  readonly knowledge: PageKnowledge;
  /** In text order. */
  readonly links: readonly Link[];
  readonly dossier: Dossier;
}

interface PlanReading {
  readonly packed: PackedRecord;
  readonly evidence: readonly Evidence[];
}

/** By how much a rough count may be wrong: "about 20 points". */
const roughShare = 0.1;
/** The longest word for "another", with a space. */
const longestAnother = 12;
/** Names within so many UTF-16 units speak of the same thing as a reference. */
const nearby = 160;
/** Plans are in the news for about so long. */
const newsDays = 45;

/**
 * Links for the references that fit one plan by count and by what else the page is about; ambiguous links for those
 * that fit two as well; all others are unresolved: none fits, the page speaks of something else, or it was written
 * before the plan.
 */
export function linkPlanReferences(
  references: readonly PlanReference[],
  page: PlanPage,
  /** Whose plan a reference says it is. */
  partiesOf: (reference: PlanReference) => readonly StatedParty[],
): DecidedPlans {
  if (references.length === 0) return { links: [], ambiguous: [], unresolvedPlans: [] };
  // Only plans of a known count can be meant, and they are few.
  const plans = page.dossier.plans.filter(({ record }) => pointCountOf(record) !== null);
  const knowledge = withPossiblePlans(page.knowledge, references, plans);
  const known = { ...page, knowledge, dossier: { ...page.dossier, plans } };
  const readings = new Map(
    references.map((reference) => [reference, readingsOf(reference, partiesOf(reference), known)]),
  );
  // What one reference says of its plan holds for the next of the same count: "the American 28-point plan … 28 points". So
  // does a plan's name.
  const decidedIds = new Set([
    ...page.links.flatMap(({ kind, id }) => (kind === 'plan' ? [id] : [])),
    ...references.flatMap((reference) => {
      const [first, second] = readings.get(reference) ?? [];
      return first && reference.certainty === 'plan' && isChosen(first, second)
        ? [first.packed.record.id]
        : [];
    }),
  ]);
  const links: Link[] = [];
  const ambiguous: AmbiguousLink[] = [];
  const unresolvedPlans: UnresolvedPlan[] = [];
  const named = new Set<RecordId>();
  for (const reference of references) {
    const { start, end, pointCount, noun, certainty } = reference;
    const quote = page.text.slice(start, end);
    const isAnother = anotherBefore.test(page.text.slice(Math.max(0, start - longestAnother), start));
    const open = (readings.get(reference) ?? []).filter(
      ({ packed, evidence }) => score(evidence) >= scoreFloor && !(isAnother && named.has(packed.record.id)),
    );
    const [first, second] = withDecided(open, decidedIds);
    const isKnown = certainty === 'plan' || (first && decidedIds.has(first.packed.record.id));
    if (first && isKnown && isChosen(first, second)) {
      named.add(first.packed.record.id);
      links.push(makeLink({ start, end }, first, page));
    } else if (certainty !== 'plan') continue;
    else if (first) ambiguous.push(toAmbiguous({ start, end }, open, page));
    else unresolvedPlans.push({ start, end, quote, pointCount, noun });
  }
  return { links, ambiguous, unresolvedPlans };
}

/** The readings of a reference, best first. */
function readingsOf(
  reference: PlanReference,
  parties: readonly StatedParty[],
  { text, knowledge, links, dossier }: PlanPage,
): PlanReading[] {
  const plans = dossier.plans.filter(
    ({ record }) => hasCount(record, reference) && isNotBefore(record, knowledge.asOf),
  );
  if (plans.length === 0) return [];
  const regions = regionsBeside(reference, text);
  const fitting = plans
    .filter(({ record }) => parties.every((party) => fitsParty(record, party, dossier)))
    .filter(({ record }) => regions.every((region) => fitsRegion(record, region, dossier)));
  return preferStated(fitting, parties)
    .map((packed) => ({
      packed,
      evidence: [
        reason('point-count', weights.pointCount, `a plan of ${pointCountOf(packed.record)} points`),
        ...statedEvidence(packed.record, parties),
        ...(fitting.length > 1 ? nounEvidence(reference, packed.record) : []),
        ...nearEvidence(reference, packed.record, links),
        ...newsEvidence(packed.record, knowledge),
        ...coherence(packed.packId, packed.record, knowledge),
      ],
    }))
    .sort((a, b) => rawScore(b) - rawScore(a));
}

/** A plan known to be of those whom the text names goes before plans whose proposers nobody knows. */
function preferStated(
  plans: readonly PackedRecord[],
  parties: readonly StatedParty[],
): readonly PackedRecord[] {
  if (!parties.some(({ role }) => role === 'proposer')) return plans;
  const stated = plans.filter(({ record }) => valuesOf(record, 'proposedBy').length > 0);
  return stated.length > 0 ? stated : plans;
}

/** Of several plans of a count, the one that is called what the text calls it: a formula, a roadmap. */
function nounEvidence({ noun, nounClass }: PlanReference, { label, surfaceForms }: PackRecord): Evidence[] {
  if (noun === null || nounClass === null || !isTellingNoun({ lemma: noun, nounClass })) return [];
  const names = [...Object.values(label), ...surfaceForms.map(({ text }) => text)];
  const isCalledSo = names.some((name) =>
    name
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .some((word) => nounInAnyLanguage(word)?.lemma === noun),
  );
  return isCalledSo ? [reason('noun', planWeights.noun, `it is called a ${noun}`)] : [];
}

function hasCount(record: PackRecord, { pointCount, isRough }: PlanReference): boolean {
  const known = pointCountOf(record);
  if (known === null) return false;
  return isRough
    ? Math.abs(known - pointCount) <= Math.max(1, pointCount * roughShare)
    : known === pointCount;
}

function statedEvidence(record: PackRecord, parties: readonly StatedParty[]): Evidence[] {
  const proposers = parties.filter(({ role }) => role === 'proposer');
  if (proposers.length === 0 || valuesOf(record, 'proposedBy').length === 0) return [];
  const names = proposers.map(({ records }) => records[0]?.label.en).join(', ');
  return [reason('proposer', planWeights.proposer, `said to be the plan of ${names}, who proposed it`)];
}

/** Of two plans of a page's dossiers, the one whose names stand beside the reference. */
function nearEvidence({ start, end }: Span, record: PackRecord, links: readonly Link[]): Evidence[] {
  const related = relatedIds(record);
  const topics = new Set(valuesOf(record, 'about'));
  const near = new Map<RecordId, string>();
  for (let index = lastIndexBefore(links, start - nearby) + 1; index < links.length; index++) {
    const link = links[index];
    if (!link || link.start > end + nearby) break;
    if (related.has(link.id)) near.set(link.id, link.quote);
  }
  if (near.size === 0) return [];
  const isTopicNear = [...near.keys()].some((id) => topics.has(id));
  const weight =
    Math.min(planWeights.nearNameLimit, planWeights.nearName * near.size) +
    (isTopicNear ? planWeights.nearTopic : 0);
  return [reason('near-name', weight, `beside it: ${[...near.values()].slice(0, 3).join(', ')}`)];
}

function newsEvidence(record: PackRecord, { asOf }: PageKnowledge): Evidence[] {
  const first = firstDayOf(record);
  const days = first && asOf ? daysBetween(first, asOf) : null;
  if (days === null || days > newsDays) return [];
  if (days < 0) {
    return [reason('before-its-day', planWeights.beforeItsDay, `the plan is not known before ${first}`)];
  }
  return [
    reason('new-then', planWeights.newThen, `the plan was new when the article was written (${first})`),
  ];
}

/** Regions that no pack has to know: "the European 28-point plan". */
function regionsBeside({ start, end }: Span, text: string): string[] {
  // Few references have one: it is looked for before the phrase is read.
  if (text.slice(Math.max(0, start - 40), end).search(regionAdjective) < 0) return [];
  const before =
    /\p{L}+(?:[- ]\p{L}+)?['’]?s? ["“«„]?$/u.exec(text.slice(Math.max(0, start - 40), start))?.[0] ?? '';
  const phrase = before + text.slice(start, end);
  return [...phrase.matchAll(regionAdjective)].flatMap(([, region]) => region?.toLowerCase() ?? []);
}

/** Plans that share the page speak for each other: those of a count that the page gives may be meant. */
function withPossiblePlans(
  knowledge: PageKnowledge,
  references: readonly PlanReference[],
  plans: readonly PackedRecord[],
): PageKnowledge {
  const possible = new Map(knowledge.possible);
  for (const { packId, record } of plans) {
    if (references.some((reference) => hasCount(record, reference))) {
      possible.set(packId, new Set([...(possible.get(packId) ?? []), record.id]));
    }
  }
  return { ...knowledge, possible };
}

function withDecided(
  open: readonly PlanReading[],
  decidedIds: ReadonlySet<RecordId>,
): readonly PlanReading[] {
  const decided = open.filter(({ packed }) => decidedIds.has(packed.record.id));
  const [first, second] = open;
  return decided.length === 1 && first && !isChosen(first, second) ? decided : open;
}

const isChosen = (first: PlanReading, second: PlanReading | undefined): boolean =>
  score(first.evidence) >= scoreFloor && (!second || rawScore(first) - rawScore(second) >= scoreMargin);

function toAmbiguous({ start, end }: Span, open: readonly PlanReading[], page: PlanPage): AmbiguousLink {
  const [best] = open;
  const close = open.filter((reading) => best && rawScore(best) - rawScore(reading) < scoreMargin);
  const { text, language, dossier } = page;
  const candidates = close.map((reading) => makeCandidate(reading, language));
  const rule = decidingRule(
    close.map(({ packed }) => packed.record),
    dossier,
  );
  return { start, end, quote: text.slice(start, end), candidates, rule };
}

/** What the records differ in, and a text would have to say: who proposed the plan, what about, when. */
function decidingRule(records: readonly PackRecord[], { proposers }: Dossier): string {
  const nameOf = (id: RecordId): string => proposers.get(id)?.[0]?.record.label.en ?? id;
  const differ = (values: readonly string[]): boolean => new Set(values).size > 1;
  const makers = records.map((record) => valuesOf(record, 'proposedBy').map(nameOf).join(' and '));
  const rules = [
    ...(differ(makers) && makers.every((maker) => maker)
      ? [`whose plan it is: ${makers.join(', or ')}`]
      : []),
    ...(differ(records.map((record) => valuesOf(record, 'about').sort().join()))
      ? ['what the plan is about']
      : []),
    ...(differ(records.map((record) => firstDayOf(record) ?? '')) ? ['the day it is from'] : []),
  ];
  return rules.length > 0 ? rules.join('; ') : 'a name that only one of them has';
}
