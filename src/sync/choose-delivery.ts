/** How a new version of a pack is fetched. */

import type { PackManifest } from '../model/pack.ts';
import { foldDigests } from '../store/apply-operations.ts';
import type { VersionContents } from '../store/schema.ts';

export type Patch = PackManifest['patches'][number];

export type Delivery =
  | { readonly type: 'patches'; readonly patches: readonly Patch[] }
  /** `changed` are the buckets to fetch; the records of all others are taken over. */
  | { readonly type: 'buckets'; readonly changed: ReadonlySet<number> };

/** A chain of patches may have this share of the bytes of all buckets, ... */
const maxPatchShare = 0.25;
/** ... and this many operations, since they are one transaction. */
const maxOperations = 20_000;

/** `installed`: the version in use, its contents null when it is from before there were patches. */
export function chooseDelivery(
  manifest: PackManifest,
  installed: { readonly sequence: number; readonly contents: VersionContents | null } | null,
): Delivery {
  const contents = installed?.contents ?? null;
  const patches = installed && contents ? chainOf(manifest, installed.sequence) : null;
  if (patches && isSmall(patches, manifest)) return { type: 'patches', patches };
  return { type: 'buckets', changed: changedBuckets(manifest, contents) };
}

/** The buckets that are not what they were; all where that cannot be told. */
export function changedBuckets(
  manifest: PackManifest,
  contents: VersionContents | null,
): ReadonlySet<number> {
  const all = manifest.buckets.map((_, bucket) => bucket);
  if (!contents || contents.bucketBits < manifest.bucketBits) return new Set(all);
  const known = foldDigests(contents, manifest.bucketBits);
  return new Set(all.filter((bucket) => manifest.buckets[bucket]?.digest !== known[bucket]));
}

/** The patches from one version to that of the manifest, as few as can be; null when there is no way. */
function chainOf({ patches, sequence }: PackManifest, from: number): readonly Patch[] | null {
  const chain: Patch[] = [];
  for (let at = from; at !== sequence; ) {
    const steps = patches.filter((patch) => patch.from === at && patch.to <= sequence);
    const [longest] = steps.toSorted((a, b) => b.to - a.to);
    if (!longest) return null;
    chain.push(longest);
    at = longest.to;
  }
  return chain.length > 0 ? chain : null;
}

function isSmall(patches: readonly Patch[], { buckets }: PackManifest): boolean {
  const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
  return (
    sum(patches.map(({ bytes }) => bytes)) < maxPatchShare * sum(buckets.map(({ bytes }) => bytes)) &&
    sum(patches.map(({ operations }) => operations)) <= maxOperations
  );
}
