/** What annotation finds in a text. All offsets are UTF-16 code units, half-open `[start, end)`. */

import type { Language, PackId, RecordId, RecordKind, SurfaceFormType } from './record.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One record that a surface form can name. */
export interface Candidate {
  readonly packId: PackId;
  readonly id: RecordId;
  readonly type: SurfaceFormType;
  readonly weak: boolean;
  /** Of the surface form; null when it is used in many languages. */
  readonly language: Language | null;
  /** Set where the text has the surface form in another case: a guess by rule, less sure than the form itself. */
  readonly inflected?: true;
}

/** A span that the engine found, with every record that it could mean. */
export interface Mention extends Span {
  readonly candidates: readonly Candidate[];
}

/** One named reason for a link. Weights of a link's evidence add up to its score. */
export interface Evidence {
  readonly type: string;
  readonly weight: number;
  /** A phrase a reader understands after "because": "full name on this page: Steve Witkoff". */
  readonly note: string;
}

/** A mention decided for one record. */
export interface Link extends Span {
  readonly quote: string;
  readonly kind: RecordKind;
  readonly id: RecordId;
  /** The record's label in the text's language, or in English. */
  readonly label: string;
  readonly packId: PackId;
  /** 0 to 1. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
  /** Present where the page's own words beside the name are not what the record says of that day: "President-elect". */
  readonly pageSays?: string;
  /** Present where the evidence left several readings and the reader chose this one. */
  readonly choice?: ReaderChoice;
}

/** A plan reference that no pack can explain: shown as unknown, never guessed. */
export interface UnresolvedPlan extends Span {
  readonly quote: string;
  /** Of a plan named by its points; null for a numbered instrument ("Resolution 2803"). */
  readonly pointCount: number | null;
  /** The head noun's base form in the text's language; null when only points are named. */
  readonly noun: string | null;
}

/** One reading of an ambiguous link. */
export interface LinkCandidate {
  readonly kind: RecordKind;
  readonly id: RecordId;
  readonly label: string;
  readonly packId: PackId;
  /** 0 to 1. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** A mention with two or more readings that the evidence cannot tell apart: shown as such, never guessed. */
export interface AmbiguousLink extends Span {
  readonly quote: string;
  /** Best first; at least two. */
  readonly candidates: readonly LinkCandidate[];
  /** What would decide, in a phrase that a reader understands: "a proposer or a date beside the count". */
  readonly rule: string;
}

/** Where a reader's choice between readings holds: on one page, or on all pages of its site. */
export type ChoiceScope = 'page' | 'site';

/** What the reader chose between. */
export interface ReaderChoice {
  readonly scope: ChoiceScope;
  readonly candidates: readonly LinkCandidate[];
  readonly rule: string;
}

/** Everything found in one text. The lists are in text order and no two spans overlap. */
export interface Annotation {
  readonly links: readonly Link[];
  readonly ambiguous: readonly AmbiguousLink[];
  readonly unresolvedPlans: readonly UnresolvedPlan[];
}
