/** The engine's bytes: layout, opening and refusing. DESIGN.md beside this file draws it. */

import type { FoldTable } from './fold-table.ts';
import type { NameTrie } from './name-trie.ts';
import { type PackedArray, widthOf } from './packed-array.ts';
import type { Vocabulary } from './vocabulary.ts';

export const engineMagic = 0x3647_474e; // "NGG6" in little-endian bytes
export const engineFormatVersion = 6;

/** Sections in the order in which they lie in the buffer, with the array that is laid over each. */
export const sections = {
  foldUnits: Uint16Array,
  expansions: Uint16Array,
  expansionPool: Uint16Array,
  groupStarts: Uint32Array,
  bucketOffsets: Uint8Array,
  fingerprints: Uint8Array,
  tokenBytes: Uint8Array,
  tokenLengths: Uint8Array,
  tokenStarts: Uint32Array,
  nameFilter: Uint32Array,
  pairFilter: Uint32Array,
  smallFilter: Uint32Array,
  parentBits: Uint32Array,
  parentRanks: Uint32Array,
  terminalBits: Uint32Array,
  terminalRanks: Uint32Array,
  edgeStarts: Uint32Array,
  edgeKeys: Uint32Array,
  records: Uint32Array,
  classes: Uint32Array,
  classTable: Uint32Array,
  overflow: Uint32Array,
  exactStarts: Uint32Array,
  exactBytes: Uint8Array,
  idStarts: Uint32Array,
  idBytes: Uint8Array,
} as const;
export type SectionName = keyof typeof sections;
export const sectionNames = Object.keys(sections) as SectionName[];
type SectionView<Name extends SectionName> = ReturnType<(typeof sections)[Name]['from']>;
type Content = { readonly [Name in SectionName]: Uint8Array | Uint16Array | Uint32Array };

/** Words before the sections' places: magic, version, length, header checksum, counts. */
const fixedWords = 11;
/** Of each section: offset in bytes, length in elements, checksum. */
const wordsPerSection = 3;
export const headerWords = fixedWords + sectionNames.length * wordsPerSection;

const countNames = [
  'tokenCount',
  'bucketBits',
  'edgeCount',
  'edgeKeyWidth',
  'recordWidth',
  'classWidth',
  /** Values of `records` from here on are places in `overflow`, counted from it. */
  'overflowBase',
] as const;
export type EngineCounts = { readonly [Name in (typeof countNames)[number]]: number };

export interface Engine {
  readonly bytes: ArrayBuffer;
  readonly fold: FoldTable;
  /** Equal for engines that fold text alike. */
  readonly foldChecksum: number;
  readonly vocabulary: Vocabulary;
  readonly trie: NameTrie;
  /** Words of hashes: names of one word, and two words that follow one another in a name. */
  readonly nameFilter: Uint32Array;
  readonly pairFilter: Uint32Array;
  /** How names in small letters begin, see `small-starts.ts`; empty where there are none. */
  readonly smallFilter: Uint32Array;
  /** Of each name, in the order of nodes: its record, or from `overflowBase` on a place in `overflow`. */
  readonly records: PackedArray;
  readonly overflowBase: number;
  /** Of each name that is not in `overflow`: an index into `classTable`. */
  readonly classes: PackedArray;
  /** Language index times 256, plus flags. */
  readonly classTable: Uint32Array;
  /** Names of several records, and case-sensitive ones: a count, then record, class, spelling + 1 of each. */
  readonly overflow: Uint32Array;
  readonly exactStarts: Uint32Array;
  readonly exactBytes: Uint8Array;
  readonly idStarts: Uint32Array;
  readonly idBytes: Uint8Array;
}

export const flagWeak = 1;
export const flagExact = 2;
export const flagEndsWithStop = 4;
export const flagCapitalised = 8;
/** Two bits: index into `surfaceFormTypes`. */
export const typeShift = 4;
/** A full name that begins with a small letter where it could begin with a capital. */
export const flagSmall = 64;

/** Index of the string that is the id of the pack whose records have their own ids alone. */
export const firstPack = 0;

/** Bytes are not an engine of this format: compile again. */
export class EngineFormatError extends Error {
  override name = 'EngineFormatError';
}

/** One buffer of the header and all sections. */
export function layOutEngine(content: Content, counts: EngineCounts): ArrayBuffer {
  let offset = headerWords * 4;
  const places: number[] = [];
  for (const name of sectionNames) {
    places.push(offset);
    offset += (content[name].byteLength + 3) & ~3;
  }
  const bytes = new ArrayBuffer(offset);
  const header = new Uint32Array(bytes, 0, headerWords);
  header.set([engineMagic, engineFormatVersion, offset, 0, ...countNames.map((name) => counts[name])]);
  sectionNames.forEach((name, index) => {
    const View = sections[name];
    const { length } = content[name];
    const place = places[index] ?? 0;
    const view = new View(bytes, place, length);
    view.set(content[name]);
    header.set([place, length, checksumOf(bytes, place, view.byteLength)], placeOf(name));
  });
  header[3] = headerChecksum(header);
  return bytes;
}

/**
 * Views on an engine's bytes; nothing is parsed, copied or read but the header, whatever the size.
 * @throws {EngineFormatError} before anything is read out of bounds
 */
