/** A publisher's folder of keys, and of the roots that name them. */

import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { PublishError } from './publish-error.ts';
import { keyCounts, onlineRoles, type Role } from './roles.ts';
import { type KeysByRole, makeRoot, parseSignedFile, type SignedFile } from './signed-file.ts';
import {
  encryptKey,
  generateSigningKey,
  type KeyFileHead,
  readKeyHead,
  type SigningKey,
} from './signing-key.ts';

/** A key file whose head was read. */
export interface KeyFile extends KeyFileHead {
  readonly path: string;
}

/** Where `keys` puts the keys that are to be carried away. */
export const offlineFolder = 'offline';

/**
 * The first root, after a new folder has been filled with all keys that it names and with the root itself. The folder is
 * there as a whole or not at all. @throws {PublishError} when it holds anything already.
 */
export async function createKeyFolder(
  folder: string,
  {
    now,
    passphrases,
  }: { now: Date; passphrases: () => Promise<{ readonly root: string; readonly online: string }> },
): Promise<SignedFile<'root'>> {
  await checkIsEmpty(folder);
  const chosen = await passphrases();
  const generate = (role: Role) => Array.from({ length: keyCounts[role].keys }, generateSigningKey);
  const made = {
    root: generate('root'),
    targets: generate('targets'),
    snapshot: generate('snapshot'),
    timestamp: generate('timestamp'),
  };
  const publicKeys = Object.fromEntries(
    Object.entries(made).map(([role, keys]) => [role, keys.map(({ publicKey }) => publicKey)]),
  ) as unknown as KeysByRole;
  const root = makeRoot(publicKeys, { version: 1, now, signers: made.root });
  const unfinished = join(dirname(folder), `.${basename(folder)}.unfinished-${randomUUID()}`);
  try {
    for (const role of ['root', ...onlineRoles] as const) {
      const passphrase = role === 'root' ? chosen.root : chosen.online;
      for (const key of made[role]) await writeKeyFile(unfinished, key, { role, passphrase, made: now });
    }
    await writeFile(join(unfinished, '1.root.json'), root.bytes, { flush: true });
    await removeEmpty(folder);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
  return root;
}

/** Root keys go into the folder that is to be carried away, the others beside the roots. */
export async function writeKeyFile(
  folder: string,
  key: SigningKey,
  how: { role: Role; passphrase: string; made: Date },
): Promise<KeyFile> {
  const path = join(folder, how.role === 'root' ? offlineFolder : '', keyFileName(how.role, key.id));
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  // There is no other copy: it must outlive a power cut.
  await writeFile(path, encryptKey(key, how), { mode: 0o600, flag: 'wx', flush: true });
  return { path, role: how.role, id: key.id };
}

export const keyFileName = (role: Role, id: string): string => `${role}-${id.slice(0, 8)}.pem`;

/** The key files in the folder and in its `offline` folder, whatever they are called, by path. @throws {PublishError} */
export async function listKeyFiles(folder: string): Promise<KeyFile[]> {
  const paths = (await listFolder(folder)).map((name) => join(folder, name));
  const offline = join(folder, offlineFolder);
  paths.push(...(await listFolder(offline, { orEmpty: true })).map((name) => join(offline, name)));
  const files: KeyFile[] = [];
  for (const path of paths.filter((each) => each.endsWith('.pem')).sort()) {
    const head = readKeyHead(await readFile(path, 'utf8'));
    if (head) files.push({ path, ...head });
  }
  return files;
}

export async function readKeyFile({ path }: KeyFile): Promise<string> {
  return readFile(path, 'utf8');
}

/** The roots that lie in the folder, from the first on; none where only key files were brought. @throws {PublishError} */
export async function readKeptRoots(folder: string): Promise<SignedFile<'root'>[]> {
  const names = (await listFolder(folder)).filter((name) => /^\d+\.root\.json$/.test(name));
  const versions = names.map((name) => Number.parseInt(name, 10)).sort((a, b) => a - b);
  return Promise.all(
    versions.map(async (version) => {
      const path = join(folder, `${version}.root.json`);
      return parseSignedFile('root', await readFile(path), path);
    }),
  );
}

/** Keys in a folder that is published would be published. @throws {PublishError} */
export function checkIsApart(keys: string, site: string): void {
  const isWithin = (inner: string, outer: string) => {
    const path = relative(outer, inner);
    return path === '' || !(path === '..' || path.startsWith(`..${sep}`));
  };
  if (isWithin(keys, site)) {
    throw new PublishError(`The keys in ${keys} would be published with ${site}. Move them out of it.`);
  }
  if (isWithin(site, keys)) {
    throw new PublishError(
      `${site} lies among the keys of ${keys}. Choose a folder outside of it to publish.`,
    );
  }
}

async function checkIsEmpty(folder: string): Promise<void> {
  const names = await listFolder(folder, { orEmpty: true });
  if (names.length === 0) return;
  throw new PublishError(
    names.some((name) => name.endsWith('.pem'))
      ? `${folder} has keys already. To replace some of them, use rotate; for another source, name a new folder.`
      : `${folder} holds other files, such as ${names.sort()[0]}. Name a new folder for the keys.`,
  );
}

async function removeEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

async function listFolder(folder: string, { orEmpty = false } = {}): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' && orEmpty) return [];
    if (code === 'ENOENT') {
      throw new PublishError(
        `There is no folder ${folder}. Make keys with: npm run pack -- keys --out ${folder}`,
        {
          cause,
        },
      );
    }
    if (code === 'ENOTDIR') throw new PublishError(`${folder} is a file; name a folder.`, { cause });
    throw cause;
  }
}
