/** What a record must look like wherever it comes from: a built pack, the network, the store. */

import * as v from 'valibot';
import { isEdtfDate } from './edtf-date.ts';
import { type PackRecord, properties, recordKinds, surfaceFormTypes } from './record.ts';
import { withoutControls } from './without-controls.ts';

/** Longest text a pack may carry in one place, in UTF-16 units: a card is not an article. */
const maxTextLength = 4_000;
const maxNameLength = 200;

const mayNotBeEmpty = 'must not be empty';
/** What readers see. The limits come first, so that the JSON Schemas have them too. */
const shownText = (maxLength: number) =>
  v.pipe(
    v.string(),
    v.nonEmpty(mayNotBeEmpty),
    v.maxLength(maxLength),
    v.transform(withoutControls),
    v.trim(),
    v.nonEmpty(mayNotBeEmpty),
  );
const text = shownText(maxTextLength);
export const languageSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as "en" or "uk"'),
);
export const recordIdSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9]*:[A-Za-z0-9][\w.-]*$/, 'must be an id such as "courier:ada-bergholt" or "wd:Q42"'),
);
export const packIdSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'),
  v.maxLength(64),
);
export const edtfDateSchema = v.pipe(
  v.string(),
  v.check(isEdtfDate, 'must be a date: 2025, 2025-11 or 2025-11-23'),
);
export const webUrlSchema = v.pipe(
  v.string(),
  v.maxLength(2_000),
  v.check((url) => /^https?:\/\//.test(url) && URL.canParse(url), 'must be an http or https address'),
);
export const localisedTextSchema = v.intersect([v.object({ en: text }), v.record(languageSchema, text)]);

const surfaceFormSchema = v.strictObject({
  text: shownText(maxNameLength),
  type: v.picklist(surfaceFormTypes),
  language: v.exactOptional(languageSchema),
  caseSensitive: v.exactOptional(v.boolean()),
  weak: v.exactOptional(v.boolean()),
});

export const citationSchema = v.strictObject({
  publisher: text,
  title: text,
  url: v.exactOptional(webUrlSchema),
  published: edtfDateSchema,
});

const statementValueSchema = v.variant('type', [
  v.strictObject({ type: v.literal('text'), text: localisedTextSchema }),
  v.strictObject({ type: v.literal('record'), id: recordIdSchema }),
  v.strictObject({ type: v.literal('number'), number: v.pipe(v.number(), v.finite()) }),
  v.strictObject({ type: v.literal('date'), date: edtfDateSchema }),
]);

const statementSchema = v.strictObject({
  property: v.picklist(properties),
  value: statementValueSchema,
  of: v.exactOptional(recordIdSchema),
  from: v.exactOptional(edtfDateSchema),
  to: v.exactOptional(edtfDateSchema),
  citations: v.pipe(v.array(citationSchema), v.minLength(1, 'needs at least one citation')),
});

const recordSchema = v.strictObject({
  id: recordIdSchema,
  kind: v.picklist(recordKinds),
  label: localisedTextSchema,
  description: v.exactOptional(localisedTextSchema),
  datedDescriptions: v.exactOptional(
    v.array(v.strictObject({ from: edtfDateSchema, text: localisedTextSchema })),
  ),
  prior: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  sameAs: v.exactOptional(v.array(recordIdSchema)),
  surfaceForms: v.pipe(v.array(surfaceFormSchema), v.minLength(1, 'needs at least one name')),
  statements: v.array(statementSchema),
});

/** A value is not the record it should be; the message names the field. */
export class RecordError extends Error {
  override name = 'RecordError';
}

/** The record in `value`, checked field by field. @throws {RecordError} naming the first field that is wrong. */
export function parseRecord(value: unknown): PackRecord {
  const result = v.safeParse(recordSchema, value, { abortEarly: true });
  if (result.success) return result.output as PackRecord;
  const [issue] = result.issues;
  const id = (value as { id?: unknown } | null)?.id;
  throw new RecordError(
    `record ${typeof id === 'string' ? id : '?'}: ${v.getDotPath(issue) ?? 'value'}: ${issue.message}`,
  );
}
