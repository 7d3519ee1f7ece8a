/** Passphrases of key files: from the environment where nobody sits, else typed unseen. */

import { type KeyFile, readKeyFile } from './key-folder.ts';
import { PublishError } from './publish-error.ts';
import type { Role } from './roles.ts';
import { decryptKey, LockedKeyError, type SigningKey } from './signing-key.ts';

export interface PassphraseSource {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What somebody types, unseen; null when there is nobody to ask. */
  readonly askSecret: (question: string) => Promise<string | null>;
}

/** A stolen key file is as safe as its passphrase is long. */
const minPassphraseLength = 12;
const maxTries = 3;

interface Family {
  readonly variable: string;
  readonly name: string;
}
const rootFamily: Family = { variable: 'NEWSGLOSS_ROOT_PASSPHRASE', name: 'the root keys' };
const onlineFamily: Family = { variable: 'NEWSGLOSS_PASSPHRASE', name: 'the publishing keys' };
const familyOf = (role: Role): Family => (role === 'root' ? rootFamily : onlineFamily);

/** A passphrase for keys that are made now. @throws {PublishError} when it is too short or mistyped. */
export async function choosePassphrase(role: Role, { env, askSecret }: PassphraseSource): Promise<string> {
  const { variable, name } = familyOf(role);
  const given = env[variable] ?? (await askSecret(`New passphrase for ${name}: `));
  if (given === null) throw nobodyToAsk(variable, name);
  if (given.length < minPassphraseLength) {
    throw new PublishError(
      `The passphrase for ${name} has to have at least ${minPassphraseLength} characters. Let a password manager make one.`,
    );
  }
  if (env[variable] !== undefined) return given;
  if ((await askSecret('The same again: ')) === given) return given;
  throw new PublishError('The two passphrases differ. Nothing was written; start again.');
}

/** Opens key files, asking for each passphrase once: keys that were made together have one in common. */
export function createKeyOpener({
  env,
  askSecret,
}: PassphraseSource): (file: KeyFile) => Promise<SigningKey> {
  const opened = new Map<string, SigningKey>();
  const typed: string[] = [];
  return async (file) => {
    const known = opened.get(file.id);
    if (known) return known;
    const text = await readKeyFile(file);
    const { variable, name } = familyOf(file.role);
    const fromEnvironment = env[variable];
    let key = tryPassphrases(text, fromEnvironment === undefined ? typed : [fromEnvironment]);
    if (!key && fromEnvironment !== undefined) {
      throw new PublishError(
        `The passphrase in ${variable} does not open ${file.path}. Correct it or unset it.`,
      );
    }
    for (let tries = 0; !key && tries < maxTries; tries++) {
      const again = tries > 0 ? 'That does not open it. ' : '';
      const answer = await askSecret(`${again}Passphrase of ${file.path}: `);
      if (answer === null) throw nobodyToAsk(variable, name);
      key = tryPassphrases(text, [answer]);
      if (key) typed.unshift(answer);
    }
    if (!key) throw new PublishError(`No passphrase that you typed opens ${file.path}. Nothing was signed.`);
    opened.set(file.id, key);
    return key;
  };
}

function tryPassphrases(text: string, passphrases: readonly string[]): SigningKey | null {
  for (const passphrase of passphrases) {
    try {
      return decryptKey(text, passphrase);
    } catch (error) {
      if (!(error instanceof LockedKeyError)) throw error;
    }
  }
  return null;
}

function nobodyToAsk(variable: string, name: string): PublishError {
  return new PublishError(
    `There is no terminal to ask for the passphrase of ${name}. Set it in the environment as ${variable}.`,
  );
}
