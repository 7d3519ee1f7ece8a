import type { Candidate, Mention } from '../model/link.ts';
import { surfaceFormTypes } from '../model/record.ts';
import {
  candidateWords,
  type Engine,
  flagCapitalised,
  flagEndsWithStop,
  flagExact,
  flagWeak,
  hashUnits,
  pooledString,
  typeShift,
} from './engine-format.ts';
import { gapBreaks, gapComma, type Tokens, tokenise } from './tokenise.ts';

/**
 * The mentions of all names in a text: leftmost-longest, on word boundaries, in text order, never overlapping.
 * A name that is written with a capital is not found in lower case, unless it has several words and all are.
 */
export function findMentions(engine: Engine, text: string): Mention[] {
  const tokens = tokenise(text, engine.fold);
  const tokenIds = Int32Array.from({ length: tokens.count }, (_, i) => findToken(engine, tokens, i));
  const boundaries = new WordBoundaries(text);
  const mentions: Mention[] = [];
  let at = 0;
  while (at < tokens.count) {
    const found = longestAt({ engine, text, tokens, tokenIds, boundaries, at });
    if (found) mentions.push(found.mention);
    at = found ? found.next : at + 1;
  }
  return mentions;
}

/** The token's id, or -1 when no name has it. */
function findToken(engine: Engine, tokens: Tokens, index: number): number {
  const { vocabularySlots, tokenStarts, tokenUnits } = engine;
  const start = tokens.foldedStarts[index] ?? 0;
  const end = tokens.foldedStarts[index + 1] ?? 0;
  const mask = vocabularySlots.length - 1;
  let slot = hashUnits(tokens.folded, start, end) & mask;
  for (;;) {
    const id = (vocabularySlots[slot] ?? 0) - 1;
    if (id < 0) return -1;
    const from = tokenStarts[id] ?? 0;
    if ((tokenStarts[id + 1] ?? 0) - from === end - start) {
      let i = 0;
      while (i < end - start && tokenUnits[from + i] === tokens.folded[start + i]) i++;
      if (i === end - start) return id;
    }
    slot = (slot + 1) & mask;
  }
}

interface Search {
  engine: Engine;
  text: string;
  tokens: Tokens;
  tokenIds: Int32Array;
  boundaries: WordBoundaries;
  at: number;
}

function longestAt(search: Search): { mention: Mention; next: number } | null {
  const { engine, tokens, tokenIds, at } = search;
  const first = tokenIds[at] ?? -1;
  if (first < 0 || first >= engine.starterCount) return null;
  let node = first + 1;
  let last = at;
  let best: { mention: Mention; next: number } | null = null;
  for (;;) {
    const mention = mentionAt(search, node, last);
    if (mention) best = { mention, next: last + 1 };
    const next = last + 1;
    const id = tokenIds[next] ?? -1;
    const gap = tokens.gaps[next] ?? gapBreaks;
    if (next >= tokens.count || id < 0 || gap === gapBreaks) return best;
    const child = findChild(engine, node, id * 2 + (gap === gapComma ? 1 : 0));
    if (child < 0) return best;
    node = child;
    last = next;
  }
}

function findChild({ childStarts, childKeys }: Engine, node: number, key: number): number {
  let low = childStarts[node] ?? 0;
  const end = childStarts[node + 1] ?? 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((childKeys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return low < end && childKeys[low] === key ? low + 1 : -1;
}

/** The mention of the names that end at a node, or null when none of them may stand here. */
function mentionAt(search: Search, node: number, last: number): Mention | null {
  const { engine, text, tokens, boundaries, at } = search;
  const from = engine.candidateStarts[node] ?? 0;
  const to = engine.candidateStarts[node + 1] ?? 0;
  if (from === to) return null;
  const start = tokens.starts[at] ?? 0;
  let end = tokens.ends[last] ?? 0;
  if (tokens.spaceless[at] && !boundaries.has(start)) return null;
  if (tokens.spaceless[last] && !boundaries.has(end)) return null;
  const isLowerCase = startsInLowerCase(text, start) && (at === last || hasCapital(text, tokens, at, last));
  const candidates: Candidate[] = [];
  let endsWithStop = false;
  for (let index = from; index < to; index++) {
    const word = engine.candidates[index * candidateWords + 1] ?? 0;
    if (isLowerCase && word & flagCapitalised) continue;
    if (
      word & flagExact &&
      !isSpelledAs(search, last, (engine.candidates[index * candidateWords + 2] ?? 1) - 1)
    ) {
      continue;
    }
    if (word & flagEndsWithStop) endsWithStop = true;
    candidates.push(readCandidate(engine, engine.candidates[index * candidateWords] ?? 0, word));
  }
  if (candidates.length === 0) return null;
  if (endsWithStop && text[end] === '.') end++;
  return { start, end, candidates };
}

function readCandidate(engine: Engine, recordIndex: number, word: number): Candidate {
  const [packId = '', id = ''] = pooledString(engine.idUnits, engine.idStarts, recordIndex).split('\t');
  const languageIndex = (word >>> 8) - 1;
  return {
    packId,
    id,
    type: surfaceFormTypes[(word >> typeShift) & 3] ?? 'name',
    weak: (word & flagWeak) !== 0,
    language: languageIndex < 0 ? null : pooledString(engine.idUnits, engine.idStarts, languageIndex),
  };
}

function isSpelledAs({ engine, text, tokens, at }: Search, last: number, exactIndex: number): boolean {
  let position = engine.exactStarts[exactIndex] ?? 0;
  for (let i = at; i <= last; i++) {
    if (i > at) position++;
    for (let j = tokens.starts[i] ?? 0; j < (tokens.ends[i] ?? 0); j++) {
      if (engine.exactUnits[position++] !== text.charCodeAt(j)) return false;
    }
  }
  return position === engine.exactStarts[exactIndex + 1];
}

/** "la Paz" is peace and not the city, where "la paz" may be anything. */
function hasCapital(text: string, tokens: Tokens, first: number, last: number): boolean {
  for (let i = first; i <= last; i++) {
    const initial = text.charAt(tokens.starts[i] ?? 0);
    if (initial !== initial.toLowerCase()) return true;
  }
  return false;
}

function startsInLowerCase(text: string, start: number): boolean {
  const first = String.fromCodePoint(text.codePointAt(start) ?? 0);
  return first !== first.toUpperCase();
}

/** Word boundaries of text without spaces, found line by line and only where they are asked for. */
class WordBoundaries {
  readonly #text: string;
  #lineStart = -1;
  #lineEnd = -1;
  #offsets = new Set<number>();

  constructor(text: string) {
    this.#text = text;
  }

  has(offset: number): boolean {
    if (offset < this.#lineStart || offset > this.#lineEnd) this.#segmentLine(offset);
    return this.#offsets.has(offset);
  }

  #segmentLine(offset: number): void {
    const text = this.#text;
    this.#lineStart = text.lastIndexOf('\n', offset - 1) + 1;
    const end = text.indexOf('\n', offset);
    this.#lineEnd = end < 0 ? text.length : end;
    this.#offsets = new Set([this.#lineEnd]);
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
    for (const { index } of segmenter.segment(text.slice(this.#lineStart, this.#lineEnd))) {
      this.#offsets.add(this.#lineStart + index);
    }
  }
}
