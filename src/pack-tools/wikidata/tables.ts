/**
 * Wikidata by way of tables in Parquet, for dumps that outgrow one machine: any number of machines each turn their part of
 * the dump into tables, an SQL engine joins all parts, and records are made of the joined rows one by one.
 */

import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DuckDBAppender, type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { PackRecord, RecordId } from '../../model/record.ts';
import { acceptableRecord } from './acceptable-record.ts';
import {
  type Draft,
  type DraftStatement,
  draftRecord,
  itemsNeeded,
  itemsOfStatement,
} from './draft-record.ts';
import { type ItemNote, makeRecord, recordIdOf } from './make-record.ts';
import { noteOf } from './note-of.ts';
import { readEntities } from './read-entities.ts';
import type { Recipe } from './wikidata-recipe.ts';

const columns = {
  drafts: 'item varchar, position bigint, draft varchar',
  needs: 'item varchar, needed varchar',
  holders: 'item varchar, statement varchar',
  notes: 'item varchar, position bigint, labels varchar, jurisdiction varchar',
} as const;
type Table = keyof typeof columns;
const tables = Object.keys(columns) as Table[];

/** Memory that the embedded engine may take before it goes on on disk. */
const memoryLimit = '512MB';

export interface TablesReport {
  readonly entities: number;
  readonly drafts: number;
  readonly broken: number;
}

/** Writes `drafts-PART.parquet`, `needs-PART.parquet`, … for one part of a dump. */
export async function writeTables(request: {
  readonly inputs: readonly string[];
  readonly recipe: Recipe;
  readonly folder: string;
  readonly part: string;
}): Promise<TablesReport> {
  const { inputs, recipe, folder, part } = request;
  await mkdir(folder, { recursive: true });
  return withDatabase(folder, async (connection) => {
    for (const table of tables) await connection.run(`create table ${table} (${columns[table]})`);
    const appenders = Object.fromEntries(
      await Promise.all(
        tables.map(async (table) => [table, await connection.createAppender(table)] as const),
      ),
    ) as Record<Table, DuckDBAppender>;
    const report = { entities: 0, drafts: 0, broken: 0 };
    for (const path of inputs) {
      for await (const reading of readEntities({ path, filter: () => true })) {
        if (reading.type === 'broken') report.broken++;
        if (reading.type !== 'entity') continue;
        const position = report.entities++;
        const item = String(reading.entity.id);
        const { labels, jurisdiction } = noteOf(reading.entity, recipe);
        appendRow(appenders.notes, [item, position, JSON.stringify(labels), jurisdiction]);
        const draft = draftRecord(reading.entity, recipe);
        if (!draft) continue;
        report.drafts++;
        appendRow(appenders.drafts, [item, position, JSON.stringify(draft)]);
        for (const needed of new Set([item, ...itemsNeeded(draft)]))
          appendRow(appenders.needs, [item, needed]);
        for (const [holder, statement] of draft.holders) {
          appendRow(appenders.holders, [holder, JSON.stringify(statement)]);
          for (const needed of itemsOfStatement(statement)) appendRow(appenders.needs, [holder, needed]);
        }
      }
    }
    for (const table of tables) {
      appenders[table].closeSync();
      const file = join(folder, `${table}-${part}.parquet`);
      await connection.run(`copy ${table} to '${quoted(file)}' (format parquet, compression zstd)`);
    }
    return report;
  });
}

function appendRow(appender: DuckDBAppender, row: readonly (string | number | null)[]): void {
  for (const value of row) {
    if (value === null) appender.appendNull();
    else if (typeof value === 'number') appender.appendBigInt(BigInt(value));
    else appender.appendVarchar(value);
  }
  appender.endRow();
}

/** Joins the tables of all parts in a folder and calls `onRecord` for each record, by item. Returns how many. */
export async function recordsOfTables(request: {
  readonly folder: string;
  readonly dumpDate: string;
  readonly countries: ReadonlyMap<string, RecordId>;
  readonly onRecord: (record: PackRecord) => Promise<void>;
}): Promise<number> {
  const { folder, dumpDate, countries, onRecord } = request;
  return withDatabase(folder, async (connection, another) => {
    for (const table of tables) {
      const files = quoted(join(folder, `${table}-*.parquet`));
      await connection.run(`create view ${table} as select * from read_parquet('${files}')`);
    }
    // A connection streams one result at a time.
    const holders = rowGroups(await another(), await sql('join-holders.sql'));
    let held = await holders.next();
    let count = 0;
    for await (const rows of rowGroups(connection, await sql('join-tables.sql'))) {
      const [[item, text] = []] = rows;
      if (typeof item !== 'string' || typeof text !== 'string' || countries.has(item)) continue;
      const notes = new Map<string, ItemNote>();
      const recordItems = new Set<string>();
      for (const [, , needed, labels, jurisdiction, hasRecord] of rows) {
        if (typeof needed !== 'string' || typeof labels !== 'string') continue;
        const note = {
          labels: JSON.parse(labels) as Record<string, string>,
          jurisdiction: typeof jurisdiction === 'string' ? jurisdiction : null,
        };
        notes.set(needed, note);
        if (Number(hasRecord) === 1 && Object.keys(note.labels).length > 0) recordItems.add(needed);
      }
      while (!held.done && String(held.value[0]?.[0]) < item) held = await holders.next();
      const isHeld = !held.done && held.value[0]?.[0] === item;
      const statements = isHeld
        ? held.value.map((row: readonly Cell[]) => JSON.parse(String(row[1])) as DraftStatement)
        : [];
      const recordOf = (id: string): RecordId | null =>
        countries.get(id) ?? (recordItems.has(id) ? recordIdOf(id) : null);
      const record = makeRecord(JSON.parse(text) as Draft, statements, { notes, dumpDate, recordOf });
      if (!record) continue;
      count++;
      await onRecord(acceptableRecord(record));
    }
    // The stream must have let go of its result before the connection below it closes.
    await holders.return(undefined);
    return count;
  });
}

const sql = (name: string): Promise<string> =>
  readFile(fileURLToPath(new URL(name, import.meta.url)), 'utf8');
const quoted = (path: string): string => path.replaceAll("'", "''");

type Cell = unknown;

/** The rows of a query, those with one first column at a time. */
async function* rowGroups(
  connection: DuckDBConnection,
  query: string,
): AsyncGenerator<readonly (readonly Cell[])[]> {
  const result = await connection.stream(query);
  let group: (readonly Cell[])[] = [];
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    for (const row of chunk.getRows()) {
      if (group.length > 0 && group[0]?.[0] !== row[0]) {
        yield group;
        group = [];
      }
      group.push(row);
    }
  }
  if (group.length > 0) yield group;
}

/** What does not fit into memory goes to a folder below the tables, which is gone afterwards. */
async function withDatabase<T>(
  folder: string,
  use: (connection: DuckDBConnection, another: () => Promise<DuckDBConnection>) => Promise<T>,
): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: memoryLimit,
    temp_directory: join(folder, '.spill'),
    preserve_insertion_order: 'false',
  });
  const connections: DuckDBConnection[] = [];
  const connect = async (): Promise<DuckDBConnection> => {
    const connection = await instance.connect();
    connections.push(connection);
    return connection;
  };
  try {
    return await use(await connect(), connect);
  } finally {
    for (const connection of connections) connection.closeSync();
    instance.closeSync();
    await rm(join(folder, '.spill'), { recursive: true, force: true });
  }
}
