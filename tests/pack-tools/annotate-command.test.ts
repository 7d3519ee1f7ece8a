import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { annotateToJson, runAnnotate } from '../support/run-annotate.ts';
import { sharedPath } from '../support/shared.ts';

const timeoutMs = 60_000;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'newsgloss-annotate-'));
});
afterAll(() => rm(folder, { recursive: true }));

const seed = sharedPath('seed/article.txt');

describe.skipIf(!seed)('the first story (skipped without the development files)', () => {
  test('every name and plan reference is linked to the right record, and nothing else', {
    timeout: timeoutMs,
  }, async () => {
    const { links, unresolvedPlans, text } = await annotateToJson([seed ?? '', '--as-of', '2025-12-01']);
    const byRecord: Record<string, string[]> = {};
    for (const { quote, id, start, end } of links) {
      expect(text.slice(start, end)).toBe(quote);
      byRecord[id] ??= [];
      byRecord[id].push(quote);
    }
    expect(byRecord).toEqual({
      'newsgloss:volodymyr-zelenskyy': [
        'Zelenskyy',
        'Volodymyr Zelenskyy',
        'Zelenskyy',
        'Volodymyr Zelenskyy',
      ],
      'newsgloss:paris-talks-2025-12-01': ['Paris talks', 'talks', 'December 1', 'talks'],
      'newsgloss:florida-talks-2025-11-30': ['talks', 'talks'],
      'newsgloss:witkoff-putin-meeting-2025-12-02': ['talks', 'December 2', 'meeting'],
      'newsgloss:geneva-talks-2025-11-23': ['November 23', 'talks', 'talks'],
      'iso3166:US': ['U.S.', 'U.S.', 'U.S.', 'U.S.', 'United States', 'U.S.', 'American'],
      'iso3166:UA': [
        'Ukraine',
        'Ukraine',
        'Ukraine',
        'Ukraine',
        'Ukrainian',
        'Ukrainian',
        'Ukrainian',
        'Ukraine',
        'Ukraine',
      ],
      'newsgloss:19-point-plan': ['19-point plan', '19-point plan'],
      'newsgloss:steve-witkoff': ['Witkoff', 'Steve Witkoff', 'Witkoff'],
      'newsgloss:vladimir-putin': ['Putin', 'Vladimir Putin', 'Putin'],
      'iso3166:FR': ['France', 'French', 'French'],
      'newsgloss:emmanuel-macron': ['Emmanuel Macron', 'Emmanuel Macron'],
      'newsgloss:radio-svoboda': ['Radio Svoboda'],
      'newsgloss:telegram': ['Telegram'],
      'newsgloss:elysee-palace': ['Élysée Palace'],
      'geonames:2988507': ['Paris'],
      'iso3166:RU': ['Russia', 'Russian'],
      'iso3166:US-FL': ['Florida', 'Florida'],
      'newsgloss:european-union': ['European Union'],
      'newsgloss:kaja-kallas': ['Kaja Kallas'],
      'newsgloss:kremlin': ['Kremlin'],
      'newsgloss:us-28-point-proposal': ['28-point proposal'],
      'geonames:2660646': ['Geneva'],
      'newsgloss:marco-rubio': ['Rubio'],
      'newsgloss:donbas': ['Donbas'],
      'newsgloss:nato': ['NATO'],
      'geonames:703448': ['Kyiv'],
    });
    expect(unresolvedPlans).toEqual([]);
  });
});

test('a text on standard input gives the same shape as a file', { timeout: timeoutMs }, async () => {
  const text = 'NATO and the UN met in Geneva.\nThey discussed a 77-point plan.\n';
  const output = await annotateToJson(['-', '--as-of', '2025-12'], text);
  expect(output).toMatchObject({
    title: 'NATO and the UN met in Geneva.',
    publishedAt: '2025-12',
    language: 'en',
    text,
    unresolvedPlans: [{ start: 48, end: 61, quote: '77-point plan', pointCount: 77, noun: 'plan' }],
  });
  expect(output.links.map(({ quote, kind }) => [quote, kind])).toEqual([
    ['NATO', 'organisation'],
    ['UN', 'organisation'],
    ['Geneva', 'place'],
  ]);
});

