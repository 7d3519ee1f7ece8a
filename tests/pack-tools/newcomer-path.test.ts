import { readdir, readFile, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runPackCommand } from '../../src/pack-tools/run-pack-command.ts';
import { temporaryFolder } from './pack-folder.ts';

/** A preview builds the bundled packs, once. */
const timeout = 60_000;

/** Everything a newcomer types, one after the other, in one folder. */
test('a new pack is checked, previewed, edited, compared, built and served', { timeout }, async () => {
  const cwd = await temporaryFolder();
  const run = async (...args: string[]): Promise<string> => {
    const { exitCode, stdout, stderr } = await runPackCommand(args, cwd);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    return stdout;
  };

  expect(await run('new', 'harbour-dispute')).toContain('npm run pack -- check harbour-dispute');
  expect((await readdir(join(cwd, 'harbour-dispute'))).sort()).toEqual([
    '.schema',
    'example-article.txt',
    'pack.yaml',
    'people.yaml',
    'plans.yaml',
  ]);
  expect(await run('check', 'harbour-dispute')).toMatch(
    /^No problems\.\nharbour-dispute \(1\): 3 records \(person 1, place 1, plan 1\), /,
  );
  await run('build', 'harbour-dispute', '--out', 'before');

  const people = join(cwd, 'harbour-dispute/people.yaml');
  const text = await readFile(people, 'utf8');
  await writeFile(people, text.replace('from: 2025-11-30', 'from: 2025-11-30\n        to: 2025-12-20'));
  expect(await run('diff', 'before', 'harbour-dispute')).toBe(
    [
      'harbour-dispute (sequence 1): 0 added, 0 removed, 1 changed',
      '~ Ada Bergholt (person, harbourdispute:ada-bergholt)',
      '    role: Harbour commissioner of Norland (of Norland): since 30 November 2025 → 30 November 2025 to 20 December 2025',
      '',
    ].join('\n'),
  );

  const article = 'harbour-dispute/example-article.txt';
  await run('preview', 'harbour-dispute', article, '--as-of', '2025-12-04', '--out', 'preview.html');
  const page = await readFile(join(cwd, 'preview.html'), 'utf8');
  expect([...page.matchAll(/<a class="mark"[^>]*>([^<]+)/g)].map(([, quote]) => quote)).toEqual([
    'Norland',
    '12-point harbour plan',
    'Ada Bergholt',
    '12-point plan',
    'Norland',
    'Bergholt',
    'Norlandic',
  ]);

  await run('build', 'harbour-dispute', '--out', 'site');
  const stop = new AbortController();
  const { stdout } = await runPackCommand(['serve', 'site'], cwd, { signal: stop.signal });
  const url = /http:\S+/.exec(stdout)?.[0] ?? '';
  expect(JSON.parse(await read(`${url}source.json`))).toMatchObject({ packs: [{ id: 'harbour-dispute' }] });
  stop.abort();
});

test('a folder that is there already is left alone', async () => {
  const cwd = await temporaryFolder({ 'mine/notes.txt': 'mine' });
  const { exitCode, stderr } = await runPackCommand(['new', 'mine'], cwd);
  expect([exitCode, stderr.split('\n')[0]]).toEqual([
    2,
    `${cwd}/mine is there already; nothing was changed. Choose another name.`,
  ]);
  expect(await readdir(join(cwd, 'mine'))).toEqual(['notes.txt']);
});

test('what pack and article say stays text on the page', { timeout }, async () => {
  const hostile = '<img src=x onerror=alert(1)>';
  const cwd = await temporaryFolder({ 'article.txt': `${hostile}\nAda Bergholt spoke.\n` });
  await runPackCommand(['new', 'demo'], cwd);
  const people = join(cwd, 'demo/people.yaml');
  const text = await readFile(people, 'utf8');
  await writeFile(people, text.replace('Harbour commissioner of Norland.', `'${hostile}'`));
  await runPackCommand(['preview', 'demo', 'article.txt', '--out', 'page.html'], cwd);
  const page = await readFile(join(cwd, 'page.html'), 'utf8');
  expect(page.split('&lt;img src=x onerror=alert(1)').length).toBeGreaterThan(2);
  expect(page).not.toContain('<img');
});

function read(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += String(chunk);
      });
      response.on('end', () => resolve(body));
    }).on('error', reject);
  });
}
