/** Reads a pack as people write it, and says everything that is wrong with it at once. */

import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import * as v from 'valibot';
import type { Citation } from '../model/record.ts';
import { describeIssue, formatField } from './describe-issue.ts';
import { nearestWord } from './nearest-word.ts';
import { type PackProblem, PackSourceError } from './pack-problem.ts';
import {
  type PackHeader,
  packHeaderSchema,
  type SourceRecord,
  sourceCitationSchema,
  sourceRecordSchema,
} from './pack-source-schema.ts';
import { type FieldPath, readYamlFile, type YamlFile } from './yaml-file.ts';

export { formatProblem, type PackProblem, PackSourceError } from './pack-problem.ts';

/** A record as written, and where. */
export interface PlacedRecord {
  readonly record: SourceRecord;
  readonly file: YamlFile;
  /** Position in the file's `records`. */
  readonly index: number;
}

export interface PackSource {
  /** Absolute. */
  readonly folder: string;
  readonly header: PackHeader;
  readonly headerFile: YamlFile;
  /** By key. */
  readonly citations: ReadonlyMap<string, Citation>;
  /** In the order of file names, then as written. Ids are unique. */
  readonly records: readonly PlacedRecord[];
  /** The folder as the person at the terminal would write it. */
  readonly shown: string;
}

const headerName = 'pack.yaml';

/** The pack in a folder. References to records of other packs are not looked up. @throws {PackSourceError} */
export async function readPackSource(folder: string): Promise<PackSource> {
  const shown = shownPath(folder);
  const names = await listFiles(folder, shown);
  const problems: PackProblem[] = [];
  const files: YamlFile[] = [];
  let isComplete = true;
  for (const name of names) {
    if (name.endsWith('.yml')) {
      problems.push(atFile(join(shown, name), `is not read; rename it to "${name.slice(0, -4)}.yaml"`));
      continue;
    }
    const reading = await readYamlFile(join(folder, name), join(shown, name));
    if (reading.type === 'broken') {
      problems.push(...reading.problems);
      isComplete = false;
    } else {
      files.push(reading.file);
    }
  }
  const headerFile = files.find(({ path }) => basename(path) === headerName);
  if (!names.includes(headerName)) {
    const message = 'is missing; every pack needs it, with id, title, publisher, licence and sequence';
    problems.push(atFile(join(shown, headerName), message));
  }
  const header = headerFile ? readHeader(headerFile, basename(resolve(folder)), problems) : null;
  const content = readContent(
    files.filter((file) => file !== headerFile),
    problems,
  );
  checkRecords(content, { problems, isComplete });
  if (problems.length > 0 || !header || !headerFile) throw new PackSourceError(problems);
  return {
    folder: resolve(folder),
    header,
    headerFile,
    citations: content.citations,
    records: content.records,
    shown,
  };
}

/** The problem of one field. Missing and unknown fields are placed at their name, others at their value. */
export function problemAt(
  file: YamlFile,
  field: FieldPath,
  message: string,
  what: 'key' | 'value' = 'value',
): PackProblem {
  return { file: file.path, ...file.locate(field, what), field: formatField(field), message };
}

/** A path as the person at the terminal would write it. */
export function shownPath(path: string): string {
  const shown = relative(process.env.INIT_CWD ?? process.cwd(), resolve(path));
  return shown.startsWith('..') ? resolve(path) : shown;
}

async function listFiles(folder: string, shown: string): Promise<string[]> {
  const stats = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return null;
  });
  if (!stats?.isDirectory()) {
    const message = stats
      ? 'is a file; give the folder that holds the pack'
      : 'does not exist; give the folder of a pack';
    throw new PackSourceError([atFile(shown, message)]);
  }
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && /\.ya?ml$/.test(entry.name))
    .map(({ name }) => name)
    .sort();
}

function atFile(file: string, message: string): PackProblem {
  return { file, line: 1, column: 1, field: '', message };
}

