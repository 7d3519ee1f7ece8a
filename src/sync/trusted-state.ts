/**
 * What is trusted of a signed source, kept in two places: the database, and outside of it a copy of the small files, since
 * browsers drop whole databases and an attacker could then show old packs as new ones.
 */

import type { SourceSignature } from '../model/status.ts';
import type { Store } from '../store/open-store.ts';
import { listTrustedMetadata, putTrustedMetadata } from '../store/trusted-metadata.ts';
import { failpoint } from './failpoints.ts';
import { parseSignedFile } from './tuf/parse-signed-file.ts';
import type { TrustedMetadata } from './tuf/refresh.ts';

/** The texts are the files as they were verified. Targets are left out: they may be large, and the snapshot has their version. */
export interface TrustedCopy extends SourceSignature {
  readonly root: string;
  readonly timestamp: string;
  readonly snapshot: string;
}

/** Where copies are kept, by source. */
export interface TrustedCopies {
  read(sourceId: string): Promise<TrustedCopy | null>;
  write(sourceId: string, copy: TrustedCopy): Promise<void>;
}

export interface TrustPlaces {
  readonly store: Store;
  readonly copies: TrustedCopies;
  readonly sourceId: string;
}

export interface TrustedState {
  readonly metadata: TrustedMetadata;
  /** Of the first root, by which the source was taken up. */
  readonly rootSha256: string;
  readonly restored: SourceSignature['restored'];
}

const rolesInCopy = ['root', 'timestamp', 'snapshot'] as const;
const roles = [...rolesInCopy, 'targets'] as const;
/** The row next to the roles' that has the first root's fingerprint. */
const fingerprintRole = 'first-root-sha256';

/**
 * What is trusted of the source, or null when it was never refreshed. Of each file the higher version counts; tuf-js looks
 * at all of them again before it relies on them.
 */
export async function loadTrust(
  { store, copies, sourceId }: TrustPlaces,
  now: Date,
): Promise<TrustedState | null> {
  const [rows, copy] = await Promise.all([listTrustedMetadata(store, sourceId), copies.read(sourceId)]);
  const row = rows.get(fingerprintRole);
  const rootSha256 = row ? new TextDecoder().decode(row) : copy?.rootSha256;
  if (rootSha256 === undefined) return null;

  const metadata = new Map<string, Uint8Array>();
  let isDatabaseBehind = false;
  for (const role of roles) {
    const own = rows.get(role);
    const copied = role === 'targets' || !copy ? undefined : new TextEncoder().encode(copy[role]);
    const isBehind = versionOf(own) < versionOf(copied);
    isDatabaseBehind ||= isBehind;
    const newer = isBehind ? copied : own;
    if (newer) metadata.set(role, newer);
  }
  if (!metadata.has('root')) return null;
  const from = isDatabaseBehind ? 'copy' : copy ? null : 'database';
  const restored = from ? ({ from, restoredAt: now.getTime() } as const) : (copy?.restored ?? null);
  return { metadata, rootSha256, restored };
}

/** Keeps a whole refresh, in one transaction that waits for the disk, then in the copy. */
export async function commitRefresh(
  { store, copies, sourceId }: TrustPlaces,
  { metadata, rootSha256, restored }: TrustedState,
  now: Date,
): Promise<void> {
  const files = roles.flatMap((role) => {
    const bytes = metadata.get(role);
    return bytes ? [{ sourceId, role, bytes: Uint8Array.from(bytes) }] : [];
  });
  await putTrustedMetadata(store, [...files, fingerprintRow(sourceId, rootSha256)]);
  if (globalThis.newsglossFailpoints) await failpoint('K2');
  const text = (role: string) => new TextDecoder().decode(metadata.get(role));
  const [root, targets] = [parseSignedFile(metadata.get('root')), parseSignedFile(metadata.get('targets'))];
  const mayVouch = root?.keysOf.get('targets') ?? [];
  const expiries = roles.flatMap((role) => parseSignedFile(metadata.get(role))?.expires.getTime() ?? []);
  await copies.write(sourceId, {
    rootSha256,
    signedBy: targets?.signedBy.filter((keyId) => mayVouch.includes(keyId)) ?? [],
    refreshedAt: now.getTime(),
    expiresAt: Math.min(...expiries),
    restored,
    root: text('root'),
    timestamp: text('timestamp'),
    snapshot: text('snapshot'),
  });
}

/** Keeps nothing but a new root that the old one leads to, after a refresh that failed. */
export async function commitRoot(
  { store, copies, sourceId }: TrustPlaces,
  { root, rootSha256 }: { root: Uint8Array; rootSha256: string },
): Promise<void> {
  await putTrustedMetadata(store, [
    { sourceId, role: 'root', bytes: Uint8Array.from(root) },
    fingerprintRow(sourceId, rootSha256),
  ]);
  const copy = await copies.read(sourceId);
  if (copy) await copies.write(sourceId, { ...copy, root: new TextDecoder().decode(root) });
}

const fingerprintRow = (sourceId: string, rootSha256: string) => ({
  sourceId,
  role: fingerprintRole,
  bytes: new TextEncoder().encode(rootSha256),
});

/** 0 for what is not there or is no metadata. */
const versionOf = (bytes: Uint8Array | undefined): number => parseSignedFile(bytes)?.version ?? 0;
