import * as nodeFs from 'node:fs/promises';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { PackRecord } from '../../src/model/record.ts';
import { createKeyFolder } from '../../src/pack-tools/publish/key-folder.ts';
import { openSite, type SiteOptions } from '../../src/pack-tools/publish/open-site.ts';
import type { PassphraseSource } from '../../src/pack-tools/publish/passphrases.ts';
import { type PublishReport, publishPacks } from '../../src/pack-tools/publish/publish-packs.ts';
import { readBuiltPacks } from '../../src/pack-tools/publish/read-pack.ts';
import { folderFiles, type WritingFileSystem } from '../../src/pack-tools/publish/site-files.ts';
import { type VerifyResult, verifySite } from '../../src/pack-tools/publish/verify-site.ts';
import { writeSource } from '../../src/pack-tools/write-source.ts';
import { makeRecord } from '../support/make-record.ts';

export const start = new Date('2026-03-01T12:00:00Z');
export const afterDays = (days: number): Date => new Date(start.getTime() + days * 86_400_000);

export const passphrases: PassphraseSource = {
  env: {
    NEWSGLOSS_PASSPHRASE: 'a long online passphrase',
    NEWSGLOSS_ROOT_PASSPHRASE: 'a long root passphrase',
  },
  askSecret: () => Promise.resolve(null),
};

/** Records whose lines cannot be packed much, so that a patch is small beside them. */
export const records = (count: number): PackRecord[] =>
  Array.from({ length: count }, (_, i) => {
    const noise = (i * 2_654_435_761 + 12_345).toString(36).repeat(3);
    return makeRecord(`wd:Q${i + 1}`, 'place', [`Place ${i} ${noise}`]);
  });

export interface BuiltPack {
  readonly id?: string;
  readonly sequence?: number;
  readonly title?: string;
  readonly records: readonly PackRecord[];
}

/** A folder in which somebody publishes: `keys`, `site`, and what was built. */
export class Publisher {
  now = start;

  private constructor(readonly folder: string) {}

  static async create(): Promise<Publisher> {
    const folder = await nodeFs.mkdtemp(join(await temporaryRoot(), 'publisher-'));
    const publisher = new Publisher(folder);
    const { env } = passphrases;
    const [online = '', root = ''] = Object.values(env);
    await createKeyFolder(publisher.keys, { now: start, passphrases: async () => ({ root, online }) });
    return publisher;
  }

  get keys(): string {
    return join(this.folder, 'keys');
  }

  get site(): string {
    return join(this.folder, 'site');
  }

  /** Another person's copy of the same folder, or the state to come back to. */
  async copy(): Promise<Publisher> {
    const folder = await nodeFs.mkdtemp(join(await temporaryRoot(), 'publisher-'));
    await nodeFs.cp(this.folder, folder, { recursive: true });
    const copy = new Publisher(folder);
    copy.now = this.now;
    return copy;
  }

  async build(...packs: readonly BuiltPack[]): Promise<string> {
    const folder = join(this.folder, 'built');
    const assembled = packs.map(({ id = 'demo', sequence = 1, title = 'Demo', records: all }) => ({
      id,
      title,
      publisher: 'The Publisher',
      licence: 'CC0-1.0',
      sequence,
      records: all,
    }));
    await mkdir(this.folder, { recursive: true });
    await writeSource({ packs: assembled, publisher: 'The Publisher', folder });
    return folder;
  }

  /** Builds and publishes. `fs`: how the site is written. */
  async publish(
    packs: readonly BuiltPack[],
    { fs, mayShrink = false }: { fs?: WritingFileSystem; mayShrink?: boolean } = {},
  ): Promise<PublishReport> {
    const built = await readBuiltPacks(folderFiles(await this.build(...packs)));
    return publishPacks(await openSite(this.options(fs)), built, { mayShrink });
  }

  options(fs?: WritingFileSystem): SiteOptions {
    const { site: folder, keys, now } = this;
    return { folder, keys, passphrases, now, files: folderFiles(folder, fs) };
  }

  verify(now = this.now): Promise<VerifyResult> {
    return verifySite({
      place: { type: 'folder', folder: this.site },
      fingerprint: null,
      now,
      signal: new AbortController().signal,
    });
  }

  /** The sequence of each pack that the client accepts, or what it says against the site. */
  async versions(): Promise<Record<string, number> | string> {
    const result = await this.verify();
    if (!result.ok) return result.message;
    return Object.fromEntries(result.packs.map(({ id, sequence }) => [id, sequence]));
  }
}

let root: Promise<string> | null = null;

function temporaryRoot(): Promise<string> {
  root ??= nodeFs.mkdtemp('/tmp/newsgloss-publish-');
  return root;
}

afterAll(async () => {
  if (root) await nodeFs.rm(await root, { recursive: true, force: true });
  root = null;
});

/** The process has died; nothing that it calls does anything any more. */
export class Died extends Error {
  override name = 'Died';
}

/**
 * A file system under whose caller the process dies at the change number `at`, counted from 0: before it, which is also
 * after the one before, or in the middle of a file. `changes` are those that were made.
 */
export function mortalFileSystem(
  at: number,
  moment: 'before' | 'within',
): WritingFileSystem & { readonly changes: string[] } {
  const changes: string[] = [];
  let isDead = false;
  const mortal = async (name: string, change: () => Promise<unknown>, half?: () => Promise<unknown>) => {
    isDead ||= changes.length === at;
    if (!isDead) {
      await change();
      changes.push(name);
      return;
    }
    if (moment === 'within' && changes.length === at) await half?.();
    throw new Died();
  };
  return {
    changes,
    mkdir: (async (path: string, options: object) =>
      mortal(`mkdir ${path}`, () => nodeFs.mkdir(path, options))) as never,
    writeFile: (async (path: string, data: Uint8Array, options: object) =>
      mortal(
        `write ${path}`,
        () => nodeFs.writeFile(path, data, options),
        () => nodeFs.writeFile(path, data.subarray(0, data.length / 2)),
      )) as never,
    rename: async (from, to) => mortal(`rename ${String(to)}`, () => nodeFs.rename(from, to)),
    rm: async (path, options) => mortal(`remove ${String(path)}`, () => nodeFs.rm(path, options)),
  };
}
