import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { listKeyFiles } from '../../src/pack-tools/publish/key-folder.ts';
import { openSite } from '../../src/pack-tools/publish/open-site.ts';
import { refreshSite } from '../../src/pack-tools/publish/refresh-site.ts';
import { isRole, type Role, roles } from '../../src/pack-tools/publish/roles.ts';
import { draftName } from '../../src/pack-tools/publish/root-draft.ts';
import { beginRotation, continueRotation } from '../../src/pack-tools/publish/rotate-keys.ts';
import { type CommandResult, runPackCommand } from '../../src/pack-tools/run-pack-command.ts';
import { afterDays, Died, mortalFileSystem, Publisher, passphrases, records } from './publisher.ts';

const all = records(30);
let publisher: Publisher;

beforeEach(async () => {
  publisher = await Publisher.create();
  await publisher.publish([{ records: all }]);
});

const run = (...args: string[]): Promise<CommandResult> =>
  runPackCommand(args, publisher.folder, { env: passphrases.env, now: () => publisher.now });

/** Ids by role of the keys that the newest root of the site names. */
async function keysInUse(version: number): Promise<Record<Role, string[]>> {
  const root = JSON.parse(await readFile(join(publisher.site, `metadata/${version}.root.json`), 'utf8'));
  return Object.fromEntries(roles.map((role) => [role, root.signed.roles[role].keyids])) as Record<
    Role,
    string[]
  >;
}

test.each([
  [['timestamp']],
  [['snapshot']],
  [['targets']],
  [['root']],
  [['root', 'targets', 'snapshot', 'timestamp']],
])(
  'new keys for %s are in use at once when the root keys are at hand, and the old ones no longer',
  async (names) => {
    const before = await keysInUse(1);
    const { exitCode, stdout } = await run('rotate', 'site', ...names, '--keys', 'keys');
    expect([exitCode, stdout.split('\n')[0]]).toEqual([
      0,
      'Root 2 is in use in site. Upload it again before you do anything else.',
    ]);
    const after = await keysInUse(2);
    for (const role of roles) {
      const kept = after[role].filter((id) => before[role].includes(id));
      expect([role, kept.length, after[role].length]).toEqual([
        role,
        names.includes(role) ? 0 : before[role].length,
        before[role].length,
      ]);
    }
    expect(await publisher.verify()).toMatchObject({ ok: true, rootVersion: 2 });
    await publisher.publish([{ records: all.slice(1) }]);
    expect(await publisher.versions()).toEqual({ demo: 2 });
    // What is signed now is signed by the new keys alone.
    const timestamp = JSON.parse(await readFile(join(publisher.site, 'metadata/timestamp.json'), 'utf8'));
    expect(timestamp.signatures.map(({ keyid }: { keyid: string }) => keyid)).toEqual(after.timestamp);
  },
);

test('root keys that are elsewhere sign one after the other, and the change waits for the second', async () => {
  const away = join(publisher.folder, 'usb');
  await rename(join(publisher.keys, 'offline'), away);
  const [first, second] = (await listKeyFiles(away)).map(({ path }) => path);
  const begun = await run('rotate', 'site', 'timestamp', '--keys', 'keys');
  expect(begun.stdout).toMatch(
    /^The next root is in keys\/root-draft\.json\. It needs the signatures of 2 more/,
  );
  await publisher.publish([{ records: all.slice(1) }]);
  expect(await publisher.verify()).toMatchObject({ ok: true, rootVersion: 1 });
  expect((await run('rotate', 'site', 'snapshot', '--keys', 'keys')).stderr).toMatch(
    /A change of keys is under way\./,
  );

  const draft = `keys/${draftName}`;
  expect((await run('sign', draft)).stdout).toMatch(
    /It is signed by nobody yet\.\nIf that is what you were told/,
  );
  expect((await run('sign', draft, '--key', first ?? '')).stdout).toMatch(
    /^Signed\.\nRoot 2 holds until 2027-03-01/,
  );
  expect((await run('rotate', 'site', '--keys', 'keys')).stdout).toContain(
    'signatures of 1 more of these root keys:\n',
  );
  // A signature twice counts once.
  await run('sign', draft, '--key', first ?? '');
  expect((await run('rotate', 'site', '--keys', 'keys')).stdout).toContain('signatures of 1 more');
  await run('sign', draft, '--key', second ?? '');
  expect((await run('rotate', 'site', '--keys', 'keys')).stdout).toMatch(/^Root 2 is in use/);
  expect(await publisher.verify()).toMatchObject({ ok: true, rootVersion: 2 });
});

