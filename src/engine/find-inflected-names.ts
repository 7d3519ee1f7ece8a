/** Names that stand in a text in another form than their base: the text's words are led back to base forms. */

import type { Span } from '../model/link.ts';
import { hasBit } from './bit-set.ts';
import type { Engine } from './engine-format.ts';
import { gapBetween, gapBreaks, gapComma } from './gap.ts';
import { InflectedWords, type Reading } from './inflected-words.ts';
import type { Declension, Scope } from './inflection/declension.ts';
import { isCapitalUnit } from './letter-case.ts';
import { childNode, nameAt } from './name-trie.ts';
import { areMarksClosed, marksAfterGap, marksPart, notAsked, type OpenMarks } from './quotation-marks.ts';
import { hashOpening, type SmallStarts } from './small-starts.ts';
import { lengthOfWord, placeOfWord, type Words } from './words.ts';

/** A name of which at least one word is inflected. */
export interface InflectedName {
  readonly engine: Engine;
  /** Its place in the engine's order of names. */
  readonly name: number;
  readonly start: number;
  readonly end: number;
  readonly isSingleWord: boolean;
  /** Whether it is one word, a form of an adjective. */
  readonly isAdjective: boolean;
  /** Whether its last word is a plural, which only names of peoples and those in small letters have. */
  readonly isPlural: boolean;
  /** Set where it is capitals with a case ending: what the capitals are. */
  readonly capitals: string | null;
  /** Whether its base is so short that many words look like its forms. */
  readonly isShort: boolean;
}

/** The base form of a name of one word has at least so many units. */
const shortestSingle = 3;
/** Below this a name of one word is short. */
const shortestSure = 4;
const scopesOfSingle: ReadonlySet<Scope> = new Set(['any', 'adjective', 'single', 'first', 'plural']);
const scopesOfHead: ReadonlySet<Scope> = new Set(['any', 'adjective', 'several', 'head', 'first']);
const scopesOfLater: ReadonlySet<Scope> = new Set(['any', 'adjective', 'several', 'later']);

const nothing: readonly never[] = [];
const hyphens = '-\u2010\u2011';

export interface SearchOptions {
  readonly text: string;
  readonly declension: Declension;
  /** How those names begin that are written in small letters. */
  readonly smallStarts: readonly SmallStarts[];
}

/** The search of one text in the forms of a declension, over stretches of it whose words are found already. */
export class InflectedSearch {
  readonly #engines: readonly Engine[];
  readonly #text: string;
  /** Without, only small names have other forms. */
  readonly #hasCases: boolean;
  readonly #smallStarts: readonly SmallStarts[];
  readonly #readings: InflectedWords;
  readonly #abbreviationEndings: Declension['abbreviationEndings'];
  /** The reading of each word from the first of a name on. */
  readonly #path: Reading[] = [];
  #found: InflectedName[] = [];
  #words: Words | null = null;
  #firstWord = 0;
  /** The first of the names as they are that may still cover a word. */
  #cursor = 0;
  /** Where the last name ends that is found so far. */
  #free = 0;

  constructor(engines: readonly Engine[], { text, declension, smallStarts }: SearchOptions) {
    this.#engines = engines;
    this.#text = text;
    this.#hasCases = !declension.hasPluralsAlone;
    this.#smallStarts = smallStarts;
    this.#abbreviationEndings = declension.abbreviationEndings;
    this.#readings = new InflectedWords(engines, { text, declension });
  }

