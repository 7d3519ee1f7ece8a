/** Who held the offices of a country or an organisation on a day, and the one office that a seat of power stands for. */

import type { CardHolder } from './card.ts';
import type { EdtfDate } from './edtf-date.ts';
import type { FactWriter } from './fact-writer.ts';
import { localise } from './localise.ts';
import { lookupKey } from './lookup-key.ts';
import type { Language, LocalisedText, PackedRecord, PackRecord, RecordId, Statement } from './record.ts';
import { describeDatesOn, statementTime } from './statement-time.ts';

/** The records of whose offices a record's card tells: a seat of power tells of its country's or organisation's. */
export function idsWithOffices(record: PackRecord): RecordId[] {
  if (record.kind !== 'place' && record.kind !== 'organisation') return [];
  const seats = seatsOf(record);
  return seats.length > 0 ? [...new Set(seats.flatMap(({ of }) => of ?? []))] : [record.id];
}

/** The holders, the best known first, each person once in each office. */
export function officeHolders(
  record: PackRecord,
  {
    persons,
    day,
    language,
    writer,
  }: {
    /** Those with a role in one of `idsWithOffices`; of several packs' words on a person the first is taken. */
    persons: readonly PackedRecord[];
    day: EdtfDate;
    language: Language | null;
    writer: FactWriter;
  },
): CardHolder[] {
  const seats = seatsOf(record);
  const ids = idsWithOffices(record);
  const isMeant = (role: Statement): boolean =>
    role.property === 'role' &&
    role.of !== undefined &&
    ids.includes(role.of) &&
    (seats.length === 0 || seats.some((seat) => seat.of === role.of && isSameOffice(seat, role))) &&
    statementTime(role, day) === 'current';
  const seen = new Set<RecordId>();
  return [...persons]
    .sort((a, b) => (b.record.prior ?? 0.5) - (a.record.prior ?? 0.5))
    .flatMap(({ packId, record: person }) => {
      const role = person.statements.find(isMeant);
      if (!role || seen.has(person.id)) return [];
      seen.add(person.id);
      const { citations, text: office } = writer.fact(role, '');
      const text = localise(person.label, language);
      return [{ packId, id: person.id, office, text, dates: describeDatesOn(role, day), citations }];
    });
}

/** The offices that a seat of power stands for. */
export function seatsOf({ statements }: PackRecord): Statement[] {
  return statements.filter(({ property }) => property === 'seatOf');
}

/** Offices have no records of their own: they are the same when one of their names is. */
function isSameOffice(a: Statement, b: Statement): boolean {
  if (a.value.type !== 'text' || b.value.type !== 'text') return false;
  const keys = officeKeys(a.value.text);
  return officeKeys(b.value.text).some((key) => keys.includes(key));
}

const officeKeys = (text: LocalisedText): string[] => Object.values(text).map(lookupKey);
