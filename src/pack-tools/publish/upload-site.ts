/** Brings a published folder to an object store, in an order in which readers are well served at every moment. */

import { openRepository, type Published, type Repository } from './open-repository.ts';
import { unusedName, usedPaths } from './prune-site.ts';
import { PublishError } from './publish-error.ts';
import { readPublishedManifests } from './read-published.ts';
import type { ObjectStore } from './s3-store.ts';
import { listOf, neededPublished } from './sign-site.ts';
import { isSignedBy, metadataPath, parseSignedFile, pathOf, sha256Of } from './signed-file.ts';
import type { SiteFiles } from './site-files.ts';

export interface UploadReport {
  readonly files: number;
  readonly bytes: number;
  readonly removed: number;
}

const uploadsAtOnce = 8;
const timestampPath = metadataPath('timestamp', 1);

/** @throws {PublishError} when the store has what this folder does not follow on. */
export async function checkIsAhead(files: SiteFiles, store: ObjectStore): Promise<void> {
  const remoteRoot = await store.read(metadataPath('root', 1));
  const ownRoot = await files.read(metadataPath('root', 1));
  if (remoteRoot && ownRoot && !remoteRoot.equals(ownRoot)) {
    throw new PublishError(
      `${store.name} has another source. Upload to a place of its own, or empty that one first.`,
    );
  }
  const remote = await store.read(timestampPath);
  if (!remote) return;
  const own = await files.read(timestampPath);
  const versionOf = (bytes: Buffer, name: string): number =>
    parseSignedFile('timestamp', bytes, `${name}/${timestampPath}`).metadata.signed.version;
  const theirs = versionOf(remote, store.name);
  const ours = own ? versionOf(own, files.name) : 0;
  if (theirs < ours || (theirs === ours && own?.equals(remote))) return;
  throw new PublishError(
    `${store.name} has timestamp ${theirs}, and ${files.name} has ${ours || 'none'}: somebody has published or refreshed from another copy. Fetch that state first (npm run pack -- download ${store.name} --out ${files.name}), then do your change again.`,
  );
}

/**
 * Uploads what the store does not have. Run again after it was cut off, it goes on where it was. @throws {PublishError}
 */
export async function uploadSite(files: SiteFiles, store: ObjectStore): Promise<UploadReport> {
  await checkIsAhead(files, store);
  const repository = await openRepository(files, []);
  const published = neededPublished({ files, repository });
  const manifests = await readPublishedManifests(files, listOf(published));
  const needed = new Set(usedPaths(published, [...manifests.values()]));
  const own = (await Promise.all(['blob', 'targets', 'metadata'].map((folder) => files.list(folder)))).flat();
  const remote = await store.list();
  const missing = [...needed].filter((path) => !own.includes(path));
  const lost = missing.find((path) => !remote.has(path));
  if (lost !== undefined) {
    throw new PublishError(
      `${files.name}/${lost} is missing, here and in ${store.name}. Take it from a copy.`,
    );
  }

  let [count, bytesDone] = [0, 0];
  const upload = async (path: string): Promise<void> => {
    const bytes = await readWhole(files, path);
    if (isNamedByContent(path) && remote.get(path) === bytes.length) return;
    await store.put(path, bytes, headersOf(path));
    count++;
    bytesDone += bytes.length;
  };
  const contents = own.filter(isNamedByContent);
  await inParallel(
    contents.filter((path) => path.startsWith('blob/')),
    upload,
  );
  await inParallel(
    contents.filter((path) => !path.startsWith('blob/')),
    upload,
  );
  if (await files.read(unusedName)) await upload(unusedName);
  for (const path of metadataInOrder(repository, published, remote)) await upload(path);

  // A copy that is not whole says nothing of what may go.
  const present = new Set([...own, ...needed]);
  const superfluous =
    missing.length > 0 ? [] : [...remote.keys()].filter((path) => isOurs(path) && !present.has(path));
  for (const path of superfluous) await store.remove(path);
  return { files: count, bytes: bytesDone, removed: superfluous.length };
}

/**
 * The timestamp comes last: it makes the rest public. New roots come before it, unless what is public was signed by the
 * old keys as well: then readers are served at every moment if the roots come after.
 */
function metadataInOrder(
  { roots }: Repository,
  published: Published,
  remote: ReadonlyMap<string, number>,
): string[] {
  const { targets, snapshot, timestamp } = published;
  const known = roots.filter((root) => remote.has(pathOf(root))).at(-1);
  const isSignedByOld = known && [targets, snapshot, timestamp].every((file) => isSignedBy(known, file));
  const newRoots = roots.map(pathOf).filter((path) => !remote.has(path));
  const rest = [targets, snapshot, timestamp].map(pathOf);
  return isSignedByOld ? [...rest, ...newRoots] : [...newRoots, ...rest];
}

/** The file's bytes; what is named by its content is what its name says. */
async function readWhole(files: SiteFiles, path: string): Promise<Buffer> {
  const bytes = await files.read(path);
  const wanted = contentName.exec(path)?.[1];
  if (bytes && (wanted === undefined || sha256Of(bytes) === wanted)) return bytes;
  throw new PublishError(
    `${files.name}/${path} is ${bytes ? 'damaged' : 'missing'}. Take it from a copy, or publish again.`,
  );
}

const contentName =
  /^(?:blob\/[0-9a-f]{2}|targets\/packs\/[a-z0-9-]+)\/([0-9a-f]{64})\.(?:gz|manifest\.json)$/;
const isNamedByContent = (path: string): boolean => contentName.test(path);

/** Whether publishing may have written it; a bucket can hold other things. Roots stay for ever. */
export const isOurs = (path: string): boolean =>
  isNamedByContent(path) || /^metadata\/\d+\.(targets|snapshot)\.json$/.test(path);

/** All other files have one content for ever. */
const changing: ReadonlySet<string> = new Set([timestampPath, unusedName]);

function headersOf(path: string): Record<string, string> {
  return {
    'Content-Type': path.endsWith('.json') ? 'application/json' : 'application/gzip',
    'Cache-Control': changing.has(path) ? 'no-cache' : 'public, max-age=31536000, immutable',
  };
}

/** The first failure ends it; what is under way then is awaited. */
async function inParallel(paths: readonly string[], work: (path: string) => Promise<void>): Promise<void> {
  const left = paths.values();
  const failures: unknown[] = [];
  const worker = async (): Promise<void> => {
    for (const path of left) {
      if (failures.length > 0) return;
      await work(path).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: uploadsAtOnce }, worker));
  if (failures.length > 0) throw failures[0];
}