test('of a web page only what a reader reads is annotated', { timeout: timeoutMs }, async () => {
  const path = join(folder, 'page.html');
  await writeFile(
    path,
    `<!doctype html><html lang="en"><head><title>x</title><meta property="article:published_time" content="2025-12-01T08:00:00Z"></head>
    <body><nav><a href="/">Kyiv</a> <a href="/">Moscow</a></nav><main><article><h1>Talks in Geneva</h1>
    <p>Delegations met in Geneva on Sunday for several hours, and said afterwards that the meeting had been useful to all.</p>
    <p>They will meet again in Brussels next week, two diplomats said, and then report to their governments about it.</p>
    </article></main><script>var city = "Warsaw"</script><footer>Newsroom in Vienna</footer></body></html>`,
  );
  const { title, publishedAt, links } = await annotateToJson([path]);
  expect({ title, publishedAt, quotes: links.map(({ quote }) => quote) }).toEqual({
    title: 'Talks in Geneva',
    publishedAt: '2025-12-01',
    quotes: ['Geneva', 'Geneva', 'Brussels'],
  });
});

test('UTF-16 with a byte order mark is read', { timeout: timeoutMs }, async () => {
  const path = join(folder, 'utf16.txt');
  await writeFile(path, '\ufeffNATO met in Geneva.', 'utf16le');
  const { links } = await annotateToJson([path]);
  expect(links.map(({ quote }) => quote)).toEqual(['NATO', 'Geneva']);
});

test('without --json there is a table for people', { timeout: timeoutMs }, async () => {
  const { code, stdout } = await runAnnotate(['-'], 'NATO met in Geneva about a 77-point plan.');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Geneva\s+place\s+Geneva\s+geonames:2660646\s/m);
  expect(stdout).toMatch(/^77-point plan\s+plan\s+\(unknown plan\)$/m);
});

test('the table lists the readings of what is ambiguous', { timeout: timeoutMs }, async () => {
  const { stdout } = await runAnnotate(['-'], 'People in Valencia voted.');
  expect(stdout).toMatch(
    /^Valencia\s+place\s+Valencia\?\s+geonames:2509954\s.*\n\s+place\s+Valencia\?\s+geonames:3625549\s/m,
  );
  expect(stdout).toMatch(/^0 links, 1 ambiguous$/m);
});

describe('bad input ends with 2 and one sentence', () => {
  const files: Record<string, Uint8Array | string> = {
    'empty.html': '',
    'blank.txt': ' \n\n',
    'picture.html': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]),
    'latin1.txt': Uint8Array.from([0x4d, 0xfc, 0x6e, 0x63, 0x68, 0x65, 0x6e]),
    'scan.html': '%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\n',
    'deep.html': '<div>'.repeat(200_000),
    'huge.html': `<p>${'news '.repeat(4_000_000)}</p>`,
    'script.html': '<!doctype html><html><body><script>document.write("news")</script></body></html>',
  };
  beforeAll(async () => {
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  });
  test.each([
    [['empty.html'], /empty\.html is empty; give it an article\./],
    [['blank.txt'], /blank\.txt is empty/],
    [['picture.html'], /picture\.html is a binary file; give annotate HTML or plain text\./],
    [['scan.html'], /scan\.html is a binary file/],
    [['deep.html'], /deep\.html has elements nested more than 2000 deep; save the article alone\./],
    [['latin1.txt'], /latin1\.txt is not UTF-8 text; save it as UTF-8/],
    [['huge.html'], /huge\.html has 20\.0 MB; annotate reads up to 10 MB/],
    [['script.html'], /script\.html has no text that a reader would read/],
    [['missing.html'], /missing\.html does not exist\./],
    [['.'], / is a folder\./],
    [[], /Give one file: npm run annotate -- FILE/],
    [['a.html', 'b.html'], /Give one file/],
    [
      ['empty.html', '--as-of', 'yesterday'],
      /--as-of yesterday is no date; write 2025, 2025-11 or 2025-11-23\./,
    ],
    [['empty.html', '--jsno'], /Unknown option '--jsno'.* Usage: npm run annotate/],
  ])('%j', { timeout: timeoutMs }, async ([file, ...rest], sentence) => {
    const isOurs = file !== undefined && !file.startsWith('-');
    const { code, stdout, stderr } = await runAnnotate([...(isOurs ? [join(folder, file)] : []), ...rest]);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});
