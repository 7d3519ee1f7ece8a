/** What the extension is doing when it is killed, and what a reader may see of it afterwards. */

import { askBackgroundFrom } from '../ask-extension.ts';
import type { ExtensionBrowser, TestPage } from '../extension-browser.ts';
import { ageDatabase, databaseVersion } from './age-database.ts';
import { type ChangeKind, nextVersion, type TortureVersion, tortureId } from './torture-pack.ts';
import type { TortureSource } from './torture-source.ts';

export const deeds = ['install', 'patch', 'update', 'roll back', 'upgrade the database'] as const;
export type Deed = (typeof deeds)[number];

/** The version in use, the one before it if there is a way back, and the newest that was published. */
export interface TortureState {
  readonly active: TortureVersion;
  readonly previous: TortureVersion | null;
  readonly newest: TortureVersion;
}

/** What is killed with. */
export interface TortureStage {
  readonly browser: ExtensionBrowser;
  readonly page: TestPage;
  readonly source: TortureSource;
  readonly random: () => number;
  /** The database's version of today. */
  readonly databaseVersion: number;
}

/** A deed that is ready to be begun. */
export interface PreparedDeed {
  readonly before: TortureVersion | null;
  readonly after: TortureVersion;
  /** Whether nobody but the reader would begin it again, so that it may stay undone. */
  readonly mayStayUndone: boolean;
  /** Sends the call that begins it. */
  readonly begin: () => Promise<unknown>;
  /** Whether it is done, where that is not told by the version in use. */
  readonly isDone: ((page: TestPage) => Promise<boolean>) | null;
}

/**
 * Of those that can be done now, by chance. A database of version 1 does not know that the newest version was gone back from, so
 * that it comes again.
 */
export function chooseDeed({ active, previous, newest }: TortureState, random: () => number): Deed {
  const possible = deeds.filter((deed) => {
    if (deed === 'roll back') return previous !== null;
    return deed !== 'upgrade the database' || active === newest;
  });
  return possible[Math.floor(random() * possible.length)] ?? 'update';
}

export function prepareDeed(deed: Deed, state: TortureState, stage: TortureStage): Promise<PreparedDeed> {
  switch (deed) {
    case 'install':
      return prepareInstallation(state, stage);
    case 'patch':
      return prepareUpdate('some', state, stage);
    case 'update':
      return prepareUpdate('many', state, stage);
    case 'roll back':
      return prepareRollback(state, stage);
    case 'upgrade the database':
      return prepareUpgrade(state, stage);
  }
}

/** What there is after a deed that was done, or not. */
export function stateAfter(
  deed: Deed,
  { after }: PreparedDeed,
  { state, wasDone }: { state: TortureState; wasDone: boolean },
): TortureState {
  switch (deed) {
    case 'install':
      return { active: after, previous: null, newest: after };
    case 'patch':
    case 'update':
      return { active: after, previous: state.active, newest: after };
    case 'roll back':
      return wasDone ? { active: after, previous: null, newest: state.newest } : state;
    case 'upgrade the database':
      return { ...state, previous: null };
  }
}

async function prepareInstallation(
  { newest }: TortureState,
  { page, source }: TortureStage,
): Promise<PreparedDeed> {
  await askBackgroundFrom(page, 'removeSource', { sourceId: source.url });
  return {
    before: null,
    after: newest,
    mayStayUndone: true,
    begin: () => askBackgroundFrom(page, 'addSource', { url: source.address }),
    isDone: null,
  };
}

async function prepareUpdate(
  kind: ChangeKind,
  { active, newest }: TortureState,
  { page, source, random }: TortureStage,
): Promise<PreparedDeed> {
  const after = nextVersion(newest, { kind, random });
  await source.publish(after);
  return {
    before: active,
    after,
    mayStayUndone: false,
    begin: () => askBackgroundFrom(page, 'syncNow', { sourceId: source.url }),
    isDone: null,
  };
}

async function prepareRollback(
  { active, previous }: TortureState,
  { page }: TortureStage,
): Promise<PreparedDeed> {
  if (!previous) throw new Error('There is no version to go back to.');
  return {
    before: active,
    after: previous,
    mayStayUndone: true,
    begin: () => askBackgroundFrom(page, 'rollBackPack', { packId: tortureId }),
    isDone: null,
  };
}

/** The background must hold no connection while a page puts its database back to an older version. */
async function prepareUpgrade(
  { active }: TortureState,
  { browser, page, databaseVersion: today }: TortureStage,
): Promise<PreparedDeed> {
  await browser.killBackground();
  await ageDatabase(page);
  return {
    before: active,
    after: active,
    // Whatever needs the database next brings it up.
    mayStayUndone: true,
    begin: () => askBackgroundFrom(page, 'getStatus', {}),
    isDone: async (after) => (await databaseVersion(after)) === today,
  };
}
