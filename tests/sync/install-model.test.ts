import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PackRecord } from '../../src/model/record.ts';
import { listBlocked, listHeld } from '../../src/store/held-packs.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { listPacks } from '../../src/store/packs.ts';
import { acceptHeld, refuseHeld, rollBackPack } from '../../src/sync/decide-held.ts';
import { staticSource } from '../../src/sync/static-source.ts';
import { syncSource } from '../../src/sync/sync-source.ts';
import { fillDisk } from '../support/fill-disk.ts';
import { findOrphans } from '../support/find-orphans.ts';
import { freshName } from '../support/fresh-store.ts';
import { Killed, killedBefore } from '../support/killed-store.ts';
import { makeRecord } from '../support/make-record.ts';
import { makeSource, type SourceFiles, serveFiles } from '../support/make-source.ts';
import { packsSeen, wrongNames } from '../support/store-contents.ts';

/** Raised for the long run: see CONTRIBUTING. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 100);
const baseUrl = 'https://packs.example/';

interface Version {
  readonly sequence: number;
  readonly records: ReadonlyMap<string, PackRecord>;
}

/** What a reader has, by the rules alone. */
class Model {
  constructor(
    readonly inUse: Version | null = null,
    readonly before: Version | null = null,
    readonly held: Version | null = null,
    readonly blocked: readonly Version[] = [],
  ) {}

  sync(offered: Version): Model {
    if (this.inUse === offered) return new Model(offered, this.before, null, this.blocked);
    if (this.blocked.includes(offered) || this.held === offered) return this;
    const lost = (this.inUse?.records.size ?? 0) - offered.records.size;
    const isSuspect = lost > 4 && lost > 0.3 * (this.inUse?.records.size ?? 0);
    return isSuspect ? new Model(this.inUse, this.before, offered, this.blocked) : this.use(offered);
  }

  use = (next: Version): Model => new Model(next, this.inUse, null, this.blocked);
  accept = (): Model => (this.held ? this.use(this.held) : this);
  refuse = (): Model =>
    this.held ? new Model(this.inUse, this.before, null, [...this.blocked, this.held]) : this;
  rollBack = (): Model =>
    this.inUse && this.before ? new Model(this.before, null, null, [...this.blocked, this.inUse]) : this;
}

type Deed = 'sync' | 'accept' | 'refuse' | 'rollBack';
/** `decide`: what there is to decide, so that most of what is done comes to something. */
type Wish = Deed | 'decide';

type Action =
  | {
      readonly type: 'publish';
      readonly edits: readonly { readonly index: number; readonly revision: number | null }[];
      readonly keptShare: number;
      readonly bucketBits: number;
      readonly patches: 'none' | 'right' | 'wrong';
    }
  | { readonly type: 'do'; readonly wish: Wish }
  /** The process dies before one of the transactions that the deed takes. */
  | { readonly type: 'kill'; readonly wish: Wish; readonly transaction: number }
  /** One of the writes finds no room. */
  | { readonly type: 'fill'; readonly write: number };

