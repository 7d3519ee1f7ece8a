import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { askBackgroundFrom, waitForPacks } from '../ask-extension.ts';
import type { ExtensionBrowser, TestPage } from '../extension-browser.ts';
import { launchBrowser } from '../launch-browser.ts';
import { badState, orphans } from './judge-store.ts';
import { readTortureStore } from './read-torture-store.ts';
import {
  type ChangeKind,
  firstVersion,
  nextVersion,
  seededRandom,
  type TortureVersion,
  tortureId,
} from './torture-pack.ts';
import { openTortureSource } from './torture-source.ts';

export interface TortureOptions {
  readonly browser: ExtensionBrowser['name'];
  readonly kills: number;
  /** The whole browser, or the background alone, as the browser itself stops it. */
  readonly victim: 'browser' | 'background';
  readonly seed: number;
  readonly say: (line: string) => void;
}

export interface TortureReport {
  readonly kills: number;
  /** Kills after which the old version was still in use, and those that came too late. */
  readonly old: number;
  readonly new: number;
  /** One line for each: after a kill or at the end of an installation, what a reader saw was neither old nor new. */
  readonly badStates: readonly string[];
  /** Kills after which the new version was not in use, or leftovers were there, within two alarms. */
  readonly unrecovered: readonly string[];
  /** Milliseconds from each kill to the new version in use, nobody having done anything. */
  readonly recoveryMs: readonly number[];
}

const recordCount = 4_000;
/** Of the operations that are cut off. */
const rollbackShare = 0.2;
/** Two alarms of half a minute, and what the browser takes to start. */
const recoveryLimitMs = 75_000;

/** Publishes version after version, has the extension fetch each, and kills it meanwhile, at random. */
export async function runTorture(options: TortureOptions): Promise<TortureReport> {
  const { kills, victim, say } = options;
  const random = seededRandom(options.seed);
  const profile = await mkdtemp(join(tmpdir(), 'newsgloss-torture-profile-'));
  const source = await openTortureSource();
  const tally = {
    old: 0,
    new: 0,
    badStates: [] as string[],
    unrecovered: [] as string[],
    recoveryMs: [] as number[],
  };
  let browser = await launchBrowser(options.browser, { profile });
  let page = await openQuietPage(browser);
  try {
    let before = firstVersion(recordCount);
    await source.publish(before);
    await waitForPacks(page);
    await askBackgroundFrom(page, 'addSource', { url: source.url });
    /** What an update takes when nobody kills it, so that kills fall into all of it. */
    const duration: Record<ChangeKind, number> = { some: 0, many: 0 };
    for (const kind of ['some', 'many'] as const) {
      before = nextVersion(before, { kind, random });
      await source.publish(before);
      const startedAt = Date.now();
      await askBackgroundFrom(page, 'syncNow', { sourceId: source.url });
      duration[kind] = Date.now() - startedAt;
    }
    say(`An update with some changes takes ${duration.some} ms, one with many ${duration.many} ms.`);
    /** The version in use, the one before it if there is a way back, and the newest that was published. */
    let state: { active: TortureVersion; previous: TortureVersion | null; newest: TortureVersion } = {
      active: before,
      previous: null,
      newest: before,
    };
    for (let kill = 1; kill <= kills; kill++) {
      const isRollback = state.previous !== null && random() < rollbackShare;
      const kind: ChangeKind = random() < 0.5 ? 'some' : 'many';
      const after =
        isRollback && state.previous ? state.previous : nextVersion(state.newest, { kind, random });
      const { active } = state;
      if (!isRollback) await source.publish(after);
      const pause = Math.round(random() * (isRollback ? duration.some : duration[kind]) * 1.1);
      startCall(
        page,
        isRollback ? ['rollBackPack', { packId: tortureId }] : ['syncNow', { sourceId: source.url }],
      );
      await sleep(pause);
      const killedAt = Date.now();
      if (victim === 'browser') {
        await browser.kill();
        browser = await launchBrowser(options.browser, { profile });
        page = await openQuietPage(browser);
      } else {
        await browser.killBackground();
      }
      const what = `kill ${kill}, ${pause} ms into ${isRollback ? 'going back to' : 'installing'} version ${after.sequence}`;
      const reading = await readTortureStore(page, tortureId);
      const bad = badState(reading, { before: active, after });
      if (bad) tally.badStates.push(`${what}: ${bad}`);
      const wasDone = reading?.active?.sequence === after.sequence;
      tally[wasDone ? 'new' : 'old']++;
      // Nobody goes on going back for the reader; an update goes on by itself.
      const problem = await waitForRecovery(page, { before: active, after }, { mayStayOld: isRollback });
      if (problem === null) tally.recoveryMs.push(Date.now() - killedAt);
      else tally.unrecovered.push(`${what}: ${problem}`);
      say(
        `${kill}/${kills}: ${what}, with the ${wasDone ? 'new' : 'old'} version in use; ` +
          (problem ?? `whole again after ${((Date.now() - killedAt) / 1000).toFixed(1)} s`),
      );
      if (problem !== null) await askBackgroundFrom(page, 'syncNow', { sourceId: source.url });
      if (!isRollback) state = { active: after, previous: active, newest: after };
      else if (wasDone) state = { active: after, previous: null, newest: state.newest };
    }
    return { kills, ...tally };
  } finally {
    await browser.close();
    await source.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface Versions {
  readonly before: TortureVersion;
  readonly after: TortureVersion;
}

/** Looks on while the extension comes back by itself; what is still wrong when the time is over, or null. */
async function waitForRecovery(
  page: TestPage,
  versions: Versions,
  { mayStayOld }: { mayStayOld: boolean },
): Promise<string | null> {
  const deadline = Date.now() + recoveryLimitMs;
  for (;;) {
    const reading = await readTortureStore(page, tortureId);
    const bad = badState(reading, versions);
    if (bad) return `on the way back, ${bad}`;
    const isDone = mayStayOld || reading?.active?.sequence === versions.after.sequence;
    const left = reading ? orphans(reading) : [];
    if (isDone && left.length === 0) return null;
    if (Date.now() > deadline) {
      return isDone ? `generations ${left.join(', ')} are left over` : 'the old version is still in use';
    }
    await sleep(250);
  }
}

/** A page of the extension that runs nothing of it, so that looking on wakes nobody. */
const openQuietPage = (browser: ExtensionBrowser): Promise<TestPage> =>
  browser.openPage(browser.extensionUrl('manifest.json'));

type TortureCall = readonly ['syncNow', { sourceId: string }] | readonly ['rollBackPack', { packId: string }];

function startCall(page: TestPage, [name, request]: TortureCall): void {
  askBackgroundFrom(page, name, request as never).catch(() => undefined); // It ends with the process that is killed.
}
