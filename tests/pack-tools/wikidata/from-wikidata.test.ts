import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { PackRecord } from '../../../src/model/record.ts';
import { parseRecord } from '../../../src/model/record-schema.ts';
import { runPackCommand } from '../../../src/pack-tools/run-pack-command.ts';
import { sharedPath } from '../../support/shared.ts';
import { temporaryFolder } from '../pack-folder.ts';

/** Entities as they come: what is tested is how they are read. */
type Json = Record<string, ReturnType<typeof JSON.parse>>;

const label = (value: string): Json => ({ en: { language: 'en', value } });
const item = (id: string): Json => ({
  snaktype: 'value',
  datavalue: {
    type: 'wikibase-entityid',
    value: { 'entity-type': 'item', 'numeric-id': Number(id.slice(1)) },
  },
});
const time = (iso: string, precision: number): Json => ({
  snaktype: 'value',
  datavalue: { type: 'time', value: { time: `+${iso}T00:00:00Z`, precision } },
});
const human = { P31: [{ mainsnak: item('Q5'), rank: 'normal' }] };
const minister: Json = {
  type: 'item',
  id: 'Q100',
  modified: '2025-11-30T10:00:00Z',
  labels: label('Ada Bergholt'),
  descriptions: [],
  aliases: { en: [{ language: 'en', value: 'A. Bergholt' }] },
  claims: {
    ...human,
    P734: [{ mainsnak: item('Q300'), rank: 'normal' }],
    P39: [
      {
        mainsnak: item('Q200'),
        rank: 'preferred',
        qualifiers: { P580: [time('2025-03-00', 10)], P582: [time('2025-11-28', 11)] },
        references: [
          {
            snaks: {
              P854: [{ snaktype: 'value', datavalue: { type: 'string', value: 'https://example.org/a' } }],
              P248: [item('Q400')],
              P813: [time('2025-12-01', 11)],
            },
          },
        ],
      },
      { mainsnak: item('Q201'), rank: 'deprecated' },
      { mainsnak: { snaktype: 'somevalue' }, rank: 'normal' },
    ],
  },
};
const office: Json = {
  type: 'item',
  id: 'Q200',
  labels: { ...label('Minister of Norland'), de: { language: 'de', value: 'Minister von Norland' } },
  claims: { P1001: [{ mainsnak: item('Q142'), rank: 'normal' }] },
};
const others = [
  { type: 'item', id: 'Q300', labels: label('Bergholt'), claims: {} },
  { type: 'item', id: 'Q400', labels: label('The Example Courier'), claims: {} },
];
const dump = (...lines: string[]): string => `[\n${lines.join(',\n')}\n`;
const whole = dump(...[minister, office, ...others].map((entity) => JSON.stringify(entity)));

async function importFiles(
  files: Record<string, string | Buffer>,
  ...args: string[]
): Promise<{ records: PackRecord[]; said: string; exitCode: number; cwd: string }> {
  const cwd = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) await writeFile(join(cwd, name), content);
  const inputs = Object.keys(files);
  const { exitCode, stdout, stderr } = await runPackCommand(
    ['from-wikidata', ...inputs, '--out', 'out', '--date', '2025-12-01', ...args],
    cwd,
  );
  return { records: readRecords(join(cwd, 'out')), said: stdout + stderr, exitCode, cwd };
}

function readRecords(folder: string): PackRecord[] {
  const file = join(folder, 'imported.jsonl.gz');
  if (!existsSync(file)) return [];
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n').slice(0, -1);
  return lines.map((line) => parseRecord(JSON.parse(line)));
}

const expected: PackRecord = {
  id: 'wd:Q100',
  kind: 'person',
  label: { en: 'Ada Bergholt' },
  surfaceForms: [
    { text: 'Ada Bergholt', type: 'name', language: 'en' },
    { text: 'A. Bergholt', type: 'name', language: 'en' },
    { text: 'Bergholt', type: 'family', language: 'en' },
  ],
  statements: [
    {
      property: 'role',
      value: { type: 'text', text: { en: 'Minister of Norland', de: 'Minister von Norland' } },
      of: 'iso3166:FR',
      from: '2025-03',
      to: '2025-11-28',
      citations: [
        {
          publisher: 'Wikidata',
          title: 'Ada Bergholt (Q100), P39 (rank preferred; P580 2025-03; P582 2025-11-28)',
          url: 'https://www.wikidata.org/wiki/Q100#P39',
          published: '2025-11-30',
        },
        {
          publisher: 'The Example Courier',
          title: 'The Example Courier',
          url: 'https://example.org/a',
          published: '2025-12-01',
        },
      ],
    },
  ],
};

