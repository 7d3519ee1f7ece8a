/** A mapping: how the rows of a register become records. Texts are templates with `{field}`. */

import * as v from 'valibot';
import { properties, recordKinds } from '../../model/record.ts';
import { languageSchema } from '../../model/record-schema.ts';
import { packHeaderSchema } from '../pack-source-schema.ts';
import { filterNames, unknownFilters } from './fill-template.ts';

const template = v.pipe(
  v.string(),
  v.nonEmpty('must not be empty'),
  v.check(
    (text) => unknownFilters(text).length === 0,
    `uses a filter that there is not; there are ${filterNames.join(', ')}`,
  ),
);
/** One template, several of which the first that can be filled counts, or one a language. */
const byLanguage = v.union([template, v.array(template), v.record(languageSchema, template)]);
const names = v.record(languageSchema, v.array(template));

const when = v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]));

const statementSchema = v.pipe(
  v.objectWithRest(
    {
      /** Path to a list in the row: one statement for each of its items. */
      each: v.exactOptional(v.string()),
      /** Only where these fields have these values. */
      when: v.exactOptional(when),
      of: v.exactOptional(template),
      from: v.exactOptional(template),
      to: v.exactOptional(template),
    },
    byLanguage,
  ),
  v.check(
    (statement) => properties.filter((name) => name in statement).length === 1,
    `needs one property: ${properties.join(', ')}`,
  ),
);

export const mappingSchema = v.strictObject({
  pack: v.omit(v.strictObject(packHeaderSchema.entries), ['generators']),
  /** Path to the list of rows, in JSON and YAML. */
  list: v.exactOptional(v.string()),
  /** The text that every statement rests on: the register itself, on the day it was taken. */
  citation: v.strictObject({
    publisher: template,
    title: template,
    url: v.exactOptional(template),
    published: v.union([template, v.pipe(v.number(), v.transform(String))]),
  }),
  records: v.pipe(
    v.array(
      v.strictObject({
        kind: v.picklist(recordKinds),
        when: v.exactOptional(when),
        id: template,
        label: byLanguage,
        description: v.exactOptional(byLanguage),
        names: v.exactOptional(names),
        familyNames: v.exactOptional(names),
        abbreviations: v.exactOptional(names),
        statements: v.exactOptional(v.array(statementSchema)),
      }),
    ),
    v.minLength(1, 'needs at least one kind of record'),
  ),
});
export type Mapping = v.InferOutput<typeof mappingSchema>;
