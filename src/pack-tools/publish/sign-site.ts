/** The metadata that makes a change of a site public, and the order in which it is written. */

import type { TargetFile } from '@tufjs/models';
import { type KeyDesk, signersOf } from './key-desk.ts';
import { nextVersion, type Published, type Repository } from './open-repository.ts';
import { PublishError } from './publish-error.ts';
import {
  makeSnapshot,
  makeTargets,
  makeTimestamp,
  pathOf,
  type SignedFile,
  withdrawnPacks,
} from './signed-file.ts';
import type { SigningKey } from './signing-key.ts';
import type { SiteFiles } from './site-files.ts';

export interface TargetList {
  readonly targets: readonly TargetFile[];
  /** Packs that are no longer there, with the sequence that they had. */
  readonly withdrawn: ReadonlyMap<string, number>;
}

export interface Site {
  readonly files: SiteFiles;
  readonly desk: KeyDesk;
  readonly repository: Repository;
  readonly now: Date;
}

type OnlineRole = 'targets' | 'snapshot' | 'timestamp';
export type OnlineSigners = Readonly<Partial<Record<OnlineRole, readonly SigningKey[]>>>;

/** Opens the keys of these roles, before anything is written. @throws {PublishError} */
export async function openSigners(
  desk: KeyDesk,
  root: SignedFile<'root'>,
  roles: readonly OnlineRole[],
): Promise<OnlineSigners> {
  const opened: Partial<Record<OnlineRole, readonly SigningKey[]>> = {};
  for (const role of roles) opened[role] = await signersOf(desk, root, role);
  return opened;
}

/**
 * New metadata of the roles that have signers; the others stay as they are published. `list`: what the targets are to
 * say, where it is not the same as before. Nothing is written.
 * @throws {PublishError}
 */
export async function signSite(site: Site, signers: OnlineSigners, list?: TargetList): Promise<Published> {
  const { files, repository, now } = site;
  const { published } = repository;
  const occasion = async (role: OnlineRole, keys: readonly SigningKey[]) => ({
    version: await nextVersion(files, role, published),
    now,
    signers: keys,
  });
  const targets = signers.targets
    ? makeTargets(list ?? listOf(neededPublished(site)), await occasion('targets', signers.targets))
    : neededPublished(site).targets;
  const snapshot = signers.snapshot
    ? makeSnapshot(targets, await occasion('snapshot', signers.snapshot))
    : neededPublished(site).snapshot;
  const timestamp = signers.timestamp
    ? makeTimestamp(snapshot, await occasion('timestamp', signers.timestamp))
    : neededPublished(site).timestamp;
  return { targets, snapshot, timestamp };
}

/**
 * Makes the metadata public. Until the last write readers see what was there before; the roots come first since the rest
 * is signed by their keys.
 */
export async function writeMetadata({ files, desk, repository }: Site, signed: Published): Promise<void> {
  const { roots, published } = repository;
  for (const root of roots) {
    if (!(await files.read(pathOf(root)))) await files.write(pathOf(root), root.bytes);
  }
  const { targets, snapshot, timestamp } = signed;
  if (targets !== published?.targets) await files.write(pathOf(targets), targets.bytes);
  if (snapshot !== published?.snapshot) await files.write(pathOf(snapshot), snapshot.bytes);
  await files.write(pathOf(timestamp), timestamp.bytes);
  await desk.remember(timestamp.metadata.signed.version);
}

/** What the published targets say. */
export function listOf({ targets }: Published): TargetList {
  return { targets: Object.values(targets.metadata.signed.targets), withdrawn: withdrawnPacks(targets) };
}

/** @throws {PublishError} when nothing was published yet. */
export function neededPublished({ files, repository }: Pick<Site, 'files' | 'repository'>): Published {
  if (repository.published) return repository.published;
  throw new PublishError(
    `Nothing is published in ${files.name} yet. Begin with: npm run pack -- publish BUILT_PACK --keys DIR --out ${files.name}`,
  );
}
