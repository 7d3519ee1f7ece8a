/** The engine's bytes: layout, opening and refusing. DESIGN.md beside this file draws it. */

import type { FoldTable } from './fold-table.ts';
import type { NameTrie } from './name-trie.ts';
import type { NarrowArray } from './narrow-array.ts';
import type { Vocabulary } from './vocabulary.ts';

export const engineMagic = 0x3247_474e; // "NGG2" in little-endian bytes
export const engineFormatVersion = 2;

/** Sections in the order in which they lie in the buffer, with the array that is laid over each. */
export const sections = {
  foldUnits: Uint16Array,
  expansions: Uint16Array,
  expansionPool: Uint16Array,
  groupStarts: Uint32Array,
  bucketOffsets: Uint8Array,
  filter: Uint32Array,
  fingerprints: Uint8Array,
  tokenBytes: Uint8Array,
  tokenLengths: Uint8Array,
  tokenStarts: Uint32Array,
  starterBits: Uint32Array,
  starterRanks: Uint32Array,
  parentBits: Uint32Array,
  parentRanks: Uint32Array,
  childStarts: Uint32Array,
  childKeysLow: Uint16Array,
  childKeysByte: Uint8Array,
  childKeysHigh: Uint16Array,
  edgeFilter: Uint32Array,
  terminalBits: Uint32Array,
  terminalRanks: Uint32Array,
  recordsLow: Uint16Array,
  recordsByte: Uint8Array,
  recordsHigh: Uint16Array,
  classesLow: Uint16Array,
  classesByte: Uint8Array,
  classesHigh: Uint16Array,
  classTable: Uint32Array,
  overflow: Uint32Array,
  exactStarts: Uint32Array,
  exactUnits: Uint16Array,
  idStarts: Uint32Array,
  idUnits: Uint16Array,
} as const;
export type SectionName = keyof typeof sections;
export const sectionNames = Object.keys(sections) as SectionName[];
type SectionView<Name extends SectionName> = ReturnType<(typeof sections)[Name]['from']>;
type Content = { readonly [Name in SectionName]: Uint8Array | Uint16Array | Uint32Array };

/** Words before the sections' places: magic, version, length, header checksum, content checksum, counts. */
const fixedWords = 12;
export const headerWords = fixedWords + sectionNames.length * 2;

export interface EngineCounts {
  readonly tokenCount: number;
  readonly bucketBits: number;
  readonly starterCount: number;
  readonly childKeyWidth: number;
  readonly recordWidth: number;
  readonly classWidth: number;
  /** Values of `records` from here on are places in `overflow`, counted from it. */
  readonly overflowBase: number;
}

export interface Engine extends EngineCounts {
  readonly bytes: ArrayBuffer;
  readonly fold: FoldTable;
  readonly vocabulary: Vocabulary;
  readonly trie: NameTrie;
  /** Of each name, in the order of terminal nodes: its record, or from `overflowBase` on a place in `overflow`. */
  readonly records: NarrowArray;
  /** Of each name that is not in `overflow`: an index into `classTable`. */
  readonly classes: NarrowArray;
  /** Language index times 256, plus flags. */
  readonly classTable: Uint32Array;
  /** Names of several records, and case-sensitive ones: a count, then record, class, spelling + 1 of each. */
  readonly overflow: Uint32Array;
  readonly exactStarts: Uint32Array;
  readonly exactUnits: Uint16Array;
  readonly idStarts: Uint32Array;
  readonly idUnits: Uint16Array;
}

export const flagWeak = 1;
export const flagExact = 2;
export const flagEndsWithStop = 4;
export const flagCapitalised = 8;
/** Two bits: index into `surfaceFormTypes`. */
export const typeShift = 4;

/** Bytes are not an engine of this format: compile again. */
export class EngineFormatError extends Error {
  override name = 'EngineFormatError';
}

/** One buffer of the header and all sections. */
export function layOutEngine(content: Content, counts: EngineCounts): ArrayBuffer {
  let offset = headerWords * 4;
  const places: number[] = [];
  for (const name of sectionNames) {
    places.push(offset, content[name].length);
    offset += (content[name].byteLength + 3) & ~3;
  }
  const bytes = new ArrayBuffer(offset);
  sectionNames.forEach((name, index) => {
    const View = sections[name];
    new View(bytes, places[index * 2] ?? 0, content[name].length).set(content[name]);
  });
  const header = new Uint32Array(bytes, 0, headerWords);
  const { tokenCount, bucketBits, starterCount, childKeyWidth, recordWidth, classWidth, overflowBase } =
    counts;
  header.set(
    [tokenCount, bucketBits, starterCount, childKeyWidth, recordWidth, classWidth, overflowBase, ...places],
    5,
  );
  header.set([engineMagic, engineFormatVersion, offset]);
  header[4] = contentChecksum(bytes);
  header[3] = headerChecksum(header);
  return bytes;
}

