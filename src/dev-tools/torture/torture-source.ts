import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeyFolder } from '../../pack-tools/publish/key-folder.ts';
import { openSite } from '../../pack-tools/publish/open-site.ts';
import { publishPacks } from '../../pack-tools/publish/publish-packs.ts';
import { readBuiltPacks } from '../../pack-tools/publish/read-pack.ts';
import { sha256Of } from '../../pack-tools/publish/signed-file.ts';
import { folderFiles } from '../../pack-tools/publish/site-files.ts';
import { serveFolder } from '../../pack-tools/serve-folder.ts';
import { writeSource } from '../../pack-tools/write-source.ts';
import { type TortureVersion, tortureId } from './torture-pack.ts';

export interface TortureSource {
  /** What the source is known by once it is added. */
  readonly url: string;
  /** What it is added by: with the fingerprint of its root. */
  readonly address: string;
  publish(version: TortureVersion): Promise<void>;
  close(): Promise<void>;
}

/** The keys are thrown away with the folder. */
const passphrase = 'for as long as the torture lasts';

/** A source on this computer, signed and published as any publisher does, whose pack changes as told. */
export async function openTortureSource(): Promise<TortureSource> {
  const folder = await mkdtemp(join(tmpdir(), 'newsgloss-torture-source-'));
  const [keys, built, site] = ['keys', 'built', 'site'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const root = await createKeyFolder(keys, {
    now: new Date(),
    passphrases: async () => ({ root: passphrase, online: passphrase }),
  });
  const server = await serveFolder(site);
  const passphrases = { env: { NEWSGLOSS_PASSPHRASE: passphrase }, askSecret: async () => null };
  return {
    url: server.url,
    address: `${server.url}#root=sha256:${sha256Of(root.bytes)}`,
    async publish({ sequence, records }) {
      const pack = { id: tortureId, title: 'Torture', licence: 'CC0-1.0', sequence, records };
      await writeSource({
        packs: [{ ...pack, publisher: 'Newsgloss' }],
        publisher: 'Newsgloss',
        folder: built,
      });
      const open = await openSite({ folder: site, keys, passphrases, now: new Date() });
      await publishPacks(open, await readBuiltPacks(folderFiles(built)), { mayShrink: true });
    },
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