function readHeader(file: YamlFile, folderName: string, problems: PackProblem[]): PackHeader | null {
  if (!isMap(file.data)) {
    problems.push(problemAt(file, [], 'must hold the fields id, title, publisher, licence and sequence'));
    return null;
  }
  const header = parseAt(packHeaderSchema, file.data, { file, field: [], problems });
  if (header && header.id !== folderName) {
    const message = `is "${header.id}" but the folder is called "${folderName}"; make them the same`;
    problems.push(problemAt(file, ['id'], message));
  }
  return header;
}

interface Content {
  readonly citations: Map<string, Citation>;
  /** Keys of broken citations as well, so that they are reported once. */
  readonly citationKeys: Set<string>;
  readonly records: PlacedRecord[];
}

function readContent(files: readonly YamlFile[], problems: PackProblem[]): Content {
  const content: Content = { citations: new Map(), citationKeys: new Set(), records: [] };
  const definedIn = new Map<string, string>();
  for (const file of files) {
    if (!isMap(file.data)) {
      problems.push(problemAt(file, [], 'must hold "citations:" and "records:"'));
      continue;
    }
    for (const key of Object.keys(file.data)) {
      if (key === 'citations' || key === 'records') continue;
      const meant = nearestWord(key, ['citations', 'records']);
      const message = `is not a field here; ${meant ? `did you mean "${meant}"?` : 'known fields are citations, records'}`;
      problems.push(problemAt(file, [key], message, 'key'));
    }
    const { citations, records } = file.data;
    if (citations !== undefined && !isMap(citations)) {
      problems.push(problemAt(file, ['citations'], 'must be a map from keys to citations'));
    } else {
      for (const [key, value] of Object.entries(citations ?? {})) {
        const field = ['citations', key];
        const first = definedIn.get(key);
        if (first) problems.push(problemAt(file, field, `is defined in ${first} already; rename one`, 'key'));
        definedIn.set(key, first ?? file.path);
        content.citationKeys.add(key);
        const citation = parseAt(sourceCitationSchema, value, { file, field, problems });
        if (!citation) continue;
        const { publisher, title, url, published } = citation;
        content.citations.set(key, { publisher, title, ...(url !== undefined && { url }), published });
      }
    }
    if (records !== undefined && !Array.isArray(records)) {
      problems.push(problemAt(file, ['records'], 'must be a list of records, each starting with "- id:"'));
    } else {
      for (const [index, value] of (records ?? []).entries()) {
        const record = parseAt(sourceRecordSchema, value, { file, field: ['records', index], problems });
        if (record) content.records.push({ record, file, index });
      }
    }
  }
  return content;
}

/** What only shows when the whole pack is read: ids twice, citations that nobody defines. */
function checkRecords(
  { citationKeys, records }: Content,
  { problems, isComplete }: { problems: PackProblem[]; isComplete: boolean },
): void {
  const places = new Map<string, string>();
  for (const { record, file, index } of records) {
    const first = places.get(record.id);
    const { line } = file.locate(['records', index, 'id']);
    if (first) {
      const message = `is "${record.id}", which ${first} has already; merge the two or rename one`;
      problems.push(problemAt(file, ['records', index, 'id'], message));
    } else {
      places.set(record.id, `${file.path}:${line}`);
    }
    if (!isComplete) continue;
    for (const [statementIndex, { citations }] of (record.statements ?? []).entries()) {
      for (const [position, key] of citations.entries()) {
        if (citationKeys.has(key)) continue;
        const field = ['records', index, 'statements', statementIndex, 'citations'];
        const meant = nearestWord(key, [...citationKeys]);
        const mend = meant ? `did you mean "${meant}"?` : 'add it under "citations:"';
        problems.push({
          ...problemAt(file, [...field, position], `names citation "${key}" that no file defines; ${mend}`),
          field: formatField(field),
        });
      }
    }
  }
}

/** The value as its schema has it; null after adding what is wrong to the problems. */
export function parseAt<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  { file, field, problems }: { file: YamlFile; field: FieldPath; problems: PackProblem[] },
): v.InferOutput<Schema> | null {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  for (const issue of result.issues) {
    const steps = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
    const what = issue.path?.at(-1)?.origin === 'key' ? 'key' : 'value';
    problems.push(problemAt(file, [...field, ...steps], describeIssue(issue), what));
  }
  return null;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
