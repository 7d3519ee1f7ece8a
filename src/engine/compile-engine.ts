/** Compiles the surface forms of packs into the engine's bytes. The same records give the same bytes. */

import { type PackedRecord, type SurfaceForm, surfaceFormTypes } from '../model/record.ts';
import { compileNames, type Strings } from './compile-names.ts';
import { flagCapitalised, flagEndsWithStop, flagExact, flagWeak, typeShift } from './engine-format.ts';
import { foldTable } from './fold-table.ts';
import { foldWords } from './fold-words.ts';
import { runSteps, type Step } from './run-steps.ts';
import type { Name } from './split-names.ts';
import { makeWords } from './words.ts';

/** The engine's bytes for these records; order among candidates is the order in which records come. */
export function compileEngine(records: Iterable<PackedRecord>): ArrayBuffer {
  return runSteps(compileEngineInSteps(records));
}

/** The same in steps of some milliseconds. */
export function* compileEngineInSteps(records: Iterable<PackedRecord>): Generator<Step, ArrayBuffer> {
  const ids = new StringPool();
  const exact = new StringPool();
  return yield* compileNames(namesOf(records, ids, exact), { ids, exact });
}

function* namesOf(records: Iterable<PackedRecord>, ids: StringPool, exact: StringPool): Generator<Name> {
  const fold = foldTable();
  for (const { packId, record } of records) {
    const recordIndex = ids.add(`${packId}\t${record.id}`);
    for (const form of record.surfaceForms) {
      const languageIndex = form.language ? ids.add(form.language) + 1 : 0;
      yield {
        text: form.text,
        record: recordIndex,
        class: languageIndex * 256 + flagsOf(form),
        exact: form.caseSensitive ? exact.add(exactSpelling(form.text, fold)) : -1,
      };
    }
  }
}

/** The words of a name as written, joined by spaces: what a case-sensitive mention is compared with. */
function exactSpelling(text: string, fold: Parameters<typeof foldWords>[3]): string {
  const words = makeWords(text.length);
  foldWords(text, 0, text.length, fold, words);
  return Array.from({ length: words.count }, (_, i) => text.slice(words.starts[i], words.ends[i])).join(' ');
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

/** Strings one after the other, each once, with the offsets at which they start. */
class StringPool implements Strings {
  readonly starts: number[] = [0];
  readonly units: number[] = [];
  readonly #indices = new Map<string, number>();

  /** The index of the string. */
  add(text: string): number {
    const known = this.#indices.get(text);
    if (known !== undefined) return known;
    const index = this.#indices.size;
    this.#indices.set(text, index);
    for (let i = 0; i < text.length; i++) this.units.push(text.charCodeAt(i));
    this.starts.push(this.units.length);
    return index;
  }
}
