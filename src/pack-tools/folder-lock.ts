import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const pollMs = 50;
/** Whoever waits longer is told for what. */
const noticeMs = 10_000;
/** An empty lock this old was left by a process that ended while it made it. */
const emptyForMs = 2_000;

/**
 * What `work` returns, done by one process at a time for the same lock file: two commands that are started together
 * then build once. A lock whose process is gone is taken over.
 */
export async function withLock<T>(
  lockFile: string,
  work: () => Promise<T>,
  notify: (message: string) => void = console.error,
): Promise<T> {
  await mkdir(dirname(lockFile), { recursive: true });
  let notifyAt = Date.now() + noticeMs;
  while (!(await take(lockFile))) {
    if (Date.now() > notifyAt) {
      const holder = await readHolder(lockFile);
      notify(
        `Waiting for process ${holder} to end. If that is no command of Newsgloss, delete ${lockFile} and it goes on.`,
      );
      notifyAt = Number.POSITIVE_INFINITY;
    }
    await wait(pollMs);
  }
  try {
    return await work();
  } finally {
    await rm(lockFile, { force: true });
  }
}

/** The lock appears as a whole, with its holder in it: a file that is written and then given its name. */
async function take(lockFile: string): Promise<boolean> {
  const own = `${lockFile}.${randomUUID()}`;
  try {
    await writeFile(own, String(process.pid));
    await link(own, lockFile);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(own, { force: true });
  }
  if (await isAbandoned(lockFile)) await moveAside(lockFile);
  return false;
}

/** Of two who find a lock abandoned one may meet the lock that the other has just taken: that one is put back. */
async function moveAside(lockFile: string): Promise<void> {
  const aside = `${lockFile}.${randomUUID()}`;
  try {
    await rename(lockFile, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (!(await isAbandoned(aside))) await link(aside, lockFile).catch(() => undefined);
  await rm(aside, { force: true });
}

async function isAbandoned(lockFile: string): Promise<boolean> {
  const holder = await readHolder(lockFile);
  if (holder > 0) return !isRunning(holder);
  const age = await stat(lockFile).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
  return age > emptyForMs;
}

const readHolder = async (lockFile: string): Promise<number> =>
  Number(await readFile(lockFile, 'utf8').catch(() => ''));

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
