/** The version of a pack that follows the published one. */

import { type BlobEntry, type PackManifest, parsePackManifest } from '../../model/pack.ts';
import { packBlob } from '../write-source.ts';
import { makePatchOfLines, type RecordLines } from './make-patch.ts';

export interface NextVersion {
  readonly manifest: PackManifest;
  /** The patch that is new with this version, unless readers are better off without. */
  readonly patch: { readonly entry: BlobEntry; readonly bytes: Buffer } | null;
  readonly changes: RecordChanges;
}

export interface RecordChanges {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** What readers install by patches is limited in number, in share of the whole pack, and in operations. */
const maxPatches = 30;
const maxShareOfPack = 0.25;
const maxOperations = 20_000;
/** Of the manifest, in bytes. */
export const maxManifestBytes = 1 << 20;

/** True when the published version says the same as the built one, and its author has not raised the sequence. */
export function isUnchanged(published: PackManifest, built: PackManifest): boolean {
  const fields = ['digest', 'title', 'publisher', 'licence', 'bucketBits'] as const;
  return built.sequence <= published.sequence && fields.every((field) => published[field] === built[field]);
}

/** `least`: no lower sequence, since readers may have seen those below it. */
export function makeFirstVersion(built: PackManifest, least: number): NextVersion {
  return {
    manifest: { ...built, sequence: Math.max(built.sequence, least), patches: [] },
    patch: null,
    changes: { added: built.recordCount, changed: 0, removed: 0 },
  };
}

/** The sequence grows by one, or to what the pack's author has written if that is more. */
export function makeNextVersion(
  published: { readonly manifest: PackManifest; readonly lines: RecordLines },
  built: { readonly manifest: PackManifest; readonly lines: RecordLines },
): NextVersion {
  const { manifest: before } = published;
  const sequence = Math.max(built.manifest.sequence, before.sequence + 1);
  const { text, operations } = makePatchOfLines(published.lines, built.lines);
  const { entry, bytes } = packBlob(text);
  // The same records may be gzipped to other bytes on another computer; readers have the published ones already.
  const known = new Map(before.buckets.map((bucket) => [bucket.rawSha256, bucket]));
  const buckets = built.manifest.buckets.map((bucket) => known.get(bucket.rawSha256) ?? bucket);
  const patches = keepUsefulPatches(
    [...before.patches, { from: before.sequence, to: sequence, ...entry, operations }],
    buckets.reduce((sum, bucket) => sum + bucket.bytes, 0),
  );
  return {
    manifest: parsePackManifest({ ...built.manifest, sequence, buckets, patches }),
    patch: patches.length > 0 ? { entry, bytes } : null,
    changes: countChanges(published.lines, built.lines),
  };
}

/**
 * The longest chain of last patches that a reader would take instead of the whole pack. One that leads to a patch which
 * is too large leads nowhere.
 */
function keepUsefulPatches(patches: PackManifest['patches'], packBytes: number): PackManifest['patches'] {
  let bytes = 0;
  let operations = 0;
  const kept: PackManifest['patches'] = [];
  for (const patch of patches.toReversed()) {
    bytes += patch.bytes;
    operations += patch.operations;
    if (kept.length === maxPatches || bytes > packBytes * maxShareOfPack || operations > maxOperations) break;
    kept.unshift(patch);
  }
  return kept;
}

function countChanges(before: RecordLines, after: RecordLines): RecordChanges {
  let [added, changed] = [0, 0];
  for (const [id, line] of after) {
    const old = before.get(id);
    if (old === undefined) added++;
    else if (old !== line) changed++;
  }
  return { added, changed, removed: before.size - (after.size - added) };
}
