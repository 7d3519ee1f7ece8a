/** Brings what is published into a folder, so that it can be published on from there. */

import { blobPath, manifestPath } from '../../model/pack.ts';
import { openRepository } from './open-repository.ts';
import { readUnused, unusedName, usedPaths } from './prune-site.ts';
import { PublishError } from './publish-error.ts';
import { readManifest } from './read-pack.ts';
import { listOf, neededPublished } from './sign-site.ts';
import { metadataPath, pathOf, sha256Of } from './signed-file.ts';
import type { SiteFiles } from './site-files.ts';
import { isOurs } from './upload-site.ts';

/** Where something is published: `name` for messages; null when there is no such file. */
export interface PublishedPlace {
  readonly name: string;
  read(path: string): Promise<Buffer | null>;
}

export interface DownloadReport {
  readonly files: number;
  readonly timestamp: number;
}

/**
 * What is published there, checked and whole, with the timestamp written last. `fingerprint`: hex SHA-256 of the first root;
 * null takes the folder's own first root, or what is found. @throws {PublishError}
 */
export async function downloadSite(
  place: PublishedPlace,
  files: SiteFiles,
  { fingerprint }: { fingerprint: string | null },
): Promise<DownloadReport> {
  await files.sweep();
  const fetched = cachingPlace(place);
  const repository = await openRepository(fetched, []);
  const [first] = repository.roots;
  const own = await files.read(metadataPath('root', 1));
  const wanted = fingerprint ?? (own && sha256Of(own));
  if (wanted !== null && first && sha256Of(first.bytes) !== wanted) {
    throw new PublishError(
      `${place.name} has the first root sha256:${sha256Of(first.bytes)} and not sha256:${wanted}: it is another source. Check the address, and name an empty folder for a new source.`,
    );
  }
  const published = neededPublished({ files: fetched, repository });
  const timestamp = published.timestamp.metadata.signed.version;
  await checkIsNotAhead(files, { timestamp, name: place.name });

  const manifests = [];
  for (const { path, hashes } of listOf(published).targets) {
    const sha256 = hashes.sha256 ?? '';
    const id = path.split('/')[1] ?? '';
    manifests.push(await readManifest(fetched, manifestPath(id, sha256), sha256));
  }
  // The files that nobody needs any more stay for readers who are slow; they are listed, since there is no other list.
  const unused = Object.keys(await readUnused(fetched)).filter(isOurs);
  const wantedPaths = new Set([...usedPaths(published, manifests), ...unused]);
  let count = 0;
  for (const path of wantedPaths) {
    if (path === pathOf(published.timestamp)) continue;
    const known = await files.read(path);
    const hash = hashInName(path);
    if (known && hash !== null && sha256Of(known) === hash) continue;
    const bytes = await fetched.read(path);
    if (!bytes && unused.includes(path)) continue;
    if (!bytes || (hash !== null && sha256Of(bytes) !== hash)) {
      throw new PublishError(
        `${place.name}/${path} is ${bytes ? 'damaged' : 'missing'}. Take it from a copy.`,
      );
    }
    await files.write(path, bytes);
    count++;
  }
  for (const root of repository.roots) await files.write(pathOf(root), root.bytes);
  const list = await fetched.read(unusedName);
  if (list) await files.write(unusedName, list);
  await files.write(pathOf(published.timestamp), published.timestamp.bytes);
  await files.sweep();
  return { files: count + repository.roots.length + 1, timestamp };
}

async function checkIsNotAhead(
  files: SiteFiles,
  { timestamp, name }: { timestamp: number; name: string },
): Promise<void> {
  const bytes = await files.read(metadataPath('timestamp', 1));
  if (!bytes) return;
  const own = versionIn(bytes);
  if (own <= timestamp) return;
  throw new PublishError(
    `${files.name} has timestamp ${own}, which is newer than ${timestamp} in ${name}. Upload the folder, or name another one.`,
  );
}

/** The version of metadata in a folder; 0 for what is damaged, which nobody can upload and a download mends. */
function versionIn(bytes: Buffer): number {
  try {
    return (
      (JSON.parse(bytes.toString('utf8')) as { signed?: { version?: number } } | null)?.signed?.version ?? 0
    );
  } catch {
    return 0;
  }
}

const hashInName = (path: string): string | null => {
  const hash = /\/([0-9a-f]{64})\.(?:gz|manifest\.json)$/.exec(path)?.[1];
  return hash !== undefined && (path === blobPath(hash) || path.startsWith('targets/')) ? hash : null;
};

/** A place that is asked for each file of metadata once, so that what was checked is what is written. */
function cachingPlace({ name, read }: PublishedPlace): SiteFiles {
  const known = new Map<string, Promise<Buffer | null>>();
  const refuse = (): Promise<never> => Promise.reject(new Error(`${name} is only read.`));
  return {
    name,
    read(path) {
      if (path.startsWith('blob/')) return read(path);
      const answer = known.get(path) ?? read(path);
      known.set(path, answer);
      return answer;
    },
    list: () => Promise.resolve([]),
    write: refuse,
    remove: refuse,
    sweep: refuse,
  };
}
