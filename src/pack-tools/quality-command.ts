/** `npm run quality [-- --gold FILE [--closed] [--pack DIR]...] [--set tuning|held-back] [--json OUT] [--errors]` */

import { readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { annotateText, type Knowledge } from '../linking/annotate-text.ts';
import type { RecordKind } from '../model/record.ts';
import { knowledgeOf, loadPackLibrary } from './load-knowledge.ts';
import { formatProblem, PackSourceError } from './pack-problem.ts';
import { makeClosedPack } from './quality/closed-pack.ts';
import { GoldFileError, readGoldFile } from './quality/gold-file.ts';
import { labelGold } from './quality/label-gold.ts';
import type { LabelledText } from './quality/labelled-text.ts';
import { matchGoldIds } from './quality/match-gold-ids.ts';
import { formatQuality, type QualityReport, qualityToJson, reportQuality } from './quality/quality-report.ts';
import {
  LabelledArticleError,
  labelArticle,
  readLabelledArticle,
  type UnresolvedArticle,
} from './quality/read-labelled-article.ts';
import { type Outcome, scoreMentions } from './quality/score-mentions.ts';

const usage =
  'npm run quality [-- [--gold FILE [--closed]] [--pack DIR]... [--set tuning|held-back] [--json OUT] [--errors]]';
const worldPackId = 'world';
const articlesFolder = fileURLToPath(new URL('../../tests/quality/articles/', import.meta.url));

/** The command line is wrong; the message says how to call. */
class UsageError extends Error {
  override name = 'UsageError';
}

/** Exit 2 is for what the caller can mend; anything else is ours and keeps its stack. */
try {
  await run(process.argv.slice(2));
} catch (error) {
  if (error instanceof PackSourceError) {
    for (const problem of error.problems) console.error(formatProblem(problem));
  } else if (
    error instanceof UsageError ||
    error instanceof GoldFileError ||
    error instanceof LabelledArticleError
  ) {
    console.error(error.message);
  } else {
    throw error;
  }
  process.exitCode = 2;
}

async function run(args: string[]): Promise<void> {
  const { gold, isClosed, packFolders, set, jsonPath, showsAllErrors } = parseCommand(args);
  const { heading, report } = gold
    ? await (isClosed ? scoreClosed(gold) : scoreOpen(gold, packFolders))
    : await scoreArticles(packFolders, set);
  process.stdout.write(formatQuality(report, heading, { all: showsAllErrors }));
  if (jsonPath) await writeFile(jsonPath, `${JSON.stringify(qualityToJson(report), null, 2)}\n`);
}

interface Scored {
  readonly heading: string;
  readonly report: QualityReport;
}

async function scoreClosed(path: string): Promise<Scored> {
  const documents = await readGoldFile(path);
  const { records: packed } = await loadPackLibrary([]);
  const world = packed.filter(({ packId }) => packId === worldPackId).map(({ record }) => record);
  const closed = makeClosedPack(documents, world);
  const texts = documents.map((document) => labelGold(document, closed.recordIdsOf));
  const heading = `${path}, closed: a pack of the file's own ${closed.ownCount} things and ${closed.distractorCount} others; ${texts.length} texts`;
  return { heading, report: await score(texts, knowledgeOf(closed.records)) };
}

async function scoreOpen(path: string, packFolders: readonly string[]): Promise<Scored> {
  const documents = await readGoldFile(path);
  const { records: packed, knowledge } = await loadPackLibrary(packFolders);
  const recordIdsOf = matchGoldIds(packed, documents);
  const texts = documents.map((document) => labelGold(document, recordIdsOf));
  const heading = `${path}, with the packs as they are (${packed.length} records); ${texts.length} texts`;
  return { heading, report: await score(texts, knowledge) };
}

/** The labelled articles of the project, each with the packs that it asks for. */
async function scoreArticles(packFolders: readonly string[], set: string | null): Promise<Scored> {
  const names = (await readdir(articlesFolder)).filter((name) => name.endsWith('.yaml')).sort();
  const articles = await Promise.all(
    names.map((name) => readLabelledArticle(join(articlesFolder, name), name)),
  );
  const byPacks = new Map<string, UnresolvedArticle[]>();
  for (const article of articles.filter((article) => set === null || article.set === set)) {
    const key = article.packFolders.join('\n');
    byPacks.set(key, [...(byPacks.get(key) ?? []), article]);
  }
  const texts: LabelledText[] = [];
  const outcomes: Outcome[] = [];
  for (const group of byPacks.values()) {
    const { records, knowledge } = await loadPackLibrary([...packFolders, ...(group[0]?.packFolders ?? [])]);
    const kinds = new Map<string, RecordKind>(records.map(({ record }) => [record.id, record.kind]));
    const labelled = group.map((article) => labelArticle(article, (id) => kinds.get(id)));
    const report = await score(labelled, knowledge);
    texts.push(...labelled);
    outcomes.push(...report.outcomes);
  }
  return { heading: `${texts.length} labelled articles`, report: reportQuality(texts, outcomes) };
}

async function score(texts: readonly LabelledText[], knowledge: Knowledge): Promise<QualityReport> {
  const outcomes: Outcome[] = [];
  for (const labelled of texts) {
    const { text, language, publishedAt } = labelled;
    const annotation = await annotateText({ text, language, asOf: publishedAt, contextIds: [] }, knowledge);
    outcomes.push(...scoreMentions(labelled, annotation));
  }
  return reportQuality(texts, outcomes);
}

interface Command {
  gold: string | null;
  isClosed: boolean;
  packFolders: string[];
  set: string | null;
  jsonPath: string | null;
  showsAllErrors: boolean;
}

function parseCommand(args: string[]): Command {
  const cwd = process.env.INIT_CWD ?? process.cwd();
  let values: ReturnType<typeof parseOptions>;
  try {
    values = parseOptions(args);
  } catch (cause) {
    throw new UsageError(`${(cause as Error).message.split('. ')[0]}. Usage: ${usage}`, { cause });
  }
  if (values.closed && values.gold === undefined)
    throw new UsageError(`--closed needs --gold FILE: ${usage}`);
  return {
    gold: values.gold === undefined ? null : resolve(cwd, values.gold),
    isClosed: values.closed,
    packFolders: values.pack.map((folder) => resolve(cwd, folder)),
    set: values.set ?? null,
    jsonPath: values.json === undefined ? null : resolve(cwd, values.json),
    showsAllErrors: values.errors,
  };
}

function parseOptions(args: string[]) {
  return parseArgs({
    args,
    options: {
      gold: { type: 'string' },
      closed: { type: 'boolean', default: false },
      pack: { type: 'string', multiple: true, default: [] },
      set: { type: 'string' },
      json: { type: 'string' },
      errors: { type: 'boolean', default: false },
    },
  }).values;
}
