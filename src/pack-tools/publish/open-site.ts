import { type KeyDesk, openKeyDesk } from './key-desk.ts';
import { openRepository } from './open-repository.ts';
import type { PassphraseSource } from './passphrases.ts';
import { PublishError } from './publish-error.ts';
import type { Site } from './sign-site.ts';
import { folderFiles, type SiteFiles } from './site-files.ts';

export interface SiteOptions {
  readonly folder: string;
  readonly keys: string;
  readonly passphrases: PassphraseSource;
  readonly now: Date;
  /** How the site is written, where it is not simply the folder. */
  readonly files?: SiteFiles;
  /** Looks at the site as it was before later roots. */
  readonly maxRoots?: number;
}

/** A site with the keys to change it, after leftovers of commands that died were taken away. @throws {PublishError} */
export async function openSite({
  folder,
  keys,
  passphrases,
  now,
  files = folderFiles(folder),
  maxRoots,
}: SiteOptions): Promise<Site> {
  const desk = await openKeyDesk(keys, { passphrases, site: folder });
  await files.sweep();
  const repository = await openRepository(files, desk.keptRoots, maxRoots);
  checkIsCurrent(files, desk, repository.published?.timestamp.metadata.signed.version ?? 0);
  return { files, desk, repository, now };
}

function checkIsCurrent(files: SiteFiles, { folder, lastTimestamp }: KeyDesk, version: number): void {
  if (version >= lastTimestamp) return;
  throw new PublishError(
    `${files.name} is an old copy: it has timestamp ${version || 'none'}, and ${lastTimestamp} was signed with the keys in ${folder}. Readers would refuse what you sign on top of it. Bring the newest state into it (npm run pack -- download URL --out ${files.name}), then run this again.`,
  );
}
