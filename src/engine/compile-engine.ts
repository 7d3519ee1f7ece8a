/** Compiles the surface forms of packs into the engine's bytes. The same records give the same bytes. */

import { type PackedRecord, type SurfaceForm, surfaceFormTypes } from '../model/record.ts';
import {
  candidateWords,
  checksum,
  engineFormatVersion,
  engineMagic,
  flagCapitalised,
  flagEndsWithStop,
  flagExact,
  flagWeak,
  hashUnits,
  headerWords,
  type SectionName,
  sections,
  typeShift,
} from './engine-format.ts';
import { type FoldTable, makeFoldTable } from './fold-table.ts';
import { gapComma, tokenise } from './tokenise.ts';

interface TrieNode {
  /** By edge key: token and gap. */
  readonly children: Map<string, TrieNode>;
  readonly candidates: number[];
}

/** The engine's bytes for these records; order among candidates is the order in which records come. */
export function compileEngine(records: Iterable<PackedRecord>): ArrayBuffer {
  const fold = makeFoldTable();
  const pool = new StringPool();
  const exactSpellings = new StringPool();
  const root: TrieNode = { children: new Map(), candidates: [] };
  const starters = new Set<string>();
  const others = new Set<string>();
  for (const { packId, record } of records) {
    const recordIndex = pool.add(`${packId}\t${record.id}`);
    for (const form of record.surfaceForms) {
      const path = tokenPath(form.text, fold);
      if (path.length === 0) continue;
      let node = root;
      path.forEach((step, index) => {
        (index === 0 ? starters : others).add(step.slice(1));
        let child = node.children.get(step);
        if (!child) {
          child = { children: new Map(), candidates: [] };
          node.children.set(step, child);
        }
        node = child;
      });
      const languageIndex = form.language ? pool.add(form.language) + 1 : 0;
      const exactIndex = form.caseSensitive ? exactSpellings.add(exactSpelling(form.text, fold)) + 1 : 0;
      node.candidates.push(recordIndex, languageIndex * 256 + flagsOf(form), exactIndex);
    }
  }
  const tokenIds = numberTokens(starters, others);
  return layOut({ fold, starterCount: starters.size, tokenIds, root, pool, exactSpellings });
}

/** Edges from the root to a name: each a gap digit (1 after a comma) and the folded token. */
function tokenPath(text: string, fold: FoldTable): string[] {
  const tokens = tokenise(text, fold);
  const path: string[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const token = String.fromCharCode(
      ...tokens.folded.subarray(tokens.foldedStarts[i], tokens.foldedStarts[i + 1]),
    );
    path.push((i > 0 && tokens.gaps[i] === gapComma ? '1' : '0') + token);
  }
  return path;
}

/** The words of a name as written, joined by spaces: what a case-sensitive mention is compared with. */
function exactSpelling(text: string, fold: FoldTable): string {
  const tokens = tokenise(text, fold);
  return Array.from({ length: tokens.count }, (_, i) => text.slice(tokens.starts[i], tokens.ends[i])).join(
    ' ',
  );
}

function flagsOf(form: SurfaceForm): number {
  const first = /\p{L}/u.exec(form.text)?.[0] ?? '';
  return (
    (form.weak ? flagWeak : 0) |
    (form.caseSensitive ? flagExact : 0) |
    (form.text.endsWith('.') ? flagEndsWithStop : 0) |
    (first !== first.toLowerCase() ? flagCapitalised : 0) |
    (surfaceFormTypes.indexOf(form.type) << typeShift)
  );
}

/** Tokens that can start a name come first; within both groups in code unit order, for determinism. */
function numberTokens(starters: ReadonlySet<string>, others: ReadonlySet<string>): Map<string, number> {
  const rest = [...others].filter((token) => !starters.has(token));
  return new Map([...[...starters].sort(), ...rest.sort()].map((token, id) => [token, id]));
}

