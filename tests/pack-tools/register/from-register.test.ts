import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { PackRecord } from '../../../src/model/record.ts';
import { parseRecord } from '../../../src/model/record-schema.ts';
import { fillTemplate } from '../../../src/pack-tools/register/fill-template.ts';
import { runPackCommand } from '../../../src/pack-tools/run-pack-command.ts';
import { sharedPath } from '../../support/shared.ts';
import { temporaryFolder } from '../pack-folder.ts';

describe('a template', () => {
  const row = {
    name: { first: 'Ada', last: 'Berg-Hölt' },
    item: 'http://example.org/entity/Q42',
    start: '2020-01-02T00:00:00Z',
    none: '',
  };
  test.each([
    ['{name.first} {name.last}', 'Ada Berg-Hölt'],
    ['wd:{item|last}', 'wd:Q42'],
    ['{start|day}', '2020-01-02'],
    ['a:{name.last|slug}', 'a:berg-holt'],
    ['{name.middle} {name.last}', null],
    ['{none}', null],
    ['no field', 'no field'],
    ['{constructor}', null],
  ])('%s becomes %s', (template, text) => {
    expect(fillTemplate(template, row)).toBe(text);
  });
});

const mapping = `
pack: { id: holders, title: Holders, publisher: Register, licence: CC0-1.0, sequence: 1 }
citation: { publisher: Register of Norland, title: Holders of offices, published: 2025-11 }
records:
  - kind: person
    id: 'reg:{id}'
    label: '{name}'
    familyNames: { en: ['{family}'] }
    statements:
      - { role: '{office} of Norland', from: '{start}', to: '{end}' }
`;
const rows = [
  {
    id: 'ada',
    name: 'Ada Bergholt',
    family: 'Bergholt',
    office: 'Minister',
    start: '2020-01-02',
    end: '2024-05-01',
  },
  { id: 'ada', name: 'Ada Bergholt', family: 'Bergholt', office: 'President', start: '2024-05-02', end: '' },
  { id: 'bo', name: '', family: '', office: 'Clerk', start: '2024', end: '' },
];
const columns = ['id', 'name', 'family', 'office', 'start', 'end'] as const;
const table = (separator: string): string =>
  [columns.join(separator), ...rows.map((row) => columns.map((column) => row[column]).join(separator))].join(
    '\n',
  );
const sparql = {
  head: { vars: columns },
  results: {
    bindings: rows.map((row) =>
      Object.fromEntries(
        Object.entries(row)
          .filter(([, value]) => value)
          .map(([name, value]) => [name, { type: 'literal', value }]),
      ),
    ),
  },
};

function readRecords(folder: string): PackRecord[] {
  const file = join(folder, 'imported.jsonl.gz');
  if (!existsSync(file)) return [];
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n').slice(0, -1);
  return lines.map((line) => parseRecord(JSON.parse(line)));
}

const citations = [{ publisher: 'Register of Norland', title: 'Holders of offices', published: '2025-11' }];
const role = (en: string) => ({ property: 'role', value: { type: 'text', text: { en } }, citations });

test.each([
  ['CSV', 'rows.csv', `\uFEFF${table(',')}\r\n`],
  ['TSV', 'rows.tsv', table('\t')],
  ['JSON', 'rows.json', JSON.stringify(rows)],
  ['YAML', 'rows.yaml', JSON.stringify(rows, null, 2)],
  ['results of a SPARQL query', 'rows.srj', JSON.stringify(sparql)],
])(
  '%s becomes records: rows of one person are one record, a row without a name is told',
  async (_, name, content) => {
    const cwd = await temporaryFolder({ [name]: content, 'mapping.yaml': mapping });
    const { stdout, stderr } = await runPackCommand(
      ['from-register', name, '--mapping', 'mapping.yaml', '--out', 'holders'],
      cwd,
    );
    expect({ stderr, stdout }).toEqual({
      stderr: '',
      stdout: `Wrote ${cwd}/holders\n1 records with 2 statements out of 3 rows\n1 rows gave no record, such as:\n  row 3: label is missing; write the name to show, such as "label: { en: Example }"\n`,
    });
    expect(readRecords(join(cwd, 'holders'))).toEqual([
      {
        id: 'reg:ada',
        kind: 'person',
        label: { en: 'Ada Bergholt' },
        surfaceForms: [
          { text: 'Ada Bergholt', type: 'name', language: 'en' },
          { text: 'Bergholt', type: 'family', language: 'en' },
        ],
        statements: [
          { ...role('Minister of Norland'), from: '2020-01-02', to: '2024-05-01' },
          { ...role('President of Norland'), from: '2024-05-02' },
        ],
      },
    ]);
    expect((await runPackCommand(['check', 'holders'], cwd)).stdout).toMatch(/^No problems/);
  },
);

