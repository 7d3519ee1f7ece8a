/** What is published in a folder, with every signature checked before anything is signed on top of it. */

import { PublishError } from './publish-error.ts';
import type { Role } from './roles.ts';
import { isSignedBy, metadataPath, parseSignedFile, type SignedFile, sha256Of } from './signed-file.ts';
import type { SiteFiles } from './site-files.ts';

export interface Published {
  readonly targets: SignedFile<'targets'>;
  readonly snapshot: SignedFile<'snapshot'>;
  readonly timestamp: SignedFile<'timestamp'>;
}

export interface Repository {
  /** From the first to the newest; each signed by the keys of the one before. */
  readonly roots: readonly SignedFile<'root'>[];
  readonly root: SignedFile<'root'>;
  /** Null before the first publication. */
  readonly published: Published | null;
}

/**
 * `keptRoots`: those beside the keys; without any, the site's own are taken as they are. `maxRoots`: how many roots are
 * looked at. @throws {PublishError}
 */
export async function openRepository(
  files: SiteFiles,
  keptRoots: readonly SignedFile<'root'>[],
  maxRoots = Number.POSITIVE_INFINITY,
): Promise<Repository> {
  const roots = (await readRoots(files, keptRoots)).slice(0, maxRoots);
  const root = roots.at(-1);
  if (!root) {
    throw new PublishError(
      `Neither ${files.name} nor the folder of keys has a root (1.root.json). Use the folder that the command keys has made, or name the folder that was published before.`,
    );
  }
  return { roots, root, published: await readPublished(files, root) };
}

async function readRoots(
  files: SiteFiles,
  keptRoots: readonly SignedFile<'root'>[],
): Promise<SignedFile<'root'>[]> {
  const kept = new Map(keptRoots.map((root) => [root.metadata.signed.version, root]));
  const roots: SignedFile<'root'>[] = [];
  for (let version = 1; ; version++) {
    const path = metadataPath('root', version);
    const bytes = await files.read(path);
    const known = kept.get(version);
    if (!bytes && !known) return roots;
    if (bytes && known && !bytes.equals(known.bytes)) {
      throw new PublishError(
        `Root ${version} in ${files.name} is not the one beside the keys: they belong to another source, or somebody has changed the published folder. Use the keys that it was published with.`,
      );
    }
    const root = known ?? parseSignedFile('root', bytes ?? Buffer.of(), `${files.name}/${path}`);
    checkRoot(root, { version, before: roots.at(-1) ?? null, name: known ? path : `${files.name}/${path}` });
    roots.push(root);
  }
}

function checkRoot(
  root: SignedFile<'root'>,
  { version, before, name }: { version: number; before: SignedFile<'root'> | null; name: string },
): void {
  const follows = root.metadata.signed.version === version && (!before || isSignedBy(before, root));
  if (follows && isSignedBy(root, root)) return;
  throw new PublishError(
    `${name} is not signed as a root has to be. Take it from where it is published, or from a copy.`,
  );
}

async function readPublished(files: SiteFiles, root: SignedFile<'root'>): Promise<Published | null> {
  const bytes = await files.read(metadataPath('timestamp', 1));
  if (!bytes) return null;
  const timestamp = parseSignedFile('timestamp', bytes, `${files.name}/${metadataPath('timestamp', 1)}`);
  checkSignature(files, root, timestamp);
  const { snapshotMeta } = timestamp.metadata.signed;
  const snapshot = await readNamed(files, { role: 'snapshot', root, entry: snapshotMeta });
  const targets = await readNamed(files, {
    role: 'targets',
    root,
    entry: snapshot.metadata.signed.meta['targets.json'] ?? { version: 0 },
  });
  return { timestamp, snapshot, targets };
}

async function readNamed<R extends 'snapshot' | 'targets'>(
  files: SiteFiles,
  {
    role,
    root,
    entry,
  }: {
    role: R;
    root: SignedFile<'root'>;
    entry: { readonly version: number; readonly hashes?: Readonly<Record<string, string>> };
  },
): Promise<SignedFile<R>> {
  const path = metadataPath(role, entry.version);
  const bytes = await files.read(path);
  if (!bytes) {
    throw new PublishError(
      `${files.name}/${path} is missing: the folder is not whole. Copy it anew from where it is published.`,
    );
  }
  if (entry.hashes?.sha256 !== undefined && sha256Of(bytes) !== entry.hashes.sha256) {
    throw new PublishError(
      `${files.name}/${path} is not the file that was signed. Take it from where it is published, or from a copy.`,
    );
  }
  const file = parseSignedFile(role, bytes, `${files.name}/${path}`);
  checkSignature(files, root, file);
  return file;
}

function checkSignature(files: SiteFiles, root: SignedFile<'root'>, file: SignedFile): void {
  if (isSignedBy(root, file)) return;
  const { version } = root.metadata.signed;
  const path = metadataPath(file.role, file.metadata.signed.version);
  throw new PublishError(
    `${files.name}/${path} is not signed by the ${file.role} key of root ${version}. If a change of keys was cut off, run rotate again with the same folders; else take the file from a copy.`,
  );
}

/** A version that no file of this role has had yet: one that a cut-off command has left may have been uploaded. */
export async function nextVersion(
  files: SiteFiles,
  role: Exclude<Role, 'root'>,
  published: Published | null,
): Promise<number> {
  const versions = (await files.list('metadata')).map((path) =>
    path.endsWith(`.${role}.json`) ? Number.parseInt(path.slice('metadata/'.length), 10) : 0,
  );
  return Math.max(published?.[role].metadata.signed.version ?? 0, ...versions.filter(Number.isInteger)) + 1;
}
