/**
 * Update after update, one in ten with a fault. `SOAK_CYCLES=1000 npx vitest run --project unit tests/background/soak`
 * runs a thousand and prints what it saw.
 */

import { expect, test, vi } from 'vitest';
import { ensureSchedule, syncAlarmName } from '../../src/background/schedule.ts';
import { readSources, writeSource } from '../../src/background/sources.ts';
import { syncSources } from '../../src/background/sync-packs.ts';
import { firstVersion, nextVersion, seededRandom } from '../../src/dev-tools/torture/torture-pack.ts';
import type { Store } from '../../src/store/open-store.ts';
import { listPacks } from '../../src/store/packs.ts';
import { readRecordsOfPack } from '../../src/store/records.ts';
import { installFakeExtension } from '../support/fake-extension.ts';
import { findOrphans } from '../support/find-orphans.ts';
import { freshStore } from '../support/fresh-store.ts';
import { makeSource, type SourcePack, serveFiles } from '../support/make-source.ts';

const held = vi.hoisted(() => ({ store: null as unknown }));
vi.mock('../../src/background/database.ts', () => ({ database: async () => held.store }));
vi.mock('../../src/background/engine-host.ts', () => ({ knowledgeOfPacks: async () => ({}) }));

const cycles = Number(process.env.SOAK_CYCLES ?? 60);
const faultShare = 0.1;
const sourceUrl = 'http://127.0.0.1:7/';

/** Of everything in the database, as JSON. */
async function bytesStored(store: Store): Promise<number> {
  const connection = await store.connect();
  let bytes = 0;
  for (const name of connection.objectStoreNames) {
    for (const row of await connection.getAll(name)) bytes += JSON.stringify(row).length;
  }
  return bytes;
}

async function labelsRead(store: Store): Promise<string[]> {
  const labels: string[] = [];
  for (const pack of await listPacks(store)) {
    for await (const batch of readRecordsOfPack(store, pack))
      labels.push(...batch.map(({ record }) => record.label.en));
  }
  return labels;
}

/** Makes one request of a sync go wrong: it fails, is cut off, or its file is another. */
function withFault(fetch: typeof globalThis.fetch, random: () => number): typeof globalThis.fetch {
  let requestsLeft = Math.floor(random() * 3);
  const kind = Math.floor(random() * 4);
  return async (...request) => {
    const response = await fetch(...request);
    if (requestsLeft-- > 0) return response;
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (kind === 0) throw new TypeError('Failed to fetch');
    if (kind === 1) return new Response('busy', { status: 503 });
    if (kind === 2) return new Response(bytes.slice(0, bytes.length >> 1));
    return new Response(bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte)));
  };
}

test(
  `${cycles} updates, one in ten with a fault: the database does not grow, nothing is orphaned, the alarm stays`,
  async () => {
    const random = seededRandom(11);
    const { alarms } = installFakeExtension();
    const store = await freshStore();
    held.store = store;
    await ensureSchedule();
    await writeSource({
      rootSha256: null,
      id: sourceUrl,
      url: sourceUrl,
      lastSuccessAt: 1,
      failure: null,
    });

    let version = firstVersion(60);
    let earlier: SourcePack['earlier'] = [];
    const sizes: number[] = [];
    let faults = 0;
    let failures = 0;
    for (let cycle = 0; cycle < cycles; cycle++) {
      const files = makeSource([{ ...version, id: 'torture', bucketBits: 2, earlier }]);
      const serve = serveFiles(files, sourceUrl);
      const before = await labelsRead(store);
      const isFaulty = random() < faultShare;
      if (isFaulty) {
        faults++;
        vi.stubGlobal('fetch', withFault(serve, random));
        await syncSources(sourceUrl);
        const { failure } = (await readSources()).find(({ id }) => id === sourceUrl) ?? {};
        if (failure) {
          failures++;
          expect(await labelsRead(store)).toEqual(before);
        }
      }
      vi.stubGlobal('fetch', serve);
      await syncSources(sourceUrl);
      expect((await readSources()).find(({ id }) => id === sourceUrl)).toMatchObject({ failure: null });
      expect(await labelsRead(store)).toEqual(version.records.map(({ label }) => label.en));
      expect(await findOrphans(store)).toEqual([]);
      expect([...alarms.keys()]).toEqual([syncAlarmName]);
      sizes.push(await bytesStored(store));
      earlier = [...earlier, version].slice(-5);
      version = nextVersion(version, { kind: random() < 0.7 ? 'some' : 'many', random });
    }

    const half = cycles >> 1;
    const [first, second] = [Math.max(...sizes.slice(0, half)), Math.max(...sizes.slice(half))];
    expect(second / first).toBeLessThan(1.05);
    if (process.env.SOAK_CYCLES) {
      console.log(
        `${cycles} updates, ${faults} with a fault, of which ${failures} failed a sync; the largest database of the second half ` +
          `has ${((second / first) * 100).toFixed(1)} % of that of the first (${second} bytes)`,
      );
    }
  },
  60_000 + cycles * 1_000,
);
