import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { runPackCommand } from '../../src/pack-tools/run-pack-command.ts';
import { demoPack, header, temporaryFolder } from './pack-folder.ts';

const usage = [
  'Usage: npm run pack -- COMMAND',
  expect.stringMatching(/^ {2}new NAME +make a pack to start from/),
  expect.stringMatching(/^ {2}check DIR\.\.\. +say what is wrong with packs, without building them$/),
  expect.stringMatching(/^ {2}preview DIR ARTICLE .+ {2}open an article with the marks and cards of a pack$/),
  expect.stringMatching(/^ {2}diff BEFORE AFTER +say in words what changed/),
  expect.stringMatching(/^ {2}build DIR\.\.\. --out OUT \[--publisher NAME\] +write packs as a folder/),
  expect.stringMatching(/^ {2}serve SITE \[--port PORT\] +serve a built or published folder on this machine/),
  expect.stringMatching(/^ {2}keys --out DIR +make the keys that sign what you publish$/),
  expect.stringMatching(
    /^ {2}publish BUILT_PACK\.\.\. --keys DIR --out SITE .+ {2}sign built packs as the next version/,
  ),
  expect.stringMatching(/^ {2}refresh SITE --keys DIR .+ {2}sign anew that what is published is the newest/),
  expect.stringMatching(
    /^ {2}verify URL_OR_SITE \[--root sha256:…\] \[--strict\] +check all of a published folder/,
  ),
  expect.stringMatching(/^ {2}rotate SITE \[ROLE\.\.\.\] --keys DIR \[--renew\] +make new keys for roles/),
  expect.stringMatching(/^ {2}revoke SITE PACK_OR_KEY --keys DIR +take back a pack, or replace one key/),
  expect.stringMatching(/^ {2}sign ROOT_DRAFT \[--key FILE\] +show a change of keys/),
  expect.stringMatching(/^ {2}upload SITE --to s3:.+ {2}bring a published folder to an object store/),
  expect.stringMatching(/^ {2}download URL --out SITE .+ {2}bring what is published into a folder/),
  expect.stringMatching(/^ {2}schema --out DIR +write the JSON Schemas/),
  expect.stringMatching(/^ {2}from-wikidata INPUT\.\.\. --out OUT .+ {2}make a pack out of a Wikidata dump/),
  expect.stringMatching(/^ {2}from-register INPUT\.\.\. --mapping FILE --out OUT +make a pack out of CSV/),
  expect.stringMatching(
    /^ {2}wikidata-tables INPUT\.\.\. --out TABLES .+ {2}turn a part of a dump into Parquet tables/,
  ),
  expect.stringMatching(/^ {2}from-tables TABLES --out OUT .+ {2}make a pack out of the Parquet tables/),
];
const lines = (text: string): string[] => text.trimEnd().split('\n');

test('check says what a pack holds', async () => {
  const folder = await demoPack('records:\n  - { id: newsgloss:a, kind: place, label: A }\n');
  expect(await runPackCommand(['check', 'demo'], dirname(folder))).toEqual({
    exitCode: 0,
    stdout: 'No problems.\ndemo (1): 1 records (place 1), 1 surface forms\n',
    stderr: '',
  });
});

test('check says what is wrong, a line a problem, and ends with 2', async () => {
  const folder = await demoPack(
    'records:\n  - { id: newsgloss:a, kind: place }\n  - { id: newsgloss:b, label: B }\n',
  );
  expect(await runPackCommand(['check', 'demo'], dirname(folder))).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: [
      `${folder}/records.yaml:4:5 records[0].label: is missing; write the name to show, such as "label: { en: Example }"\n`,
      `${folder}/records.yaml:5:5 records[1].kind: is missing; write person, organisation, place, plan or event\n`,
    ].join(''),
  });
});