describe('a person with an office becomes a record, whatever the input looks like', () => {
  test.each<[string, Record<string, string | Buffer>]>([
    ['a dump, never closed', { 'dump.json': whole }],
    ['a dump in gzip', { 'dump.json.gz': gzipSync(whole) }],
    [
      'a dump with labels before what names them',
      { 'dump.json': dump(...[...others, office, minister].map((entity) => JSON.stringify(entity))) },
    ],
    [
      'lines without an array',
      { 'stream.json': [minister, office, ...others].map((entity) => JSON.stringify(entity)).join('\n') },
    ],
    [
      'an answer of the API',
      {
        'answer.json': JSON.stringify(
          {
            entities: Object.fromEntries([minister, office, ...others].map((entity) => [entity.id, entity])),
          },
          null,
          2,
        ),
      },
    ],
    [
      'one file an entity',
      Object.fromEntries(
        [minister, office, ...others].map((entity) => [`${entity.id}.json`, JSON.stringify(entity)]),
      ),
    ],
    [
      'an older state of the entity first',
      {
        'stream.json': [{ ...minister, labels: label('Old name') }, minister, office, ...others]
          .map((entity) => JSON.stringify(entity))
          .join('\n'),
      },
    ],
  ])('%s', async (_, files) => {
    expect((await importFiles(files, '--recipe', 'world-people')).records).toEqual([expected]);
  });
});

test('what cannot be read is counted, said and skipped', async () => {
  const lines = [
    JSON.stringify(minister).slice(0, 300),
    '{"entity":"Q9","redirect":"Q10"}',
    JSON.stringify(minister),
  ];
  const { said, records } = await importFiles({ 'dump.json': dump(...lines) }, '--recipe', 'everything');
  expect(records.map(({ id }) => id)).toEqual(['wd:Q100']);
  expect(said).toMatch(/1 entities are missing or lead to others/);
  expect(said).toMatch(/1 lines are broken and were skipped, such as:\n {2}.*dump\.json:2 /);
});

test.each<[string, Record<string, string | Buffer>, string[], RegExp]>([
  [
    'a cut-off gzip file',
    { 'dump.json.gz': gzipSync(whole).subarray(0, 200) },
    [],
    /dump\.json\.gz is damaged or cut off/,
  ],
  [
    'a recipe that is not there',
    { 'dump.json': whole },
    ['--recipe', 'nothing'],
    /no recipe nothing; give a file, or one of agreements, everything, /,
  ],
])('%s ends with a sentence and leaves no pack', async (_, files, args, sentence) => {
  const { exitCode, said, cwd } = await importFiles(files, ...args);
  expect([exitCode, existsSync(join(cwd, 'out/pack.yaml'))]).toEqual([2, false]);
  expect(said).toMatch(sentence);
});

test('a pack that people wrote is never replaced', async () => {
  const cwd = await temporaryFolder({ 'dump.json': whole, 'out/pack.yaml': 'id: out\n' });
  const { exitCode, stderr } = await runPackCommand(['from-wikidata', 'dump.json', '--out', 'out'], cwd);
  expect([exitCode, await readdir(join(cwd, 'out'))]).toEqual([2, ['pack.yaml']]);
  expect(stderr).toMatch(/holds a pack that was not imported; name another folder/);
});

test('an imported pack is built like any other, and what people write takes the place of a record', async () => {
  const { cwd } = await importFiles({ 'dump.json': whole }, '--recipe', 'world-people');
  const own = 'records:\n  - { id: "wd:Q100", kind: person, label: Ada Maria Bergholt }\n';
  await writeFile(join(cwd, 'out/own.yaml'), own);
  const { stdout, stderr } = await runPackCommand(['check', 'out'], cwd);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^No problems\.\nout \(1\): 1 records \(person 1\), /);
  expect(await readFile(join(cwd, 'out/pack.yaml'), 'utf8')).toMatch(/\nid: out\n/);
});

