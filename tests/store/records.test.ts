import { describe, expect, it } from 'vitest';
import type { PackedRecord } from '../../src/model/record.ts';
import { newGeneration, removeLeftovers } from '../../src/store/generations.ts';
import { dropJobs } from '../../src/store/jobs.ts';
import type { Store } from '../../src/store/open-store.ts';
import { deactivatePacks, listPacks } from '../../src/store/packs.ts';
import { PacksChangedError } from '../../src/store/packs-changed-error.ts';
import {
  getOfficeHolders,
  getRecord,
  getRecordsById,
  getRecordsOfKind,
  readRecordsOfPack,
} from '../../src/store/records.ts';
import { freshStore } from '../support/fresh-store.ts';
import { installRecords, stageRecords } from '../support/install-records.ts';
import { makeRecord, statement, text } from '../support/make-record.ts';

const kallas = makeRecord('newsgloss:kaja-kallas', 'person', ['Kaja Kallas']);
const kallasElsewhere = makeRecord('newsgloss:kaja-kallas', 'person', ['Kaja Kallas', 'Kallas']);
const plan = makeRecord('newsgloss:plan-28', 'plan', ['28-point plan']);
const laterPlan = makeRecord('newsgloss:plan-19', 'plan', ['19-point plan']);

describe('records', () => {
  it('are found in the pack that was asked for, and null elsewhere', async () => {
    const store = await freshStore();
    await installRecords(store, 'talks', [kallas]);
    expect(await getRecord(store, 'talks', kallas.id)).toEqual(kallas);
    expect(await getRecord(store, 'talks', 'newsgloss:nobody')).toBeNull();
    expect(await getRecord(store, 'world', kallas.id)).toBeNull();
  });

  it('with one id come from every pack that has it, packs in the order of their ids', async () => {
    const store = await freshStore();
    await installRecords(store, 'world', [kallasElsewhere]);
    await installRecords(store, 'talks', [kallas, plan]);
    expect(await getRecordsById(store, [plan.id, kallas.id, 'newsgloss:nobody', kallas.id])).toEqual(
      new Map([
        [plan.id, [{ packId: 'talks', record: plan }]],
        [
          kallas.id,
          [
            { packId: 'talks', record: kallas },
            { packId: 'world', record: kallasElsewhere },
          ],
        ],
      ]),
    );
  });

  it('of persons are found by what they have roles in, once each', async () => {
    const store = await freshStore();
    const role = (of: string) => statement('role', text('Minister'), { of });
    const ada = makeRecord('x:ada', 'person', ['Ada'], { statements: [role('x:norland'), role('x:union')] });
    const eva = makeRecord('x:eva', 'person', ['Eva'], { statements: [role('x:southland')] });
    const nobody = makeRecord('x:nobody', 'person', ['Nobody'], {
      statements: [statement('role', text('Poet'))],
    });
    await installRecords(store, 'talks', [ada, eva, nobody]);
    expect(await getOfficeHolders(store, ['x:union', 'x:norland', 'x:elsewhere'])).toEqual([
      { packId: 'talks', record: ada },
    ]);
    await installRecords(store, 'talks', [eva]);
    expect(await getOfficeHolders(store, ['x:norland'])).toEqual([]);
  });

  it('of a staged or replaced generation are never seen', async () => {
    const store = await freshStore();
    await installRecords(store, 'talks', [kallas, plan]);
    await stageRecords(store, 'talks', [laterPlan]);
    expect(await getRecordsOfKind(store, ['plan'])).toEqual([{ packId: 'talks', record: plan }]);

    await installRecords(store, 'talks', [laterPlan]);
    expect(await getRecordsOfKind(store, ['plan'])).toEqual([{ packId: 'talks', record: laterPlan }]);
    expect(await getRecord(store, 'talks', kallas.id)).toBeNull();
    expect(await getRecordsById(store, [kallas.id, plan.id])).toEqual(new Map());
  });

  it('are gone with their pack', async () => {
    const store = await freshStore();
    await installRecords(store, 'talks', [plan]);
    await deactivatePacks(store, ['talks']);
    expect(await listPacks(store)).toEqual([]);
    expect(await getRecordsOfKind(store, ['plan'])).toEqual([]);
  });
});

