/** New keys in the place of old ones: a new root names them, which holders of the old root keys have to sign. */

import { type KeyDesk, keyFilesOf, openKeyDesk, signersOf } from './key-desk.ts';
import { writeKeyFile } from './key-folder.ts';
import { openSite, type SiteOptions } from './open-site.ts';
import { choosePassphrase } from './passphrases.ts';
import { PublishError } from './publish-error.ts';
import { keyCounts, onlineRoles, type Role, roles } from './roles.ts';
import {
  changedRoles,
  draftName,
  type MissingSignatures,
  missingSignatures,
  readDraft,
} from './root-draft.ts';
import { type OnlineSigners, type Site, signSite, writeMetadata } from './sign-site.ts';
import {
  addSignature,
  type KeysByRole,
  makeRoot,
  parseSignedFile,
  pathOf,
  type SignedFile,
} from './signed-file.ts';
import { generateSigningKey, type SigningKey } from './signing-key.ts';
import { folderFiles } from './site-files.ts';

export type RotationState =
  /** The draft of the next root lies in the folder of keys. */
  | { readonly type: 'waiting'; readonly draft: SignedFile<'root'>; readonly missing: MissingSignatures }
  | {
      readonly type: 'done';
      readonly root: SignedFile<'root'>;
      /** Roles whose keys are other ones than before. */
      readonly changed: readonly Role[];
      readonly site: Site;
    };

/** Which keys are replaced: all of some roles, single ones by their ids, or none, to sign the root for another year. */
export interface Replacement {
  readonly roles: readonly Role[];
  readonly keyIds: readonly string[];
}

/** Begins a change of keys, and finishes it when enough root keys are at hand. @throws {PublishError} */
export async function beginRotation(options: SiteOptions, replacement: Replacement): Promise<RotationState> {
  const site = await openSite(options);
  const keys = folderFiles(options.keys);
  if (await readDraft(keys)) {
    throw new PublishError(
      `A change of keys is under way. Go on with it: npm run pack -- rotate ${site.files.name} --keys ${options.keys}. To give it up, delete ${options.keys}/${draftName}.`,
    );
  }
  const { root } = site.repository;
  const kept = { root: [], targets: [], snapshot: [], timestamp: [] } as Record<
    Role,
    SigningKey['publicKey'][]
  >;
  const made: SigningKey[] = [];
  const passphrases = await choosePassphrases(options, root, replacement);
  for (const role of roles) {
    for (const id of root.metadata.signed.roles[role]?.keyIDs ?? []) {
      const key = root.metadata.signed.keys[id];
      if (key && !isReplaced(replacement, role, id)) kept[role].push(key);
    }
    while (kept[role].length < keyCounts[role].keys) {
      const key = generateSigningKey();
      kept[role].push(key.publicKey);
      if (role === 'root') made.push(key);
      const passphrase = passphrases.get(role) ?? '';
      await writeKeyFile(options.keys, key, { role, passphrase, made: options.now });
    }
  }
  const version = root.metadata.signed.version + 1;
  const draft = makeRoot(kept satisfies KeysByRole, { version, now: options.now, signers: made });
  await keys.write(draftName, draft.bytes);
  await keys.sweep();
  return continueRotation(options);
}

/** Goes on with the change that is under way, also when it was cut off before. @throws {PublishError} */
export async function continueRotation(options: SiteOptions): Promise<RotationState> {
  const keys = folderFiles(options.keys);
  const draft = await readDraft(keys);
  if (!draft) {
    throw new PublishError(
      `No change of keys is under way. Begin one with: npm run pack -- rotate SITE ROLE --keys ${options.keys}, where ROLE is ${roles.join(', ')}, or --renew to sign the root for another year.`,
    );
  }
  const { version } = draft.metadata.signed;
  const installed = await readInstalled(options, draft);
  try {
    const site = await openSite({ ...options, maxRoots: version - 1 });
    return await signAndInstall(site, installed ?? draft);
  } catch (error) {
    if (!(error instanceof PublishError) || !installed) throw error;
    // Where the old key is lost, what is published is signed by the keys of the new root alone: all was written before.
    return finish(await openSite(options), installed);
  }
}

/** The root that the draft has become, when an earlier run has got so far. @throws {PublishError} when it is another one. */
async function readInstalled(
  { folder, files = folderFiles(folder), keys }: SiteOptions,
  draft: SignedFile<'root'>,
): Promise<SignedFile<'root'> | null> {
  const path = pathOf(draft);
  const bytes = await files.read(path);
  if (!bytes) return null;
  const installed = parseSignedFile('root', bytes, `${files.name}/${path}`);
  if (installed.metadata.signed.equals(draft.metadata.signed)) return installed;
  throw new PublishError(
    `Another change of keys was published meanwhile as ${path}. Delete ${keys}/${draftName}, and begin again with: npm run pack -- rotate`,
  );
}

