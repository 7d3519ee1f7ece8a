import { TargetFile } from '@tufjs/models';
import { blobPath, manifestPath, type PackManifest } from '../../model/pack.ts';
import {
  isUnchanged,
  makeFirstVersion,
  makeNextVersion,
  maxManifestBytes,
  type NextVersion,
  type RecordChanges,
} from './next-version.ts';
import type { Published } from './open-repository.ts';
import { pruneSite } from './prune-site.ts';
import { PublishError } from './publish-error.ts';
import { type PackVersionFiles, readBlob, readRecordLines } from './read-pack.ts';
import { readPublishedManifests, targetPath } from './read-published.ts';
import { listOf, openSigners, type Site, signSite, type TargetList, writeMetadata } from './sign-site.ts';
import { sha256Of } from './signed-file.ts';

export interface PublishedPack {
  readonly id: string;
  /** Null when the pack was not published before. */
  readonly from: number | null;
  readonly to: number;
  /** Null when it stayed as it was. */
  readonly changes: RecordChanges | null;
  readonly packBytes: number;
  /** What a reader of the version before fetches, unless it is the whole pack. */
  readonly patchBytes: number | null;
}

export interface PublishReport {
  readonly packs: readonly PublishedPack[];
  readonly removedFiles: number;
  readonly published: Published;
}

/**
 * What is published after the packs have got their next version. Packs of the site that are not among them stay as they
 * are. A writer that dies at any moment leaves a site that is as before or as after.
 * @throws {PublishError} before anything has become public.
 */
export async function publishPacks(
  site: Site,
  built: readonly PackVersionFiles[],
  { mayShrink }: { mayShrink: boolean },
): Promise<PublishReport> {
  const { files, desk, repository, now } = site;
  checkPackIds(built);
  const before = repository.published ? listOf(repository.published) : noTargets;
  const current = await readPublishedManifests(site.files, before);
  const plans = [];
  for (const pack of built) plans.push(await planPack(site, pack, { before, current, mayShrink }));
  // Asked for before a file is written: a passphrase that nobody knows leaves everything as it was.
  const signers = await openSigners(desk, repository.root, ['targets', 'snapshot', 'timestamp']);

  for (const plan of plans) await writeBlobs(site, plan);
  const manifests = new Map(current);
  const targets = new Map(before.targets.map((target) => [target.path, target]));
  for (const { next } of plans) {
    if (!next) continue;
    const { id, sequence } = next.manifest;
    const bytes = manifestBytes(next.manifest);
    const sha256 = sha256Of(bytes);
    await files.write(manifestPath(id, sha256), bytes);
    manifests.set(id, next.manifest);
    const unrecognizedFields = { custom: { sequence } };
    const path = targetPath(id);
    targets.set(path, new TargetFile({ path, length: bytes.length, hashes: { sha256 }, unrecognizedFields }));
  }
  const withdrawn = new Map([...before.withdrawn].filter(([id]) => !manifests.has(id)));
  const published = await signSite(site, signers, { targets: [...targets.values()], withdrawn });
  await writeMetadata(site, published);
  const removed = await pruneSite(files, { published, manifests: [...manifests.values()], now });
  await files.sweep();
  return { packs: plans.map(({ report }) => report), removedFiles: removed.length, published };
}

const noTargets: TargetList = { targets: [], withdrawn: new Map() };

interface Plan {
  readonly pack: PackVersionFiles;
  /** Null when the pack stays as it is. */
  readonly next: NextVersion | null;
  readonly report: PublishedPack;
}

function checkPackIds(built: readonly PackVersionFiles[]): void {
  const folders = new Map<string, string>();
  for (const { manifest, files } of built) {
    const other = folders.get(manifest.id);
    if (other !== undefined) {
      throw new PublishError(
        `Pack "${manifest.id}" is in ${other} and in ${files.name}. Publish one of them.`,
      );
    }
    folders.set(manifest.id, files.name);
  }
}

async function planPack(
  { files }: Site,
  pack: PackVersionFiles,
  {
    before,
    current,
    mayShrink,
  }: { before: TargetList; current: ReadonlyMap<string, PackManifest>; mayShrink: boolean },
): Promise<Plan> {
  const { id } = pack.manifest;
  const published = current.get(id);
  const lines = await readRecordLines(pack);
  if (published && isUnchanged(published, pack.manifest)) {
    return { pack, next: null, report: reportOf(published, { from: published.sequence, changes: null }) };
  }
  if (published && !mayShrink) checkHasNotShrunk(published, pack.manifest);
  const next = published
    ? makeNextVersion(
        { manifest: published, lines: await readRecordLines({ manifest: published, files }) },
        { manifest: pack.manifest, lines },
      )
    : makeFirstVersion(pack.manifest, (before.withdrawn.get(id) ?? 0) + 1);
  const { length } = manifestBytes(next.manifest);
  if (length > maxManifestBytes) {
    throw new PublishError(
      `The manifest of pack "${id}" would have ${length} bytes, more than readers accept. Split the pack into several.`,
    );
  }
  return {
    pack,
    next,
    report: reportOf(next.manifest, { from: published?.sequence ?? null, changes: next.changes }),
  };
}

function reportOf(
  { id, sequence, buckets, patches }: PackManifest,
  { from, changes }: Pick<PublishedPack, 'from' | 'changes'>,
): PublishedPack {
  const packBytes = buckets.reduce((sum, { bytes }) => sum + bytes, 0);
  const patch = patches.find((each) => each.from === from && each.to === sequence);
  return { id, from, to: sequence, changes, packBytes, patchBytes: patch?.bytes ?? null };
}

/** Readers' browsers hold back a version that has lost so much, until the reader agrees. */
const suspiciousShare = 0.7;

function checkHasNotShrunk(published: PackManifest, built: PackManifest): void {
  if (built.recordCount >= published.recordCount * suspiciousShare) return;
  throw new PublishError(
    `Pack "${built.id}" would shrink from ${published.recordCount} records to ${built.recordCount}, and readers' browsers would hold it back. Look at the build with: npm run pack -- diff BEFORE AFTER. If it is meant, publish with --allow-fewer.`,
  );
}

async function writeBlobs({ files }: Site, { pack, next }: Plan): Promise<void> {
  if (!next) return;
  const own = new Set(pack.manifest.buckets.map(({ sha256 }) => sha256));
  for (const bucket of next.manifest.buckets) {
    const path = blobPath(bucket.sha256);
    // A bucket that the version before has already lies there; one that was lost is put back.
    const there = await files.read(path);
    if (there && sha256Of(there) === bucket.sha256) continue;
    if (own.has(bucket.sha256)) await files.write(path, await readBlob(pack, bucket));
  }
  if (next.patch) await files.write(blobPath(next.patch.entry.sha256), next.patch.bytes);
}

const manifestBytes = (manifest: PackManifest): Buffer => Buffer.from(JSON.stringify(manifest));
