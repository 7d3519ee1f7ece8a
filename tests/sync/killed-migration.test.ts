import { openDB } from 'idb';
import { afterEach, expect, it } from 'vitest';
import { migrations } from '../../src/store/migrations.ts';
import { openStore } from '../../src/store/open-store.ts';
import { withOffices } from '../../src/store/record-row.ts';
import { getOfficeHolders } from '../../src/store/records.ts';
import { armFailpoint, disarmFailpoints } from '../../src/sync/failpoints.ts';
import { passMigration } from '../../src/sync/pass-migration.ts';
import { freshName } from '../support/fresh-store.ts';
import { makePackVersion } from '../support/install-records.ts';
import { makeRecord, statement, text } from '../support/make-record.ts';
import { packsSeen } from '../support/store-contents.ts';

afterEach(disarmFailpoints);

const mayors = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    makeRecord(`x:p${10_000 + index}`, 'person', [`Ada ${index}`], {
      statements: [statement('role', text('Mayor'), { of: 'x:port' })],
    }),
  );

/** A database as an earlier Newsgloss left it. */
async function openEarlier(name: string, version: number, records: ReturnType<typeof mayors>): Promise<void> {
  const store = await openStore(name, { migrations: migrations.slice(0, version) });
  const connection = await store.connect();
  const rows = connection.transaction(['packs', 'records'], 'readwrite');
  for (const record of records) {
    const row = { packId: 'talks', generation: 1, record };
    await rows.objectStore('records').put(version >= 2 ? withOffices(row) : row);
  }
  const pack = makePackVersion({ id: 'talks', generation: 1, recordCount: records.length });
  await rows.objectStore('packs').put(pack);
  await rows.done;
  store.close();
}

const versionOf = async (name: string): Promise<number> => {
  const found = await openDB(name);
  found.close();
  return found.version;
};

const kills = [1, 10, 40, 200, 600].flatMap((recordCount) =>
  migrations.flatMap((_, from) =>
    from === 0
      ? []
      : Array.from({ length: migrations.length - from }, (_, step) => ({
          recordCount,
          from,
          pass: step + 1,
        })),
  ),
);

/**
 * A dying process takes its open transaction with it: that is an abort. A database that is not there yet is not one of
 * these: what is not made is made the next time.
 */
it.each(kills)(
  'a migration of $recordCount records from version $from that is killed at K14, pass $pass, leaves all as it was',
  async ({ recordCount, from, pass }) => {
    const name = freshName();
    const records = mayors(recordCount);
    await openEarlier(name, from, records);
    armFailpoint('K14', {
      pass,
      async act() {
        // Longer than a transaction without requests would stay open.
        await new Promise((resolve) => setTimeout(resolve, 5));
        throw new Error('killed');
      },
    });
    await expect(openStore(name, { afterMigration: passMigration })).rejects.toMatchObject({
      cause: { message: 'killed' },
    });
    expect(await versionOf(name)).toBe(from);

    const store = await openStore(name, { afterMigration: passMigration });
    expect(await versionOf(name)).toBe(migrations.length);
    expect(await packsSeen(store)).toEqual([{ id: 'talks', sequence: 1, records }]);
    expect(await getOfficeHolders(store, ['x:port'])).toHaveLength(recordCount);
    store.close();
  },
);
