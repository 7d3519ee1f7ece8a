/** Names that stand in a text in another form than their base: the text's words are led back to base forms. */

import type { Engine } from './engine-format.ts';
import { foldWords } from './fold-words.ts';
import { cutAfter, gapBetween, gapBreaks, gapComma } from './gap.ts';
import { InflectedWords, type Reading } from './inflected-words.ts';
import type { Declension, Scope } from './inflection/declension.ts';
import { childNode, nameAt, startNode } from './name-trie.ts';
import { makeWords, type Words } from './words.ts';

/** A name of which at least one word is inflected. */
export interface InflectedName {
  readonly engine: Engine;
  /** Its place in the engine's order of names. */
  readonly name: number;
  readonly start: number;
  readonly end: number;
  readonly isSingleWord: boolean;
  /** Whether its word is the plural of a people's name, which nothing else has. */
  readonly isDemonym: boolean;
  /** Set where it is capitals with a case ending: what the capitals are. */
  readonly capitals: string | null;
}

/** The base form of a name of one word has at least so many units. */
const shortestSingle = 4;
const scopesOfSingle: ReadonlySet<Scope> = new Set(['any', 'single', 'first', 'demonym']);
const scopesOfHead: ReadonlySet<Scope> = new Set(['any', 'several', 'head', 'first']);
const scopesOfLater: ReadonlySet<Scope> = new Set(['any', 'several', 'later']);

const nothing: readonly InflectedName[] = [];
const stretchLength = 1 << 14;

/**
 * What `accept` makes of the names in a text whose words are inflected by a declension: of each engine at most one a word
 * to start from, the longest that is accepted. They are in text order and may overlap. In the text the first word of a
 * name has a capital, or the second.
 */
export function findInflectedNames<Accepted>(
  engines: readonly Engine[],
  { text, declension }: { text: string; declension: Declension },
  accept: (found: InflectedName) => Accepted | null,
): Accepted[] {
  const accepted: Accepted[] = [];
  const inflected = new InflectedWords(engines, declension);
  let words: Words | null = null;
  for (let from = 0; from < text.length; ) {
    const to = text.length - from <= stretchLength ? text.length : cutAfter(text, from + stretchLength);
    if (!words || words.capacity < to - from) words = makeWords(Math.max(to - from, 64));
    const [firstEngine] = engines;
    if (firstEngine) foldWords(text, from, to, firstEngine.fold, words);
    for (let first = 0; first < words.count; first++) {
      if (!mayStart(text, words, first)) continue;
      for (let engineIndex = 0; engineIndex < engines.length; engineIndex++) {
        const engine = engines[engineIndex] as Engine;
        for (const found of namesFrom({ text, words, first, engine, engineIndex, inflected })) {
          const value = accept(found);
          if (value === null) continue;
          accepted.push(value);
          break;
        }
      }
    }
    from = to;
  }
  return accepted;
}

function mayStart(text: string, words: Words, first: number): boolean {
  return isCapital(text, words, first) || (first + 1 < words.count && isCapital(text, words, first + 1));
}

function isCapital(text: string, { starts }: Words, word: number): boolean {
  const unit = text.charCodeAt(starts[word] as number);
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a;
  if (unit >= 0x400 && unit < 0x460) return unit < 0x430;
  const initial = text.charAt(starts[word] as number);
  return initial !== initial.toLowerCase();
}

interface Place {
  readonly text: string;
  readonly words: Words;
  readonly first: number;
  readonly engine: Engine;
  readonly engineIndex: number;
  readonly inflected: InflectedWords;
}

/** The inflected names that start at a word, longest first. */
function namesFrom({ text, words, first, engine, engineIndex, inflected }: Place): readonly InflectedName[] {
  const firstReadings = inflected.of(text, words, first, engineIndex);
  if (firstReadings.length === 0) return nothing;
  const { trie } = engine;
  const { starts, ends } = words;
  const found: InflectedName[] = [];
  const walk = (node: number, word: number, path: readonly Reading[], cases: number): void => {
    const name = nameAt(trie, node);
    if (name >= 0 && mayBeName(path)) {
      found.push({
        engine,
        name,
        start: starts[first] as number,
        end: ends[word] as number,
        isSingleWord: path.length === 1,
        isDemonym: path.some(({ scope }) => scope === 'demonym'),
        capitals: path[0]?.capitals ?? null,
      });
    }
    if (word + 1 >= words.count) return;
    const gap = gapBetween(text, starts[word] as number, ends[word] as number, starts[word + 1] as number);
    if (gap === gapBreaks) return;
    for (const reading of inflected.of(text, words, word + 1, engineIndex)) {
      const common = cases & reading.cases;
      if (common === 0) continue;
      const child = childNode(trie, node, reading.token, gap === gapComma);
      if (child >= 0) walk(child, word + 1, [...path, reading], common);
    }
  };
  for (const reading of firstReadings) {
    const node = startNode(trie, reading.token);
    if (node >= 0) walk(node, first, [reading], reading.cases);
  }
  return found.sort((a, b) => b.end - a.end);
}

/** Whether one word at least is inflected, and every word where it may be. */
function mayBeName(path: readonly Reading[]): boolean {
  if (!path.some(({ isInflected }) => isInflected)) return false;
  const isSingle = path.length === 1;
  return path.every(({ scope, capitals, baseLength }, index) => {
    if (isSingle) return scopesOfSingle.has(scope) && (baseLength >= shortestSingle || capitals !== null);
    return capitals === null && (index === 0 ? scopesOfHead : scopesOfLater).has(scope);
  });
}
