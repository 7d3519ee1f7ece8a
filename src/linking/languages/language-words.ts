/** What linking must know of a language. All words are in lower case. */

export interface LanguageWords {
  /** Words that begin sentences or stand before names without being part of them; also used to tell languages apart. */
  readonly functionWords: ReadonlySet<string>;
  /** Words of office and address: "president", "secretary", "mr". */
  readonly titles: ReadonlySet<string>;
  /** How compound titles end, where a language writes them as one word: "-minister", "-chef". */
  readonly titleEndings?: readonly string[];
  /** Titles that are none after a name: "Norland State University" is not said of Norland. */
  readonly leadingTitles?: ReadonlySet<string>;
  /** Words that link a named thing to its place: "of" in "Treaty of Paris". */
  readonly linkingWords?: ReadonlySet<string>;
  /** Things that bear a place's name after a linking word: "treaty", "gulf". */
  readonly thingsOfPlaces?: ReadonlySet<string>;
  /** True where they are written small: "traité de Paris". In English "the bank of China" is no name. */
  readonly hasSmallThings?: boolean;
  /** Everyday things that bear an adjective of a place: "roulette", "cheese". */
  readonly thingsAfterAdjectives?: ReadonlySet<string>;
  /** Nouns that end names of places and bodies, so that the word before them may stand alone: "airport", "county". */
  readonly headNouns?: ReadonlySet<string>;
  /** Things that are called after persons: "airport", "prize". */
  readonly thingsOfPersons?: ReadonlySet<string>;
  /** Words before the name of a language: "in Polish" is not of Poland. */
  readonly beforeLanguages?: ReadonlySet<string>;
  /** Days and months: capitalised, but no part of a name beside them. */
  readonly calendar: ReadonlySet<string>;
  /** How adjectives end, where names decline: in these languages nothing else stands before a place as a part of its name. */
  readonly adjective?: RegExp;
  /** True where an adjective may follow its noun: "Europa Środkowa". */
  readonly adjectivesFollow?: boolean;
  /** What given names end in, in all cases but the first. */
  readonly givenEndings?: ReadonlySet<string>;
  /** "eastern", "central": may precede a place without making it another one. */
  readonly regions: ReadonlySet<string>;
  /** Nouns that say of the name behind them, or behind "of", that it is a place: "city", "województwo". */
  readonly placeNouns?: ReadonlySet<string>;
  /** Prepositions after which a place is likely. */
  readonly placePrepositions: ReadonlySet<string>;
  /** Words by which a team is told from the place it is called after. */
  readonly sport?: SportWords;
  /** True where every noun is capitalised, so that a capital is no sign of a name. */
  readonly capitalisesNouns: boolean;
  /** True where one name stands before another without a preposition: in "U.S. Congress" the country is no mention. */
  readonly stacksNames?: boolean;
}

export interface SportWords {
  /** Of teams alone: "coach", "quarterback". */
  readonly belongings: ReadonlySet<string>;
  /** What may stand before these: "head coach". */
  readonly degrees: ReadonlySet<string>;
  /** Of teams where the text is about sport: "record", "season". */
  readonly results: ReadonlySet<string>;
  /** What a team does, as the word after its name; only in texts about sport. */
  readonly deeds: ReadonlySet<string>;
  /** What is done with a team, as the word before its name; only in texts about sport. */
  readonly deedsBefore: ReadonlySet<string>;
  /** Several of these make a text one about sport. */
  readonly topic: ReadonlySet<string>;
}

/** What follows the name of a son that is his father's as well. */
export const generations: ReadonlySet<string> = new Set([
  'jr',
  'jnr',
  'sr',
  'junior',
  'ii',
  'iii',
  'iv',
  'fils',
  'молодший',
  'младший',
]);

/** A set of the words in a string separated by white space. */
export const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
