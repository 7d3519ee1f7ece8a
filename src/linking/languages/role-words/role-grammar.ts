/** What finding role references must know of a language. Patterns are regular expressions without case. */

/**
 * What somebody is in charge of, whatever it is called: `foreign-minister` is also a foreign secretary, a top diplomat
 * or a secretary of state. `leader` and `chief` are loose words for several of them.
 */
export type Office =
  | 'president'
  | 'head-of-government'
  | 'monarch'
  | 'pope'
  | 'foreign-minister'
  | 'defence-minister'
  | 'finance-minister'
  | 'interior-minister'
  | 'secretary-general'
  | 'director-general'
  | 'managing-director'
  | 'chair'
  | 'governor'
  | 'commissioner'
  | 'leader'
  | 'head-of-state'
  | 'chief';

/** An office as it is called: "ministre … des affaires étrangères" has a head and a tail that may stand apart. */
export interface OfficePhrase {
  readonly office: Office;
  readonly head: string;
  readonly tail?: string;
}

export interface RoleGrammar {
  readonly offices: readonly OfficePhrase[];
  /** Between a place and the office after it: "France's new president", "US-Präsident". Absent where it never leads. */
  readonly placeBefore?: { readonly adjective: string; readonly name?: string };
  /** Between the office and the place after it: "of the". */
  readonly placeAfter: string;
  /** Whether an adjective of the place follows its noun: "président ukrainien". */
  readonly adjectiveFollows: boolean;
  /** One of them must precede, except after a possessive or at the start of a sentence; empty where there are none. */
  readonly articles: ReadonlySet<string>;
  /** Words before the reference, or before its article, that make it nobody's or another's: "former", "a", "elected". */
  readonly spoilers: ReadonlySet<string>;
  /** What follows a reference that is part of something else: "president of", "president's office". */
  readonly continued: RegExp;
  /** What follows a reference to whoever held the office on another day: "at the time". */
  readonly elsewhen: RegExp;
  /** Case endings in which the office is what somebody becomes, unless one of the prepositions precedes. */
  readonly predicate?: { readonly form: RegExp; readonly prepositions: ReadonlySet<string> };
  /** Words of a state's full name: "Republic", "of the". */
  readonly stateWords: ReadonlySet<string>;
}
