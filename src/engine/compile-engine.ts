/** Compiles the surface forms of packs into the engine's bytes. The same records give the same bytes. */

import { type PackedRecord, type SurfaceForm, surfaceFormTypes } from '../model/record.ts';
import { compileSplitNames, type Strings } from './compile-names.ts';
import { flagCapitalised, flagEndsWithStop, flagExact, flagWeak, typeShift } from './engine-format.ts';
import { type FoldTable, foldTable } from './fold-table.ts';
import { foldWords } from './fold-words.ts';
import { runSteps, type Step } from './run-steps.ts';
import { type Name, NameSplitter } from './split-names.ts';
import { makeWords } from './words.ts';

/** The engine's bytes for these records; order among candidates is the order in which records come. */
export function compileEngine(records: Iterable<PackedRecord>): ArrayBuffer {
  const compiler = new EngineCompiler();
  runSteps(compiler.add(records));
  return runSteps(compiler.finish());
}

/** Compiles records that come bit by bit, in steps of some milliseconds. */
export class EngineCompiler {
  readonly #ids = new StringPool();
  readonly #exact = new StringPool();
  readonly #fold = foldTable();
  readonly #splitter = new NameSplitter(this.#fold);

  /** Adds records behind those that came before. */
  *add(records: Iterable<PackedRecord>): Generator<Step, void> {
    yield* this.#splitter.add(this.#namesOf(records));
  }

  /** The engine's bytes; the compiler is of no use afterwards. */
  *finish(): Generator<Step, ArrayBuffer> {
    return yield* compileSplitNames(this.#splitter.finish(), { ids: this.#ids, exact: this.#exact });
  }

  *#namesOf(records: Iterable<PackedRecord>): Generator<Name> {
    for (const { packId, record } of records) {
      const recordIndex = this.#ids.add(`${packId}\t${record.id}`);
      for (const form of record.surfaceForms) {
        const languageIndex = form.language ? this.#ids.add(form.language) + 1 : 0;
        yield {
          text: form.text,
          record: recordIndex,
          class: languageIndex * 256 + flagsOf(form),
          exact: form.caseSensitive ? this.#exact.add(exactSpelling(form.text, this.#fold)) : -1,
        };
      }
    }
  }
}

/** The words of a name as written, joined by spaces: what a case-sensitive mention is compared with. */
function exactSpelling(text: string, fold: FoldTable): string {
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
