/** The pack format as JSON Schemas, for editors that complete and check YAML. */

import { type ConversionConfig, type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { properties } from '../model/record.ts';
import {
  dateSchema,
  localisedTextSchema,
  nameItemSchema,
  packHeaderSchema,
  sourceCitationSchema,
  sourceRecordSchema,
  waysToWrite,
} from './pack-source-schema.ts';

/** By file name: `pack.schema.json` is for `pack.yaml`, `records.schema.json` for the other files of a pack. */
export function jsonSchemas(): Readonly<Record<string, JsonSchema>> {
  const records = v.object({
    citations: v.exactOptional(v.record(v.string(), sourceCitationSchema)),
    records: v.exactOptional(v.array(sourceRecordSchema)),
  });
  return {
    'pack.schema.json': finish('A Newsgloss pack', convert(packHeaderSchema)),
    'records.schema.json': finish('Records of a Newsgloss pack', convert(records)),
  };
}

/** What an editor shows beside a field, by the field's name. */
const fieldNotes: Readonly<Record<string, string>> = {
  id: 'Of a record: prefix and name, such as "courier:ada-bergholt". Of a pack: the name of its folder.',
  title: 'Of a pack: what readers see in the options. Of a citation: the headline.',
  publisher: 'Who answers for it.',
  licence: 'Licence of the data, such as CC-BY-4.0.',
  sequence: 'Grows by one with each publication.',
  generators: 'Built-in makers of records, for the world pack.',
  citations: 'Of a file: texts that statements rest on, by key. Of a statement: the keys of its citations.',
  records: 'What the pack knows, one after the other.',
  url: 'Where the text can be read.',
  published: 'Day, month or year of publication.',
  kind: 'What it is.',
  label: 'The name to show; it is also a name to find.',
  description: 'One paragraph for a newcomer, true on any day; or a list of them, each with "from".',
  prior: 'How likely a bare mention means this record and not a namesake; 0.5 when not known.',
  names: 'Names to find, by language; "any" for all languages.',
  familyNames: 'Surnames: linked only with evidence on the page.',
  demonyms: 'Words for what is of this place: French.',
  abbreviations: 'Short forms; found only as written.',
  weak: 'Also an everyday word: linked only with evidence.',
  caseSensitive: 'Found only as written.',
  statements: 'Dated claims, each with one property and its citations.',
  of: 'The record that the value is held of: the country of a president.',
  from: 'First day on which it held, as precise as is known.',
  to: 'Last day on which it held.',
  role: 'Office or task of a person.',
  seatOf: 'The office that is meant when this place is named; "of" says of which country or organisation.',
  pointCount: 'How many points a plan has.',
  proposedBy: 'Who put a plan forward.',
  status: 'Where a plan or an event stands.',
  derivedFrom: 'The plan that this one grew out of.',
  supersedes: 'The plan that this one replaces.',
  point: 'One of the points of a plan.',
  openPoint: 'What is not settled.',
  ledTo: 'What an event led to.',
};

const config: ConversionConfig = {
  typeMode: 'input',
  // What JSON Schema cannot say is left to `npm run pack -- check`.
  errorMode: 'ignore',
};

function convert(schema: v.GenericSchema): JsonSchema {
  return toJsonSchema(schema, {
    ...config,
    definitions: { date: dateSchema, text: localisedTextSchema, name: nameItemSchema },
    overrideSchema,
  });
}

/** What may be written in several ways, each of which may hold something else that may. */
const overrideSchema: NonNullable<ConversionConfig['overrideSchema']> = ({ valibotSchema }) => {
  const ways = waysToWrite.get(valibotSchema);
  if (!ways) return undefined;
  return { anyOf: ways.map((way) => withoutDialect(toJsonSchema(way, { ...config, overrideSchema }))) };
};

function withoutDialect(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema')) as JsonSchema;
}

function finish(title: string, schema: JsonSchema): JsonSchema {
  return { $schema: 'http://json-schema.org/draft-07/schema#', title, ...complete(withoutDialect(schema)) };
}

/** The schema with a note on each field, no field that is not known, and one property in each statement. */
function complete(schema: JsonSchema): JsonSchema {
  const entries = Object.entries(schema).map(([key, value]) => [
    key,
    key === 'properties' ? value : completeValue(value),
  ]);
  const completed = Object.fromEntries(entries) as JsonSchema;
  if (!schema.properties) return completed;
  completed.properties = Object.fromEntries(
    Object.entries(schema.properties).map(([name, field]) => [name, noted(name, field)]),
  );
  completed.additionalProperties ??= false;
  if (properties.every((name) => name in (schema.properties ?? {}))) {
    completed.oneOf = properties.map((name) => ({ required: [name] }));
  }
  return completed;
}

function completeValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(completeValue);
  return typeof value === 'object' && value !== null ? complete(value as JsonSchema) : value;
}

/** Draft 7 ignores what stands beside a reference, so the reference goes one level down. */
function noted(name: string, field: JsonSchema | boolean): JsonSchema | boolean {
  if (typeof field === 'boolean') return field;
  const note = fieldNotes[name];
  const { $ref, ...rest } = complete(field);
  return { ...(note && { description: note }), ...rest, ...($ref && { allOf: [{ $ref }] }) };
}
