import type { Engine } from './engine-format.ts';
import { findNames } from './find-names.ts';
import { packedAt } from './packed-array.ts';
import { WordBoundaries } from './word-boundaries.ts';

/**
 * Start, end and record of each name in a text, three numbers a name, as `findNames` finds them: for callers to whom
 * capitals, flags and further candidates do not matter. Of several records the first one counts.
 */
export function scanText(engine: Engine, text: string): Int32Array {
  const boundaries = new WordBoundaries(text, engine.fold);
  let triples = new Int32Array(1_024);
  let length = 0;
  findNames([engine], text, ({ names, words, firstWord, lastWord }) => {
    const start = words.starts[firstWord] as number;
    const end = words.ends[lastWord] as number;
    if (!boundaries.enclose(start, words.starts[lastWord] as number, end)) return false;
    if (length + 3 > triples.length) {
      const grown = new Int32Array(triples.length * 2);
      grown.set(triples);
      triples = grown;
    }
    triples[length++] = start;
    triples[length++] = end;
    triples[length++] = firstRecord(engine, names[0] as number);
    return true;
  });
  return triples.slice(0, length);
}

function firstRecord({ records, overflow, overflowBase }: Engine, name: number): number {
  const record = packedAt(records, name);
  return record < overflowBase ? record : (overflow[record - overflowBase + 1] ?? 0);
}
