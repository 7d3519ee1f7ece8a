import type { CardDetail, CardFact, CitationNumber } from './card.ts';
import { formatDate } from './edtf-date.ts';
import { localise } from './localise.ts';
import type { Citation, Language, PackRecord, Property, RecordId, Statement } from './record.ts';
import { describeDates } from './statement-time.ts';

const headings: Partial<Record<Property, string>> = {
  capital: 'Capital',
  country: 'Country',
  population: 'Population',
  partOf: 'Part of',
  memberOf: 'Member of',
  headquarters: 'Headquarters',
  coordinates: 'Coordinates',
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

/** Turns statements into lines of text and numbers their citations in order of appearance. */
export class FactWriter {
  readonly citations: Citation[] = [];
  readonly #language: Language | null;
  readonly #named: ReadonlyMap<RecordId, PackRecord>;

  constructor({
    language,
    named,
  }: {
    language: Language | null;
    named: ReadonlyMap<RecordId, PackRecord>;
  }) {
    this.#language = language;
    this.#named = named;
  }

  fact(statement: Statement, dates: string): CardFact {
    return {
      text: this.textOf(statement),
      dates,
      citations: statement.citations.map((citation) => this.#number(citation)),
    };
  }

  /** One detail a heading: values that share heading and dates become one list. */
  details(record: PackRecord, statements: readonly Statement[]): CardDetail[] {
    const merged = new Map<string, CardDetail>();
    for (const statement of statements) {
      const heading = headings[statement.property] ?? statement.property;
      const dates = detailDates(record, statement);
      const { text, citations } = this.fact(statement, dates);
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

  textOf({ value }: Statement): string {
    switch (value.type) {
      case 'text':
        return localise(value.text, this.#language);
      case 'number':
        return value.number.toLocaleString('en');
      case 'date':
        return formatDate(value.date);
      case 'record': {
        const record = this.#named.get(value.id);
        return record ? localise(record.label, this.#language) : value.id;
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

/** When a detail was reported says little, so only its own dates are shown. What is said of an event is of its day: it did not go on since. */
function detailDates({ kind }: PackRecord, statement: Statement): string {
  const { from, to } = statement;
  if (kind === 'event' && from && !to) return formatDate(from);
  return from || to ? describeDates(statement) : '';
}
