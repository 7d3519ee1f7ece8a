/** The history of a plan: the plans it came from and became, and the events about them, in order of date. */

import type { LineageStage } from './card.ts';
import { compareDates, type EdtfDate, firstDay, lastDay } from './edtf-date.ts';
import { localise } from './localise.ts';
import type { Language, PackRecord, Property, RecordId } from './record.ts';

/**
 * The stages of which a plan or an event is one, oldest first; empty when it stands alone. `dossier` is every plan and
 * event of the packs in use.
 */
export function planLineage(
  record: PackRecord,
  dossier: readonly PackRecord[],
  { asOf, language }: { asOf: EdtfDate | null; language: Language | null },
): LineageStage[] {
  if (record.kind !== 'plan' && record.kind !== 'event') return [];
  const plans = dossier.filter(({ kind }) => kind === 'plan');
  const events = dossier.filter(({ kind }) => kind === 'event');
  const family = planFamily(record, plans);
  const stages = [
    ...plans.filter(({ id }) => family.has(id)),
    ...events.filter((event) => planIdsOf(event).some((id) => family.has(id))),
  ].sort((a, b) => compareKnown(stageDate(a), stageDate(b)) || rankOnOneDay(a) - rankOnOneDay(b));
  if (stages.length < 2) return [];
  return stages.map((stage) => {
    const date = stageDate(stage);
    return {
      id: stage.id,
      kind: stage.kind,
      label: localise(stage.label, language),
      date,
      isCurrent: stage.id === record.id,
      isLater: asOf !== null && date !== null && firstDay(date) > lastDay(asOf),
    };
  });
}

/** On one day: what led to a plan, then the plan, then talks about it. */
function rankOnOneDay(stage: PackRecord): number {
  if (stage.kind === 'plan') return 1;
  return recordValues(stage, ['ledTo']).length > 0 ? 0 : 2;
}

/** The ids of all plans that derive from one another, starting from the record's own. */
function planFamily(record: PackRecord, plans: readonly PackRecord[]): Set<RecordId> {
  const family = new Set(record.kind === 'plan' ? [record.id] : planIdsOf(record));
  let size = 0;
  while (size !== family.size) {
    size = family.size;
    for (const plan of plans) {
      const parents = recordValues(plan, ['derivedFrom', 'supersedes']);
      if (family.has(plan.id)) for (const id of parents) family.add(id);
      else if (parents.some((id) => family.has(id))) family.add(plan.id);
    }
  }
  return family;
}

const planIdsOf = (event: PackRecord): RecordId[] => recordValues(event, ['about', 'ledTo']);

function recordValues(record: PackRecord, properties: readonly Property[]): RecordId[] {
  return record.statements.flatMap(({ property, value }) =>
    properties.includes(property) && value.type === 'record' ? [value.id] : [],
  );
}

/** The date a record gives for itself, or the first day from which anything is stated of it. */
export function stageDate(record: PackRecord): EdtfDate | null {
  for (const { property, value } of record.statements) {
    if (property === 'date' && value.type === 'date') return value.date;
  }
  const starts = record.statements.flatMap(({ from }) => from ?? []);
  return starts.sort(compareDates)[0] ?? null;
}

function compareKnown(a: EdtfDate | null, b: EdtfDate | null): number {
  return a === null || b === null ? Number(a === null) - Number(b === null) : compareDates(a, b);
}
