import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runPackCommand } from '../../src/pack-tools/run-pack-command.ts';

const read = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../docs/${name}`, import.meta.url)), 'utf8');
const workflow = read('publish-to-pages.yml');
const documents = { 'publishing.md': read('publishing.md'), 'publish-to-pages.yml': workflow };

/** Each call of the program in a document, such as `publish built --keys keys`. */
const callsIn = (text: string): string[] =>
  Array.from(text.matchAll(/npm run pack -- ([^\n`#]+)/g), ([, call = '']) => call.trim());

describe.each(Object.entries(documents))('%s', (_, text) => {
  test.each(callsIn(text))('names a command and options that there are: %s', async (call) => {
    const [name = ''] = call.split(' ');
    const { stderr } = await runPackCommand(['help'], '/');
    const usage = stderr.split('\n').find((line) => line.trim().startsWith(`${name} `)) ?? '';
    expect(usage).not.toBe('');
    for (const option of call.match(/--[a-z]+/g) ?? []) expect(usage).toContain(option);
  });
});

test('the documents do name commands', () => {
  expect(callsIn(documents['publishing.md']).length).toBeGreaterThan(12);
  expect(callsIn(workflow)).toHaveLength(3);
});

test('every message that proposes a command proposes one that there is', async () => {
  const { stderr } = await runPackCommand(['help'], '/');
  const names = Array.from(stderr.matchAll(/^ {2}([a-z-]+) /gm), ([, name]) => name);
  const folder = fileURLToPath(new URL('../../src/pack-tools/publish/', import.meta.url));
  const proposed = readdirSync(folder).flatMap((file) => callsIn(readFileSync(folder + file, 'utf8')));
  expect(proposed.length).toBeGreaterThan(8);
  for (const call of proposed) expect(names).toContain(/^[a-z-]+/.exec(call)?.[0]);
});

describe('the workflow', () => {
  const { on, permissions, concurrency, jobs } = parse(workflow) as {
    on: { schedule: { cron: string }[]; push: { paths: string[] } };
    permissions: Record<string, string>;
    concurrency: { 'cancel-in-progress': boolean };
    jobs: { publish: { steps: { uses?: string; run?: string; env?: Record<string, string> }[] } };
  };
  const { steps } = jobs.publish;

  test('runs at least daily, one run at a time, with no more rights than it needs', () => {
    expect(on.schedule[0]?.cron).toMatch(/^\d+ [\d,]+ \* \* \*$/);
    expect(concurrency['cancel-in-progress']).toBe(false);
    expect(permissions).toEqual({ contents: 'write', pages: 'write', 'id-token': 'write' });
  });

  test('has secrets in one step alone, and none of the keys that can change packs', () => {
    const secrets = steps.map((step) => JSON.stringify(step).match(/(?<=secrets\.)\w+/g) ?? []);
    expect(secrets.filter((names) => names.length > 0)).toEqual([
      ['TIMESTAMP_KEY', 'SNAPSHOT_KEY', 'KEY_PASSPHRASE'],
    ]);
  });

  test('signs, checks, keeps, deploys, and checks what readers get, in this order', () => {
    const marks = [
      /pack -- refresh/,
      /pack -- verify "\$GITHUB/,
      /git push/,
      /deploy-pages/,
      /pack -- verify "\$ADDRESS".*--strict/,
    ];
    const at = marks.map((mark) => steps.findIndex(({ run = '', uses = '' }) => mark.test(run + uses)));
    expect(at).not.toContain(-1);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
  });
});
