/** Fetches and checks one version of a pack, then puts it in the place of the one before, at once. */

import type { HoldReason } from '../model/held-pack.ts';
import type { PackManifest, PackVersion } from '../model/pack.ts';
import type { InstallProgress } from '../model/status.ts';
import { findStrongNames } from '../store/find-strong-names.ts';
import { holdPack } from '../store/held-packs.ts';
import type { Store } from '../store/open-store.ts';
import { activatePack } from '../store/packs.ts';
import type { InstallJob, VersionContents } from '../store/schema.ts';
import { compareGenerations, getContents } from '../store/versions.ts';
import { changedBuckets, chooseDelivery } from './choose-delivery.ts';
import { failpoint } from './failpoints.ts';
import { judgeVersion, marksIn, plainKeys } from './judge-version.ts';
import { patchPack } from './patch-pack.ts';
import { type PackEntry, readManifest } from './read-manifest.ts';
import { SourceError, type SourceFailure, type SourceReader } from './source.ts';
import { stagePack } from './stage-pack.ts';

export interface InstallPackOptions {
  readonly store: Store;
  readonly source: SourceReader;
  readonly sourceId: string;
  readonly entry: PackEntry;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: InstallProgress) => void;
}

/** The version in use; `contents` is null when it is from before there were patches. */
export interface InstalledVersion {
  readonly pack: PackVersion;
  readonly contents: VersionContents | null;
}

/**
 * Whether the version is in use now, or held for the reader to decide. Until that moment readers see the version before;
 * when this throws, or when the process is killed, they go on doing so, and the next call for the same version goes on
 * where this one was. The caller holds the sync lock. @throws {SourceError} {StoreFullError} {StoreUnavailableError}
 */
export async function installPack(
  options: InstallPackOptions,
  present: PackVersion | null,
): Promise<'activated' | 'held'> {
  const { store, entry } = options;
  const manifest = await readManifest(entry, options);
  const installed = present && { pack: present, contents: await getContents(store, present) };
  const delivery = chooseDelivery(
    manifest,
    installed && { sequence: installed.pack.sequence, contents: installed.contents },
  );
  if (installed && delivery.type === 'patches') {
    const next = versionOf(options, manifest, installed.pack.generation);
    const { patches } = delivery;
    const result = await patchPack(options, { manifest, patches, installed, next }).catch(unlessUnreachable);
    if (result.type === 'patched') return 'activated';
  }
  const changed =
    delivery.type === 'buckets' ? delivery.changed : changedBuckets(manifest, installed?.contents ?? null);
  const job = await stagePack(options, { manifest, changed, installed });
  const version = versionOf(options, manifest, job.generation);
  const reason = installed && (await judge(store, installed.pack, version));
  if (installed && reason) {
    await hold(store, { job, version, reason, inUse: installed.pack });
    return 'held';
  }
  await activatePack(store, version);
  if (globalThis.newsglossFailpoints) await failpoint('K10');
  return 'activated';
}

/** A patch that is not there or cannot be read only saves bytes: the buckets do without it. @throws whatever else it is. */
function unlessUnreachable(error: unknown): { readonly type: 'unsuitable' } {
  if (error instanceof SourceError && !unreachable.includes(error.reason)) return { type: 'unsuitable' };
  throw error;
}

/** What the buckets would meet as well. */
const unreachable: readonly SourceFailure[] = ['offline', 'timeout', 'server-error'];

function versionOf(
  { sourceId, entry }: InstallPackOptions,
  manifest: PackManifest,
  generation: number,
): PackVersion {
  return {
    id: entry.id,
    sourceId,
    sequence: manifest.sequence,
    generation,
    title: manifest.title,
    publisher: manifest.publisher,
    licence: manifest.licence,
    recordCount: manifest.recordCount,
    manifestSha256: entry.manifest.sha256,
    installedAt: Date.now(),
  };
}

async function judge(store: Store, before: PackVersion, after: PackVersion): Promise<HoldReason | null> {
  const marks = async ({ generation }: PackVersion): Promise<number> =>
    marksIn(await findStrongNames(store, generation, plainKeys));
  return judgeVersion(
    { recordCount: before.recordCount, marks: await marks(before) },
    { recordCount: after.recordCount, marks: await marks(after) },
  );
}

async function hold(
  store: Store,
  {
    job,
    version,
    reason,
    inUse,
  }: { job: InstallJob; version: PackVersion; reason: HoldReason; inUse: PackVersion },
): Promise<void> {
  const { id: packId, sourceId, title, sequence, manifestSha256 } = version;
  const changes = await compareGenerations(store, packId, { from: inUse.generation, to: job.generation });
  const heldAt = Date.now();
  await holdPack(store, {
    packId,
    sourceId,
    title,
    sequence,
    manifestSha256,
    heldAt,
    reason,
    version,
    changes,
  });
  if (globalThis.newsglossFailpoints) await failpoint('K13');
}
