/** What plan records say of themselves, as the linker asks it. */

import { daysBetween, type EdtfDate, firstDay } from '../model/edtf-date.ts';
import type { PackedRecord, PackRecord, Property, RecordId } from '../model/record.ts';
import { relatedIds } from './page-evidence.ts';
import type { StatedParty } from './stated-parties.ts';

/** An article may report a plan somewhat before the day that the pack knows as its first. */
const daysBeforePlan = 30;

/** What the linker knows of plans beside the plans themselves. */
export interface Dossier {
  readonly plans: readonly PackedRecord[];
  readonly events: readonly PackedRecord[];
  /** The records that plans name as their proposers. */
  readonly proposers: ReadonlyMap<RecordId, readonly PackedRecord[]>;
  /** The records that events name as their places. */
  readonly places: ReadonlyMap<RecordId, readonly PackedRecord[]>;
}

export function pointCountOf(record: PackRecord): number | null {
  for (const { property, value } of record.statements) {
    if (property === 'pointCount' && value.type === 'number') return value.number;
  }
  return null;
}

/** The ids of the records that statements of some properties name. */
export function valuesOf(record: PackRecord, ...properties: Property[]): RecordId[] {
  return record.statements.flatMap(({ property, value }) =>
    properties.includes(property) && value.type === 'record' ? [value.id] : [],
  );
}

const firstDays = new WeakMap<PackRecord, EdtfDate | null>();

/** The first day that a plan's record knows of it, or null. */
export function firstDayOf(record: PackRecord): EdtfDate | null {
  let first = firstDays.get(record);
  if (first === undefined) {
    first = readFirstDay(record);
    firstDays.set(record, first);
  }
  return first;
}

function readFirstDay(record: PackRecord): EdtfDate | null {
  let first: EdtfDate | null = null;
  for (const { from, value } of record.statements) {
    for (const date of [from, value.type === 'date' ? value.date : undefined]) {
      const day = date && firstDay(date);
      if (day && (first === null || day < first)) first = day;
    }
  }
  return first;
}

/** Says whether an article of a day can speak of a plan. */
export function isNotBefore(record: PackRecord, asOf: EdtfDate | null): boolean {
  const first = firstDayOf(record);
  return !asOf || !first || daysBetween(first, asOf) >= -daysBeforePlan;
}

/** Says whether a plan was there on a day; unlike `isNotBefore`, not somewhat earlier. */
export function isKnownOn(record: PackRecord, asOf: EdtfDate | null): boolean {
  const first = firstDayOf(record);
  return !asOf || !first || daysBetween(first, asOf) >= 0;
}

/**
 * Says whether a plan can be whose a text says it is. A record that names its proposers is not the plan of anybody
 * else; one that names none must have to do with the party in some way.
 */
export function fitsParty(plan: PackRecord, party: StatedParty, dossier: Dossier): boolean {
  const proposers = valuesOf(plan, 'proposedBy');
  if (party.role === 'topic' || proposers.length === 0) {
    return party.records.some((record) => hasPartIn(record, plan, dossier));
  }
  return party.records.some((record) =>
    proposers.some((id) => isOf(record, id, dossier) || wasMadeIn(record, plan, dossier)),
  );
}

/** "Washington", "the Kremlin", "President Reiner" stand for a country; another country does not. */
function isOf(party: PackRecord, proposer: RecordId, { proposers }: Dossier): boolean {
  if (party.id === proposer) return true;
  const isCountry = party.kind === 'place' && valuesOf(party, 'country', 'partOf').length === 0;
  if (!isCountry && relatedIds(party).has(proposer)) return true;
  const known = proposers.get(proposer) ?? [];
  return known.some(({ record }) => record.kind !== 'place' && relatedIds(record).has(party.id));
}

/** A city where the talks were held out of which a plan came: "the 19-point Brask plan". */
function wasMadeIn(party: PackRecord, plan: PackRecord, { events }: Dossier): boolean {
  return (
    party.kind === 'place' &&
    events.some(
      ({ record }) =>
        valuesOf(record, 'ledTo').includes(plan.id) && valuesOf(record, 'place').includes(party.id),
    )
  );
}

/** Says whether a party or its country is named by the plan's record: "Norland's plan" is not the one of Sudmark. */
function hasPartIn(party: PackRecord, plan: PackRecord, dossier: Dossier): boolean {
  const related = relatedIds(plan);
  return [party.id, ...relatedIds(party)].some((id) => related.has(id)) || wasMadeIn(party, plan, dossier);
}

/**
 * Says whether a plan can be that of a region that no pack knows as a record ("the European plan"): whether one of
 * its proposers, or what that belongs to, is called so.
 */
export function fitsRegion(plan: PackRecord, region: string, { proposers }: Dossier): boolean {
  const ids = valuesOf(plan, 'proposedBy');
  if (ids.length === 0) return true;
  const names = ids.flatMap((id) => (proposers.get(id) ?? []).flatMap(({ record }) => namesOf(record)));
  return names.some((name) =>
    name
      .toLowerCase()
      .split(/[\s-]+/u)
      .some((word) => word.startsWith(region)),
  );
}

const namesOf = (record: PackRecord): string[] => [
  ...Object.values(record.label),
  ...record.surfaceForms.map(({ text }) => text),
];
