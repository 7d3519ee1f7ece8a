/** Decides plan references between the plans that packs know. A count alone decides nothing. */

import { daysBetween, firstDay } from '../model/edtf-date.ts';
import type { Evidence, Link, UnresolvedPlan } from '../model/link.ts';
import { localise } from '../model/localise.ts';
import type { Language, PackedRecord, PackRecord } from '../model/record.ts';
import { reason, score, scoreFloor, scoreMargin, evidenceWeights as weights } from './evidence.ts';
import type { PlanReference } from './find-plan-references.ts';
import { coherence, type PageKnowledge, relatedIds } from './page-evidence.ts';

/** An article may report a plan somewhat before the day that the pack knows as its first. */
const daysBeforePlan = 30;

export interface DecidedPlans {
  readonly links: readonly Link[];
  readonly unresolvedPlans: readonly UnresolvedPlan[];
}

/**
 * Links for the references that fit one plan by count and by what else the page is about; all others are unresolved:
 * none fits, the page speaks of something else, it was written before the plan, or two plans fit as well.
 */
export function linkPlanReferences(input: {
  text: string;
  language: Language | null;
  references: readonly PlanReference[];
  plans: readonly PackedRecord[];
  knowledge: PageKnowledge;
  /** Whose plan a reference says it is. */
  partiesOf: (reference: PlanReference) => readonly PackRecord[];
}): DecidedPlans {
  const { text, language, references, plans } = input;
  const knowledge = withPossiblePlans(input.knowledge, references, plans);
  const links: Link[] = [];
  const unresolvedPlans: UnresolvedPlan[] = [];
  for (const reference of references) {
    const { start, end, pointCount } = reference;
    const parties = input.partiesOf(reference);
    const quote = text.slice(start, end);
    const [first, second] = plans
      .filter(({ record }) => pointCountOf(record) === pointCount && isNotBefore(record, knowledge))
      .filter(({ record }) => parties.length === 0 || parties.some((party) => hasPartIn(party, record)))
      .map((packed) => ({ packed, evidence: planEvidence(packed, pointCount, knowledge) }))
      .sort((a, b) => score(b.evidence) - score(a.evidence));
    const isTied = first && second && score(first.evidence) - score(second.evidence) < scoreMargin;
    if (!first || isTied || score(first.evidence) < scoreFloor) {
      unresolvedPlans.push({ start, end, quote });
      continue;
    }
    const { packed, evidence } = first;
    const { packId, record } = packed;
    const label = localise(record.label, language);
    links.push({
      start,
      end,
      quote,
      kind: record.kind,
      id: record.id,
      label,
      packId,
      score: score(evidence),
      evidence,
    });
  }
  return { links, unresolvedPlans };
}

/** Says whether a party or its country is named by the plan's record: "Norland's plan" is not the one of Sudmark. */
function hasPartIn(party: PackRecord, plan: PackRecord): boolean {
  const related = relatedIds(plan);
  return [party.id, ...relatedIds(party)].some((id) => related.has(id));
}

/** Plans that share the page speak for each other: those of a count that the page gives may be meant. */
function withPossiblePlans(
  knowledge: PageKnowledge,
  references: readonly PlanReference[],
  plans: readonly PackedRecord[],
): PageKnowledge {
  const counts = new Set(references.map(({ pointCount }) => pointCount));
  const possible = new Map(knowledge.possible);
  for (const { packId, record } of plans) {
    if (counts.has(pointCountOf(record) ?? -1)) {
      possible.set(packId, new Set([...(possible.get(packId) ?? []), record.id]));
    }
  }
  return { ...knowledge, possible };
}

function planEvidence(
  { packId, record }: PackedRecord,
  pointCount: number,
  knowledge: PageKnowledge,
): Evidence[] {
  return [
    reason('point-count', weights.pointCount, `a plan of ${pointCount} points`),
    ...coherence(packId, record, knowledge),
  ];
}

function pointCountOf(record: PackRecord): number | null {
  for (const { property, value } of record.statements) {
    if (property === 'pointCount' && value.type === 'number') return value.number;
  }
  return null;
}

function isNotBefore(record: PackRecord, { asOf }: PageKnowledge): boolean {
  const days = record.statements.flatMap(({ from, value }) => [
    ...(from ? [firstDay(from)] : []),
    ...(value.type === 'date' ? [firstDay(value.date)] : []),
  ]);
  const [first] = days.sort();
  return !asOf || !first || daysBetween(first, asOf) >= -daysBeforePlan;
}
