import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { blobPath, type PackManifest } from '../../src/model/pack.ts';
import type { PackRecord } from '../../src/model/record.ts';
import { readManifest } from '../../src/pack-tools/publish/read-pack.ts';
import { folderFiles } from '../../src/pack-tools/publish/site-files.ts';
import { afterDays, Publisher, records } from './publisher.ts';

const all = records(200);
const [one] = all as [PackRecord, ...PackRecord[]];

/** Another text in one record, another one each time. */
const change = (at: number, word: string): PackRecord[] =>
  all.map((record, i) => (i === at ? { ...record, label: { en: word } } : record));

/** The manifest that is published, found through the list of packs. */
async function manifestOf(publisher: Publisher, id = 'demo'): Promise<PackManifest> {
  const files = folderFiles(publisher.site);
  const json = async (path: string) => JSON.parse((await files.read(path))?.toString() ?? 'null');
  const { snapshot } = {
    snapshot: (await json('metadata/timestamp.json')).signed.meta['snapshot.json'].version,
  };
  const targets = (await json(`metadata/${snapshot}.snapshot.json`)).signed.meta['targets.json'].version;
  const target = (await json(`metadata/${targets}.targets.json`)).signed.targets[`packs/${id}/manifest.json`];
  const { sha256 } = target.hashes;
  expect(target.custom).toEqual({ sequence: expect.any(Number) });
  return readManifest(files, `targets/packs/${id}/${sha256}.manifest.json`, sha256);
}

