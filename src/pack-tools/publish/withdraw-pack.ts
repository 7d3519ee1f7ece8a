import type { PackId } from '../../model/record.ts';
import type { Published } from './open-repository.ts';
import { pruneSite } from './prune-site.ts';
import { readPublishedManifests, targetPath } from './read-published.ts';
import { listOf, neededPublished, openSigners, type Site, signSite, writeMetadata } from './sign-site.ts';

/** Whether the pack is published in the site. */
export function hasPack(site: Site, id: PackId): boolean {
  return listOf(neededPublished(site)).targets.some(({ path }) => path === targetPath(id));
}

/** Takes a pack out of what is published. Its last sequence stays, so that it can come back above it. @throws {PublishError} */
export async function withdrawPack(site: Site, id: PackId): Promise<Published> {
  const { files, desk, repository, now } = site;
  const { targets, withdrawn } = listOf(neededPublished(site));
  const manifests = await readPublishedManifests(files, { targets, withdrawn });
  const sequence = manifests.get(id)?.sequence ?? 0;
  manifests.delete(id);
  const signers = await openSigners(desk, repository.root, ['targets', 'snapshot', 'timestamp']);
  const published = await signSite(site, signers, {
    targets: targets.filter(({ path }) => path !== targetPath(id)),
    withdrawn: new Map([...withdrawn, [id, sequence]]),
  });
  await writeMetadata(site, published);
  await pruneSite(files, { published, manifests: [...manifests.values()], now });
  await files.sweep();
  return published;
}
