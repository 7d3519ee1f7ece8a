/** The words of texts by how they are spelled: what is known of a spelling is told once and found again without a new string. */

import type { Language } from '../model/record.ts';
import { wordKindsOf } from './word-kinds.ts';

/** What is known of a word by its spelling alone. */
export interface Spelling {
  readonly quote: string;
  /** In lower case, apostrophes straight and dots of abbreviations left out: "u.s." is `us`. */
  readonly word: string;
  readonly isCapitalised: boolean;
  /** Bits of `WordKind`. */
  readonly kinds: number;
  /** The last page that had it as a word by itself. */
  lastPage: number;
}

/** A stretch of a text that is one word. */
export interface SpelledWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Of its UTF-16 units, by `hashUnit`. */
  readonly hash: number;
  readonly isCapitalised: boolean;
}

/** The hash of a word with one more UTF-16 unit; it begins with 0. */
export const hashUnit = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** So many spellings of a language are kept; then it begins anew. At most half of the table is taken. */
const mostSpellings = 32_768;
const mask = 2 * mostSpellings - 1;

/** The spellings met in texts of one language: a table of open addresses. */
export class Spellings {
  readonly #kindsOf: (word: string) => number;
  readonly #hashes = new Int32Array(mask + 1);
  #table: (Spelling | undefined)[] = new Array(mask + 1);
  #count = 0;

  constructor(language: Language | null) {
    this.#kindsOf = wordKindsOf(language);
  }

  of(found: SpelledWord): Spelling {
    const { hash } = found;
    let at = (hash ^ (hash >>> 15)) & mask;
    for (let known = this.#table[at]; known !== undefined; known = this.#table[at]) {
      if (this.#hashes[at] === hash && isSpelledSo(found, known.quote)) return known;
      at = (at + 1) & mask;
    }
    if (this.#count >= mostSpellings) {
      this.#table = new Array(mask + 1);
      this.#count = 0;
      at = (hash ^ (hash >>> 15)) & mask;
    }
    const { text, start, end, isCapitalised } = found;
    const quote = text.slice(start, end);
    const word = wordOf(quote, isCapitalised);
    const spelling = { quote, word, isCapitalised, kinds: this.#kindsOf(word), lastPage: 0 };
    this.#table[at] = spelling;
    this.#hashes[at] = hash;
    this.#count++;
    return spelling;
  }
}

function isSpelledSo({ text, start, end }: SpelledWord, quote: string): boolean {
  if (quote.length !== end - start) return false;
  for (let at = 0; at < quote.length; at++) {
    if (quote.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  }
  return true;
}

const byLanguage = new Map<string, Spellings>();

/** Those of a language, by its primary subtag. */
export function spellingsOf(language: Language | null): Spellings {
  const tag = language?.split('-')[0] ?? '';
  let spellings = byLanguage.get(tag);
  if (!spellings) {
    spellings = new Spellings(language);
    byLanguage.set(tag, spellings);
  }
  return spellings;
}

function wordOf(quote: string, isCapitalised: boolean): string {
  const bare = isCapitalised && quote.includes('.') ? quote.replaceAll('.', '') : quote;
  return bare.toLowerCase().replace(/[’ʼ]/g, "'");
}