const wishArbitrary = fc.oneof(
  { weight: 5, arbitrary: fc.constant('sync' as const) },
  { weight: 4, arbitrary: fc.constant('decide' as const) },
  { weight: 1, arbitrary: fc.constantFrom('accept' as const, 'refuse' as const, 'rollBack' as const) },
);
const recordLimit = 160;
const publishArbitrary = fc.record({
  type: fc.constant('publish' as const),
  edits: fc.array(
    fc.record({
      index: fc.nat(recordLimit - 1),
      revision: fc.option(fc.nat(99), { freq: 4 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  keptShare: fc.constantFrom(1, 1, 1, 1, 1, 0.5),
  bucketBits: fc.nat(2),
  patches: fc.constantFrom('none' as const, 'right' as const, 'right' as const, 'wrong' as const),
});
const actionArbitrary: fc.Arbitrary<Action> = fc.oneof(
  { weight: 5, arbitrary: publishArbitrary },
  {
    weight: 5,
    arbitrary: fc.record({ type: fc.constant('do' as const), wish: wishArbitrary }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('kill' as const),
      wish: wishArbitrary,
      transaction: fc.integer({ min: 1, max: 24 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('fill' as const), write: fc.integer({ min: 1, max: 140 }) }),
  },
);

const recordOf = (index: number, revision: number): PackRecord =>
  makeRecord(`wd:Q${1_000 + index}`, index % 9 === 0 ? 'plan' : 'place', [
    revision === 0 ? `Place ${index}` : `Town ${index} of ${revision}`,
    `Common`,
  ]);

/** A publisher, and one reader's database over many lives of the background. */
class World {
  readonly #database = freshName();
  readonly #published: Version[] = [];
  #files: SourceFiles = makeSource([]);
  model = new Model();

  get offered(): Version | undefined {
    return this.#published.at(-1);
  }

  publish({ edits, keptShare, bucketBits, patches }: Extract<Action, { type: 'publish' }>): void {
    const last = this.offered;
    const all = last?.records ?? new Map(range(recordLimit / 2).map((index) => keyed(recordOf(index, 0))));
    const records = new Map([...all].slice(0, Math.ceil(all.size * keptShare)));
    for (const { index, revision } of edits) {
      const record = recordOf(index, revision ?? 0);
      if (revision === null) records.delete(record.id);
      else records.set(record.id, record);
    }
    const earlier = this.#published.slice(-5).map((version) => ({
      sequence: version.sequence,
      records: [...version.records.values()],
    }));
    const version = { sequence: (last?.sequence ?? 0) + 1, records };
    this.#published.push(version);
    const list = [...records.values()];
    this.#files = makeSource([
      {
        id: 'talks',
        sequence: version.sequence,
        records: list,
        bucketBits,
        ...(patches !== 'none' && { earlier }),
        ...(patches === 'wrong' && { patchTo: [...list.slice(1), recordOf(recordLimit, 7)] }),
      },
    ]);
  }

  /** Does it in a background of its own, and returns whether it came to its end. */
  async perform(deed: Deed, seenBy: (store: Store) => Store = (store) => store): Promise<string> {
    const store = await openStore(this.#database);
    const own = seenBy(store);
    try {
      return await this.#run(own, deed);
    } catch (error) {
      if (error instanceof Killed) return 'killed';
      if (error instanceof Error && error.name === 'NothingHeldError') return 'nothing';
      throw error;
    } finally {
      store.close();
    }
  }

  async #run(store: Store, deed: Deed): Promise<string> {
    if (deed !== 'sync') {
      await { accept: acceptHeld, refuse: refuseHeld, rollBack: rollBackPack }[deed](store, 'talks');
      return 'done';
    }
    const source = staticSource({ baseUrl, fetch: serveFiles(this.#files, baseUrl) });
    const { signal } = new AbortController();
    const outcome = await syncSource({ store, source, sourceId: baseUrl, signal });
    return outcome.type === 'failed' ? outcome.reason : outcome.type;
  }

  deedFor(wish: Wish): Deed {
    if (wish !== 'decide') return wish;
    const { held, before } = this.model;
    if (held) return held.sequence % 2 === 0 ? 'accept' : 'refuse';
    return before ? 'rollBack' : 'sync';
  }

  expectedAfter(deed: Deed): Model {
    if (deed !== 'sync') return this.model[deed]();
    return this.offered ? this.model.sync(this.offered) : this.model;
  }

  async look(): Promise<string> {
    const store = await openStore(this.#database);
    const [pack] = await listPacks(store);
    const [held, blocked] = [await listHeld(store), await listBlocked(store)];
    store.close();
    return told({
      inUse: pack?.sequence,
      before: pack?.previous?.sequence,
      held: held[0]?.sequence,
      blocked: blocked.map(({ sequence }) => sequence),
    });
  }

  /** Every record, and every name that leads to one and no others. */
  async expectWhole({ isTidy }: { isTidy: boolean }): Promise<void> {
    const store = await openStore(this.#database);
    const [pack] = await packsSeen(store);
    const { inUse } = this.model;
    const records = [...(inUse?.records.values() ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(pack?.records ?? []).toEqual(records);
    expect(await wrongNames(store)).toEqual([]);
    if (isTidy) {
      expect(await findOrphans(store)).toEqual([]);
      expect(await (await store.connect()).count('jobs')).toBe(0);
    }
    store.close();
  }
}

const range = (length: number): number[] => Array.from({ length }, (_, index) => index);
const keyed = (record: PackRecord): [string, PackRecord] => [record.id, record];

const told = (state: {
  readonly inUse: number | undefined;
  readonly before: number | undefined;
  readonly held: number | undefined;
  readonly blocked: readonly number[];
}): string =>
  `${state.inUse ?? 'nothing'} in use, ${state.before ?? 'none'} before, ${state.held ?? 'none'} held, ` +
  `blocked: ${state.blocked.toSorted((a, b) => a - b).join(' ')}`;

const tell = ({ inUse, before, held, blocked }: Model): string =>
  told({
    inUse: inUse?.sequence,
    before: before?.sequence,
    held: held?.sequence,
    blocked: blocked.map(({ sequence }) => sequence),
  });

async function step(world: World, action: Action): Promise<void> {
  if (action.type === 'publish') return world.publish(action);
  const deed = action.type === 'fill' ? 'sync' : world.deedFor(action.wish);
  const [unchanged, changed] = [world.model, world.expectedAfter(deed)];
  let ending: string;
  if (action.type === 'kill') {
    ending = await world.perform(deed, (store) => killedBefore(store, action.transaction));
  } else if (action.type === 'fill') {
    const disk = fillDisk({ browser: 'Firefox', when: 'at the write' }, action.write);
    ending = await world.perform(deed).finally(disk.restore);
    expect(ending === 'disk-full').toBe(disk.hasFailed());
  } else {
    ending = await world.perform(deed);
  }
  const seen = await world.look();
  const wasCutOff = ending === 'killed' || ending === 'disk-full';
  expect(wasCutOff ? [tell(unchanged), tell(changed)] : [tell(changed)]).toContain(seen);
  world.model = seen === tell(changed) ? changed : unchanged;
  await world.expectWhole({ isTidy: deed === 'sync' && !wasCutOff });
}

test('whatever is published, synced, decided, killed and refused room, readers have what the rules say', async () => {
  const sequences = fc.asyncProperty(
    fc.array(actionArbitrary, { minLength: 8, maxLength: 30 }),
    async (actions) => {
      const world = new World();
      for (const action of actions) await step(world, action);
      // When all that is over, one sync is enough.
      await step(world, { type: 'do', wish: 'sync' });
    },
  );
  await fc.assert(sequences, { numRuns });
}, 3_600_000);
