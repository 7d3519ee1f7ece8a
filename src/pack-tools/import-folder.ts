/** The folder that an import writes: a pack like any other, whose records stand in one packed file. */

import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { stringify } from 'yaml';
import { ImportedRecordsWriter } from './imported-records.ts';
import { UsageError } from './pack-subcommand.ts';

const importMark = '# Imported by `npm run pack`';

/**
 * Calls `fill` with a writer of records and then makes the folder a pack with this header, called like the folder. Whatever
 * goes wrong, an earlier import in the folder stays as it was. @throws {UsageError} when it holds anything else.
 */
export async function writeImport<Report>(
  folder: string,
  header: Readonly<Record<string, unknown>>,
  fill: (writer: ImportedRecordsWriter) => Promise<Report>,
): Promise<Report> {
  await checkIsImport(folder);
  await mkdir(folder, { recursive: true });
  const writer = await ImportedRecordsWriter.open(folder);
  try {
    const report = await fill(writer);
    await writer.finish();
    const note = `${importMark}; records that you write in other files of this folder are kept.`;
    await writeFile(join(folder, 'pack.yaml'), `${note}\n${stringify({ ...header, id: basename(folder) })}`);
    return report;
  } catch (error) {
    await writer.abandon();
    throw error;
  }
}

/** An import replaces what an earlier one wrote, and leaves what people added to the folder. */
async function checkIsImport(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  if (!(await stat(folder)).isDirectory())
    throw new UsageError(`${folder} is a file; name a folder to write to.`);
  const header = join(folder, 'pack.yaml');
  if (!existsSync(header) && (await readdir(folder)).some((name) => !name.endsWith('.unfinished'))) {
    throw new UsageError(`${folder} holds other files; name a new or empty folder.`);
  }
  if (existsSync(header) && !(await readFile(header, 'utf8')).startsWith(importMark)) {
    throw new UsageError(`${folder} holds a pack that was not imported; name another folder.`);
  }
}
