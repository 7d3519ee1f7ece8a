import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { withLock } from '../../src/pack-tools/folder-lock.ts';

let folder = '';
let lockFile = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'newsgloss-lock-'));
  lockFile = join(folder, 'out.lock');
});

/** The id of a process that has ended. */
function endedProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

test('works one after the other, and leaves nothing behind', async () => {
  const steps: string[] = [];
  const work = (name: string) =>
    withLock(lockFile, async () => {
      steps.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      steps.push(`${name} ends`);
    });
  await Promise.all([work('one'), work('two'), work('three')]);
  for (let i = 0; i < steps.length; i += 2) {
    expect(steps[i + 1]).toBe(steps[i]?.replace('begins', 'ends'));
  }
  expect(await readdir(folder)).toEqual([]);
});

test('of many who find the lock of a process that is gone, one at a time works', async () => {
  await writeFile(lockFile, String(endedProcess()));
  let working = 0;
  let most = 0;
  const work = () =>
    withLock(lockFile, async () => {
      most = Math.max(most, ++working);
      await new Promise((resolve) => setTimeout(resolve, 5));
      working--;
    });
  await Promise.all(Array.from({ length: 12 }, work));
  expect(most).toBe(1);
  expect(await readdir(folder)).toEqual([]);
});

test('an empty lock that was left is no obstacle', async () => {
  await writeFile(lockFile, '');
  const minuteAgo = new Date(Date.now() - 60_000);
  await utimes(lockFile, minuteAgo, minuteAgo);
  expect(await withLock(lockFile, async () => 'done')).toBe('done');
});

test('work that fails gives the lock back', async () => {
  const fails = withLock(lockFile, () => Promise.reject(new TypeError('no')));
  await expect(fails).rejects.toThrow('no');
  expect(await withLock(lockFile, async () => 'done')).toBe('done');
});