/**
 * Views on an engine's bytes; nothing is parsed, copied or read but the header, whatever the size.
 * @throws {EngineFormatError} before anything is read out of bounds
 */
export function openEngine(bytes: ArrayBuffer): Engine {
  const header = readHeader(bytes);
  const view = <Name extends SectionName>(name: Name): SectionView<Name> => {
    const index = sectionNames.indexOf(name);
    const offset = header[fixedWords + index * 2] ?? 0;
    const length = header[fixedWords + 1 + index * 2] ?? 0;
    const View = sections[name];
    if (
      offset % 4 !== 0 ||
      offset < headerWords * 4 ||
      offset + length * View.BYTES_PER_ELEMENT > bytes.byteLength
    ) {
      throw new EngineFormatError(`the engine's section ${name} lies outside its bytes`);
    }
    return new View(bytes, offset, length) as SectionView<Name>;
  };
  const [
    tokenCount = 0,
    bucketBits = 0,
    starterCount = 0,
    childKeyWidth = 0,
    recordWidth = 0,
    classWidth = 0,
    overflowBase = 0,
  ] = header.subarray(5);
  return {
    bytes,
    tokenCount,
    bucketBits,
    starterCount,
    childKeyWidth,
    recordWidth,
    classWidth,
    overflowBase,
    fold: { units: view('foldUnits'), expansions: view('expansions'), expansionPool: view('expansionPool') },
    vocabulary: {
      tokenCount,
      bucketBits,
      groupStarts: view('groupStarts'),
      bucketOffsets: view('bucketOffsets'),
      filter: view('filter'),
      fingerprints: view('fingerprints'),
      tokenBytes: view('tokenBytes'),
      tokenLengths: view('tokenLengths'),
      tokenStarts: view('tokenStarts'),
    },
    trie: {
      starters: { bits: view('starterBits'), ranks: view('starterRanks') },
      parents: { bits: view('parentBits'), ranks: view('parentRanks') },
      childStarts: view('childStarts'),
      childKeys: narrow(childKeyWidth, view('childKeysLow'), view('childKeysByte'), view('childKeysHigh')),
      edgeFilter: view('edgeFilter'),
      terminals: { bits: view('terminalBits'), ranks: view('terminalRanks') },
    },
    records: narrow(recordWidth, view('recordsLow'), view('recordsByte'), view('recordsHigh')),
    classes: narrow(classWidth, view('classesLow'), view('classesByte'), view('classesHigh')),
    classTable: view('classTable'),
    overflow: view('overflow'),
    exactStarts: view('exactStarts'),
    exactUnits: view('exactUnits'),
    idStarts: view('idStarts'),
    idUnits: view('idUnits'),
  };
}

/** Reads all bytes, which opening does not. @throws {EngineFormatError} when any of them has changed. */
export function verifyEngine(bytes: ArrayBuffer): void {
  if (readHeader(bytes)[4] !== contentChecksum(bytes)) {
    throw new EngineFormatError('the engine is damaged: its checksum differs');
  }
}

function readHeader(bytes: ArrayBuffer): Uint32Array {
  if (bytes.byteLength < headerWords * 4)
    throw new EngineFormatError('the engine is shorter than its header');
  const header = new Uint32Array(bytes, 0, headerWords);
  if (header[0] !== engineMagic) throw new EngineFormatError('the bytes are not an engine');
  if (header[1] !== engineFormatVersion) {
    throw new EngineFormatError(`engine format ${header[1]}; this version reads ${engineFormatVersion}`);
  }
  if (header[2] !== bytes.byteLength) {
    throw new EngineFormatError(`the engine has ${bytes.byteLength} bytes and should have ${header[2]}`);
  }
  if (header[3] !== headerChecksum(header)) throw new EngineFormatError("the engine's header is damaged");
  return header;
}

const narrow = (width: number, low: Uint16Array, byte: Uint8Array, high: Uint16Array): NarrowArray => ({
  width,
  low,
  byte,
  high,
});

/** 32-bit FNV-1a over the header's words behind its own checksum. */
const headerChecksum = (header: Uint32Array): number => checksum(header.subarray(4));

const contentChecksum = (bytes: ArrayBuffer): number => checksum(new Uint32Array(bytes, headerWords * 4));

function checksum(words: Uint32Array): number {
  let hash = 0x811c_9dc5;
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ (words[i] as number), 0x0100_0193);
  return hash >>> 0;
}

/** A pooled string, such as `pack id, tab, record id`. */
export function pooledString(units: Uint16Array, starts: Uint32Array, index: number): string {
  return String.fromCharCode(...units.subarray(starts[index], starts[index + 1]));
}