describe('readRecordsOfPack', () => {
  const many = Array.from({ length: 2_300 }, (_, index) =>
    makeRecord(`wd:Q${10_000 + index}`, 'place', [`Place ${index}`]),
  );

  it('reads every active record once, in the order of ids', async () => {
    const store = await freshStore();
    await installRecords(store, 'world', many);
    await installRecords(store, 'talks', [laterPlan, kallas]);
    await stageRecords(store, 'talks', [plan]);
    const batches: (readonly PackedRecord[])[] = [];
    for (const pack of await listPacks(store)) {
      for await (const batch of readRecordsOfPack(store, pack)) batches.push(batch);
    }
    expect(batches.map((batch) => batch.length)).toEqual([2, 1_000, 1_000, 300]);
    expect(batches.flat().map(({ packId, record }) => `${packId} ${record.id}`)).toEqual([
      `talks ${kallas.id}`,
      `talks ${laterPlan.id}`,
      ...many.map(({ id }) => `world ${id}`),
    ]);
  });

  it('throws when a pack is replaced halfway, rather than to mix two versions', async () => {
    const store = await freshStore();
    await installRecords(store, 'world', many);
    const readWhileUpdating = async () => {
      const [pack] = await listPacks(store);
      if (!pack) throw new Error('nothing installed');
      for await (const batch of readRecordsOfPack(store, pack)) {
        if (batch[0]?.record.id === 'wd:Q10000') await installRecords(store, 'world', [kallas]);
      }
    };
    await expect(readWhileUpdating()).rejects.toBeInstanceOf(PacksChangedError);
  });
});

describe('removeLeftovers', () => {
  const rowsIn = async (store: Store) => {
    const connection = await store.connect();
    const records = await connection.getAll('records');
    const blocks = await connection.getAll('surfaceForms');
    return {
      records: records.map(({ packId, record }) => `${packId} ${record.id}`),
      names: blocks.map(({ entries }) => entries.map(({ key }) => key).join(', ')),
      nameRuns: await connection.count('nameRuns'),
      versions: (await connection.getAll('versions')).map(({ generation }) => generation),
    };
  };

  it('keeps what is in use, the version before it and what is being installed, and nothing else', async () => {
    const store = await freshStore();
    const many = Array.from({ length: 1_500 }, (_, index) =>
      makeRecord(`wd:Q${10_000 + index}`, 'place', [`Place ${index}`]),
    );
    await installRecords(store, 'world', many);
    await installRecords(store, 'talks', [plan]);
    await installRecords(store, 'world', [kallas]);
    await installRecords(store, 'world', [kallas, plan]);
    await stageRecords(store, 'elsewhere', [laterPlan]);
    await removeLeftovers(store);
    expect(await rowsIn(store)).toEqual({
      records: [
        `elsewhere ${laterPlan.id}`,
        `talks ${plan.id}`,
        `world ${kallas.id}`,
        `world ${kallas.id}`,
        `world ${plan.id}`,
      ],
      names: [
        '28 point plan, plan, point plan',
        'kaja kallas, kallas',
        '28 point plan, kaja kallas, kallas, plan, point plan',
        expect.any(String),
      ],
      nameRuns: 1,
      versions: [2, 3, 4, 5],
    });

    await dropJobs(store, ['elsewhere']);
    await deactivatePacks(store, ['world']);
    await removeLeftovers(store);
    expect(await rowsIn(store)).toEqual({
      records: [`talks ${plan.id}`],
      names: ['28 point plan, plan, point plan'],
      nameRuns: 0,
      versions: [2],
    });
  });

  it('never gives a generation to two installations, even while rows of an abandoned one are left', async () => {
    const store = await freshStore();
    const first = await stageRecords(store, 'talks', [plan]);
    await dropJobs(store, ['talks']);
    expect(await newGeneration(store)).toBeGreaterThan(first);
    const second = await stageRecords(store, 'world', [kallas]);
    expect(await newGeneration(store)).toBeGreaterThan(second);
  });
});
