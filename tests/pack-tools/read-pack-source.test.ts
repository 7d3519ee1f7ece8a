import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatProblem, PackSourceError, readPackSource } from '../../src/pack-tools/read-pack-source.ts';
import { citations, demoPack, header, temporaryFolder } from './pack-folder.ts';

/** All problems, each a line; paths are shown from the folder above the pack's. */
async function problemsOf(folder: string): Promise<string[]> {
  try {
    await readPackSource(folder);
    return [];
  } catch (error) {
    if (!(error instanceof PackSourceError)) throw error;
    return error.problems.map((problem) => formatProblem(problem).replaceAll(join(folder, '..'), ''));
  }
}

const person = (rest: string): string => `records:
  - id: newsgloss:ada
    kind: person
    label: Ada Example
${rest}`;

describe('what is written in records.yaml is answered with file, line, column, field and a way to mend it', () => {
  // Lines 1 and 2 are the citations; records start on line 3.
  test.each<[string, string, string[]]>([
    [
      'a statement without citations',
      person('    statements:\n      - role: Minister\n'),
      [
        '/demo/records.yaml:8:9 records[0].statements[0].citations: is missing; name at least one key from "citations:"',
      ],
    ],
    [
      'a statement that ends before it begins',
      person(
        '    statements:\n      - role: Minister\n        from: 2025-11\n        to: 2024\n        citations: [gazette]\n',
      ),
      [
        '/demo/records.yaml:10:9 records[0].statements[0].to: is before "from" (2025-11); exchange or correct them',
      ],
    ],
    [
      'a name that no text could have',
      person('    names: { en: ["!!!"] }\n'),
      [
        '/demo/records.yaml:7:19 records[0].names.en[0]: must have a letter or a digit: no text could match it, not "!!!"',
      ],
    ],
    [
      'names that are no map',
      person('    names: Ada\n'),
      [
        '/demo/records.yaml:7:12 records[0].names: must be a map from languages to lists of names, such as { en: [Example] }, not "Ada"',
      ],
    ],
    [
      'a statement with an empty list of citations',
      person('    statements:\n      - role: Minister\n        citations: []\n'),
      [
        '/demo/records.yaml:9:20 records[0].statements[0].citations: needs at least one citation: name a key from "citations:"',
      ],
    ],
    [
      'a citation that no file defines',
      person('    statements:\n      - role: Minister\n        citations: [foo]\n'),
      [
        '/demo/records.yaml:9:21 records[0].statements[0].citations: names citation "foo" that no file defines; add it under "citations:"',
      ],
    ],
    [
      'a citation key with a typing error',
      person('    statements:\n      - role: Minister\n        citations: [gazete]\n'),
      [
        '/demo/records.yaml:9:21 records[0].statements[0].citations: names citation "gazete" that no file defines; did you mean "gazette"?',
      ],
    ],
    [
      'an id that another record has',
      `${person('')}  - { id: newsgloss:ada, kind: person, label: Ada }\n`,
      [
        '/demo/records.yaml:7:11 records[1].id: is "newsgloss:ada", which /demo/records.yaml:4 has already; merge the two or rename one',
      ],
    ],
    [
      'two properties in one statement',
      person(
        '    statements:\n      - role: Minister\n        fact: Likes tea.\n        citations: [gazette]\n',
      ),
      [
        '/demo/records.yaml:9:9 records[0].statements[0].fact: is a second property beside "role"; make it a statement of its own',
      ],
    ],
    [
      'no property in a statement',
      person('    statements:\n      - from: 2025\n        citations: [gazette]\n'),
      [
        '/demo/records.yaml:8:9 records[0].statements[0]: needs one property: role, capital, country, population, partOf, memberOf, headquarters, seatOf, coordinates, pointCount, proposedBy, status, derivedFrom, supersedes, point, openPoint, date, place, participant, ledTo, about, fact',
      ],
    ],
    [
      'a number that is text',
      person('    statements:\n      - pointCount: many\n        citations: [gazette]\n'),
      ['/demo/records.yaml:8:21 records[0].statements[0].pointCount: must be a number, not "many"'],
    ],
    [
      'a record that is no id',
      person('    statements:\n      - memberOf: The Council\n        citations: [gazette]\n'),
      [
        '/demo/records.yaml:8:19 records[0].statements[0].memberOf: must be an id such as "courier:ada-bergholt" or "wd:Q42", not "The Council"',
      ],
    ],
    [
      'a date that is not in the calendar',
      person(
        '    statements:\n      - role: Minister\n        from: 2025-02-30\n        citations: [gazette]\n',
      ),
      [
        '/demo/records.yaml:9:15 records[0].statements[0].from: must be a date: 2025, 2025-11 or 2025-11-23, not "2025-02-30"',
      ],
    ],
    [
      'a number that is no year',
      person('    statements:\n      - role: Minister\n        to: 20251\n        citations: [gazette]\n'),
      [
        '/demo/records.yaml:9:13 records[0].statements[0].to: must be a date: 2025, 2025-11 or 2025-11-23, not "20251"',
      ],
    ],
    [
      'a bad language tag',
      person('    names: { English: [Ada] }\n'),
      [
        '/demo/records.yaml:7:14 records[0].names.English: must be a language tag such as "en" or "uk", not "English"',
      ],
    ],
    [
      'names that are not a list',
      person('    names: { en: Ada }\n'),
      [
        '/demo/records.yaml:7:18 records[0].names.en: must be a list, not "Ada": start each item on its own line with "- "',
      ],
    ],
    [
      'a label without English',
      'records:\n  - { id: newsgloss:ada, kind: person, label: { uk: Ада } }\n',
      ['/demo/records.yaml:4:47 records[0].label: needs a text in English: add "en:"'],
    ],
    [
      'an empty field',
      person('    description:\n'),
      [
        '/demo/records.yaml:7:17 records[0].description: must be a text, or a map from languages to texts, not empty',
      ],
    ],
    [
      'unknown fields, with the nearest known ones',
      person('    familyName: { en: [Example] }\n    colour: red\n'),
      [
        '/demo/records.yaml:7:5 records[0].familyName: is not a field here; did you mean "familyNames"?',
        '/demo/records.yaml:8:5 records[0].colour: is not a field here; known fields are id, kind, label, description, prior, sameAs, names, familyNames, demonyms, abbreviations, statements',
      ],
    ],
    [
      'an unknown kind',
      'records:\n  - { id: newsgloss:ada, kind: human, label: Ada }\n',
      [
        '/demo/records.yaml:4:32 records[0].kind: must be one of person, organisation, place, plan, event, not "human"',
      ],
    ],
    [
      'several mistakes at once',
      'records:\n  - { id: Ada, label: Ada }\n  - { id: newsgloss:b, kind: plan, label: B, prior: 2 }\n',
      [
        '/demo/records.yaml:4:11 records[0].id: must be an id such as "courier:ada-bergholt" or "wd:Q42", not "Ada"',
        '/demo/records.yaml:4:5 records[0].kind: is missing; write person, organisation, place, plan or event',
        '/demo/records.yaml:5:53 records[1].prior: must be from 0 to 1, not 2',
      ],
    ],
    [
      'a file with other things than citations and records',
      'record: []\n',
      ['/demo/records.yaml:3:1 record: is not a field here; did you mean "records"?'],
    ],
    [
      'tabs',
      'records:\n\t- id: newsgloss:ada\n',
      [
        '/demo/records.yaml:4:1 is indented with a tab; YAML takes only spaces: replace each tab by two spaces',
      ],
    ],
    [
      'the same key twice',
      person('    kind: person\n'),
      [
        '/demo/records.yaml:7:5 kind: has this key a second time in the same map; rename or remove one of them',
      ],
    ],
    [
      'a second document',
      '---\nrecords: []\n',
      ['/demo/records.yaml:3:1 holds several documents; remove the line "---" and merge them'],
    ],
    [
      'an alias bomb',
      `records:\n  - &a [${'x,'.repeat(9)}x]\n${Array.from({ length: 3 }, (_, i) => `  - &${'bcd'[i]} [${`*${'abc'[i]},`.repeat(9)}*${'abc'[i]}]\n`).join('')}`,
      ['/demo/records.yaml:5:9 uses aliases (*name) that unfold to too much; write the values out instead'],
    ],
  ])('%s', async (_, records, expected) => {
    expect(await problemsOf(await demoPack(records))).toEqual(expected);
  });

  test('broken YAML is placed where the parser gave up', async () => {
    const [problem, ...others] = await problemsOf(await demoPack('records:\n  - id: "newsgloss:ada\n'));
    expect(others).toEqual([]);
    expect(problem).toMatch(
      /^\/demo\/records\.yaml:\d+:\d+ is not valid YAML: .*; check indentation, colons and quotes here and on the line before$/,
    );
  });
});

