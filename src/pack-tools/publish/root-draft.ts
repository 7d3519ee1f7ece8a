/** The next root while it waits for the signatures of people who hold root keys. */

import { basename, dirname } from 'node:path';
import { PublishError } from './publish-error.ts';
import { keyCounts, type Role, roles } from './roles.ts';
import { addSignature, countSignatures, parseSignedFile, type SignedFile } from './signed-file.ts';
import type { SigningKey } from './signing-key.ts';
import { folderFiles, type SiteFiles } from './site-files.ts';

/** In the folder of keys. */
export const draftName = 'root-draft.json';

/** Null when no change of keys is under way. @throws {PublishError} when the file is damaged. */
export async function readDraft(keys: SiteFiles): Promise<SignedFile<'root'> | null> {
  const bytes = await keys.read(draftName);
  return bytes && parseSignedFile('root', bytes, `${keys.name}/${draftName}`);
}

/** @throws {PublishError} */
export async function readDraftFile(path: string): Promise<SignedFile<'root'>> {
  const bytes = await folderFiles(dirname(path)).read(basename(path));
  if (bytes) return parseSignedFile('root', bytes, path);
  throw new PublishError(`There is no ${path}. Copy it from the folder of keys where rotate has written it.`);
}

/** The draft in this file after one more signature. @throws {PublishError} */
export async function signDraftFile(path: string, key: SigningKey): Promise<SignedFile<'root'>> {
  const signed = addSignature(await readDraftFile(path), key);
  const files = folderFiles(dirname(path));
  await files.write(basename(path), signed.bytes);
  await files.sweep();
  return signed;
}

export interface MissingSignatures {
  readonly count: number;
  /** Ids of keys any of which may give them. */
  readonly from: readonly string[];
}

/** What the draft needs so that readers who know the root before follow to it; null when it has all. */
export function missingSignatures(
  before: SignedFile<'root'>,
  draft: SignedFile<'root'>,
): MissingSignatures | null {
  for (const root of [before, draft]) {
    const missing = keyCounts.root.threshold - countSignatures(root, draft);
    if (missing <= 0) continue;
    const ids = root.metadata.signed.roles.root?.keyIDs ?? [];
    return { count: missing, from: ids.filter((id) => !(id in draft.metadata.signatures)) };
  }
  return null;
}

/** Online roles whose keys the draft changes, in the order in which they sign. */
export function changedRoles(before: SignedFile<'root'>, draft: SignedFile<'root'>): Role[] {
  const ids = (root: SignedFile<'root'>, role: Role) =>
    [...(root.metadata.signed.roles[role]?.keyIDs ?? [])].sort().join();
  return roles.filter((role) => ids(before, role) !== ids(draft, role));
}