test.each<[string, Record<string, string>, RegExp]>([
  ['a kind of file that is not read', { 'rows.txt': 'a' }, /rows\.txt is of no kind that is read/],
  ['a broken file', { 'rows.json': '[{' }, /rows\.json cannot be read: /],
  [
    'a file without a list',
    { 'rows.json': '{"a": 1}' },
    /rows\.json has no list; say where it is with "list:"/,
  ],
])('%s ends with a sentence', async (_, files, sentence) => {
  const cwd = await temporaryFolder({ ...files, 'mapping.yaml': mapping });
  const args = ['from-register', ...Object.keys(files), '--mapping', 'mapping.yaml', '--out', 'holders'];
  const { exitCode, stderr } = await runPackCommand(args, cwd);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(sentence);
  expect(existsSync(join(cwd, 'holders/pack.yaml'))).toBe(false);
});

test('a mapping that is wrong is answered with its place', async () => {
  const wrong = mapping.replace("{ role: '{office} of Norland', from", "{ roll: '{office}', from");
  const cwd = await temporaryFolder({ 'rows.json': '[]', 'mapping.yaml': wrong });
  const { exitCode, stderr } = await runPackCommand(
    ['from-register', 'rows.json', '--mapping', 'mapping.yaml', '--out', 'o'],
    cwd,
  );
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/mapping\.yaml:10:9 records\[0\]\.statements\[0\]:? .*needs one property: role,/);
});

/** A real register: each legislator with the terms that the file gives. */
const legislators = sharedPath('reference/congress-legislators/legislators-current.yaml');
test.skipIf(!legislators)('US legislators: every one, with every term', { timeout: 60_000 }, async () => {
  const cwd = await temporaryFolder({
    'mapping.yaml': `
pack: { id: us-legislators, title: US legislators, publisher: Test, licence: CC0-1.0, sequence: 1 }
citation: { publisher: congress-legislators, title: Current legislators, published: 2026-06 }
records:
  - kind: person
    id: 'bioguide:{id.bioguide}'
    label: ['{name.official_full}', '{name.first} {name.last}']
    names: { en: ['{name.first} {name.last}', '{name.nickname} {name.last}'] }
    familyNames: { en: ['{name.last}'] }
    statements:
      - { each: terms, when: { type: sen }, role: 'United States senator for {state}', from: '{start}', to: '{end}' }
      - { each: terms, when: { type: rep }, role: 'Member of the US House of Representatives for {state}', from: '{start}', to: '{end}' }
`,
  });
  const path = legislators ?? '';
  const { stderr } = await runPackCommand(
    ['from-register', path, '--mapping', 'mapping.yaml', '--out', 'us-legislators'],
    cwd,
  );
  expect(stderr).toBe('');
  const people = parse(readFileSync(path, 'utf8')) as {
    id: { bioguide: string };
    terms: { start: string; end: string }[];
  }[];
  const records = new Map(readRecords(join(cwd, 'us-legislators')).map((record) => [record.id, record]));
  const termsOf = (id: string) =>
    (records.get(id)?.statements ?? []).map(({ from, to }) => `${from} ${to}`).sort();
  expect(records.size).toBe(people.length);
  for (const { id, terms } of people) {
    expect([id.bioguide, termsOf(`bioguide:${id.bioguide}`)]).toEqual([
      id.bioguide,
      terms.map(({ start, end }) => `${start} ${end}`).sort(),
    ]);
  }
});
