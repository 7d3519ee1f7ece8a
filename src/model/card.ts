/** What is shown for a link, already decided for one as-of date and one language. Plain data: any view can draw it. */

import type { EdtfDate } from './edtf-date.ts';
import type { Citation, PackId, RecordId, RecordKind } from './record.ts';

/** A citation's number on the card, counted from 1; `Card.citations[number - 1]`. */
export type CitationNumber = number;

/** One line of text with its dates and where it is from. */
export interface CardFact {
  readonly text: string;
  /** "since 20 May 2019", "until …", "as reported 1 December 2025"; empty when no date is known. */
  readonly dates: string;
  readonly citations: readonly CitationNumber[];
}

/** A fact with its heading: "Population", "Proposed by", "Capital". */
export interface CardDetail extends CardFact {
  readonly heading: string;
}

/** One stage of a plan's history, oldest first. */
export interface LineageStage {
  readonly id: RecordId;
  readonly kind: RecordKind;
  readonly label: string;
  readonly date: EdtfDate | null;
  /** Whether this stage is the record the card is about. */
  readonly isCurrent: boolean;
  /** Whether it came after the as-of date. */
  readonly isLater: boolean;
}

/** Who held an office on the as-of date. */
export interface CardHolder extends CardFact {
  readonly packId: PackId;
  readonly id: RecordId;
  /** The office; `text` is the holder's name. */
  readonly office: string;
}

/** What the record cannot say for the as-of date, and the nearest that it can. */
export interface NotKnown {
  /** A sentence: "Our record has no role for this date." */
  readonly text: string;
  readonly nearest: readonly CardFact[];
}

export interface Card {
  readonly packId: PackId;
  readonly id: RecordId;
  readonly kind: RecordKind;
  readonly label: string;
  /** Null when the article's date is not known: everything is then shown as the pack has it. */
  readonly asOf: EdtfDate | null;
  /** Roles held on the as-of date, or the status of a plan; first the one to show under the name. */
  readonly roles: readonly CardFact[];
  /** Null when nothing that a reader expects is missing. */
  readonly notKnown: NotKnown | null;
  readonly description: string | null;
  readonly details: readonly CardDetail[];
  /** Of a place or an organisation: who held its offices; of a seat of power, the office that is meant by it. */
  readonly holders: readonly CardHolder[];
  readonly lineage: readonly LineageStage[];
  readonly openPoints: readonly CardFact[];
  /** What the pack knows to have changed after the as-of date. */
  readonly sinceThen: readonly CardFact[];
  readonly citations: readonly Citation[];
  readonly packTitle: string;
}
