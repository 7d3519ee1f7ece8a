import { describe, expect, it } from 'vitest';
import type { PackRecord } from '../../src/model/record.ts';
import type { FailpointName } from '../../src/sync/failpoints.ts';
import { findOrphans } from '../support/find-orphans.ts';
import { freshName } from '../support/fresh-store.ts';
import { makeRecord } from '../support/make-record.ts';
import { makeSource, type SourcePack } from '../support/make-source.ts';
import { startWorker, type Worker } from '../support/start-worker.ts';
import { contentsOf, packsSeen, type SeenPack, wrongNames } from '../support/store-contents.ts';

/** What a worker does and may be killed in, and what was done before. */
interface Scenario {
  readonly name: string;
  readonly before: (worker: Worker) => Promise<unknown>;
  readonly act: (worker: Worker) => Promise<unknown>;
  /** What the source offers at the end. */
  readonly offered: SourcePack;
}

const place = (index: number, name = `Place ${index}`): PackRecord =>
  makeRecord(`wd:Q${1_000 + index}`, index % 7 === 0 ? 'plan' : 'place', [name]);
const places = (count: number, from = 0): PackRecord[] =>
  Array.from({ length: count }, (_, index) => place(from + index));

/** The scenarios with packs of other sizes, and other changes, in each round. */
function scenariosOf(round: number): readonly Scenario[] {
  const count = 40 + round * 23;
  const bucketBits = 1 + (round % 2);
  const first = places(count);
  const [renamed, gone] = [round * 5, count - 1 - round];
  const second = [
    ...first.filter((_, index) => index !== renamed && index !== gone),
    place(renamed, 'Newtown'),
    place(count + 1, 'Addham'),
  ];
  const v1: SourcePack = { id: 'talks', sequence: 2, records: first, bucketBits };
  const byPatch: SourcePack = { id: 'talks', sequence: 3, records: second, bucketBits, earlier: [v1] };
  const byParts: SourcePack = { ...v1, sequence: 3, records: [place(0, 'Firstham'), ...first.slice(1)] };
  const whole: SourcePack = { ...byParts, records: places(count, 3), bucketBits: bucketBits + 1 };
  const wrongPatch: SourcePack = { ...byPatch, patchTo: [...second.slice(0, 9), place(9, 'Wrongtown')] };
  const shrunk: SourcePack = { ...v1, sequence: 3, records: first.slice(0, count / 2) };
  const large: SourcePack = { ...v1, sequence: 3, records: places(600 + round), bucketBits: 0 };
  const offer = (...packs: SourcePack[]) => makeSource(packs);
  const old: SourcePack = { ...v1, sequence: 1, records: places(count, 5) };
  const installV1 = async (worker: Worker): Promise<void> => {
    await worker.sync(offer(old));
    await worker.sync(offer(v1));
  };
  const installTwo =
    (pack: SourcePack) =>
    async (worker: Worker): Promise<void> => {
      await installV1(worker);
      await worker.sync(offer(pack));
    };
  const update = (name: string, pack: SourcePack): Scenario => ({
    name,
    before: installV1,
    act: (worker) => worker.sync(offer(pack)),
    offered: pack,
  });
  return [
    {
      name: 'a first installation',
      before: async () => undefined,
      act: (worker) => worker.sync(offer(v1)),
      offered: v1,
    },
    update('an update by the parts that changed', byParts),
    update('an update of everything', whole),
    update('an update with a part of more than one transaction', large),
    update('an update by a patch', byPatch),
    update('an update by a patch that has to be mended', wrongPatch),
    update('an update that is held', shrunk),
    {
      name: 'accepting a held version',
      before: installTwo(shrunk),
      act: (worker) => worker.acceptHeld('talks'),
      offered: shrunk,
    },
    {
      name: 'refusing a held version',
      before: installTwo(shrunk),
      act: (worker) => worker.refuseHeld('talks'),
      offered: shrunk,
    },
    {
      name: 'going back before a patch',
      before: installTwo(byPatch),
      act: (worker) => worker.rollBackPack('talks'),
      offered: byPatch,
    },
    {
      name: 'going back to the generation before',
      before: installTwo(byParts),
      act: (worker) => worker.rollBackPack('talks'),
      offered: byParts,
    },
  ];
}