  /**
   * What `accept` makes of the inflected names in the next stretch: of each engine at most one a word to start from, the
   * longest that is accepted. They are in text order. `asTheyAre` are the names found up to the stretch's end in their
   * base forms: inside them, as inside inflected names, none is looked for. Unless it is
   * written in small letters, the first word of a name has a capital in the text, or the second.
   */
  search<Accepted>(
    words: Words,
    asTheyAre: readonly Span[],
    accept: (found: InflectedName) => Accepted | null,
  ): Accepted[] {
    const accepted: Accepted[] = [];
    this.#words = words;
    const { count, starts } = words;
    let isNextCapital = count > 0 && this.#isCapital(starts[0] as number);
    for (let first = 0; first < count; first++) {
      const start = starts[first] as number;
      const isCapital = isNextCapital;
      isNextCapital = first + 1 < count && this.#isCapital(starts[first + 1] as number);
      if (start < this.#free) continue;
      while ((asTheyAre[this.#cursor]?.start ?? start) < start) this.#cursor++;
      const here = asTheyAre[this.#cursor];
      if (here?.start === start) this.#free = here.end;
      const mayBegin = this.#hasCases && (isCapital || isNextCapital);
      if (!mayBegin && !this.#mayBeSmall(words, first)) continue;
      const readings = this.#readings.of(words, first).first;
      if (isCapital) accepted.push(...this.#abbreviationsAt(first, accept));
      for (let index = 0; index < readings.length; index++) {
        for (const found of this.#namesFrom(first, index, readings[index] as readonly Reading[])) {
          const value = accept(found);
          if (value === null) continue;
          accepted.push(value);
          this.#free = Math.max(this.#free, found.end);
          break;
        }
      }
    }
    this.#words = null;
    return accepted;
  }

  #mayBeSmall(words: Words, word: number): boolean {
    const starts = this.#smallStarts;
    if (starts.length === 0) return false;
    const opening = hashOpening(words.bytesView, placeOfWord(words, word), lengthOfWord(words, word));
    for (let i = 0; i < starts.length; i++) if ((starts[i] as SmallStarts).has(opening)) return true;
    return false;
  }

  #isCapital(start: number): boolean {
    return isCapitalUnit(this.#text.charCodeAt(start));
  }

  /** What is accepted of capitals with a case ending behind a hyphen: "ONZ-u". */
  #abbreviationsAt<Accepted>(first: number, accept: (found: InflectedName) => Accepted | null): Accepted[] {
    const { count, starts, ends } = this.#words as Words;
    const start = starts[first] as number;
    const capitalsEnd = ends[first] as number;
    const end = ends[first + 1] as number;
    if (first + 1 >= count || starts[first + 1] !== capitalsEnd + 1) return [];
    if (capitalsEnd - start < 2 || !hyphens.includes(this.#text.charAt(capitalsEnd))) return [];
    if (!this.#abbreviationEndings.has(this.#text.slice(capitalsEnd + 1, end))) return [];
    const capitals = this.#text.slice(start, capitalsEnd);
    if (!/^\p{Lu}+$/u.test(capitals)) return [];
    const accepted: Accepted[] = [];
    this.#readings.of(this.#words as Words, first).all.forEach((readings, index) => {
      const node = readings.find(({ isInflected }) => !isInflected)?.startNode ?? -1;
      const engine = this.#engines[index] as Engine;
      const name = node < 0 ? -1 : nameAt(engine.trie, node);
      if (name < 0) return;
      const found = {
        engine,
        name,
        start,
        end,
        capitals,
        isSingleWord: true,
        isAdjective: false,
        isPlural: false,
        isShort: false,
      };
      const value = accept(found);
      if (value === null) return;
      accepted.push(value);
      this.#free = Math.max(this.#free, end);
    });
    return accepted;
  }

  /** The inflected names of an engine that start at a word, longest first; of one length, those of short bases last. */
  #namesFrom(first: number, engineIndex: number, readings: readonly Reading[]): readonly InflectedName[] {
    if (readings.length === 0) return nothing;
    this.#found = [];
    this.#firstWord = first;
    for (let i = 0; i < readings.length; i++) {
      const reading = readings[i] as Reading;
      this.#path[0] = reading;
      this.#path.length = 1;
      this.#walk({
        node: reading.startNode,
        word: first,
        cases: reading.cases,
        marks: notAsked,
        engineIndex,
      });
    }
    const found = this.#found;
    return found.length < 2
      ? found
      : found.sort((a, b) => b.end - a.end || Number(a.isShort) - Number(b.isShort));
  }

  /** Collects the names at a node and behind it. The cases are those that all words so far may have. */
  #walk({ node, word, cases, marks, engineIndex }: Step): void {
    const words = this.#words as Words;
    const { starts, ends } = words;
    const engine = this.#engines[engineIndex] as Engine;
    const end = ends[word] as number;
    const firstStart = starts[this.#firstWord] as number;
    const name = nameAt(engine.trie, node);
    if (name >= 0 && areMarksClosed(this.#text, end, marks) && mayBeName(this.#path)) {
      this.#found.push({
        engine,
        name,
        start: firstStart,
        end,
        isSingleWord: this.#path.length === 1,
        isAdjective: this.#path.length === 1 && this.#path[0]?.scope === 'adjective',
        isPlural: this.#path.at(-1)?.scope === 'plural',
        capitals: this.#path[0]?.capitals ?? null,
        isShort: this.#path.length === 1 && (this.#path[0]?.baseLength ?? 0) < shortestSure,
      });
    }
    const next = word + 1;
    if (next >= words.count || !hasBit(engine.trie.parents.bits, node)) return;
    const wordStart = starts[word] as number;
    const nextStart = starts[next] as number;
    const gap = gapBetween(this.#text, wordStart, end, nextStart);
    let marksBehind = marks;
    if (gap === gapBreaks) {
      const place = { name: firstStart, start: wordStart, end, next: nextStart };
      marksBehind = marksAfterGap(this.#text, place, marks);
      if (marksBehind === marksPart) return;
    }
    const length = this.#path.length;
    for (const reading of this.#readings.of(words, next).all[engineIndex] ?? nothing) {
      const common = cases & reading.cases;
      if (common === 0) continue;
      const child = childNode(engine.trie, node, reading.token, gap === gapComma);
      if (child < 0) continue;
      this.#path[length] = reading;
      this.#walk({ node: child, word: next, cases: common, marks: marksBehind, engineIndex });
      this.#path.length = length;
    }
  }
}

interface Step {
  readonly node: number;
  readonly word: number;
  readonly cases: number;
  readonly marks: OpenMarks;
  readonly engineIndex: number;
}

/** Whether one word at least is inflected, and every word where it may be. */
function mayBeName(path: readonly Reading[]): boolean {
  if (!path.some(({ isInflected }) => isInflected)) return false;
  const isSingle = path.length === 1;
  return path.every(({ scope, capitals, baseLength, length }, index) => {
    if (isSingle) {
      if (capitals !== null) return true;
      return scopesOfSingle.has(scope) && baseLength >= shortestSingle && length >= shortestSingle;
    }
    if (capitals !== null) return false;
    if (index === path.length - 1 && scope === 'plural') return true;
    return (index === 0 ? scopesOfHead : scopesOfLater).has(scope);
  });
}
