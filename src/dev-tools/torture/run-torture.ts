import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { askBackgroundFrom, waitForPacks } from '../ask-extension.ts';
import type { ExtensionBrowser, TestPage } from '../extension-browser.ts';
import { launchBrowser } from '../launch-browser.ts';
import { databaseVersion } from './age-database.ts';
import { badState, orphans } from './judge-store.ts';
import { readTortureStore } from './read-torture-store.ts';
import {
  chooseDeed,
  type Deed,
  deeds,
  type PreparedDeed,
  prepareDeed,
  stateAfter,
  type TortureStage,
  type TortureState,
} from './torture-deeds.ts';
import { firstVersion, seededRandom, tortureId } from './torture-pack.ts';
import { openTortureSource } from './torture-source.ts';

export interface TortureOptions {
  readonly browser: ExtensionBrowser['name'];
  readonly kills: number;
  /** The whole browser, or the background alone, as the browser itself stops it. */
  readonly victim: 'browser' | 'background';
  readonly seed: number;
  readonly say: (line: string) => void;
}

export interface DeedCount {
  /** Kills while it was done. */
  kills: number;
  /** Of these, those that came when it was done already. */
  tooLate: number;
}

export interface TortureReport {
  readonly kills: number;
  readonly byDeed: Readonly<Record<Deed, DeedCount>>;
  /** One line for each: after a kill or on the way back, what a reader saw was neither old nor new. */
  readonly badStates: readonly string[];
  /** Kills after which the deed was not done, or leftovers were there, within two alarms. */
  readonly unrecovered: readonly string[];
  /** Milliseconds from each kill until all was whole, nobody having done anything. */
  readonly recoveryMs: readonly number[];
}

const recordCount = 4_000;
/** Two alarms of half a minute, and what the browser takes to start. */
const recoveryLimitMs = 75_000;

