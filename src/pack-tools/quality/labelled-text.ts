/** Texts with the links that an editor would sign: what the engine is scored against. */

import type { Span } from '../../model/link.ts';
import type { Language } from '../../model/record.ts';

export interface LabelledText {
  /** Where it is from, for the list of errors. */
  readonly name: string;
  readonly language: Language | null;
  readonly publishedAt: string | null;
  readonly text: string;
  /** Only what lies inside is labelled, and scored. UTF-16, like all spans here. */
  readonly regions: readonly Span[];
  /** Which part of a collection it belongs to, such as `tuning`; null where there are none. */
  readonly set: string | null;
  /** Tags of the hard cases that the text was written for. */
  readonly traps: readonly string[];
  /** Whether ambiguous links and unknown plans are labelled as well. */
  readonly labelsDoubt: boolean;
  /** In text order. They may be nested. */
  readonly mentions: readonly LabelledMention[];
}

export interface LabelledMention extends Span {
  readonly surface: string;
  readonly meaning: Meaning;
  /** A record's kind where it can be told from the label, else the label's own type. */
  readonly kind: string;
  /** A link is welcome and its absence no fault. */
  readonly isOptional: boolean;
}

/**
 * What a mention means. With `record` one of the ids is right: records of the packs, or none where the packs do not
 * know the thing. `nothing` is a name of something that no link may be made for.
 */
export type Meaning =
  | { readonly type: 'record'; readonly gold: string; readonly ids: readonly string[] }
  | { readonly type: 'nothing' }
  | { readonly type: 'ambiguous'; readonly ids: readonly string[] }
  | { readonly type: 'unknown-plan' };
