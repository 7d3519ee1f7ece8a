/** Records that a program imported into a pack: `imported.jsonl.gz` beside the YAML that people write. */

import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, type WriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip, createGzip, type Gzip } from 'node:zlib';
import type { PackRecord } from '../model/record.ts';
import { parseRecord, RecordError } from '../model/record-schema.ts';
import { type PackProblem, PackSourceError } from './pack-problem.ts';

export const importedFileName = 'imported.jsonl.gz';

/** The records of a pack's imported file, in its order; none when it has no such file. @throws {PackSourceError} */
export async function readImportedRecords(folder: string, shownAs: string): Promise<PackRecord[]> {
  const file = join(folder, importedFileName);
  if (!existsSync(file)) return [];
  const records: PackRecord[] = [];
  const problems: PackProblem[] = [];
  const problem = (line: number, message: string): void => {
    problems.push({ file: join(shownAs, importedFileName), line, column: 1, field: '', message });
  };
  let line = 0;
  const input = createReadStream(file).pipe(createGunzip());
  try {
    for await (const text of createInterface({ input, crlfDelay: Infinity })) {
      line++;
      try {
        records.push(parseRecord(JSON.parse(text)));
      } catch (error) {
        if (!(error instanceof RecordError) && !(error instanceof SyntaxError)) throw error;
        problem(line, `is no record: ${error.message}; import the pack again`);
      }
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))) throw error;
    problem(line + 1, 'is damaged; import the pack again');
  }
  if (problems.length > 0) throw new PackSourceError(problems.slice(0, 20));
  return records;
}

/** Writes the file beside its place and puts it there when it is whole. */
export class ImportedRecordsWriter {
  readonly #gzip: Gzip;
  readonly #file: WriteStream;
  readonly #path: string;

  private constructor(path: string) {
    this.#path = path;
    this.#gzip = createGzip({ level: 6 });
    this.#file = createWriteStream(`${path}.unfinished`);
    this.#gzip.pipe(this.#file);
  }

  static async open(folder: string): Promise<ImportedRecordsWriter> {
    const writer = new ImportedRecordsWriter(join(folder, importedFileName));
    await once(writer.#file, 'open');
    return writer;
  }

  async add(record: PackRecord): Promise<void> {
    if (!this.#gzip.write(`${JSON.stringify(record)}\n`)) await once(this.#gzip, 'drain');
  }

  async finish(): Promise<void> {
    this.#gzip.end();
    await once(this.#file, 'close');
    await rename(`${this.#path}.unfinished`, this.#path);
  }

  async abandon(): Promise<void> {
    this.#gzip.destroy();
    this.#file.destroy();
    await rm(`${this.#path}.unfinished`, { force: true });
  }
}