/** Has the extension do one thing after the other, and kills it meanwhile, at random. */
export async function runTorture(options: TortureOptions): Promise<TortureReport> {
  const { kills, victim, say } = options;
  const random = seededRandom(options.seed);
  const profile = await mkdtemp(join(tmpdir(), 'newsgloss-torture-profile-'));
  const source = await openTortureSource();
  const count = (): DeedCount => ({ kills: 0, tooLate: 0 });
  const byDeed = Object.fromEntries(deeds.map((deed) => [deed, count()])) as Record<Deed, DeedCount>;
  const tally = { badStates: [] as string[], unrecovered: [] as string[], recoveryMs: [] as number[] };
  let browser = await launchBrowser(options.browser, { profile });
  let page = await openQuietPage(browser);
  try {
    const first = firstVersion(recordCount);
    await source.publish(first);
    await waitForPacks(page);
    await askBackgroundFrom(page, 'addSource', { url: source.address });
    const version = await databaseVersion(page);
    const stage = (): TortureStage => ({ browser, page, source, random, databaseVersion: version });
    let state: TortureState = { active: first, previous: null, newest: first };
    const rehearsal = await rehearse(state, stage());
    const { durations } = rehearsal;
    state = rehearsal.state;
    say(`Nobody killing: ${deeds.map((deed) => `${deed} ${durations[deed]} ms`).join(', ')}.`);
    for (let kill = 1; kill <= kills; kill++) {
      const deed = chooseDeed(state, random);
      const prepared = await prepareDeed(deed, state, stage());
      // Somewhat longer than it takes, so that kills fall into all of it.
      const pause = Math.round(random() * durations[deed] * 1.1);
      prepared.begin().catch(() => undefined); // It ends with the process that is killed.
      await sleep(pause);
      const killedAt = Date.now();
      if (victim === 'browser') {
        await browser.kill();
        browser = await launchBrowser(options.browser, { profile });
        page = await openQuietPage(browser);
      } else {
        await browser.killBackground();
      }
      const what = `kill ${kill}, ${pause} ms into: ${deed}, version ${prepared.after.sequence}`;
      const seen = await look(page, prepared);
      if (seen.bad) tally.badStates.push(`${what}: ${seen.bad}`);
      byDeed[deed].kills++;
      if (seen.isDone) byDeed[deed].tooLate++;
      const problem = await waitForRecovery(page, prepared);
      const seconds = ((Date.now() - killedAt) / 1000).toFixed(1);
      if (problem === null) tally.recoveryMs.push(Date.now() - killedAt);
      else tally.unrecovered.push(`${what}: ${problem}`);
      say(
        `${kill}/${kills}: ${what}, ${seen.isDone ? 'done' : 'not done'} by then; ${problem ?? `whole again after ${seconds} s`}`,
      );
      if (problem !== null) await askBackgroundFrom(page, 'syncNow', { sourceId: null });
      const { isDone: wasDone } = await look(page, prepared);
      if (deed === 'install' && !wasDone) {
        await askBackgroundFrom(page, 'addSource', { url: source.address });
      }
      state = stateAfter(deed, prepared, { state, wasDone });
    }
    return { kills, byDeed, ...tally };
  } finally {
    await browser.close();
    await source.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Does each deed once with nobody killing, and tells how many milliseconds it takes. */
async function rehearse(
  first: TortureState,
  stage: TortureStage,
): Promise<{ state: TortureState; durations: Record<Deed, number> }> {
  let state = first;
  const durations = Object.fromEntries(deeds.map((deed) => [deed, 0])) as Record<Deed, number>;
  for (const deed of deeds) {
    const prepared = await prepareDeed(deed, state, stage);
    const startedAt = Date.now();
    const doing = prepared.begin();
    // The background answers later than the database is up, and is killed in vain by then.
    while (prepared.isDone && !(await prepared.isDone(stage.page))) await sleep(5);
    if (!prepared.isDone) await doing;
    durations[deed] = Date.now() - startedAt;
    await doing;
    state = stateAfter(deed, prepared, { state, wasDone: true });
  }
  return { state, durations };
}

interface Look {
  readonly bad: string | null;
  readonly isDone: boolean;
  /** Generations that nothing tells of. */
  readonly left: readonly number[];
}

/** What a reader would see now. */
async function look(page: TestPage, prepared: PreparedDeed): Promise<Look> {
  const reading = await readTortureStore(page, tortureId);
  return {
    bad: badState(reading, prepared),
    isDone: prepared.isDone
      ? await prepared.isDone(page)
      : reading?.active?.sequence === prepared.after.sequence,
    left: reading ? orphans(reading) : [],
  };
}

/** Looks on while the extension comes back by itself; what is still wrong when the time is over, or null. */
async function waitForRecovery(page: TestPage, prepared: PreparedDeed): Promise<string | null> {
  const deadline = Date.now() + recoveryLimitMs;
  for (;;) {
    const { bad, isDone, left } = await look(page, prepared);
    if (bad) return `on the way back, ${bad}`;
    const isEnough = isDone || prepared.mayStayUndone;
    // Killed again before it has told that it is done, it would wait longer for the next alarm, as after being cut off twice.
    const isAtRest = prepared.mayStayUndone || (await hasNothingToResume(page));
    if (isEnough && isAtRest && left.length === 0) return null;
    if (Date.now() > deadline) {
      if (!isEnough) return 'it is still not done';
      return left.length > 0 ? `generations ${left.join(', ')} are left over` : 'it has not come to an end';
    }
    await sleep(250);
  }
}

/** Whether no alarm is set for work that was cut off. */
const hasNothingToResume = (page: TestPage): Promise<boolean> =>
  page.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { alarms: { get(name: string): Promise<unknown> } };
    };
    return (await chrome.alarms.get('resume-sync')) === undefined;
  }, null);

/** A page of the extension that runs nothing of it, so that looking on wakes nobody. */
const openQuietPage = (browser: ExtensionBrowser): Promise<TestPage> =>
  browser.openPage(browser.extensionUrl('manifest.json'));