async function signAndInstall(site: Site, unsigned: SignedFile<'root'>): Promise<RotationState> {
  const { desk, repository } = site;
  const { root } = repository;
  const draft = await signWithKeysAtHand(desk, root, unsigned);
  const keys = folderFiles(desk.folder);
  await keys.write(draftName, draft.bytes);
  const missing = missingSignatures(root, draft);
  if (missing) return { type: 'waiting', draft, missing };
  const changed = changedRoles(root, draft);
  await install(site, draft, changed);
  return finish(site, draft, changed);
}

/**
 * What changes keys online is signed by old and new keys both, and written before the new root: readers accept it with
 * either root. Where the old key is lost, the root has to come first, and readers are refused until the rest is there.
 */
async function install(site: Site, draft: SignedFile<'root'>, changed: readonly Role[]): Promise<void> {
  const { files, desk, repository } = site;
  const first = onlineRoles.findIndex((role) => changed.includes(role));
  if (first < 0 || !repository.published) {
    if (repository.published) await files.write(pathOf(draft), draft.bytes);
    return;
  }
  const signing = onlineRoles.slice(first);
  const signers: { -readonly [R in keyof OnlineSigners]: OnlineSigners[R] } = {};
  let isSignedByOld = true;
  for (const role of signing) {
    const next = await signersOf(desk, draft, role);
    const old = changed.includes(role) ? await openIfPossible(desk, repository.root, role) : next;
    isSignedByOld &&= old.length > 0;
    signers[role] = [...new Map([...old, ...next].map((key) => [key.id, key])).values()];
  }
  const published = await signSite(site, signers);
  if (!isSignedByOld) await files.write(pathOf(draft), draft.bytes);
  await writeMetadata(site, published);
  if (isSignedByOld) await files.write(pathOf(draft), draft.bytes);
}

async function finish(
  site: Site,
  draft: SignedFile<'root'>,
  changed: readonly Role[] = changedRoles(site.repository.roots.at(-2) ?? draft, draft),
): Promise<RotationState> {
  await site.files.sweep();
  // The draft goes last: as long as it is there, the change can be gone on with.
  const keys = folderFiles(site.desk.folder);
  await keys.write(`${draft.metadata.signed.version}.root.json`, draft.bytes);
  await keys.remove(draftName);
  await keys.sweep();
  return { type: 'done', root: draft, changed, site };
}

const isReplaced = ({ roles: whole, keyIds }: Replacement, role: Role, id: string): boolean =>
  whole.includes(role) || keyIds.includes(id);

async function choosePassphrases(
  { keys, passphrases, folder }: SiteOptions,
  root: SignedFile<'root'>,
  replacement: Replacement,
): Promise<Map<Role, string>> {
  // Whoever cannot sign with root keys here still may make the keys; that the folder can be read is checked before asking.
  await openKeyDesk(keys, { passphrases, site: folder });
  const concerned = roles.filter((role) =>
    (root.metadata.signed.roles[role]?.keyIDs ?? []).some((id) => isReplaced(replacement, role, id)),
  );
  const chosen = new Map<Role, string>();
  const online = concerned.filter((role) => role !== 'root');
  if (concerned.includes('root')) chosen.set('root', await choosePassphrase('root', passphrases));
  if (online[0]) {
    const passphrase = await choosePassphrase(online[0], passphrases);
    for (const role of online) chosen.set(role, passphrase);
  }
  return chosen;
}

async function signWithKeysAtHand(
  desk: KeyDesk,
  root: SignedFile<'root'>,
  draft: SignedFile<'root'>,
): Promise<SignedFile<'root'>> {
  let signed = draft;
  for (const by of [root, draft]) {
    for (const file of keyFilesOf(desk, by, 'root')) {
      if (file.id in signed.metadata.signatures || missingSignatures(root, signed) === null) continue;
      signed = addSignature(signed, await desk.open(file));
    }
  }
  return signed;
}

/** The old keys of a role; none when one of them is lost, or its passphrase. */
async function openIfPossible(desk: KeyDesk, root: SignedFile<'root'>, role: Role): Promise<SigningKey[]> {
  try {
    return await Promise.all(keyFilesOf(desk, root, role).map((file) => desk.open(file)));
  } catch (error) {
    if (error instanceof PublishError) return [];
    throw error;
  }
}