test('a root is signed for another year with the same keys', async () => {
  publisher.now = afterDays(350);
  await publisher.publish([{ records: all }]);
  const before = await keysInUse(1);
  expect((await run('rotate', 'site', '--renew', '--keys', 'keys')).exitCode).toBe(0);
  expect(await keysInUse(2)).toEqual(before);
  publisher.now = afterDays(400);
  await publisher.publish([{ records: all }]);
  expect(await publisher.verify()).toMatchObject({ ok: true, expires: { root: '2028-02-14T12:00:00Z' } });
});

describe('a lost key', () => {
  const lose = async (role: Role): Promise<void> => {
    const file = (await listKeyFiles(publisher.keys)).find((each) => each.role === role);
    await rm(file?.path ?? '');
  };

  test.each(['timestamp', 'snapshot', 'targets'].filter(isRole))(
    'of %s is replaced by a new one',
    async (role) => {
      await lose(role);
      await expect(publisher.publish([{ records: all }])).rejects.toThrow(/npm run pack -- rotate SITE/);
      await run('rotate', 'site', role, '--keys', 'keys');
      await publisher.publish([{ records: all.slice(1) }]);
      expect(await publisher.verify()).toMatchObject({ ok: true, rootVersion: 2, packs: [{ sequence: 2 }] });
    },
  );

  test('of the root is replaced with the other two, and a second one later as well', async () => {
    const [lost = ''] = (await keysInUse(1)).root;
    const [file] = (await listKeyFiles(publisher.keys)).filter(({ id }) => id === lost);
    await rm(file?.path ?? '');
    const { stdout } = await run('revoke', 'site', lost.slice(0, 8), '--keys', 'keys');
    expect(stdout).toMatch(/^Root 2 is in use/);
    const after = (await keysInUse(2)).root;
    expect([after.length, after.includes(lost)]).toEqual([3, false]);
    await run('revoke', 'site', after[0] ?? '', '--keys', 'keys');
    expect(await publisher.verify()).toMatchObject({ ok: true, rootVersion: 3 });
  });
});

describe('a process that dies while keys are changed', { timeout: 120_000 }, () => {
  test.each([
    ['leaves what clients accept at every moment', false],
    ['and whose old key is lost leaves what running it again mends', true],
  ])('%s', async (_, isLost) => {
    if (isLost) {
      for (const { role, path } of await listKeyFiles(publisher.keys))
        if (role === 'timestamp') await rm(path);
    }
    const begin = await publisher.copy();
    const replacement = { roles: ['timestamp', 'snapshot'] as const, keyIds: [] };
    const alive = mortalFileSystem(Number.POSITIVE_INFINITY, 'before');
    await beginRotation((await begin.copy()).options(alive), replacement);
    const refused: string[] = [];
    for (const [at, change] of alive.changes.entries()) {
      publisher = await begin.copy();
      const fs = mortalFileSystem(at, 'before');
      await expect(beginRotation(publisher.options(fs), replacement)).rejects.toThrow(Died);
      if (!(await publisher.verify()).ok) refused.push(change.replace(publisher.site, ''));
      // A process that dies while it sweeps up before anything else has begun nothing.
      const hasBegun = await readFile(join(publisher.keys, draftName)).then(
        () => true,
        () => false,
      );
      if (hasBegun) await continueRotation(publisher.options());
      else await beginRotation(publisher.options(), replacement);
      await publisher.publish([{ records: all.slice(1) }]);
      expect(await publisher.verify(), change).toMatchObject({
        ok: true,
        rootVersion: 2,
        packs: [{ sequence: 2 }],
      });
    }
    // Two files would have to change at once when the old key cannot sign.
    expect(refused.length > 0).toBe(isLost);
    expect(alive.changes.length).toBeGreaterThan(8);
  });
});