/** What a worker does that is started again: what it was asked to do, unless it did it, and then a sync. */
async function actAgain({ act, offered }: Scenario, worker: Worker): Promise<void> {
  await act(worker).catch((error: Error) => {
    if (error.name !== 'NothingHeldError') throw error;
  });
  await worker.sync(makeSource([offered]));
}

interface Undisturbed {
  readonly before: readonly SeenPack[];
  readonly after: readonly SeenPack[];
  readonly contents: unknown;
  readonly passes: ReadonlyMap<FailpointName, number>;
}

/** The scenario in a worker that nobody kills. */
async function undisturbed(scenario: Scenario): Promise<Undisturbed> {
  const worker = await startWorker(freshName());
  await scenario.before(worker);
  const before = await packsSeen(worker.store);
  const passes = await worker.countPasses(() => scenario.act(worker));
  const after = await packsSeen(worker.store);
  await actAgain(scenario, worker);
  expect(await packsSeen(worker.store)).toEqual(after);
  return { before, after, contents: await contentsOf(worker.store), passes };
}

/** Where the version before must still be in use, and where the next one must be. */
const isBeforeActivation = new Set<FailpointName>(['K3', 'K4', 'K5', 'K6', 'K7', 'K8', 'K9']);
const isAfterActivation = new Set<FailpointName>(['K10']);

async function expectRecovery(
  scenario: Scenario,
  { failpoint, pass, expected }: { failpoint: FailpointName; pass: number; expected: Undisturbed },
): Promise<'before' | 'after'> {
  const database = freshName();
  const dying = await startWorker(database);
  await scenario.before(dying);
  expect(await dying.dieAt(failpoint, { pass, work: () => scenario.act(dying) })).toBe('died');

  const next = await startWorker(database);
  const seen = await packsSeen(next.store);
  const isOld = JSON.stringify(seen) === JSON.stringify(expected.before);
  if (isBeforeActivation.has(failpoint)) expect(seen).toEqual(expected.before);
  else if (isAfterActivation.has(failpoint)) expect(seen).toEqual(expected.after);
  else expect(isOld ? expected.before : expected.after).toEqual(seen);
  expect(await wrongNames(next.store)).toEqual([]);

  await actAgain(scenario, next);
  expect(await contentsOf(next.store)).toEqual(expected.contents);
  expect(await findOrphans(next.store)).toEqual([]);
  expect(await (await next.store.connect()).count('jobs')).toBe(0);
  return isOld ? 'before' : 'after';
}

const killsWanted = 25;
/** Each round has other data. */
const maxRounds = 12;
const rounds = new Map<number, Promise<readonly (readonly [Scenario, Undisturbed])[]>>();

function roundOf(round: number): Promise<readonly (readonly [Scenario, Undisturbed])[]> {
  const found = rounds.get(round);
  if (found) return found;
  const made = (async () => {
    const each: [Scenario, Undisturbed][] = [];
    for (const scenario of scenariosOf(round)) each.push([scenario, await undisturbed(scenario)]);
    return each;
  })();
  rounds.set(round, made);
  return made;
}

describe('a worker that is killed', () => {
  it.each<FailpointName>(['K3', 'K4', 'K5', 'K6', 'K7', 'K8', 'K9', 'K10', 'K11', 'K12', 'K13'])(
    'at %s leaves the old or the new pack whole, and the next one comes to what an undisturbed one comes to',
    async (failpoint) => {
      let kills = 0;
      for (let round = 0; kills < killsWanted && round < maxRounds; round++) {
        for (const [scenario, expected] of await roundOf(round)) {
          const seen: string[] = [];
          for (let pass = 1; pass <= (expected.passes.get(failpoint) ?? 0); pass++) {
            seen.push(await expectRecovery(scenario, { failpoint, pass, expected }));
            kills++;
          }
          // Once the new version is in use, a later kill does not bring the old one back.
          if (expected.before[0]?.sequence !== expected.after[0]?.sequence) {
            expect(seen).toEqual(seen.toSorted().reverse());
          }
        }
      }
      expect(kills).toBeGreaterThanOrEqual(killsWanted);
    },
    60_000,
  );
});