describe('what is wrong with the folder or with pack.yaml is said too', () => {
  test.each<[string, Record<string, string>, string[]]>([
    [
      'no pack.yaml',
      { 'demo/records.yaml': 'records: []\n' },
      [
        '/demo/pack.yaml:1:1 is missing; every pack needs it, with id, title, publisher, licence and sequence',
      ],
    ],
    [
      'an id that is not the folder name',
      { 'demo/pack.yaml': header('other') },
      ['/demo/pack.yaml:1:5 id: is "other" but the folder is called "demo"; make them the same'],
    ],
    [
      'a list for pack.yaml',
      { 'demo/pack.yaml': '- id: demo\n' },
      ['/demo/pack.yaml:1:1 must hold the fields id, title, publisher, licence and sequence'],
    ],
    [
      'an unknown generator',
      { 'demo/pack.yaml': `${header('demo')}generators: [rivers]\n` },
      ['/demo/pack.yaml:6:14 generators[0]: must be one of countries, cities, not "rivers"'],
    ],
    [
      'a missing field of pack.yaml',
      { 'demo/pack.yaml': header('demo').replace('licence: CC0-1.0\n', '') },
      ['/demo/pack.yaml:1:1 licence: is missing; write the licence of the data, such as "licence: CC0-1.0"'],
    ],
    [
      'an empty file',
      { 'demo/pack.yaml': header('demo'), 'demo/people.yaml': '# nobody yet\n' },
      ['/demo/people.yaml:1:1 is empty; write its fields or delete the file'],
    ],
    [
      'a file that would not be read',
      { 'demo/pack.yaml': header('demo'), 'demo/people.yml': 'records: []\n' },
      ['/demo/people.yml:1:1 is not read; rename it to "people.yaml"'],
    ],
    [
      'a citation that two files define',
      { 'demo/pack.yaml': header('demo'), 'demo/a.yaml': citations, 'demo/b.yaml': citations },
      ['/demo/b.yaml:2:3 citations.gazette: is defined in /demo/a.yaml already; rename one'],
    ],
    [
      'a citation that is not whole, reported once although a statement rests on it',
      {
        'demo/pack.yaml': header('demo'),
        'demo/a.yaml': `citations:\n  gazette: { publisher: Gazette, title: A, url: ftp://x }\n${person('    statements:\n      - { role: Minister, citations: [gazette] }\n')}`,
      },
      [
        '/demo/a.yaml:2:49 citations.gazette.url: must be an http or https address, not "ftp://x"',
        '/demo/a.yaml:2:12 citations.gazette.published: is missing; write the day, month or year of publication: 2025-11-23, 2025-11 or 2025',
      ],
    ],
  ])('%s', async (_, files, expected) => {
    const root = await temporaryFolder(files);
    expect(await problemsOf(join(root, 'demo'))).toEqual(expected);
  });

  test('a folder that is not there, and a file instead of a folder', async () => {
    const root = await temporaryFolder({ 'file.yaml': '' });
    expect(await problemsOf(join(root, 'nowhere'))).toEqual([
      '/nowhere:1:1 does not exist; give the folder of a pack',
    ]);
    expect(await problemsOf(join(root, 'file.yaml'))).toEqual([
      '/file.yaml:1:1 is a file; give the folder that holds the pack',
    ]);
  });

  test('bytes that are not UTF-8', async () => {
    const root = await temporaryFolder({ 'demo/pack.yaml': header('demo') });
    await writeFile(
      join(root, 'demo/a.yaml'),
      Buffer.concat([Buffer.from('# Łódź\n# M'), Buffer.from([0xfc]), Buffer.from('nchen\nrecords: []\n')]),
    );
    expect(await problemsOf(join(root, 'demo'))).toEqual([
      '/demo/a.yaml:2:4 is not UTF-8 from here on; save the file as UTF-8',
    ]);
  });

  test('a file above five megabytes is not read', async () => {
    const folder = await demoPack('');
    await writeFile(join(folder, 'big.yaml'), `# ${'x'.repeat(5 * 1024 * 1024)}\n`);
    expect(await problemsOf(folder)).toEqual([
      '/demo/big.yaml:1:1 has 5242883 bytes; split it into files of at most 5242880 bytes',
    ]);
    await rm(join(folder, 'big.yaml'));
    expect(await problemsOf(folder)).toEqual([]);
  });

  test('while one file is broken, citations that it may define are not reported as missing', async () => {
    const folder = await demoPack(
      person('    statements:\n      - { role: Minister, citations: [elsewhere] }\n'),
      {
        'demo/more.yaml': 'citations: { elsewhere: [\n',
      },
    );
    const problems = await problemsOf(folder);
    expect(problems.every((line) => line.startsWith('/demo/more.yaml:'))).toBe(true);
  });
});

test('years and months may be written plain, and citation keys hold across files', async () => {
  const folder = await demoPack(
    person('    statements:\n      - { role: Minister, from: 2019, to: 2024-05, citations: [annual] }\n'),
    { 'demo/more.yaml': 'citations:\n  annual: { publisher: P, title: T, published: 2024 }\n' },
  );
  const { header: read, citations: byKey, records } = await readPackSource(folder);
  expect(read).toEqual({
    id: 'demo',
    title: 'Test pack',
    publisher: 'Tester',
    licence: 'CC0-1.0',
    sequence: 1,
  });
  expect(byKey.get('annual')).toEqual({ publisher: 'P', title: 'T', published: '2024' });
  expect(records.map(({ record }) => record.statements)).toEqual([
    [
      {
        property: 'role',
        value: { type: 'text', text: { en: 'Minister' } },
        of: undefined,
        from: '2019',
        to: '2024-05',
        citations: ['annual'],
      },
    ],
  ]);
});
