/** Which packs a list of targets names. */

import { manifestPath, type PackManifest } from '../../model/pack.ts';
import type { PackId } from '../../model/record.ts';
import { readManifest } from './read-pack.ts';
import type { TargetList } from './sign-site.ts';
import type { SiteFiles } from './site-files.ts';

export const targetPath = (packId: PackId): string => `packs/${packId}/manifest.json`;

/** The manifests that are published now, by pack. @throws {PublishError} */
export async function readPublishedManifests(
  files: SiteFiles,
  { targets }: TargetList,
): Promise<Map<PackId, PackManifest>> {
  const manifests = new Map<PackId, PackManifest>();
  for (const { path, hashes } of targets) {
    const id = path.split('/')[1] ?? '';
    const sha256 = hashes.sha256 ?? '';
    manifests.set(id, await readManifest(files, manifestPath(id, sha256), sha256));
  }
  return manifests;
}
