/**
 * What `dist/bench-engine.mjs` exports: the engine of the extension for benchmarks of others, on plain lists of names.
 * A name is found in any case and with or without its diacritics, as whole words, leftmost-longest.
 */

import { compileEngine } from '../engine/compile-engine.ts';
import { engineFormatVersion, openEngine } from '../engine/engine-format.ts';
import { findMentions } from '../engine/find-mentions.ts';
import type { PackedRecord } from '../model/record.ts';

export interface BuiltEngine {
  readonly buffer: ArrayBuffer;
  readonly info: Readonly<Record<string, number>>;
}

export interface LoadedEngine {
  /**
   * Start, end and index of the name for each match, in text order and without overlaps; offsets are UTF-16 units. Of names
   * that are equal when folded, the first one's index.
   */
  scan(text: string): Int32Array;
}

/** The engine's bytes for a list of names, one record a name; the record's id is the name's index. */
export function build(names: readonly string[]): BuiltEngine {
  const buffer = compileEngine(recordsOf(names));
  const info = {
    formatVersion: engineFormatVersion,
    names: names.length,
    bytes: buffer.byteLength,
    bytesPerName: names.length > 0 ? buffer.byteLength / names.length : 0,
  };
  return { buffer, info };
}

/** Opens bytes that `build` made. */
export function load(buffer: ArrayBuffer): LoadedEngine {
  const engine = openEngine(buffer);
  return {
    scan(text) {
      const mentions = findMentions(engine, text);
      const triples = new Int32Array(mentions.length * 3);
      let at = 0;
      for (const { start, end, candidates } of mentions) {
        triples[at++] = start;
        triples[at++] = end;
        triples[at++] = Number(candidates[0]?.id ?? -1);
      }
      return triples;
    },
  };
}

function* recordsOf(names: readonly string[]): Iterable<PackedRecord> {
  for (const [index, name] of names.entries()) {
    // The engine takes a capital in a name as a condition; a name in lower case is found in any case.
    const surfaceForms = [{ text: name.toLowerCase(), type: 'name' as const }];
    const id = String(index);
    yield {
      packId: 'n',
      record: { id, kind: 'place', label: { en: name }, surfaceForms, statements: [] },
    };
  }
}
