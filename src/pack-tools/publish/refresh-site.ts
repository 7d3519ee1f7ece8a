import { keyFilesOf } from './key-desk.ts';
import type { Published } from './open-repository.ts';
import { pruneSite } from './prune-site.ts';
import { PublishError } from './publish-error.ts';
import { readPublishedManifests } from './read-published.ts';
import { daysUntil } from './roles.ts';
import { listOf, neededPublished, openSigners, type Site, signSite, writeMetadata } from './sign-site.ts';

/** With fewer days left the snapshot is signed as well, so that a daily run that fails for some days does no harm. */
const snapshotDays = 7;

export interface RefreshReport {
  readonly published: Published;
  /** What somebody has to see to, in sentences. */
  readonly notices: readonly string[];
}

/**
 * Says again that what is published is the newest. `withTargets`: a person also stands for the list of packs anew; else
 * it stays as it was signed. @throws {PublishError}
 */
export async function refreshSite(
  site: Site,
  { withTargets }: { withTargets: boolean },
): Promise<RefreshReport> {
  const { desk, repository, files, now } = site;
  const before = neededPublished(site);
  const { root } = repository;
  if (!withTargets) checkTargetsHold(site, before);
  const daysLeft = daysUntil(before.snapshot.metadata.signed.expires, now);
  const hasSnapshotKey = keyFilesOf(desk, root, 'snapshot').length > 0;
  // Once it has ended there is no use in a timestamp alone, and the missing key is what has to be told.
  const withSnapshot = withTargets || daysLeft <= 0 || (daysLeft < snapshotDays && hasSnapshotKey);
  const signers = await openSigners(desk, root, [
    ...(withTargets ? (['targets'] as const) : []),
    ...(withSnapshot ? (['snapshot'] as const) : []),
    'timestamp',
  ]);
  const published = await signSite(site, signers);
  await writeMetadata(site, published);
  const manifests = await readPublishedManifests(files, listOf(published));
  await pruneSite(files, { published, manifests: [...manifests.values()], now });
  await files.sweep();
  const notices =
    !withSnapshot && daysLeft < snapshotDays
      ? [
          `NOTE: the snapshot ends in ${Math.floor(daysLeft)} days, and its key is not in ${desk.folder}. Run refresh where the snapshot key is.`,
        ]
      : [];
  return { published, notices };
}

function checkTargetsHold({ now, desk, files }: Site, { targets }: Published): void {
  const { expires } = targets.metadata.signed;
  if (daysUntil(expires, now) > 0) return;
  throw new PublishError(
    `The list of packs has ended on ${expires.slice(0, 10)}, and readers get no updates until a person signs it anew: npm run pack -- refresh ${files.name} --targets --keys ${desk.folder}`,
  );
}
