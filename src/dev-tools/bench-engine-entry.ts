/**
 * What `dist/bench-engine.mjs` exports: the engine of the extension for benchmarks of others, on plain lists of names.
 * A name is found in any case and with or without its diacritics, as whole words, leftmost-longest.
 */

import { compileNames } from '../engine/compile-names.ts';
import { engineFormatVersion, openEngine } from '../engine/engine-format.ts';
import { runSteps } from '../engine/run-steps.ts';
import { scanText } from '../engine/scan-text.ts';
import type { Name } from '../engine/split-names.ts';

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

/** The engine's bytes for a list of names; the record of a name is its index. */
export function build(names: readonly string[]): BuiltEngine {
  const buffer = runSteps(compileNames(numbered(names)));
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
  return { scan: (text) => scanText(engine, text) };
}

function* numbered(names: readonly string[]): Generator<Name> {
  for (const [record, text] of names.entries()) yield { text, record, class: 0, exact: -1 };
}
