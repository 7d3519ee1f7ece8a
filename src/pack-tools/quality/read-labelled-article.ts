/** Reads the labelled articles that people write: YAML with marks in the text, `[[Rubio|newsgloss:marco-rubio]]`. */

import { resolve } from 'node:path';
import * as v from 'valibot';
import type { RecordKind } from '../../model/record.ts';
import { edtfDateSchema, languageSchema } from '../../model/record-schema.ts';
import { readYamlFile } from '../yaml-file.ts';
import type { LabelledMention, LabelledText, Meaning } from './labelled-text.ts';

export interface LabelledArticle extends LabelledText {
  /** Pack folders beside the bundled ones, as absolute paths. */
  readonly packFolders: readonly string[];
}

/** A labelled article is not what it should be; the message names the file and what to mend. */
export class LabelledArticleError extends Error {
  override name = 'LabelledArticleError';
}

const articleSchema = v.strictObject({
  language: languageSchema,
  publishedAt: edtfDateSchema,
  title: v.exactOptional(v.string()),
  text: v.string(),
  /** Rules and weights are found on `tuning` alone. */
  set: v.exactOptional(v.picklist(['tuning', 'held-back']), 'tuning'),
  traps: v.exactOptional(v.array(v.string()), []),
  /** Relative to the file. */
  packs: v.exactOptional(v.array(v.string()), []),
});

/** An article as written, with its marks. @throws {LabelledArticleError} */
export async function readLabelledArticle(path: string, name: string): Promise<UnresolvedArticle> {
  const reading = await readYamlFile(path, name);
  if (reading.type === 'broken') {
    throw new LabelledArticleError(
      reading.problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'),
    );
  }
  const result = v.safeParse(articleSchema, reading.file.data, { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    throw new LabelledArticleError(`${name}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
  }
  const { title, text, packs, ...rest } = result.output;
  const marked = title === undefined ? text : `${title}\n\n${text}`;
  return { ...rest, name, marked, packFolders: packs.map((folder) => resolve(path, '..', folder)) };
}

/** An article whose marks are still in its text. */
export interface UnresolvedArticle {
  readonly name: string;
  readonly language: string;
  readonly publishedAt: string;
  readonly set: string;
  readonly traps: readonly string[];
  /** Title and text. */
  readonly marked: string;
  readonly packFolders: readonly string[];
}

const mark = /\[\[([^[\]|]+)\|([^[\]|]+)\]\]/g;

/** The article without marks, and its labels. @throws {LabelledArticleError} for a mark that names no record. */
export function labelArticle(
  { marked, ...article }: UnresolvedArticle,
  kindOf: (id: string) => RecordKind | undefined,
): LabelledArticle {
  const mentions: LabelledMention[] = [];
  let text = '';
  let from = 0;
  for (const match of marked.matchAll(mark)) {
    const [whole, surface = '', meant = ''] = match;
    text += marked.slice(from, match.index);
    const { meaning, isOptional } = readMeaning(meant);
    const ids = 'ids' in meaning ? meaning.ids : [];
    const unknown = ids.find((id) => kindOf(id) === undefined);
    if (unknown) throw new LabelledArticleError(`${article.name}: ${whole} names no record of the packs`);
    const [first] = ids;
    const kind = (first && kindOf(first)) ?? 'plan';
    mentions.push({
      start: text.length,
      end: text.length + surface.length,
      surface,
      meaning,
      kind,
      isOptional,
    });
    text += surface;
    from = match.index + whole.length;
  }
  text += marked.slice(from);
  if (/\[\[|\]\]/.test(text)) throw new LabelledArticleError(`${article.name}: a mark is not [[surface|id]]`);
  return { ...article, text, regions: [{ start: 0, end: text.length }], labelsDoubt: true, mentions };
}

function readMeaning(meant: string): { meaning: Meaning; isOptional: boolean } {
  if (meant.trim() === '?') return { meaning: { type: 'unknown-plan' }, isOptional: false };
  const choices = meant.trim().split(/\s+or\s+/);
  const ids = choices.filter((choice) => choice !== 'nothing');
  const isOptional = ids.length < choices.length;
  const [gold = ''] = ids;
  const meaning: Meaning = ids.length > 1 ? { type: 'ambiguous', ids } : { type: 'record', gold, ids };
  return { meaning, isOptional };
}
