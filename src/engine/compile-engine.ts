/** Compiles the surface forms of packs into the engine's bytes. The same records give the same bytes. */

import { type PackedRecord, type SurfaceForm, surfaceFormTypes } from '../model/record.ts';
import { compileSplitNames } from './compile-names.ts';
import {
  flagCapitalised,
  flagEndsWithStop,
  flagExact,
  flagSmall,
  flagWeak,
  typeShift,
} from './engine-format.ts';
import { type FoldTable, foldTable } from './fold-table.ts';
import { foldWords } from './fold-words.ts';
import { runSteps, type Step } from './run-steps.ts';
import { type Name, NameSplitter } from './split-names.ts';
import { StringPool } from './string-pool.ts';
import { makeWords } from './words.ts';

/** The engine's bytes for these records; order among candidates is the order in which records come. */
export function compileEngine(records: Iterable<PackedRecord>): ArrayBuffer {
  const compiler = new EngineCompiler();
  runSteps(compiler.add(records));
  return runSteps(compiler.finish());
}

/** Compiles records that come bit by bit, in steps of some milliseconds. */
export class EngineCompiler {
  /** The id of the first pack, then ids of records, with language tags between them. */
  readonly #ids = new StringPool();
  #firstPack: string | null = null;
  readonly #languages = new Map<string, number>();
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

  /** Index of the form's language among the strings, plus 1; 0 for none. */
  #languageOf({ language }: SurfaceForm): number {
    if (!language) return 0;
    const known = this.#languages.get(language);
    if (known !== undefined) return known;
    const index = this.#ids.add(language) + 1;
    this.#languages.set(language, index);
    return index;
  }

  *#namesOf(records: Iterable<PackedRecord>): Generator<Name> {
    for (const { packId, record } of records) {
      if (this.#firstPack === null) this.#ids.add(packId);
      this.#firstPack ??= packId;
      const recordIndex = this.#ids.add(packId === this.#firstPack ? record.id : `${packId}\t${record.id}`);
      for (const form of record.surfaceForms) {
        yield {
          text: form.text,
          record: recordIndex,
          class: this.#languageOf(form) * 256 + flagsOf(form),
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
    (form.type === 'name' && first !== first.toUpperCase() ? flagSmall : 0) |
    (surfaceFormTypes.indexOf(form.type) << typeShift)
  );
}
