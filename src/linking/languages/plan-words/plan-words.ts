/** What the plan grammar must know of a language. Every word is in lower case; patterns match one whole word. */

/** Kinds of nouns that can stand for one another: "the document" may be any of them, "the deal" no mere proposal. */
export type NounClass = 'plan' | 'text' | 'deal' | 'memorandum' | 'declaration' | 'resolution';

export interface PlanNoun {
  /** The base form: `plan`, `пропозиція`. */
  readonly lemma: string;
  readonly nounClass: NounClass;
}

/** The noun that a word is. */
export interface NounTable {
  (word: string): PlanNoun | null;
  /** Finds such words in a text. */
  readonly pattern: RegExp;
}

export interface LongNoun {
  readonly pattern: RegExp;
  /** Each of its words. */
  readonly anyWord: RegExp;
  readonly noun: PlanNoun;
}

export interface PlanWords {
  readonly numbers: ReadonlyMap<string, number>;
  /** Words inside a number: "vingt et un", "treinta y cinco". */
  readonly numberJoints: ReadonlySet<string>;
  /** "points" after a count. */
  readonly points: RegExp;
  /** The word of a count that stands before (in some languages also after) its noun: "28-point", "28-punktowy". */
  readonly pointAdjective: RegExp | null;
  /** The noun that a word is, or null; of a compound ("Friedensplan") the whole of it. */
  readonly nounOf: NounTable;
  /** Nouns of two or three words, by their words with single spaces: "road map", "feuille de route". */
  readonly longNouns: readonly LongNoun[];
  /** Between a noun and its count, anywhere after the noun: "of", "containing", "із". */
  readonly linkers: ReadonlySet<string>;
  /** The same, but only right after the noun: "на 28 пунктів" says by how much something fell. */
  readonly nearLinkers: ReadonlySet<string>;
  /** Between a count and its noun: "28 points of the plan". Empty where a genitive does it. */
  readonly ofWords: ReadonlySet<string>;
  /** True where the noun follows in the genitive: "28 пунктів плану". */
  readonly hasGenitive: boolean;
  /** Words that no phrase of a count and its noun goes over. */
  readonly breaks: ReadonlySet<string>;
  /** Things that have points and are no plans: leads, indices, fonts. */
  readonly otherThings: RegExp;
  /** "about", "some" before a count. */
  readonly about: ReadonlySet<string>;
  /** "from 28 to 19": the first and the second of the words, and "to 19 from 28". */
  readonly from: ReadonlySet<string>;
  readonly to: ReadonlySet<string>;
  /** Verbs by which a plan is made shorter or longer. */
  readonly changes: RegExp;
  /** Words between two counts of which one takes the other's place: "become", "instead of". */
  readonly replaces: ReadonlySet<string>;
  /** Words that make a count or a noun a known one: "the", "all", "ці". */
  readonly definite: ReadonlySet<string>;
  /** Words after a number that show that it counts nothing more: "to 19 after the talks". */
  readonly mayFollowNumber: ReadonlySet<string>;
}

/** A set of the words in a string separated by white space. */
export const wordSet = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u));

/** Numbers from lines of a value and its forms: `8 вісім восьми вісьмома`. */
export function numberTable(lines: string): Map<string, number> {
  const table = new Map<string, number>();
  for (const line of lines.trim().split('\n')) {
    const [value, ...forms] = line.trim().split(/\s+/u);
    for (const form of forms) table.set(form, Number(value));
  }
  return table;
}

/** The words of a string as numbers from `first` on: "twenty thirty" with `step` 10. */
export function countUp(text: string, first: number, step = 1): Map<string, number> {
  return new Map([...wordSet(text)].map((word, index) => [word, first + index * step]));
}

const whole = (source: string): RegExp => new RegExp(`^(?:${source})$`, 'u');

/** A pattern of whole words from alternatives separated by white space, each a regular expression. */
export const anyOf = (alternatives: string): RegExp => whole([...wordSet(alternatives)].join('|'));

/** So many words are remembered for each table. */
const mostKnown = 5_000;

/**
 * Reads nouns from lines of class, base form and pattern: `plan proposal proposals?`. With `compounds`, words that end
 * in one of them are nouns too unless they begin as `notBefore` says: "Fahrplan".
 */
export function nounTable(lines: string, compounds: { readonly notBefore: RegExp } | null = null): NounTable {
  const nouns: PlanNoun[] = [];
  const sources: string[] = [];
  for (const line of lines.trim().split('\n')) {
    const [nounClass, lemma = '', source = ''] = line.trim().split(/\s+/u);
    nouns.push({ lemma, nounClass: nounClass as NounClass });
    sources.push(`(${source})`);
  }
  const pattern = new RegExp(`^${compounds ? '(\\p{L}*?)' : '()'}(?:${sources.join('|')})$`, 'u');
  const read = (word: string): PlanNoun | null => {
    const match = pattern.exec(word);
    if (!match) return null;
    const [, prefix = '', ...groups] = match;
    if (prefix && compounds?.notBefore.test(prefix)) return null;
    const noun = nouns[groups.findIndex((group) => group !== undefined)];
    return noun ? { ...noun, lemma: prefix + noun.lemma } : null;
  };
  const known = new Map<string, PlanNoun | null>();
  const nounOf = (word: string): PlanNoun | null => {
    let noun = known.get(word);
    if (noun === undefined) {
      noun = read(word);
      if (known.size >= mostKnown) known.clear();
      known.set(word, noun);
    }
    return noun;
  };
  const edge = compounds ? '' : '(?<!\\p{L})';
  return Object.assign(nounOf, {
    pattern: new RegExp(`${edge}(?:${sources.join('|')})(?!\\p{L})`, 'giu'),
  });
}

/** A noun of several words; no group of the source goes over a space. */
export const longNoun = (source: string, lemma: string, nounClass: NounClass): LongNoun => ({
  pattern: whole(source),
  anyWord: whole(source.replaceAll(' ', '|')),
  noun: { lemma, nounClass },
});
