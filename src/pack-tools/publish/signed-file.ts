/** Metadata files of a repository, made and read through @tufjs/models. */

import { createHash } from 'node:crypto';
import {
  type Key,
  Metadata,
  MetadataKind,
  MetaFile,
  Root,
  Snapshot,
  type TargetFile,
  Targets,
  Timestamp,
} from '@tufjs/models';
import { PublishError } from './publish-error.ts';
import { expiryOf, keyCounts, type Role, roles } from './roles.ts';
import { type SigningKey, signWith } from './signing-key.ts';

interface SignedByRole {
  readonly root: Root;
  readonly targets: Targets;
  readonly snapshot: Snapshot;
  readonly timestamp: Timestamp;
}

/** A file of the metadata folder: its bytes, and what is in them. */
export interface SignedFile<R extends Role = Role> {
  readonly role: R;
  readonly bytes: Buffer;
  readonly metadata: Metadata<SignedByRole[R]>;
}

/** Where the file lies below the base of its repository. Only the timestamp changes in place. */
export function pathOf({ role, metadata }: SignedFile): string {
  return metadataPath(role, metadata.signed.version);
}

export function metadataPath(role: Role, version: number): string {
  return role === 'timestamp' ? 'metadata/timestamp.json' : `metadata/${version}.${role}.json`;
}

interface Occasion {
  readonly version: number;
  readonly now: Date;
  readonly signers: readonly SigningKey[];
}

/** Of each role the public keys. */
export type KeysByRole = Readonly<Record<Role, readonly Key[]>>;

export function makeRoot(keys: KeysByRole, occasion: Occasion): SignedFile<'root'> {
  const { version, expires, specVersion } = common('root', occasion);
  const all = roles.flatMap((role) => keys[role]);
  const namedRoles = roles.map((role) => {
    const ids = [...new Set(keys[role].map(({ keyID }) => keyID))];
    return [role, { keyids: ids, threshold: keyCounts[role].threshold }];
  });
  const root = Root.fromJSON({
    _type: 'root',
    spec_version: specVersion,
    version,
    expires,
    consistent_snapshot: true,
    keys: Object.fromEntries(all.map((key) => [key.keyID, key.toJSON()])),
    roles: Object.fromEntries(namedRoles),
  });
  return seal('root', new Metadata(root), occasion.signers);
}

/** `withdrawn`: packs that are no longer there, with the sequence that they had. */
export function makeTargets(
  { targets, withdrawn }: { targets: readonly TargetFile[]; withdrawn: ReadonlyMap<string, number> },
  occasion: Occasion,
): SignedFile<'targets'> {
  const signed = new Targets({
    ...common('targets', occasion),
    unrecognizedFields: withdrawn.size > 0 ? { [withdrawnField]: Object.fromEntries(withdrawn) } : {},
  });
  for (const target of targets) signed.addTarget(target);
  return seal('targets', new Metadata(signed), occasion.signers);
}

/** A pack that comes back must not start again below what readers have seen of it. */
const withdrawnField = 'x-newsgloss-withdrawn';

export function withdrawnPacks({ metadata }: SignedFile<'targets'>): Map<string, number> {
  const field = metadata.signed.unrecognizedFields[withdrawnField];
  const entries = Object.entries(typeof field === 'object' && field !== null ? field : {});
  return new Map(entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
}

export function makeSnapshot(targets: SignedFile<'targets'>, occasion: Occasion): SignedFile<'snapshot'> {
  const signed = new Snapshot({
    ...common('snapshot', occasion),
    meta: { 'targets.json': entryOf(targets) },
  });
  return seal('snapshot', new Metadata(signed), occasion.signers);
}

export function makeTimestamp(snapshot: SignedFile<'snapshot'>, occasion: Occasion): SignedFile<'timestamp'> {
  const signed = new Timestamp({ ...common('timestamp', occasion), snapshotMeta: entryOf(snapshot) });
  return seal('timestamp', new Metadata(signed), occasion.signers);
}

/** The root with one more signature. */
export function addSignature(file: SignedFile<'root'>, signer: SigningKey): SignedFile<'root'> {
  return seal('root', file.metadata, [signer]);
}

/** @throws {PublishError} when the bytes are no metadata of this role; `name` is how the message calls the file. */
export function parseSignedFile<R extends Role>(role: R, bytes: Buffer, name: string): SignedFile<R> {
  try {
    const json: unknown = JSON.parse(bytes.toString('utf8'));
    const metadata = Metadata.fromJSON(kinds[role] as MetadataKind.Root, json as never);
    return { role, bytes, metadata: metadata as unknown as SignedFile<R>['metadata'] };
  } catch (cause) {
    throw new PublishError(`${name} is damaged. Take it from a copy, or from where it is published.`, {
      cause,
    });
  }
}

const kinds: Readonly<Record<Role, MetadataKind>> = {
  root: MetadataKind.Root,
  targets: MetadataKind.Targets,
  snapshot: MetadataKind.Snapshot,
  timestamp: MetadataKind.Timestamp,
};

/** How many keys that the root names for the role have signed the file. */
export function countSignatures(root: SignedFile<'root'>, file: SignedFile): number {
  const { keys, roles: namedRoles } = root.metadata.signed;
  return (namedRoles[file.role]?.keyIDs ?? []).filter((id) => {
    try {
      keys[id]?.verifySignature(file.metadata);
      return keys[id] !== undefined;
    } catch {
      // The library has no other way to say that a signature is missing or wrong.
      return false;
    }
  }).length;
}

/** Whether as many keys have signed it as the root asks for. */
export function isSignedBy(root: SignedFile<'root'>, file: SignedFile): boolean {
  const threshold = root.metadata.signed.roles[file.role]?.threshold ?? Number.POSITIVE_INFINITY;
  return countSignatures(root, file) >= threshold;
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function common(
  role: Role,
  { version, now }: Occasion,
): { version: number; expires: string; specVersion: string } {
  return { version, expires: expiryOf(role, now), specVersion: '1.0.31' };
}

function seal<R extends Role>(
  role: R,
  metadata: Metadata<SignedByRole[R]>,
  signers: readonly SigningKey[],
): SignedFile<R> {
  for (const signer of signers) metadata.sign(signWith(signer));
  return { role, metadata, bytes: Buffer.from(`${JSON.stringify(metadata.toJSON(), null, 1)}\n`) };
}

function entryOf({ metadata, bytes }: SignedFile): MetaFile {
  return new MetaFile({
    version: metadata.signed.version,
    length: bytes.length,
    hashes: { sha256: sha256Of(bytes) },
  });
}
