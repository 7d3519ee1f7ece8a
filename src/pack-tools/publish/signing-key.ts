/** Ed25519 keys, and the files in which their private halves lie encrypted. */

import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { Key, Signature } from '@tufjs/models';
import { isRole, type Role } from './roles.ts';

export interface SigningKey {
  readonly id: string;
  /** As it stands in a root. */
  readonly publicKey: Key;
  readonly privateKey: KeyObject;
}

/** What a key file says without its passphrase. */
export interface KeyFileHead {
  readonly role: Role;
  readonly id: string;
}

/** The passphrase does not open the key, or the file is damaged. */
export class LockedKeyError extends Error {
  override name = 'LockedKeyError';
}

export function generateSigningKey(): SigningKey {
  return toSigningKey(generateKeyPairSync('ed25519').privateKey);
}

/**
 * The text of a key file: a head that people and this program read, then PKCS #8 in PEM, encrypted with the passphrase.
 * Other programs, such as `openssl pkey`, skip the head (RFC 7468).
 */
export function encryptKey(
  key: SigningKey,
  { role, passphrase, made }: { role: Role; passphrase: string; made: Date },
): string {
  const pem = key.privateKey.export({
    format: 'pem',
    type: 'pkcs8',
    cipher: 'aes-256-cbc',
    passphrase,
  });
  const head = [
    'Private signing key of a Newsgloss publisher. Keep it secret, and keep a copy.',
    `Role: ${role}`,
    `Key: ${key.id}`,
    `Made: ${made.toISOString().slice(0, 10)}`,
  ];
  return `${head.join('\n')}\n\n${String(pem)}`;
}

/** Null for a file that is no key of a publisher. */
export function readKeyHead(text: string): KeyFileHead | null {
  const role = /^Role: (\w+)$/m.exec(text)?.[1] ?? '';
  const id = /^Key: ([0-9a-f]{64})$/m.exec(text)?.[1];
  return id !== undefined && isRole(role) && pemBlock.test(text) ? { role, id } : null;
}

/** @throws {LockedKeyError} */
export function decryptKey(text: string, passphrase: string): SigningKey {
  const [pem = ''] = pemBlock.exec(text) ?? [];
  let key: SigningKey;
  try {
    key = toSigningKey(createPrivateKey({ key: pem, format: 'pem', passphrase }));
  } catch (cause) {
    throw new LockedKeyError('The passphrase does not open this key.', { cause });
  }
  if (key.id !== readKeyHead(text)?.id) {
    throw new LockedKeyError('The file does not hold the key that its first lines name.');
  }
  return key;
}

/** For `Metadata.sign`. */
export const signWith =
  ({ id, privateKey }: SigningKey) =>
  (data: Buffer): Signature =>
    new Signature({ keyID: id, sig: sign(null, data, privateKey).toString('hex') });

const pemBlock = /-----BEGIN ENCRYPTED PRIVATE KEY-----[\s\S]+-----END ENCRYPTED PRIVATE KEY-----/;

function toSigningKey(privateKey: KeyObject): SigningKey {
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new LockedKeyError('This is no Ed25519 key.');
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  const hex = spki.subarray(-32).toString('hex');
  // The id of a key is the hash of its canonical JSON: names sorted, no spaces (TUF specification, 4.2).
  const canonical = `{"keytype":"ed25519","keyval":{"public":"${hex}"},"scheme":"ed25519"}`;
  const id = createHash('sha256').update(canonical).digest('hex');
  const publicKey = new Key({ keyID: id, keyType: 'ed25519', scheme: 'ed25519', keyVal: { public: hex } });
  return { id, publicKey, privateKey };
}
