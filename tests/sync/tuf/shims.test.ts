import * as node from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { NodeBuffer as ShimBuffer } from '../../../src/sync/tuf/shims/node-buffer.ts';
import shim from '../../../src/sync/tuf/shims/node-crypto.ts';
import util from '../../../src/sync/tuf/shims/node-util.ts';

const message = Buffer.from('Hüte dich, 東京 — 28 points');
const lengths = [0, 1, 55, 56, 63, 64, 111, 112, 127, 128, 1000];

test.each(['sha256', 'sha384', 'sha512'])(
  '%s gives what Node gives, for lengths around its blocks',
  (name) => {
    for (const length of lengths) {
      const data = node.randomBytes(length);
      const expected = node.createHash(name).update(data).digest('hex');
      expect(shim.createHash(name).update(data).digest('hex')).toBe(expected);
    }
  },
);

test('an unknown hash is refused', () => {
  for (const name of ['md5', 'toString', '__proto__']) expect(() => shim.createHash(name)).toThrow(name);
});

const curves = [
  { name: 'Ed25519', pair: () => node.generateKeyPairSync('ed25519'), hash: undefined },
  {
    name: 'ECDSA P-256',
    pair: () => node.generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    hash: 'sha256',
  },
  {
    name: 'ECDSA P-384',
    pair: () => node.generateKeyPairSync('ec', { namedCurve: 'P-384' }),
    hash: 'sha384',
  },
];

describe.each(curves)('$name', ({ pair, hash }) => {
  test('accepts what Node signed and refuses whatever was changed', () => {
    for (let round = 0; round < 8; round++) {
      const { publicKey, privateKey } = pair();
      const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString();
      const der = publicKey.export({ format: 'der', type: 'spki' });
      const signature = node.sign(hash, message, privateKey);
      for (const source of [pem, { key: der }]) {
        const key = shim.createPublicKey(source);
        expect(shim.verify(hash, message, { key }, signature)).toBe(true);
        expect(shim.verify(hash, Buffer.concat([message, message]), { key }, signature)).toBe(false);
        const stranger = pair().publicKey.export({ format: 'der', type: 'spki' });
        expect(isRefused(hash, signature, stranger)).toBe(true);
        for (const at of [0, 10, signature.length - 1]) {
          const forged = Buffer.from(signature);
          forged.writeUInt8((forged[at] ?? 0) ^ 1, at);
          expect(isRefused(hash, forged, der)).toBe(true);
        }
        expect(isRefused(hash, signature.subarray(1), der)).toBe(true);
        expect(isRefused(hash, Buffer.alloc(0), der)).toBe(true);
      }
    }
  });
});

/** Refused or not even readable: tuf-js takes both for a signature that does not count. */
function isRefused(hash: string | undefined, signature: Uint8Array, der: Uint8Array): boolean {
  try {
    return !shim.verify(hash, message, { key: shim.createPublicKey({ key: der }) }, signature);
  } catch {
    return true;
  }
}

test('keys of other kinds are refused', () => {
  const { publicKey } = node.generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString();
  expect(() => shim.createPublicKey(pem)).toThrow('Unsupported public key');
});

test.each(['', '00ff', '00FFa', 'zz', '12zz34', 'ä'])('hex %j is read as Node reads it', (hex) => {
  expect([...ShimBuffer.from(hex, 'hex')]).toEqual([...Buffer.from(hex, 'hex')]);
});

test('text is read and written as Node does it, with a byte order mark and broken UTF-8 too', () => {
  for (const bytes of [[0xef, 0xbb, 0xbf, 0x41], [0xff, 0x41], [0xe6, 0x9d], [...message]]) {
    expect(ShimBuffer.from(bytes).toString('utf8')).toBe(Buffer.from(bytes).toString('utf8'));
    expect(ShimBuffer.from(bytes).toString('hex')).toBe(Buffer.from(bytes).toString('hex'));
  }
  expect(ShimBuffer.from([1, 2, 3, 4, 5]).readUInt32BE()).toBe(0x01020304);
  expect([...ShimBuffer.concat([Uint8Array.of(1), Uint8Array.of(2, 3)])]).toEqual([1, 2, 3]);
});

const pairs: readonly (readonly [unknown, unknown])[] = [
  [
    { a: 1, b: [1, 2] },
    { b: [1, 2], a: 1 },
  ],
  [{ a: 1 }, { a: 1, b: undefined }],
  [{ a: undefined }, { b: undefined }],
  [[1], { 0: 1 }],
  [null, {}],
  [NaN, NaN],
  [new (class A {})(), {}],
];

test.each(pairs)('%j and %j are equal where Node says so', (a, b) => {
  expect(util.isDeepStrictEqual(a, b)).toBe(isDeepStrictEqual(a, b));
});