test('parts of a dump, joined as tables, give the records that the dump as a whole gives', {
  timeout: 60_000,
}, async () => {
  const older = { ...minister, labels: label('Old name'), modified: '2020-01-01T00:00:00Z' };
  const body = {
    ...office,
    id: 'Q500',
    labels: label('Harbour council'),
    claims: {
      P159: [{ mainsnak: item('Q142'), rank: 'normal' }],
      P488: [{ mainsnak: item('Q100'), rank: 'normal' }],
    },
  };
  const lines = [older, minister, office, body, ...others].map((entity) => JSON.stringify(entity));
  const { records, cwd } = await importFiles({ 'dump.json': dump(...lines) });
  await writeFile(join(cwd, 'a.json'), lines.slice(0, 2).join('\n'));
  await writeFile(join(cwd, 'b.json'), lines.slice(2).join('\n'));
  for (const part of ['a', 'b']) {
    const { stderr } = await runPackCommand(
      ['wikidata-tables', `${part}.json`, '--out', 'tables', '--part', part],
      cwd,
    );
    expect(stderr).toBe('');
  }
  const { stderr } = await runPackCommand(
    ['from-tables', 'tables', '--out', 'joined', '--date', '2025-12-01'],
    cwd,
  );
  expect(stderr).toBe('');
  const byId = (list: PackRecord[]): PackRecord[] => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  expect(readRecords(join(cwd, 'joined'))).toEqual(byId(records));
  expect(records.map(({ id }) => id).sort()).toEqual(['wd:Q100', 'wd:Q500']);
});

/** Reads the real samples themselves and compares the records with what stands there. */
const samples = sharedPath('wikidata');
describe.skipIf(!samples)('real entities', () => {
  const folder = samples ?? '';
  const files = samples
    ? [
        ...readdirSync(join(folder, 'entity')).map((name) => join(folder, 'entity', name)),
        ...readdirSync(join(folder, 'wbgetentities')).map((name) => join(folder, 'wbgetentities', name)),
        join(folder, 'dump/wikibase-dump-filter.entities.json'),
      ]
    : [];

  test('keep their labels, aliases, offices with dates, and their ranks', { timeout: 60_000 }, async () => {
    const cwd = await temporaryFolder();
    const { stdout, stderr } = await runPackCommand(['from-wikidata', ...files, '--out', 'out'], cwd);
    expect({ stderr, said: stdout.split('\n')[0] }).toEqual({
      stderr: '',
      said: `Wrote ${join(cwd, 'out')}`,
    });
    const records = new Map(readRecords(join(cwd, 'out')).map((record) => [record.id, record]));
    const entities = new Map(files.flatMap(entitiesIn).map((entity) => [`wd:${entity.id}`, entity]));
    // Numbers, animals and properties become no record; people, bodies and places do.
    const wanted = [...entities].filter(
      ([, { claims, labels }]) => labels && ['P39', 'P159', 'P625'].some((property) => claims?.[property]),
    );
    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted.map(([id]) => id).filter((id) => !records.has(id))).toEqual([]);
    for (const [id, record] of records) {
      const entity = entities.get(id) ?? {};
      expect({ id, label: record.label.en }).toEqual({
        id,
        label: entity.labels?.en?.value ?? record.label.en,
      });
      const texts = record.surfaceForms.map(({ text }) => text);
      for (const alias of entity.aliases?.en ?? []) {
        if (/\p{L}{2}/u.test(alias.value)) {
          const spellings = texts.map((text) => text.toLowerCase().replace(/\P{L}/gu, ''));
          expect({ id, spellings }).toEqual({
            id,
            spellings: expect.arrayContaining([fold(alias.value, spellings)]),
          });
        }
      }
      const offices = (entity.claims?.P39 ?? []).filter(
        (each: Json) => each.rank !== 'deprecated' && each.mainsnak.datavalue,
      );
      const dated = new Set(
        offices.map((each: Json) => `${idOf(each)} ${dayOf(each, 'P580')} ${dayOf(each, 'P582')}`),
      );
      const roles = record.statements.filter(({ property }) => property === 'role');
      expect({ id, roles: roles.length >= dated.size }).toEqual({ id, roles: true });
      for (const { citations } of record.statements) {
        expect(citations[0]).toMatchObject({
          publisher: 'Wikidata',
          url: expect.stringContaining('wikidata.org/wiki/Q'),
        });
        expect(citations[0]?.title).toMatch(/rank (preferred|normal)/);
      }
    }
  });
});

/** Matching cannot tell some spellings apart, of which one is kept: any of them will do. */
function fold(alias: string, spellings: readonly string[]): string {
  const plain = alias.toLowerCase().replace(/\P{L}/gu, '');
  const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');
  return spellings.find((spelling) => bare(spelling) === bare(plain)) ?? plain;
}

const idOf = (statement: Json): string => {
  const { value } = statement.mainsnak.datavalue;
  return value.id ?? `Q${value['numeric-id']}`;
};
const dayOf = (statement: Json, property: string): string =>
  statement.qualifiers?.[property]?.[0]?.datavalue?.value?.time ?? '';

function entitiesIn(file: string): Json[] {
  const text = readFileSync(file, 'utf8');
  if (!file.endsWith('.entities.json')) {
    const value = JSON.parse(text) as Json;
    return value.entities ? Object.values(value.entities as Json) : [value];
  }
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line.replace(/,\s*$/, '')) as Json);
}