interface Parts {
  fold: FoldTable;
  starterCount: number;
  tokenIds: ReadonlyMap<string, number>;
  root: TrieNode;
  pool: StringPool;
  exactSpellings: StringPool;
}

function layOut({ fold, starterCount, tokenIds, root, pool, exactSpellings }: Parts): ArrayBuffer {
  const tokens = new StringPool();
  for (const token of tokenIds.keys()) tokens.add(token);
  const content: Record<SectionName, ArrayLike<number>> = {
    foldUnits: fold.units,
    expansions: fold.expansions,
    expansionPool: fold.expansionPool,
    vocabularySlots: makeVocabulary(tokens),
    tokenStarts: tokens.starts,
    tokenUnits: tokens.units,
    ...flattenTrie(root, tokenIds),
    exactStarts: exactSpellings.starts,
    exactUnits: exactSpellings.units,
    idStarts: pool.starts,
    idUnits: pool.units,
  };
  let offset = headerWords * 4;
  const places = sections.map(([name, width]) => {
    const place = { name, width, offset, length: content[name].length };
    offset += (place.length * width + 3) & ~3;
    return place;
  });
  const bytes = new ArrayBuffer(offset);
  const header = new Uint32Array(bytes, 0, headerWords);
  places.forEach((place, index) => {
    header[5 + index * 2] = place.offset;
    header[6 + index * 2] = place.length;
    const View = place.width === 2 ? Uint16Array : Uint32Array;
    new View(bytes, place.offset, place.length).set(content[place.name]);
  });
  header.set([engineMagic, engineFormatVersion, bytes.byteLength, checksum(bytes), starterCount]);
  return bytes;
}

/** Open addressing at most half full; a slot holds the token's id plus 1, or 0. */
function makeVocabulary(tokens: StringPool): Uint32Array {
  let size = 16;
  while (size < tokens.count * 2) size *= 2;
  const slots = new Uint32Array(size);
  const units = Uint16Array.from(tokens.units);
  for (let id = 0; id < tokens.count; id++) {
    let slot = hashUnits(units, tokens.starts[id] ?? 0, tokens.starts[id + 1] ?? 0) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = id + 1;
  }
  return slots;
}

/** Breadth first, so that edge e leads to node e + 1 and the root's edge t is token t. */
function flattenTrie(
  root: TrieNode,
  tokenIds: ReadonlyMap<string, number>,
): Pick<Record<SectionName, number[]>, 'childStarts' | 'childKeys' | 'candidateStarts' | 'candidates'> {
  const childStarts: number[] = [];
  const childKeys: number[] = [];
  const candidateStarts: number[] = [];
  const candidates: number[] = [];
  const queue = [root];
  for (const node of queue) {
    childStarts.push(childKeys.length);
    candidateStarts.push(candidates.length / candidateWords);
    for (const value of node.candidates) candidates.push(value);
    const edges = [...node.children].map(([step, child]) => ({
      key: (tokenIds.get(step.slice(1)) ?? 0) * 2 + Number(step[0]),
      child,
    }));
    edges.sort((a, b) => a.key - b.key);
    for (const { key, child } of edges) {
      childKeys.push(key);
      queue.push(child);
    }
  }
  childStarts.push(childKeys.length);
  candidateStarts.push(candidates.length / candidateWords);
  return { childStarts, childKeys, candidateStarts, candidates };
}

/** Strings one after the other, each once, with the offsets at which they start. */
class StringPool {
  readonly starts: number[] = [0];
  readonly units: number[] = [];
  readonly #indices = new Map<string, number>();

  get count(): number {
    return this.#indices.size;
  }

  /** The index of the string. */
  add(text: string): number {
    const known = this.#indices.get(text);
    if (known !== undefined) return known;
    const index = this.count;
    this.#indices.set(text, index);
    for (let i = 0; i < text.length; i++) this.units.push(text.charCodeAt(i));
    this.starts.push(this.units.length);
    return index;
  }
}
