/** The keys that are at hand: those of the folder, opened when something has to be signed. */

import * as v from 'valibot';
import { checkIsApart, type KeyFile, listKeyFiles, readKeptRoots } from './key-folder.ts';
import { createKeyOpener, type PassphraseSource } from './passphrases.ts';
import { PublishError } from './publish-error.ts';
import type { Role } from './roles.ts';
import type { SignedFile } from './signed-file.ts';
import type { SigningKey } from './signing-key.ts';
import { folderFiles } from './site-files.ts';

export interface KeyDesk {
  readonly folder: string;
  readonly files: readonly KeyFile[];
  /** From the folder; the site has more when another person has signed since. */
  readonly keptRoots: readonly SignedFile<'root'>[];
  open(file: KeyFile): Promise<SigningKey>;
  /** The highest version of a timestamp that was signed with this folder, 0 without any. */
  readonly lastTimestamp: number;
  remember(timestampVersion: number): Promise<void>;
}

/** Nothing is asked before a key is opened. @throws {PublishError} */
export async function openKeyDesk(
  folder: string,
  { passphrases, site }: { passphrases: PassphraseSource; site: string },
): Promise<KeyDesk> {
  checkIsApart(folder, site);
  const files = await listKeyFiles(folder);
  const own = folderFiles(folder);
  const memory = await own.read(memoryName);
  return {
    folder,
    files,
    keptRoots: await readKeptRoots(folder),
    open: createKeyOpener(passphrases),
    lastTimestamp: memory ? readMemory(memory, folder) : 0,
    async remember(timestamp) {
      await own.write(memoryName, Buffer.from(`${JSON.stringify({ timestamp })}\n`));
      await own.sweep();
    },
  };
}

/** Two versions of one number would be signed when somebody publishes from an old copy of the site. */
const memoryName = 'last-signed.json';
const memorySchema = v.object({ timestamp: v.pipe(v.number(), v.integer(), v.minValue(0)) });

function readMemory(bytes: Buffer, folder: string): number {
  try {
    return v.parse(memorySchema, JSON.parse(bytes.toString('utf8'))).timestamp;
  } catch (cause) {
    throw new PublishError(
      `${folder}/${memoryName}, which holds the last timestamp that was signed, is damaged. Make sure that the site's folder is not older than what readers are given (npm run pack -- download), then delete the file.`,
      { cause },
    );
  }
}

/** The key files with which this root lets the role sign. */
export function keyFilesOf(desk: KeyDesk, root: SignedFile<'root'>, role: Role): KeyFile[] {
  const ids = root.metadata.signed.roles[role]?.keyIDs ?? [];
  return ids.flatMap((id) => desk.files.find((file) => file.id === id) ?? []);
}

/** The keys that sign for an online role. @throws {PublishError} naming the key that is missing. */
export async function signersOf(
  desk: KeyDesk,
  root: SignedFile<'root'>,
  role: Exclude<Role, 'root'>,
): Promise<SigningKey[]> {
  const files = keyFilesOf(desk, root, role);
  const { keyIDs = [], threshold = 1 } = root.metadata.signed.roles[role] ?? {};
  if (files.length < threshold) {
    const [wanted = ''] = keyIDs;
    const others = desk.files.filter((file) => file.role === role);
    throw new PublishError(
      `${desk.folder} does not have the ${role} key ${wanted.slice(0, 8)}, which has to sign now${
        others.length > 0 ? ' (it has one that is not or no longer in use)' : ''
      }. Bring its file into the folder; if it is lost, make a new one with: npm run pack -- rotate SITE ${role} --keys ${desk.folder}`,
    );
  }
  return Promise.all(files.map((file) => desk.open(file)));
}