test('check finds records of packs that lie beside, and says which it does not find', async () => {
  const root = await temporaryFolder({
    'lands/pack.yaml': header('lands'),
    'lands/lands.yaml': 'records:\n  - { id: newsgloss:land, kind: place, label: Land }\n',
    'towns/pack.yaml': header('towns'),
    'towns/towns.yaml': `citations: { g: { publisher: G, title: T, published: 2025 } }
records:
  - id: newsgloss:town
    kind: place
    label: Town
    statements:
      - { country: newsgloss:land, citations: [g] }
      - { partOf: newsgloss:lost, citations: [g] }
`,
  });
  const { exitCode, stderr } = await runPackCommand(['check', 'towns'], root);
  expect([exitCode, ...lines(stderr)]).toEqual([
    2,
    `${root}/towns/towns.yaml:8:19 records[0].statements[1].partOf: names record "newsgloss:lost" that no pack of this build has; correct the id, add the record, or build the pack that has it as well`,
  ]);
});

test('build writes a source where it is told', async () => {
  const folder = await demoPack('records:\n  - { id: newsgloss:a, kind: place, label: A }\n');
  const cwd = dirname(folder);
  const { exitCode, stdout, stderr } = await runPackCommand(['build', 'demo', '--out', 'out'], cwd);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(lines(stdout)).toEqual([
    `Wrote ${join(cwd, 'out')}`,
    'demo (1): 1 records (place 1), 1 surface forms, 1 kB',
  ]);
  expect((await readdir(join(cwd, 'out'))).sort()).toEqual(['blob', 'source.json', 'targets']);
});

test.each([
  [
    'the pack itself',
    'demo',
    /demo holds other files, such as pack\.yaml, which would be lost; name a new or empty/,
  ],
  ['a folder with other files', '.', /holds other files, such as demo, which would be lost/],
  ['a file', 'demo/pack.yaml', /pack\.yaml is a file; name a folder to write to\./],
])('build never replaces %s', async (_, out, sentence) => {
  const folder = await demoPack('records:\n  - { id: newsgloss:a, kind: place, label: A }\n');
  const { exitCode, stderr } = await runPackCommand(['build', 'demo', '--out', out], dirname(folder));
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(sentence);
  expect(await readdir(dirname(folder))).toEqual(['demo']);
  expect((await readdir(folder)).sort()).toEqual(['pack.yaml', 'records.yaml']);
});

test.each<[string, string[], number, unknown[]]>([
  ['no command', [], 2, usage],
  ['help', ['help'], 0, usage],
  ['an unknown command', ['bake', 'x'], 2, ['There is no command "bake".', ...usage]],
  ['a name that every object has', ['constructor', 'x'], 2, ['There is no command "constructor".', ...usage]],
  [
    'build without a place to write to',
    ['build', 'demo'],
    2,
    [
      'Say where to write the source: --out OUT',
      'Usage: npm run pack -- build DIR... --out OUT [--publisher NAME]',
    ],
  ],
  [
    'check without a folder',
    ['check'],
    2,
    ['Give at least one folder.', 'Usage: npm run pack -- check DIR...'],
  ],
  [
    'diff with one folder',
    ['diff', 'demo'],
    2,
    ['Give two folders: packs as written, or as built.', 'Usage: npm run pack -- diff BEFORE AFTER'],
  ],
  [
    'preview with a date that is none',
    ['preview', 'demo', 'article.txt', '--as-of', 'today'],
    2,
    [
      '--as-of today is no date; write 2025, 2025-11 or 2025-11-23.',
      expect.stringMatching(/^Usage: npm run pack -- preview /),
    ],
  ],
  [
    'a folder to serve that was never built',
    ['serve', 'demo'],
    2,
    [
      '/nowhere/demo has no source.json; build packs into it first, or publish.',
      'Usage: npm run pack -- serve SITE [--port PORT]',
    ],
  ],
  [
    'a new pack with a name that is none',
    ['new', 'Harbour Dispute'],
    2,
    [
      '"Harbour Dispute" is no name for a pack; use lower-case words joined by hyphens.',
      'Usage: npm run pack -- new NAME',
    ],
  ],
  [
    'an unknown option',
    ['check', 'demo', '--fast'],
    2,
    [expect.stringContaining("Unknown option '--fast'"), 'Usage: npm run pack -- check DIR...'],
  ],
])('%s is answered with how to call', async (_, args, exitCode, expected) => {
  const result = await runPackCommand(args, '/nowhere');
  expect({ ...result, stderr: lines(result.stderr) }).toEqual({ exitCode, stdout: '', stderr: expected });
});
