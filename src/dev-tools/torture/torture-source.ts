import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveFolder } from '../../pack-tools/serve-folder.ts';
import { writeSource } from '../../pack-tools/write-source.ts';
import { type TortureVersion, tortureId } from './torture-pack.ts';

export interface TortureSource {
  readonly url: string;
  publish(version: TortureVersion): Promise<void>;
  close(): Promise<void>;
}

/** A source on this computer whose pack changes as told. */
export async function openTortureSource(): Promise<TortureSource> {
  const folder = await mkdtemp(join(tmpdir(), 'newsgloss-torture-source-'));
  const site = join(folder, 'site');
  const server = await serveFolder(site);
  return {
    url: server.url,
    async publish({ sequence, records }) {
      const pack = {
        id: tortureId,
        title: 'Torture',
        publisher: 'Newsgloss',
        licence: 'CC0-1.0',
        sequence,
        records,
      };
      await writeSource({ packs: [pack], publisher: 'Newsgloss', folder: site });
    },
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
