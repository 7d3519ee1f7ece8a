/** What linking must know of a language. All words are in lower case. */

export interface LanguageWords {
  /** Words that begin sentences or stand before names without being part of them; also used to tell languages apart. */
  readonly functionWords: ReadonlySet<string>;
  /** Words of office and address: "president", "secretary", "mr". */
  readonly titles: ReadonlySet<string>;
  /** Days and months: capitalised, but no part of a name beside them. */
  readonly calendar: ReadonlySet<string>;
  /** "eastern", "central": may precede a place without making it another one. */
  readonly regions: ReadonlySet<string>;
  /** Prepositions after which a place is likely. */
  readonly placePrepositions: ReadonlySet<string>;
  /** True where every noun is capitalised, so that a capital is no sign of a name. */
  readonly capitalisesNouns: boolean;
}

/** A set of the words in a string separated by white space. */
export const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
