/** What tuf-js uses of Node's crypto: SHA-2, Ed25519 and ECDSA on P-256 and P-384. RSA-PSS is left out on purpose. */

import { ed25519 } from '@noble/curves/ed25519.js';
import { p256, p384 } from '@noble/curves/nist.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { NodeBuffer } from './node-buffer.ts';

const hashes = { sha256, sha384, sha512 };
/** The first bytes of a public key (SubjectPublicKeyInfo, DER) tell its kind; RFC 8410 and RFC 5480. */
const kinds = [
  { type: 'ed25519', curve: null, prefix: '302a300506032b6570032100', length: 32 },
  {
    type: 'ec',
    curve: 'prime256v1',
    prefix: '3059301306072a8648ce3d020106082a8648ce3d030107034200',
    length: 65,
  },
  { type: 'ec', curve: 'secp384r1', prefix: '3076301006072a8648ce3d020106052b81040022036200', length: 97 },
] as const;

interface PublicKey {
  readonly asymmetricKeyType: 'ed25519' | 'ec';
  readonly asymmetricKeyDetails: { readonly namedCurve: string | null };
  readonly bytes: Uint8Array;
}

function createHash(name: string) {
  const algorithm = Object.entries(hashes).find(([known]) => known === name)?.[1];
  if (!algorithm) throw new Error(`Unsupported hash ${name}.`);
  const hash = algorithm.create();
  const self = {
    update(data: Uint8Array | string) {
      hash.update(typeof data === 'string' ? NodeBuffer.from(data) : data);
      return self;
    },
    digest(encoding?: string) {
      const digest = NodeBuffer.from(hash.digest());
      return encoding === 'hex' ? digest.toString('hex') : digest;
    },
  };
  return self;
}

function createPublicKey(source: string | { readonly key: Uint8Array }): PublicKey {
  const der = typeof source === 'string' ? fromPem(source) : NodeBuffer.from(source.key);
  const hex = der.toString('hex');
  for (const { type, curve, prefix, length } of kinds) {
    if (!hex.startsWith(prefix) || der.length !== prefix.length / 2 + length) continue;
    const bytes = der.subarray(prefix.length / 2);
    return { asymmetricKeyType: type, asymmetricKeyDetails: { namedCurve: curve }, bytes };
  }
  throw new Error('Unsupported public key.');
}

function fromPem(pem: string): NodeBuffer {
  const base64 = pem.replace(/-----(BEGIN|END) PUBLIC KEY-----/g, '').replace(/\s/g, '');
  return NodeBuffer.from(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
}

function verify(
  _hash: string | undefined,
  data: Uint8Array,
  { key }: { readonly key: PublicKey },
  signature: Uint8Array,
): boolean {
  const message = Uint8Array.from(data);
  const signed = Uint8Array.from(signature);
  const publicKey = Uint8Array.from(key.bytes);
  if (key.asymmetricKeyType === 'ed25519') return ed25519.verify(signed, message, publicKey);
  const curve = key.asymmetricKeyDetails.namedCurve === 'secp384r1' ? p384 : p256;
  return curve.verify(signed, message, publicKey, { format: 'der', lowS: false });
}

export default {
  createHash,
  createPublicKey,
  verify,
  constants: { RSA_PKCS1_PSS_PADDING: 6 },
};
