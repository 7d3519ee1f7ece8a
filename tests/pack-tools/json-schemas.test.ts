import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv, type SchemaObject } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { jsonSchemas } from '../../src/pack-tools/json-schemas.ts';
import { starterFiles } from '../../src/pack-tools/starter-files.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const schemas = jsonSchemas();
const ajv = new Ajv({ allErrors: true });
const validators = {
  pack: ajv.compile({ ...schemas['pack.schema.json'] } as SchemaObject),
  records: ajv.compile({ ...schemas['records.schema.json'] } as SchemaObject),
};
const errorsOf = (file: string, text: string): string[] => {
  const validate = file.endsWith('pack.yaml') ? validators.pack : validators.records;
  validate(parse(text));
  return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
};

test.each(Object.keys(schemas))(
  'docs/schema/%s is what the code makes (npm run pack -- schema --out docs/schema)',
  (name) => {
    expect(JSON.parse(readFileSync(join(root, 'docs/schema', name), 'utf8'))).toEqual(schemas[name]);
  },
);

const bundled = ['ukraine-peace-talks', 'world'].flatMap((pack) =>
  readdirSync(join(root, 'packs', pack))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join('packs', pack, name)),
);

test.each(bundled)('%s passes in an editor', (file) => {
  expect(errorsOf(file, readFileSync(join(root, file), 'utf8'))).toEqual([]);
});

test.each(Object.entries(starterFiles('demo')).filter(([name]) => name.endsWith('.yaml')))(
  'the %s of a new pack passes in an editor',
  (name, text) => {
    expect(errorsOf(name, text)).toEqual([]);
  },
);

describe('an editor underlines', () => {
  const record = (fields: string): string => `records: [{ id: a:b, kind: person, label: B, ${fields} }]`;
  test.each<[string, string, string]>([
    ['a field that is not known', record('lable: C'), '/records/0 additionalProperties'],
    ['a kind that is not known', 'records: [{ id: a:b, kind: ship, label: B }]', '/records/0/kind enum'],
    ['a record without a label', 'records: [{ id: a:b, kind: place }]', '/records/0 required'],
    [
      'a statement without a source',
      record('statements: [{ role: Minister }]'),
      '/records/0/statements/0 required',
    ],
    [
      'a statement of two properties',
      record('statements: [{ role: Minister, fact: Tall, citations: [g] }]'),
      '/records/0/statements/0 oneOf',
    ],
  ])('%s', (_, text, error) => {
    expect(errorsOf('people.yaml', text)).toContain(error);
  });
});
