/** Reads labelled sets in JSON: `[{doc, lang, text, mentions: [{start, end, surface, kb_id, …}]}]`, offsets in code points. */

import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { Span } from '../../model/link.ts';
import type { RecordKind } from '../../model/record.ts';

const nullableText = v.nullish(v.string(), null);

const goldMentionSchema = v.object({
  start: v.number(),
  end: v.number(),
  surface: v.string(),
  /** Null for a thing that the knowledge base does not have. */
  kb_id: nullableText,
  name: nullableText,
  lemma: nullableText,
  type: nullableText,
  kind: nullableText,
  optional: v.nullish(v.boolean(), false),
  coref: v.nullish(v.boolean(), false),
  discontinuous: v.nullish(v.boolean(), false),
});

const goldDocumentSchema = v.object({
  doc: v.string(),
  lang: v.string(),
  text: v.string(),
  publishedAt: nullableText,
  evaluation_span: v.nullish(v.tuple([v.number(), v.number()]), null),
  mentions: v.array(goldMentionSchema),
});

export type GoldMention = v.InferOutput<typeof goldMentionSchema>;
export type GoldDocument = v.InferOutput<typeof goldDocumentSchema>;

/** A labelled file is not what its format asks for; the message names the place. */
export class GoldFileError extends Error {
  override name = 'GoldFileError';
}

/** The documents of a file, with offsets in UTF-16 units. @throws {GoldFileError} */
export async function readGoldFile(path: string): Promise<GoldDocument[]> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new GoldFileError(`${path}: ${(cause as Error).message}`, { cause });
  }
  const result = v.safeParse(v.array(goldDocumentSchema), value, { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    throw new GoldFileError(`${path}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
  }
  return result.output.map(inUtf16);
}

function inUtf16(document: GoldDocument): GoldDocument {
  const at = utf16Offsets(document.text);
  const move = <T extends Span>(span: T): T => ({ ...span, start: at(span.start), end: at(span.end) });
  const region = document.evaluation_span;
  return {
    ...document,
    evaluation_span: region && [at(region[0]), at(region[1])],
    mentions: document.mentions.map(move).sort((a, b) => a.start - b.start || b.end - a.end),
  };
}

/** From code points to UTF-16 units; offsets beyond the text are its end. */
function utf16Offsets(text: string): (codePoint: number) => number {
  if (!/[\ud800-\udfff]/.test(text)) return (codePoint) => Math.min(codePoint, text.length);
  const offsets: number[] = [];
  let offset = 0;
  for (const character of text) {
    offsets.push(offset);
    offset += character.length;
  }
  return (codePoint) => offsets[codePoint] ?? text.length;
}

/** Labels of numbers, dates and the like, which name no thing. */
const valueTypes: ReadonlySet<string> = new Set([
  'AGE',
  'DATE',
  'DATETIME',
  'MONEY',
  'NUMBER',
  'ORDINAL',
  'PERCENT',
  'QUANTITY',
  'TIME',
]);

/** Says whether a label is of a date, a quantity or the like. */
export const isValue = ({ type, kind }: GoldMention): boolean =>
  kind === 'value' || valueTypes.has(type ?? '');

/** Types of the known sets, the first that fits: a country that is also an organisation is a place. */
const kindsByType: readonly (readonly [RecordKind, ReadonlySet<string>])[] = [
  ['person', new Set(['PER', 'PERSON', 'Q215627', 'Q5'])],
  [
    'place',
    new Set([
      'LOC',
      'GPE',
      'CITY',
      'COUNTRY',
      'DISTRICT',
      'FACILITY',
      'LOCATION',
      'STATE_OR_PROVINCE',
      'Q27096213',
    ]),
  ],
  ['event', new Set(['EVT', 'EVENT', 'Q1656682'])],
  ['organisation', new Set(['ORG', 'ORGANIZATION', 'Q43229'])],
];

/**
 * The kind of record that a label's type tells of, or null: products, works, species are none of ours. A person that is
 * also an organisation is a band.
 */
export function kindOfType(type: string | null): RecordKind | null {
  const parts = (type ?? '').split('|');
  if (parts.includes('Q215627') && parts.includes('Q43229')) return 'organisation';
  return kindsByType.find(([, types]) => parts.some((part) => types.has(part)))?.[0] ?? null;
}
