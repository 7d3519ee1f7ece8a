/** The YAML that people write for a pack: `pack.yaml`, and the citations and records of the other files. */

import * as v from 'valibot';
import { firstDay, isEdtfDate, lastDay } from '../model/edtf-date.ts';
import {
  type LocalisedText,
  type Property,
  properties,
  recordKinds,
  type StatementValue,
} from '../model/record.ts';
import {
  citationSchema,
  edtfDateSchema,
  languageSchema,
  packIdSchema,
  recordIdSchema,
  webUrlSchema,
} from '../model/record-schema.ts';
import { nearestWord } from './nearest-word.ts';

/** Built-in makers of records that a pack may ask for. */
export const generatorNames = ['countries', 'cities'] as const;
export type GeneratorName = (typeof generatorNames)[number];

/** The two ways to write a value, for a schema that `either` made. */
export const waysToWrite = new WeakMap<object, readonly [v.GenericSchema, v.GenericSchema]>();

/** A value that is written in one of two ways, told apart by its type: what is wrong with it is then said of the way that was meant. */
function either<First extends v.GenericSchema, Second extends v.GenericSchema>(
  typeOfFirst: 'string' | 'number',
  first: First,
  second: Second,
): v.LazySchema<First | Second> {
  const schema = v.lazy((input) => (typeof input === typeOfFirst ? first : second));
  waysToWrite.set(schema, [first, second]);
  return schema;
}

export const maxNameLength = 200;
const maxTextLength = 4_000;
const maxTitleLength = 400;

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'), v.maxLength(maxTextLength));
const title = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'), v.maxLength(maxTitleLength));
const nameText = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty('must not be empty'),
  v.regex(/[\p{L}\p{N}]/u, 'must have a letter or a digit: no text could match it'),
  v.maxLength(maxNameLength),
);

/** A year alone is a number in YAML. */
export const dateSchema = either(
  'number',
  v.pipe(v.number(), v.transform(String), edtfDateSchema),
  edtfDateSchema,
);

const textByLanguage = v.pipe(
  v.record(languageSchema, text),
  v.check((texts) => 'en' in texts, 'needs a text in English: add "en:"'),
  v.transform((texts) => texts as LocalisedText),
);
const plainText = v.pipe(
  text,
  v.transform((en): LocalisedText => ({ en })),
);
export const localisedTextSchema = either('string', plainText, textByLanguage);

/** One surface form as written. */
export interface NameItem {
  readonly text: string;
  readonly weak?: boolean | undefined;
  readonly caseSensitive?: boolean | undefined;
}

const plainName = v.pipe(
  nameText,
  v.transform((name): NameItem => ({ text: name })),
);
const flaggedName = v.pipe(
  fields({ text: nameText, weak: v.exactOptional(v.boolean()), caseSensitive: v.exactOptional(v.boolean()) }),
  v.transform(({ text, weak, caseSensitive }): NameItem => ({ text, weak, caseSensitive })),
);
export const nameItemSchema = either('string', plainName, flaggedName);
/** Surface forms by language; the key `any` stands for no language. */
export const namesSchema = v.record(languageSchema, v.array(nameItemSchema));
export type Names = v.InferOutput<typeof namesSchema>;

const recordValue = v.pipe(
  recordIdSchema,
  v.transform((id): StatementValue => ({ type: 'record', id })),
);
const numberValue = v.pipe(
  v.number(),
  v.finite('must be a finite number'),
  v.transform((number): StatementValue => ({ type: 'number', number })),
);
const dateValue = v.pipe(
  dateSchema,
  v.transform((day): StatementValue => ({ type: 'date', date: day })),
);
const textValue = v.pipe(
  localisedTextSchema,
  v.transform((localised): StatementValue => ({ type: 'text', text: localised })),
);

const valueByProperty = {
  role: textValue,
  capital: recordValue,
  country: recordValue,
  population: numberValue,
  partOf: recordValue,
  memberOf: recordValue,
  headquarters: recordValue,
  seatOf: textValue,
  coordinates: textValue,
  pointCount: numberValue,
  proposedBy: recordValue,
  status: textValue,
  derivedFrom: recordValue,
  supersedes: recordValue,
  point: textValue,
  openPoint: textValue,
  date: dateValue,
  place: recordValue,
  participant: recordValue,
  ledTo: recordValue,
  about: recordValue,
  fact: textValue,
} satisfies Record<Property, v.GenericSchema<unknown, StatementValue>>;

/** A statement whose citations are still keys. */
export interface SourceStatement {
  readonly property: Property;
  readonly value: StatementValue;
  readonly of?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly citations: readonly string[];
}