export function openEngine(bytes: ArrayBuffer): Engine {
  const header = readHeader(bytes);
  const view = <Name extends SectionName>(name: Name): SectionView<Name> => viewOf(bytes, header, name);
  const countOf = (name: keyof EngineCounts): number => header[4 + countNames.indexOf(name)] ?? 0;
  return {
    bytes,
    fold: { units: view('foldUnits'), expansions: view('expansions'), expansionPool: view('expansionPool') },
    foldChecksum: foldChecksum(header),
    vocabulary: {
      tokenCount: countOf('tokenCount'),
      bucketBits: countOf('bucketBits'),
      groupStarts: view('groupStarts'),
      bucketOffsets: view('bucketOffsets'),
      fingerprints: view('fingerprints'),
      // To the end of all bytes: other sections lie behind.
      tokenBytes: new DataView(bytes, view('tokenBytes').byteOffset),
      tokenLengths: view('tokenLengths'),
      tokenStarts: view('tokenStarts'),
    },
    nameFilter: view('nameFilter'),
    pairFilter: view('pairFilter'),
    smallFilter: view('smallFilter'),
    trie: {
      tokenCount: countOf('tokenCount'),
      parents: { bits: view('parentBits'), ranks: view('parentRanks') },
      terminals: { bits: view('terminalBits'), ranks: view('terminalRanks') },
      edgeCount: countOf('edgeCount'),
      edgeStarts: { width: widthOf(countOf('edgeCount')), words: view('edgeStarts') },
      edgeKeys: { width: countOf('edgeKeyWidth'), words: view('edgeKeys') },
    },
    records: { width: countOf('recordWidth'), words: view('records') },
    overflowBase: countOf('overflowBase'),
    classes: { width: countOf('classWidth'), words: view('classes') },
    classTable: view('classTable'),
    overflow: view('overflow'),
    exactStarts: view('exactStarts'),
    exactBytes: view('exactBytes'),
    idStarts: view('idStarts'),
    idBytes: view('idBytes'),
  };
}

/** Reads all bytes, which opening does not. @throws {EngineFormatError} when any of them has changed. */
export function verifyEngine(bytes: ArrayBuffer): void {
  const header = readHeader(bytes);
  sectionNames.forEach((name) => {
    const { byteOffset, byteLength } = viewOf(bytes, header, name);
    if (header[placeOf(name) + 2] !== checksumOf(bytes, byteOffset, byteLength)) {
      throw new EngineFormatError(`the engine is damaged: the checksum of its section ${name} differs`);
    }
  });
}

function viewOf<Name extends SectionName>(
  bytes: ArrayBuffer,
  header: Uint32Array,
  name: Name,
): SectionView<Name> {
  const at = placeOf(name);
  const offset = header[at] ?? 0;
  const length = header[at + 1] ?? 0;
  const View = sections[name];
  const end = offset + length * View.BYTES_PER_ELEMENT;
  if (offset % 4 !== 0 || offset < headerWords * 4 || end > bytes.byteLength) {
    throw new EngineFormatError(`the engine's section ${name} lies outside its bytes`);
  }
  return new View(bytes, offset, length) as SectionView<Name>;
}

const placeInHeader = new Map(
  sectionNames.map((name, index) => [name, fixedWords + index * wordsPerSection]),
);
const placeOf = (name: SectionName): number => placeInHeader.get(name) ?? 0;

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

/** Over the header's words behind its own checksum. */
const headerChecksum = (header: Uint32Array): number => checksum(header.subarray(4));

/** Of the sections that make the fold table, from their own. */
function foldChecksum(header: Uint32Array): number {
  const names: readonly SectionName[] = ['foldUnits', 'expansions', 'expansionPool'];
  return checksum(Uint32Array.from(names, (name) => header[placeOf(name) + 2] ?? 0));
}

/** Over whole words: what fills a section's last word is 0. */
const checksumOf = (bytes: ArrayBuffer, offset: number, byteLength: number): number =>
  checksum(new Uint32Array(bytes, offset, (byteLength + 3) >>> 2));

/**
 * 32-bit FNV-1a of words in four lanes, which a processor multiplies side by side; the lanes are then hashed in the same way.
 * One word that changes always changes it.
 */
function checksum(words: Uint32Array): number {
  let first = offsetBasis;
  let second = offsetBasis;
  let third = offsetBasis;
  let fourth = offsetBasis;
  const whole = words.length & ~3;
  for (let i = 0; i < whole; i += 4) {
    first = Math.imul(first ^ (words[i] as number), prime);
    second = Math.imul(second ^ (words[i + 1] as number), prime);
    third = Math.imul(third ^ (words[i + 2] as number), prime);
    fourth = Math.imul(fourth ^ (words[i + 3] as number), prime);
  }
  for (let i = whole; i < words.length; i++) first = Math.imul(first ^ (words[i] as number), prime);
  let hash = first;
  for (const lane of [second, third, fourth]) hash = Math.imul(hash ^ lane, prime);
  return hash >>> 0;
}

const offsetBasis = 0x811c_9dc5 | 0;
const prime = 0x0100_0193;

const decoder = new TextDecoder();

/**
 * A pooled string, such as a record's id.
 * @throws {EngineFormatError} when damaged starts lead out of the pool, where a string could be billions of bytes long
 */
export function pooledString(bytes: Uint8Array, starts: Uint32Array, index: number): string {
  const start = starts[index] ?? 0;
  const end = starts[index + 1] ?? start;
  if (start > end || end > bytes.length) {
    throw new EngineFormatError('the engine is damaged: a string lies outside its pool');
  }
  let string = '';
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte >= 0x80) return decoder.decode(bytes.subarray(start, end));
    string += String.fromCharCode(byte);
  }
  return string;
}
