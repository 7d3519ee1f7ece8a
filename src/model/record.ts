/** The vocabulary of a pack: records, how text names them, and the dated claims made about them. */

import type { EdtfDate } from './edtf-date.ts';

export const recordKinds = ['person', 'organisation', 'place', 'plan', 'event'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** A CURIE: `iso3166:UA`, `geonames:2988507`, `wd:Q42`, `newsgloss:kaja-kallas`. */
export type RecordId = string;

/** Identifies a pack among all sources: lower-case letters, digits and hyphens. */
export type PackId = string;

/** BCP 47 language tag, lower-case primary subtag first: `en`, `uk`, `zh`. */
export type Language = string;

/** Text by language. English is always there: it is what is shown when the reader's language is not. */
export type LocalisedText = { readonly en: string } & Readonly<Record<Language, string>>;

/**
 * How a surface form names its record. `family` names need evidence that this member of the family is meant;
 * a `demonym` ("French") stands for the place it is derived from.
 */
export const surfaceFormTypes = ['name', 'family', 'demonym', 'abbreviation'] as const;
export type SurfaceFormType = (typeof surfaceFormTypes)[number];

export interface SurfaceForm {
  readonly text: string;
  readonly type: SurfaceFormType;
  /** Absent when the form is used in many languages. */
  readonly language?: Language;
  /** Matches only as written: `WHO`, `US`. */
  readonly caseSensitive?: boolean;
  /** An everyday word or another thing's name as well: links only with evidence. */
  readonly weak?: boolean;
}

/** The text a statement rests on. */
export interface Citation {
  readonly publisher: string;
  readonly title: string;
  /** Absent when the publisher's own address for it is not known. */
  readonly url?: string;
  /** Day, month or year on which it was published. */
  readonly published: EdtfDate;
}

export const properties = [
  // person
  'role',
  // place and organisation
  'capital',
  'country',
  'population',
  'partOf',
  'memberOf',
  'headquarters',
  'seatOf',
  'coordinates',
  // plan
  'pointCount',
  'proposedBy',
  'status',
  'derivedFrom',
  'supersedes',
  'point',
  'openPoint',
  // event
  'date',
  'place',
  'participant',
  'ledTo',
  // any
  'about',
  'fact',
] as const;
export type Property = (typeof properties)[number];

export type StatementValue =
  | { readonly type: 'text'; readonly text: LocalisedText }
  | { readonly type: 'record'; readonly id: RecordId }
  | { readonly type: 'number'; readonly number: number }
  | { readonly type: 'date'; readonly date: EdtfDate };

/**
 * A dated claim. Without `from` it is known to hold on the day of its earliest citation; without `to` it is not
 * known to have ended.
 */
export interface Statement {
  readonly property: Property;
  readonly value: StatementValue;
  /** The record the value is held of: the country of a president, the organisation of a chief. */
  readonly of?: RecordId;
  readonly from?: EdtfDate;
  readonly to?: EdtfDate;
  /** Never empty. */
  readonly citations: readonly Citation[];
}

/** What could be said of a record from a day on. */
export interface DatedDescription {
  readonly from: EdtfDate;
  readonly text: LocalisedText;
}

export interface PackRecord {
  readonly id: RecordId;
  readonly kind: RecordKind;
  readonly label: LocalisedText;
  /** One paragraph for a newcomer, true on any day. It says nothing that the statements do not say. */
  readonly description?: LocalisedText;
  /** Paragraphs that take its place from a day on, oldest first: what came later must not be told before. */
  readonly datedDescriptions?: readonly DatedDescription[];
  /** How likely an unqualified mention means this record and not a namesake, 0 to 1; 0.5 when not known. */
  readonly prior?: number;
  /** The same thing in other collections: `wd:Q212`. Cards do not show it. */
  readonly sameAs?: readonly RecordId[];
  readonly surfaceForms: readonly SurfaceForm[];
  readonly statements: readonly Statement[];
}

/** A record and the pack it comes from: several packs may know the same id. */
export interface PackedRecord {
  readonly packId: PackId;
  readonly record: PackRecord;
}