const statementEntries = {
  of: v.exactOptional(recordIdSchema),
  from: v.exactOptional(dateSchema),
  to: v.exactOptional(dateSchema),
  citations: v.pipe(
    v.array(v.pipe(v.string(), v.nonEmpty('must not be empty'))),
    v.minLength(1, 'needs at least one citation: name a key from "citations:"'),
  ),
};
const isProperty = (key: string): key is Property => key in valueByProperty;

const statementSchema = v.pipe(
  fields({
    ...statementEntries,
    ...(v.partial(v.object(valueByProperty)).entries as {
      [P in Property]: v.OptionalSchema<(typeof valueByProperty)[P], undefined>;
    }),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    const value: unknown = dataset.value;
    if (typeof value !== 'object' || value === null) return;
    const [first, ...others] = Object.keys(value).filter(isProperty);
    if (!first) addIssue({ message: `needs one property: ${properties.join(', ')}` });
    const [from, to] = ['from', 'to'].map((key) => String((value as Record<string, unknown>)[key]));
    if (from && to && isEdtfDate(from) && isEdtfDate(to) && lastDay(to) < firstDay(from)) {
      const message = `is before "from" (${from}); exchange or correct them`;
      addIssue({ message, path: [pathItem(value, 'to')] });
    }
    for (const key of others) {
      const message = `is a second property beside "${first}"; make it a statement of its own`;
      addIssue({ message, path: [pathItem(value, key)] });
    }
  }),
  v.transform((statement): SourceStatement => {
    const property = properties.find((key) => statement[key] !== undefined);
    const value = property && statement[property];
    if (!value) throw new TypeError('A statement without a property passed its check.');
    const { of, from, to, citations } = statement;
    return { property, value, of, from, to, citations };
  }),
);

/** One text that is true on any day, or several, each from its day on. */
const datedDescriptions = v.pipe(
  v.array(fields({ text: localisedTextSchema, from: v.exactOptional(dateSchema) })),
  v.check(
    (texts) => texts.filter(({ from }) => from === undefined).length <= 1,
    'may have one text without "from", which is shown for every earlier date',
  ),
);
const descriptionSchema = v.lazy((input) => (Array.isArray(input) ? datedDescriptions : localisedTextSchema));
waysToWrite.set(descriptionSchema, [localisedTextSchema, datedDescriptions]);

export const sourceRecordSchema = fields({
  id: recordIdSchema,
  kind: v.picklist(recordKinds),
  label: localisedTextSchema,
  description: v.exactOptional(descriptionSchema),
  prior: v.exactOptional(
    v.pipe(v.number(), v.minValue(0, 'must be from 0 to 1'), v.maxValue(1, 'must be from 0 to 1')),
  ),
  sameAs: v.exactOptional(v.array(recordIdSchema)),
  names: v.exactOptional(namesSchema),
  familyNames: v.exactOptional(namesSchema),
  demonyms: v.exactOptional(namesSchema),
  abbreviations: v.exactOptional(namesSchema),
  statements: v.exactOptional(v.array(statementSchema)),
});
export type SourceRecord = v.InferOutput<typeof sourceRecordSchema>;

export const sourceCitationSchema = fields({
  ...citationSchema.entries,
  url: v.exactOptional(webUrlSchema),
  published: dateSchema,
});

export const packHeaderSchema = fields({
  id: packIdSchema,
  title,
  publisher: title,
  licence: title,
  sequence: v.pipe(
    v.number(),
    v.integer('must be a whole number'),
    v.minValue(1, 'must be 1 or more, and grow with each publication'),
  ),
  generators: v.exactOptional(v.array(v.picklist(generatorNames))),
});
export type PackHeader = v.InferOutput<typeof packHeaderSchema>;

/** An object of which every unknown field is an issue, not only the first. */
function fields<Entries extends v.ObjectEntries>(entries: Entries) {
  return v.pipe(
    v.looseObject(entries),
    v.rawCheck(({ dataset, addIssue }) => {
      const value: unknown = dataset.value;
      if (typeof value !== 'object' || value === null) return;
      for (const key of Object.keys(value)) {
        if (key in entries) continue;
        const meant = nearestWord(key, Object.keys(entries));
        const mend = meant
          ? `did you mean "${meant}"?`
          : `known fields are ${Object.keys(entries).join(', ')}`;
        addIssue({ message: `is not a field here; ${mend}`, path: [pathItem(value, key)] });
      }
    }),
  );
}

function pathItem(input: object, key: string): v.ObjectPathItem {
  const record = input as Record<string, unknown>;
  return { type: 'object', origin: 'key', input: record, key, value: record[key] };
}
