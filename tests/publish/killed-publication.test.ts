import { describe, expect, test } from 'vitest';
import { folderFiles } from '../../src/pack-tools/publish/site-files.ts';
import { afterDays, Died, mortalFileSystem, Publisher, records } from './publisher.ts';

const first = records(120);
const second = [...first.slice(1), ...records(121).slice(120)];

/**
 * Publishes the second version from the same state, again and again, and dies at each change of the site in turn: before it
 * and, where it is a file, in the middle of it. `check` sees what is left. Returns the changes of a whole life.
 */
async function dieEverywhere(
  begin: Publisher,
  check: (publisher: Publisher, where: string) => Promise<void>,
): Promise<string[]> {
  const alive = mortalFileSystem(Number.POSITIVE_INFINITY, 'before');
  await (await begin.copy()).publish([{ records: second }], { fs: alive });
  for (const [at, change] of alive.changes.entries()) {
    for (const moment of change.startsWith('write')
      ? (['before', 'within'] as const)
      : (['before'] as const)) {
      const publisher = await begin.copy();
      const fs = mortalFileSystem(at, moment);
      await expect(publisher.publish([{ records: second }], { fs })).rejects.toThrow(Died);
      await check(publisher, `${moment} change ${at}, ${change}`);
    }
  }
  return alive.changes;
}

describe('a publisher’s process that dies at any change of the site', { timeout: 120_000 }, () => {
  test('leaves a site that clients accept, as before or as after, and the next publication is whole', async () => {
    const published = await Publisher.create();
    await published.publish([{ records: first }]);
    published.now = afterDays(1);
    await published.publish([{ records: first.slice(0, 119) }]);
    // Late enough that the first version's files are removed, which is a change as well.
    published.now = afterDays(50);
    const seen = new Set<string>();
    const changes = await dieEverywhere(published, async (publisher, where) => {
      // The timestamp of the version before ended long ago; it is looked at on a day when it held.
      const [before, after] = [await publisher.verify(afterDays(1)), await publisher.verify(afterDays(50))];
      const accepted = [before, after].flatMap((each) => (each.ok ? [each] : []));
      expect(accepted, where).not.toEqual([]);
      for (const result of accepted) seen.add(JSON.stringify(result.packs.map(({ sequence }) => sequence)));
      await publisher.publish([{ records: second }]);
      expect(await publisher.versions(), where).toEqual({ demo: 3 });
      expect(await folderFiles(publisher.site).list('.unfinished'), where).toEqual([]);
    });
    expect([...seen].sort()).toEqual(['[2]', '[3]']);
    const kinds = [
      /write .*blob/,
      /write .*manifest/,
      /write .*targets/,
      /write .*snapshot/,
      /write .*timestamp/,
    ];
    const firsts = kinds.map((kind) => changes.findIndex((change) => kind.test(change)));
    expect(firsts).not.toContain(-1);
    expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
    expect(
      changes.filter((change) => /remove .*(blob|targets|metadata)/.test(change)).length,
    ).toBeGreaterThan(3);
  });

  test('leaves nothing published or a whole site when it was the first time', async () => {
    await dieEverywhere(await Publisher.create(), async (publisher, where) => {
      const isPublished = await folderFiles(publisher.site).read('metadata/timestamp.json');
      if (isPublished) expect(await publisher.versions(), where).toEqual({ demo: 1 });
      await publisher.publish([{ records: second }]);
      expect(await publisher.versions(), where).toEqual({ demo: 1 });
    });
  });
});