describe('a publication', () => {
  test('is a repository with each pack as a target, and the next one brings a patch', async () => {
    const publisher = await Publisher.create();
    await publisher.publish([{ records: all }]);
    expect(await publisher.versions()).toEqual({ demo: 1 });
    const { packs } = await publisher.publish([
      { records: [...change(3, 'Other').slice(1), ...records(201).slice(200)] },
    ]);
    expect(packs).toEqual([
      {
        id: 'demo',
        from: 1,
        to: 2,
        changes: { added: 1, changed: 1, removed: 1 },
        packBytes: expect.any(Number),
        patchBytes: expect.any(Number),
      },
    ]);
    expect(await publisher.versions()).toEqual({ demo: 2 });
    const { patches } = await manifestOf(publisher);
    expect(patches).toMatchObject([{ from: 1, to: 2, operations: 3 }]);
    const [patch] = patches;
    const bytes = await readFile(join(publisher.site, blobPath(patch?.sha256 ?? '')));
    const ids = gunzipSync(bytes)
      .toString()
      .match(/(?<="delete":"|"put":\{"id":")[^"]+/g);
    expect(ids).toEqual(['wd:Q1', 'wd:Q201', 'wd:Q4']);
  });

  test.each([
    ['one more than what is published', 1, 2],
    ['what the author has written when that is more', 7, 7],
    ['one more when what the author has written is taken', 2, 3],
  ])('numbers a changed pack with %s', async (_, written, expected) => {
    const publisher = await Publisher.create();
    await publisher.publish([{ records: all }]);
    if (expected === 3) await publisher.publish([{ records: change(0, 'Second') }]);
    await publisher.publish([{ sequence: written, records: change(0, 'Changed') }]);
    expect(await publisher.versions()).toEqual({ demo: expected });
  });

  test('without a change keeps version and files, and signs anew', async () => {
    const publisher = await Publisher.create();
    await publisher.publish([{ records: all }]);
    const before = await folderFiles(publisher.site).list('blob');
    publisher.now = afterDays(80);
    const { packs } = await publisher.publish([{ records: all }]);
    expect(packs).toMatchObject([{ from: 1, to: 1, changes: null }]);
    expect(await folderFiles(publisher.site).list('blob')).toEqual(before);
    publisher.now = afterDays(82);
    expect(await publisher.versions()).toEqual({ demo: 1 });
  });

  test('leaves other packs of the site as they are', async () => {
    const publisher = await Publisher.create();
    await publisher.publish([{ records: all }, { id: 'other', sequence: 5, records: [one] }]);
    await publisher.publish([{ records: change(0, 'Changed') }]);
    expect(await publisher.versions()).toEqual({ demo: 2, other: 5 });
  });

  test('keeps at most thirty patches, and those that a reader would take instead of the whole pack', async () => {
    const publisher = await Publisher.create();
    for (let i = 0; i < 33; i++) await publisher.publish([{ records: change(0, `Word ${i}`) }]);
    const { patches, buckets } = await manifestOf(publisher);
    expect(patches.length).toBeLessThanOrEqual(30);
    expect(patches.length).toBeGreaterThan(1);
    expect(patches.at(-1)).toMatchObject({ from: 32, to: 33 });
    const bytes = (list: readonly { bytes: number }[]) => list.reduce((sum, each) => sum + each.bytes, 0);
    expect(bytes(patches)).toBeLessThanOrEqual(bytes(buckets) / 4);
    expect(await publisher.versions()).toEqual({ demo: 33 });
  });

  test('has no patch that is larger than a quarter of the pack, nor any that would lead to it', async () => {
    const publisher = await Publisher.create();
    await publisher.publish([{ records: all }]);
    await publisher.publish([{ records: change(0, 'Changed') }]);
    expect((await manifestOf(publisher)).patches).toHaveLength(1);
    const { packs } = await publisher.publish([
      { records: all.map((record, i) => ({ ...record, label: { en: `All ${i * 7_919}` } })) },
    ]);
    expect(packs).toMatchObject([{ from: 2, to: 3, patchBytes: null }]);
    expect((await manifestOf(publisher)).patches).toEqual([]);
    expect(await publisher.versions()).toEqual({ demo: 3 });
  });

  test('takes buckets that are published already, although they were packed to other bytes here', async () => {
    const publisher = await Publisher.create();
    const publish = async (title: string) => {
      await publisher.publish([{ records: all, title }]);
      return (await manifestOf(publisher)).buckets;
    };
    expect(await publish('Other title')).toEqual(await publish('Demo'));
  });

  test('keeps the version before for weeks, then removes it, and removes no root', async () => {
    const publisher = await Publisher.create();
    await publisher.publish([{ records: all }]);
    const files = folderFiles(publisher.site);
    const old = (
      await Promise.all(['blob', 'targets', 'metadata'].map((folder) => files.list(folder)))
    ).flat();
    publisher.now = afterDays(1);
    await publisher.publish([{ records: change(0, 'Changed') }]);
    for (const path of old) expect(await files.read(path), path).not.toBeNull();
    publisher.now = afterDays(46);
    expect((await publisher.publish([{ records: change(0, 'Changed') }])).removedFiles).toBe(0);
    publisher.now = afterDays(47);
    const { removedFiles } = await publisher.publish([{ records: change(0, 'Changed') }]);
    expect(removedFiles).toBe(4);
    const left: string[] = [];
    for (const path of old) if (await files.read(path)) left.push(path);
    expect(left).toEqual(['metadata/1.root.json', 'metadata/timestamp.json']);
    expect(await publisher.versions()).toEqual({ demo: 2 });
  });
});

describe('a publication is refused, and nothing changes,', () => {
  const refusals: readonly [string, (publisher: Publisher) => Promise<void>, RegExp][] = [
    [
      'from an old copy of the site',
      async (publisher) => {
        const old = await publisher.copy();
        await publisher.publish([{ records: change(0, 'Newer') }]);
        await rm(publisher.site, { recursive: true });
        await cp(old.site, publisher.site, { recursive: true });
      },
      /site is an old copy: it has timestamp 1, and 2 was signed with the keys in .*Bring the newest state into it \(npm run pack -- download/,
    ],
    [
      'when the memory of what was signed is damaged',
      async (publisher) => {
        await writeFile(join(publisher.keys, 'last-signed.json'), '{"timestamp":');
      },
      /last-signed\.json, which holds the last timestamp that was signed, is damaged\. .*then delete the file\./,
    ],
    [
      'into the site of another source',
      async (publisher) => {
        const other = await Publisher.create();
        await other.publish([{ records: all }]);
        await rm(publisher.keys, { recursive: true });
        await cp(other.keys, publisher.keys, { recursive: true });
      },
      /Root 1 in .* is not the one beside the keys/,
    ],
    [
      'on top of a list of packs that somebody has changed',
      async (publisher) => {
        const path = join(publisher.site, 'metadata/1.targets.json');
        await writeFile(path, (await readFile(path, 'utf8')).replace('"sequence": 1', '"sequence": 2'));
      },
      /1\.targets\.json is not the file that was signed/,
    ],
    [
      'on top of a timestamp that somebody has changed',
      async (publisher) => {
        const path = join(publisher.site, 'metadata/timestamp.json');
        await writeFile(path, (await readFile(path, 'utf8')).replace('"expires": "2026', '"expires": "2036'));
      },
      /timestamp\.json is not signed by the timestamp key of root 1/,
    ],
    [
      'when a key is not at hand',
      async (publisher) => {
        const [name] = (await folderFiles(publisher.keys).list('')).filter((each) =>
          each.includes('snapshot'),
        );
        await rm(join(publisher.keys, name ?? ''));
      },
      /does not have the snapshot key [0-9a-f]{8}, which has to sign now\. .*npm run pack -- rotate SITE snapshot/,
    ],
    [
      'when a published bucket is damaged',
      async (publisher) => {
        const [path = ''] = await folderFiles(publisher.site).list('blob');
        await writeFile(join(publisher.site, path), 'other');
      },
      /blob\/.*\.gz is damaged\. Build the pack again, or take the file from where it is published\./,
    ],
  ];

  test.each(refusals)('%s', async (_, spoil, message) => {
    const publisher = await Publisher.create();
    await publisher.publish([{ records: all }]);
    await spoil(publisher);
    const before = await folderFiles(publisher.site).list('');
    await expect(publisher.publish([{ records: change(0, 'Changed') }])).rejects.toThrow(message);
    expect(await folderFiles(publisher.site).list('')).toEqual(before);
  });

  test('when a pack has lost so much that readers’ browsers hold it back, unless that is meant', async () => {
    const publisher = await Publisher.create();
    await publisher.publish([{ records: all }]);
    const few = [{ records: all.slice(0, 139) }];
    await expect(publisher.publish(few)).rejects.toThrow(
      /would shrink from 200 records to 139, .* publish with --allow-fewer\./,
    );
    expect(await publisher.versions()).toEqual({ demo: 1 });
    await publisher.publish(few, { mayShrink: true });
    expect(await publisher.versions()).toEqual({ demo: 2 });
  });
});
