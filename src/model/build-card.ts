/** Builds the card of a record for one as-of date and one language. */

import type { Card, CardDetail, CardFact, CitationNumber } from './card.ts';
import { type EdtfDate, formatDate } from './edtf-date.ts';
import { localise } from './localise.ts';
import { planLineage } from './plan-lineage.ts';
import type {
  Citation,
  Language,
  PackedRecord,
  PackRecord,
  Property,
  RecordId,
  Statement,
} from './record.ts';
import { describeDates, statementTime } from './statement-time.ts';

export interface CardInput extends PackedRecord {
  readonly packTitle: string;
  readonly asOf: EdtfDate | null;
  readonly language: Language | null;
  /** Records that the statements name, for their labels; the id is shown where one is missing. */
  readonly named: ReadonlyMap<RecordId, PackRecord>;
  /** Every plan and event of the packs in use, for lineages. */
  readonly dossier: readonly PackRecord[];
}

/** The card: what held on the as-of date, and apart from it what changed since. */
export function buildCard(input: CardInput): Card {
  const { packId, record, packTitle, asOf, language, dossier } = input;
  const writer = new FactWriter(input);
  const current = record.statements.filter((statement) => statementTime(statement, asOf) === 'current');
  const later = record.statements.filter((statement) => statementTime(statement, asOf) === 'later');
  const ending = current.filter(({ to }) => asOf !== null && to !== undefined);
  const isChanging = ({ property }: Statement): boolean => changingProperties.has(property);
  return {
    packId,
    id: record.id,
    kind: record.kind,
    label: localise(record.label, language),
    asOf,
    roles: newestFirst(current.filter(({ property }) => property === headlineOf(record))).map(writer.fact),
    description: record.description ? localise(record.description, language) : null,
    details: writer.details(
      record.statements.filter(
        (statement) => !isChanging(statement) && (current.includes(statement) || !statement.from),
      ),
    ),
    lineage: planLineage(record, dossier, { asOf, language }),
    openPoints: current.filter(({ property }) => property === 'openPoint').map(writer.fact),
    sinceThen: [
      ...later.filter(isChanging).map(writer.fact),
      ...ending.filter(isChanging).map((statement) => ({
        ...writer.fact(statement),
        dates: `until ${formatDate(statement.to ?? '')}`,
      })),
    ],
    citations: writer.citations,
    packTitle,
  };
}

/** Properties whose value on a date matters; all others are details. */
const changingProperties: ReadonlySet<Property> = new Set(['role', 'status', 'openPoint']);

const headlineOf = ({ kind }: PackRecord): Property => (kind === 'person' ? 'role' : 'status');

const headings: Partial<Record<Property, string>> = {
  capital: 'Capital',
  country: 'Country',
  population: 'Population',
  partOf: 'Part of',
  memberOf: 'Member of',
  headquarters: 'Headquarters',
  pointCount: 'Points',
  proposedBy: 'Proposed by',
  derivedFrom: 'Grew out of',
  supersedes: 'Replaces',
  point: 'Contents',
  date: 'Date',
  place: 'Place',
  participant: 'Participants',
  ledTo: 'Led to',
  about: 'About',
  fact: 'Also',
};

function newestFirst(statements: readonly Statement[]): Statement[] {
  return [...statements].sort((a, b) =>
    (b.from ?? '') > (a.from ?? '') ? 1 : (b.from ?? '') < (a.from ?? '') ? -1 : 0,
  );
}

/** Turns statements into lines of text and numbers their citations in order of appearance. */
class FactWriter {
  readonly citations: Citation[] = [];
  readonly #input: CardInput;

  constructor(input: CardInput) {
    this.#input = input;
  }

  fact = (statement: Statement): CardFact => ({
    text: this.#text(statement),
    dates: describeDates(statement),
    citations: statement.citations.map((citation) => this.#number(citation)),
  });

  /** One detail a heading: values that share heading and dates become one list. */
  details(statements: readonly Statement[]): CardDetail[] {
    const merged = new Map<string, CardDetail>();
    for (const statement of statements) {
      const heading = headings[statement.property] ?? statement.property;
      const dates = this.#detailDates(statement);
      const { text, citations } = this.fact(statement);
      const known = merged.get(`${heading} ${dates}`);
      merged.set(`${heading} ${dates}`, {
        heading,
        text: known ? `${known.text}, ${text}` : text,
        dates,
        citations: [...new Set([...(known?.citations ?? []), ...citations])],
      });
    }
    return [...merged.values()];
  }

  /** When a detail was reported says little, so only its own dates are shown. What is said of an event is of its day: it did not go on since. */
  #detailDates(statement: Statement): string {
    const { from, to } = statement;
    if (this.#input.record.kind === 'event' && from && !to) return formatDate(from);
    return from || to ? describeDates(statement) : '';
  }

  #text({ value }: Statement): string {
    const { language, named } = this.#input;
    switch (value.type) {
      case 'text':
        return localise(value.text, language);
      case 'number':
        return value.number.toLocaleString('en');
      case 'date':
        return formatDate(value.date);
      case 'record': {
        const record = named.get(value.id);
        return record ? localise(record.label, language) : value.id;
      }
    }
  }

  #number(citation: Citation): CitationNumber {
    const index = this.citations.findIndex(
      (each) =>
        each.title === citation.title &&
        each.publisher === citation.publisher &&
        each.published === citation.published,
    );
    return index >= 0 ? index + 1 : this.citations.push(citation);
  }
}
