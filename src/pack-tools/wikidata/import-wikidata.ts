/**
 * Wikidata to a pack, in three steps that each stream: find the entities that the recipe wants; find the labels of the
 * items they name; write the records. Memory holds ids and labels of what is written, never the input.
 */

import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { PackRecord, RecordId } from '../../model/record.ts';
import { acceptableRecord } from './acceptable-record.ts';
import { type Draft, type DraftStatement, draftRecord, itemsNeeded } from './draft-record.ts';
import { type ItemNote, makeRecord, recordIdOf } from './make-record.ts';
import { noteOf } from './note-of.ts';
import { readEntities } from './read-entities.ts';
import type { Recipe } from './wikidata-recipe.ts';

export interface ImportReport {
  readonly entities: number;
  readonly records: number;
  readonly statements: number;
  /** Entities that are wanted but have no label in any of the recipe's languages. */
  readonly withoutLabel: number;
  /** Wanted items that the input has no label for: their ids stand in the records. */
  readonly unlabelled: number;
  readonly missing: number;
  readonly broken: { readonly count: number; readonly examples: readonly string[] };
}

export interface Import {
  readonly inputs: readonly string[];
  readonly recipe: Recipe;
  readonly dumpDate: string;
  /** Countries that the world pack has, by item. */
  readonly countries: ReadonlyMap<string, RecordId>;
  /** File for drafts between the steps. */
  readonly draftFile: string;
  /** Called for each record, in the order of the input. */
  readonly onRecord: (record: PackRecord) => Promise<void>;
}

/** What was found, after every record has gone to `onRecord`. */
export async function importWikidata(request: Import): Promise<ImportReport> {
  const found = await findDrafts(request);
  const notes = await findNotes(request, found.needed);
  const { records, statements, withoutLabel } = await writeRecords(request, found, notes);
  const { entities, missing, brokenCount, brokenExamples } = found;
  return {
    entities,
    records,
    statements,
    withoutLabel,
    unlabelled: [...found.needed].filter((item) => !notes.has(item)).length,
    missing,
    broken: { count: brokenCount, examples: brokenExamples },
  };
}

interface Found {
  entities: number;
  missing: number;
  brokenCount: number;
  readonly brokenExamples: string[];
  /** Line of the draft file on which the last draft of each item stands: an edit stream has some items twice. */
  readonly lastDraft: Map<string, number>;
  readonly needed: Set<string>;
  readonly holders: Map<string, DraftStatement[]>;
}

const maxExamples = 5;

async function findDrafts({ inputs, recipe, draftFile }: Import): Promise<Found> {
  const found: Found = {
    entities: 0,
    missing: 0,
    brokenCount: 0,
    brokenExamples: [],
    lastDraft: new Map(),
    needed: new Set(),
    holders: new Map(),
  };
  const filter = mayBeSelected(recipe);
  const drafts = createWriteStream(draftFile);
  let line = 0;
  for (const path of inputs) {
    for await (const reading of readEntities({ path, filter })) {
      if (reading.type === 'missing') found.missing++;
      if (reading.type === 'broken' && found.brokenCount++ < maxExamples) {
        found.brokenExamples.push(`${path}:${reading.line} ${reading.reason}`);
      }
      if (reading.type === 'entity' || reading.type === 'passed-over') found.entities++;
      if (reading.type !== 'entity') continue;
      const draft = draftRecord(reading.entity, recipe);
      if (!draft) continue;
      found.lastDraft.set(draft.item, line++);
      for (const item of itemsNeeded(draft)) found.needed.add(item);
      for (const [item, statement] of draft.holders) {
        found.holders.set(item, [...(found.holders.get(item) ?? []), statement]);
      }
      if (!drafts.write(`${JSON.stringify(draft)}\n`)) await once(drafts, 'drain');
    }
  }
  drafts.end();
  await once(drafts, 'close');
  return found;
}

/**
 * Whether a line names one of the classes at all. It may name it elsewhere than in P31, so the claims decide; but most lines
 * do not, and searching bytes is many times faster than parsing.
 */
function mayBeSelected({ select }: Recipe): (line: Buffer) => boolean {
  if (select.some(({ classes }) => !classes)) return () => true;
  const wanted = [...new Set(select.flatMap(({ classes = [] }) => classes))].flatMap((id) => {
    const number = id.slice(1);
    // Dumps of some years give the number alone, and writers differ in spaces.
    return [`"${id}"`, ...[',', '}'].flatMap((end) => [`-id":${number}${end}`, `-id": ${number}${end}`])].map(
      (text) => Buffer.from(text),
    );
  });
  return (line) => wanted.some((text) => line.includes(text));
}

/** Labels and jurisdictions of the items that drafts name. */
async function findNotes(
  { inputs, recipe }: Import,
  needed: ReadonlySet<string>,
): Promise<Map<string, ItemNote>> {
  const notes = new Map<string, ItemNote>();
  const filter = (line: Buffer): boolean => {
    const id = /"id"\s*:\s*"(Q\d+)"/.exec(line.subarray(0, 400).toString('latin1'))?.[1];
    return id === undefined || needed.has(id);
  };
  for (const path of inputs) {
    for await (const reading of readEntities({ path, filter })) {
      if (reading.type !== 'entity') continue;
      const { entity } = reading;
      const item = String(entity.id);
      if (!needed.has(item)) continue;
      notes.set(item, noteOf(entity, recipe));
    }
  }
  return notes;
}

async function writeRecords(
  { draftFile, countries, dumpDate, onRecord }: Import,
  { lastDraft, holders }: Found,
  notes: ReadonlyMap<string, ItemNote>,
): Promise<Pick<ImportReport, 'records' | 'statements' | 'withoutLabel'>> {
  const report = { records: 0, statements: 0, withoutLabel: 0 };
  const hasRecord = (item: string): boolean =>
    lastDraft.has(item) && Object.keys(notes.get(item)?.labels ?? {}).length > 0;
  const surroundings = {
    notes,
    dumpDate,
    recordOf: (item: string): RecordId | null =>
      countries.get(item) ?? (hasRecord(item) ? recordIdOf(item) : null),
  };
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(draftFile), crlfDelay: Infinity })) {
    const draft = JSON.parse(text) as Draft;
    if (lastDraft.get(draft.item) !== line++) continue;
    // The world pack has this one already, with names in more languages.
    if (countries.has(draft.item)) continue;
    const held = holders.get(draft.item) ?? [];
    const made = makeRecord(draft, held, surroundings);
    if (!made) {
      report.withoutLabel++;
      continue;
    }
    const record = acceptableRecord(made);
    report.records++;
    report.statements += record.statements.length;
    await onRecord(record);
  }
  return report;
}
