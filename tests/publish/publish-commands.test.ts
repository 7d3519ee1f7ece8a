import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CommandResult } from '../../src/pack-tools/run-pack-command.ts';
import { runPackCommand } from '../../src/pack-tools/run-pack-command.ts';
import { temporaryFolder } from '../pack-tools/pack-folder.ts';
import { afterDays, passphrases, start } from './publisher.ts';

const run = (args: string[], cwd: string, now = start): Promise<CommandResult> =>
  runPackCommand(args, cwd, { env: passphrases.env, now: () => now });
const fingerprintIn = (text: string): string => /#root=sha256:([0-9a-f]{64})$/m.exec(text)?.[1] ?? 'none';

test('a newsroom makes keys, builds, publishes, changes a pack, publishes again and verifies', async () => {
  const cwd = await temporaryFolder();
  const keys = await run(['keys', '--out', 'keys'], cwd);
  expect(keys).toMatchObject({ exitCode: 0, stderr: '' });
  const fingerprint = fingerprintIn(keys.stdout);
  await run(['new', 'mine'], cwd);
  await run(['build', 'mine', '--out', 'built'], cwd);
  const first = await run(['publish', 'built', '--keys', 'keys', '--out', 'site'], cwd);
  expect(first.stdout.split('\n').slice(0, 3)).toEqual([
    `Published in ${join(cwd, 'site')}`,
    expect.stringMatching(/^ {2}mine 1: new, 3 records, \d+ bytes$/),
    'Signed: list of packs until 2026-05-30 12:00 UTC, snapshot until 2026-03-15 12:00 UTC, timestamp until 2026-03-04 12:00 UTC, root until 2027-03-01 12:00 UTC',
  ]);
  expect(fingerprintIn(first.stdout)).toBe(fingerprint);
  const again = await run(['publish', 'built', '--keys', 'keys', '--out', 'site'], cwd);
  expect(again.stdout).toContain('\n  mine 1: nothing has changed\n');
  const verified = await run(['verify', 'site', '--root', `sha256:${fingerprint}`], cwd);
  expect(verified).toMatchObject({ exitCode: 0, stderr: '' });
  expect(verified.stdout).toMatch(
    /^No faults in site\n {2}mine 1: 3 records, \d+ bytes, 0 patches\nTimestamp until/,
  );
  expect((await readdir(cwd)).sort()).toEqual(['built', 'keys', 'mine', 'site']);
});

let cwd: string;
beforeEach(async () => {
  cwd = await temporaryFolder();
});

test.each<[string, string[], RegExp]>([
  ['keys without a folder', ['keys'], /^Say where to write the keys: --out DIR\nUsage: /],
  ['publish without keys', ['publish', 'built', '--out', 'site'], /^Say where the keys are: --keys DIR\n/],
  [
    'publish without a site',
    ['publish', 'built', '--keys', 'keys'],
    /^Say which folder to publish: --out SITE\n/,
  ],
  [
    'publish of what was never built',
    ['publish', 'mine', '--keys', 'keys', '--out', 'site'],
    /mine has no source\.json: it is no built pack\. Make one with: npm run pack -- build /,
  ],
  ['verify of nothing', ['verify', 'site'], /^There is no .*site\/metadata\/1\.root\.json\./],
  [
    'verify with half a fingerprint',
    ['verify', 'site', '--root', 'sha256:12'],
    /^sha256:12 is no fingerprint of a root/,
  ],
])('%s says what to do and ends with 2', async (_, args, message) => {
  const { exitCode, stdout, stderr } = await run(args, cwd);
  expect([exitCode, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(message);
});

describe('a published folder', () => {
  beforeEach(async () => {
    cwd = await temporaryFolder();
    await run(['keys', '--out', 'keys'], cwd);
    await run(['new', 'mine'], cwd);
    await run(['build', 'mine', '--out', 'built'], cwd);
    await run(['publish', 'built', '--keys', 'keys', '--out', 'site'], cwd, afterDays(200));
  });

  test.each([
    [202.5, [], 'NOTE: the timestamp ends within a day'],
    [262, ['--targets'], null],
    [285, [], 'NOTE: the list of packs ends in 5 days'],
    [310, ['--targets'], 'NOTE: the root ends in 55 days'],
  ])('is verified with a note before a signature ends, on day %d', async (days, refresh, note) => {
    if (days > 203) {
      await run(['refresh', 'site', '--keys', 'keys', ...refresh], cwd, afterDays(days));
    }
    const plain = await run(['verify', 'site'], cwd, afterDays(days));
    expect(plain).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(note ?? 'No faults') });
    const strict = await run(['verify', 'site', '--strict'], cwd, afterDays(days));
    expect([strict.exitCode, strict.stderr.startsWith(note ?? '')]).toEqual([note ? 2 : 0, true]);
    if (!note) expect(plain.stdout).not.toContain('NOTE');
  });

  test('is served with the address by which a browser knows whose it is, and verified there', async () => {
    const stop = new AbortController();
    const { stdout } = await runPackCommand(['serve', 'site'], cwd, { signal: stop.signal });
    const address = /http:\S+#root=sha256:[0-9a-f]{64}$/m.exec(stdout)?.[0] ?? 'none';
    const { exitCode, stderr } = await run(['verify', address], cwd, afterDays(201));
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const other = address.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'));
    expect((await run(['verify', other], cwd, afterDays(201))).stderr).toMatch(/this is another source/);
    stop.abort();
  });
});
