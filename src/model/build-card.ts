/** Builds the card of a record for one as-of date and one language. */

import type { Card, CardFact, NotKnown } from './card.ts';
import { describeRecord } from './describe-record.ts';
import { compareDates, type EdtfDate, firstDay, formatDate, lastDay } from './edtf-date.ts';
import { FactWriter } from './fact-writer.ts';
import { localise } from './localise.ts';
import { officeHolders, seatsOf } from './office-holders.ts';
import { planLineage, stageDate } from './plan-lineage.ts';
import type { Language, PackedRecord, PackRecord, Property, RecordId, Statement } from './record.ts';
import { describeDates, describeDatesOn, reportedOn, statementTime } from './statement-time.ts';

export interface CardInput extends PackedRecord {
  readonly packTitle: string;
  readonly asOf: EdtfDate | null;
  /** The day on which the card is read: what is old is measured by it where the article's date is not known. */
  readonly today: EdtfDate;
  readonly language: Language | null;
  /** Records that the statements name, for their labels; the id is shown where one is missing. */
  readonly named: ReadonlyMap<RecordId, PackRecord>;
  /** Every plan and event of the packs in use, for lineages. */
  readonly dossier: readonly PackRecord[];
  /** Persons with a role in one of `idsWithOffices(record)`. */
  readonly persons: readonly PackedRecord[];
}

/** The card: what held on the as-of date, and apart from it what changed since. */
export function buildCard(input: CardInput): Card {
  const { packId, record, packTitle, asOf, today, language, dossier, persons } = input;
  const { statements } = record;
  const writer = new FactWriter(input);
  const day = asOf ?? today;
  const on = (time: string): Statement[] => statements.filter((each) => statementTime(each, day) === time);
  const current = on('current');
  const factOn = (statement: Statement): CardFact => writer.fact(statement, describeDatesOn(statement, day));
  const isHeadline = ({ property }: Statement): boolean => property === headlineOf(record);
  // In the order of the card, since citations are numbered as they come.
  const roles = newestFirst(current.filter(isHeadline)).map(factOn);
  const holders = officeHolders(record, { persons, day, language, writer });
  const openPoints = current.filter(({ property }) => property === 'openPoint').map(factOn);
  const details = writer.details(
    record,
    statements.filter((each) => isDetail(each) && (current.includes(each) || isTimeless(each))),
  );
  const notKnown = findUnknown(input, { writer, day, hasHeadline: roles.length > 0, holders });
  const text = describeRecord(record, asOf);
  return {
    packId,
    id: record.id,
    kind: record.kind,
    label: localise(record.label, language),
    asOf,
    roles,
    notKnown,
    description: text && localise(text, language),
    details,
    holders,
    lineage: planLineage(record, dossier, { asOf, language }),
    openPoints,
    sinceThen: asOf === null ? [] : changesSince(record, { asOf, writer, hasHeadline: roles.length > 0 }),
    citations: writer.citations,
    packTitle,
  };
}

/** Properties whose value on a date matters; all others but the office of a seat are details. */
const changingProperties: ReadonlySet<Property> = new Set(['role', 'status', 'openPoint']);
const isChanging = ({ property }: Statement): boolean => changingProperties.has(property);
const isDetail = (statement: Statement): boolean => !isChanging(statement) && statement.property !== 'seatOf';

/** A detail without dates was true before somebody wrote it down: the capital, the number of points. */
const isTimeless = ({ from, to }: Statement): boolean => from === undefined && to === undefined;

const headlineOf = ({ kind }: PackRecord): Property => (kind === 'person' ? 'role' : 'status');

/** What began or ended after the day, and what was only reported after it. */
function changesSince(
  record: PackRecord,
  { asOf, writer, hasHeadline }: { asOf: EdtfDate; writer: FactWriter; hasHeadline: boolean },
): CardFact[] {
  const changing = record.statements.filter(isChanging);
  const at = (time: string): Statement[] => changing.filter((each) => statementTime(each, asOf) === time);
  // A role of which nobody says since when it is held is no change: where it is all there is, it is shown as the nearest.
  const reported = at('unknown').filter(({ property }) => property !== 'role' || hasHeadline);
  return [
    ...at('later').map((each) => writer.fact(each, describeDates(each))),
    ...reported.map((each) => writer.fact(each, firstReported(each))),
    ...at('current').flatMap((each) =>
      each.to && lastDay(each.to) > lastDay(asOf) ? [writer.fact(each, `until ${formatDate(each.to)}`)] : [],
    ),
  ];
}

const firstReported = (statement: Statement): string =>
  statement.to ? `until ${formatDate(statement.to)}` : `first reported ${formatDate(reportedOn(statement))}`;

/** What a reader looks for on this card and does not find. */
function findUnknown(
  { record, asOf }: CardInput,
  {
    writer,
    day,
    hasHeadline,
    holders,
  }: { writer: FactWriter; day: EdtfDate; hasHeadline: boolean; holders: readonly CardFact[] },
): NotKnown | null {
  const start = record.kind === 'plan' || record.kind === 'event' ? stageDate(record) : null;
  if (start && firstDay(start) > lastDay(day)) {
    const text =
      record.kind === 'plan'
        ? `Our record of this plan begins later: ${formatDate(start)}.`
        : `This event came later: ${formatDate(start)}.`;
    return { text, nearest: [] };
  }
  const dayWords = asOf === null ? 'today' : 'this date';
  const [seat] = seatsOf(record);
  if (seat && holders.length === 0) {
    return { text: `Our record has no ${writer.textOf(seat)} for ${dayWords}.`, nearest: [] };
  }
  const headline = headlineOf(record);
  const known = record.statements.filter(({ property }) => property === headline);
  if (hasHeadline || known.length === 0) return null;
  const [lastEnded] = known
    .filter((each) => statementTime(each, day) === 'past')
    .sort((a, b) => compareDates(b.to ?? '', a.to ?? ''));
  const undated = known.filter((each) => headline === 'role' && statementTime(each, day) === 'unknown');
  return {
    text: `Our record has no ${headline} for ${dayWords}.`,
    nearest: [
      ...(lastEnded ? [writer.fact(lastEnded, describeDates(lastEnded))] : []),
      ...undated.map((each) => writer.fact(each, firstReported(each))),
    ],
  };
}

function newestFirst(statements: readonly Statement[]): Statement[] {
  return [...statements].sort((a, b) =>
    (b.from ?? '') > (a.from ?? '') ? 1 : (b.from ?? '') < (a.from ?? '') ? -1 : 0,
  );
}
