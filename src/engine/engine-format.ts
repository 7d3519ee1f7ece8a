/** The engine's bytes: layout, opening and refusing. DESIGN.md beside this file draws it. */

import type { FoldTable } from './fold-table.ts';

export const engineMagic = 0x3147_474e; // "NGG1" in little-endian bytes
export const engineFormatVersion = 1;

/** Sections in the order in which they lie in the buffer, with the width of their elements in bytes. */
export const sections = [
  ['foldUnits', 2],
  ['expansions', 2],
  ['expansionPool', 2],
  ['vocabularySlots', 4],
  ['tokenStarts', 4],
  ['tokenUnits', 2],
  ['childStarts', 4],
  ['childKeys', 4],
  ['candidateStarts', 4],
  ['candidates', 4],
  ['exactStarts', 4],
  ['exactUnits', 2],
  ['idStarts', 4],
  ['idUnits', 2],
] as const;
export type SectionName = (typeof sections)[number][0];

/** Header words: magic, version, byte length, checksum, starter count, then offset and length of each section. */
export const headerWords = 5 + sections.length * 2;

/** Words of one candidate: record index, language index and flags, index of its exact spelling plus 1. */
export const candidateWords = 3;
export const flagWeak = 1;
export const flagExact = 2;
export const flagEndsWithStop = 4;
export const flagCapitalised = 8;
/** Two bits: index into `surfaceFormTypes`. */
export const typeShift = 4;

type Words = Uint32Array;
export interface Engine {
  readonly bytes: ArrayBuffer;
  readonly fold: FoldTable;
  /** Tokens with a smaller id can start a name; token t leads from the root to node t + 1. */
  readonly starterCount: number;
  readonly vocabularySlots: Words;
  readonly tokenStarts: Words;
  readonly tokenUnits: Uint16Array;
  readonly childStarts: Words;
  /** Token id times 2, plus 1 where a comma stands before the token; sorted within a node. Edge e leads to node e + 1. */
  readonly childKeys: Words;
  readonly candidateStarts: Words;
  readonly candidates: Words;
  readonly exactStarts: Words;
  readonly exactUnits: Uint16Array;
  readonly idStarts: Words;
  readonly idUnits: Uint16Array;
}

/** Bytes are not an engine of this format: compile again. */
export class EngineFormatError extends Error {
  override name = 'EngineFormatError';
}

/** Views on an engine's bytes; nothing is parsed or copied. @throws {EngineFormatError} before anything is read out of bounds. */
export function openEngine(bytes: ArrayBuffer): Engine {
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
  if (header[3] !== checksum(bytes))
    throw new EngineFormatError('the engine is damaged: its checksum differs');
  const view = (name: SectionName): [number, number] => {
    const index = sections.findIndex(([each]) => each === name);
    const offset = header[5 + index * 2] ?? 0;
    const length = header[6 + index * 2] ?? 0;
    const width = sections[index]?.[1] ?? 4;
    if (offset % 4 !== 0 || offset < headerWords * 4 || offset + length * width > bytes.byteLength) {
      throw new EngineFormatError(`the engine's section ${name} lies outside its bytes`);
    }
    return [offset, length];
  };
  const words = (name: SectionName): Words => new Uint32Array(bytes, ...view(name));
  const units = (name: SectionName): Uint16Array => new Uint16Array(bytes, ...view(name));
  return {
    bytes,
    fold: {
      units: units('foldUnits'),
      expansions: units('expansions'),
      expansionPool: units('expansionPool'),
    },
    starterCount: header[4] ?? 0,
    vocabularySlots: words('vocabularySlots'),
    tokenStarts: words('tokenStarts'),
    tokenUnits: units('tokenUnits'),
    childStarts: words('childStarts'),
    childKeys: words('childKeys'),
    candidateStarts: words('candidateStarts'),
    candidates: words('candidates'),
    exactStarts: words('exactStarts'),
    exactUnits: units('exactUnits'),
    idStarts: words('idStarts'),
    idUnits: units('idUnits'),
  };
}

/** 32-bit FNV-1a over all words after the header. */
export function checksum(bytes: ArrayBuffer): number {
  const words = new Uint32Array(bytes, headerWords * 4, (bytes.byteLength >> 2) - headerWords);
  let hash = 0x811c_9dc5;
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ (words[i] ?? 0), 0x0100_0193);
  return hash >>> 0;
}

/** Hash of folded units [start, end), for the vocabulary's open addressing. */
export function hashUnits(units: Uint16Array, start: number, end: number): number {
  let hash = 0x811c_9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (units[i] ?? 0), 0x0100_0193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** A pooled string, such as `pack id, tab, record id`. */
export function pooledString(units: Uint16Array, starts: Words, index: number): string {
  return String.fromCharCode(...units.subarray(starts[index], starts[index + 1]));
}