test('a draft that was overtaken by another change is not mixed with it', async () => {
  const other = await publisher.copy();
  await rename(join(publisher.keys, 'offline'), join(publisher.folder, 'usb'));
  await run('rotate', 'site', 'timestamp', '--keys', 'keys');
  await beginRotation(other.options(), { roles: ['snapshot'], keyIds: [] });
  await rm(publisher.site, { recursive: true });
  await rename(other.site, publisher.site);
  await mkdir(other.site);
  expect((await run('rotate', 'site', '--keys', 'keys')).stderr).toMatch(
    /^Another change of keys was published meanwhile as metadata\/2\.root\.json\. Delete .*root-draft\.json/,
  );
});

describe('refreshing', () => {
  test('needs the timestamp key alone, and says when the snapshot’s will be needed', async () => {
    for (const { path, role } of await listKeyFiles(publisher.keys)) if (role !== 'timestamp') await rm(path);
    publisher.now = afterDays(2);
    expect((await run('refresh', 'site', '--keys', 'keys')).stdout).not.toContain('NOTE');
    publisher.now = afterDays(9);
    const { stdout } = await run('refresh', 'site', '--keys', 'keys');
    expect(stdout).toContain('NOTE: the snapshot ends in 5 days, and its key is not in');
    expect(await publisher.versions()).toEqual({ demo: 1 });
    publisher.now = afterDays(15);
    expect((await run('refresh', 'site', '--keys', 'keys')).stderr).toMatch(
      /does not have the snapshot key [0-9a-f]{8}/,
    );
  });

  test('signs the snapshot as well when half of its time is over, and the list of packs only when it is told', async () => {
    for (const days of [1, 2, 3, 8]) {
      publisher.now = afterDays(days);
      await refreshSite(await openSite(publisher.options()), { withTargets: false });
      expect(await publisher.verify()).toMatchObject({
        ok: true,
        expires: {
          targets: '2026-05-30T12:00:00Z',
          snapshot: days < 8 ? '2026-03-15T12:00:00Z' : '2026-03-23T12:00:00Z',
        },
      });
    }
    await refreshSite(await openSite(publisher.options()), { withTargets: true });
    expect(await publisher.verify()).toMatchObject({
      ok: true,
      expires: { targets: '2026-06-07T12:00:00Z' },
    });
  });

  test('is refused when a person has to sign first', async () => {
    publisher.now = afterDays(91);
    const { exitCode, stderr } = await run('refresh', 'site', '--keys', 'keys');
    expect([exitCode, stderr]).toEqual([
      2,
      `The list of packs has ended on 2026-05-30, and readers get no updates until a person signs it anew: npm run pack -- refresh ${publisher.site} --targets --keys ${publisher.keys}\n`,
    ]);
    expect((await run('refresh', 'site', '--targets', '--keys', 'keys')).exitCode).toBe(0);
    expect(await publisher.versions()).toEqual({ demo: 1 });
  });
});

describe('a pack that is taken back', () => {
  test('is gone, others are not, and it comes back above its last sequence', async () => {
    await publisher.publish([{ id: 'other', sequence: 5, records: all }]);
    const { stdout } = await run('revoke', 'site', 'other', '--keys', 'keys');
    expect(stdout).toMatch(/^Pack other is no longer in /);
    expect(stdout).toMatch(/Readers lose it once site is uploaded again: npm run pack -- upload site/);
    expect(await publisher.versions()).toEqual({ demo: 1 });
    await publisher.publish([{ records: all.slice(1) }]);
    await publisher.publish([{ id: 'other', records: all }]);
    expect(await publisher.versions()).toEqual({ demo: 2, other: 6 });
  });

  test.each(['nothing', '01234567', 'deadbeefdeadbeef'])('is not %s', async (id) => {
    expect((await run('revoke', 'site', id, '--keys', 'keys')).stderr).toMatch(
      `"${id}" is neither a pack in site nor a key in use.`,
    );
  });
});
