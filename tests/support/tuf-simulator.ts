/** A TUF repository in memory, with its own keys, which a test publishes from, damages and attacks. */

import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { SourceError } from '../../src/sync/source.ts';

export type Role = 'root' | 'timestamp' | 'snapshot' | 'targets';
type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

interface Key {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly json: Json;
}

export const day = 86_400_000;
export const start = new Date('2025-06-01T00:00:00Z');

/** As TUF signs it: sorted names, no spaces, and of all control characters none escaped. */
export function canonicalJson(value: Json): string {
  if (typeof value === 'string') return `"${value.replace(/["\\]/g, '\\$&')}"`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const names = Object.keys(value).sort();
  const object = value as Record<string, Json>;
  return `{${names.map((name) => `${canonicalJson(name)}:${canonicalJson(object[name] as Json)}`).join(',')}}`;
}

export function makeKey(): Key {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  const json = { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: raw } };
  return { id: createHash('sha256').update(canonicalJson(json)).digest('hex'), privateKey, json };
}

/** A file that is signed, and what its publisher writes next to it. */
export interface SimulatedTarget {
  readonly bytes: Uint8Array;
  readonly custom: { readonly [name: string]: Json };
}

export class TufSimulator {
  /** What a web server would have, by name in the metadata folder. */
  readonly files = new Map<string, Uint8Array>();
  /** Names in the order in which they were asked for. */
  readonly asked: string[] = [];
  readonly versions: Record<Role, number> = { root: 0, timestamp: 0, snapshot: 0, targets: 0 };
  /** Days after `start`. */
  readonly expiresOnDay: Record<Role, number> = { root: 365, timestamp: 3, snapshot: 14, targets: 90 };
  keys: Record<Role, readonly Key[]> = {
    root: [makeKey(), makeKey(), makeKey()],
    timestamp: [makeKey()],
    snapshot: [makeKey()],
    targets: [makeKey()],
  };
  thresholds: Record<Role, number> = { root: 2, timestamp: 1, snapshot: 1, targets: 1 };
  /** By path. A text gets the version of the targets file as its sequence. */
  targets: Record<string, string | SimulatedTarget> = { 'packs/demo/manifest.json': 'first' };
  /** Keys that sign in the place of a role's own. */
  signers: Partial<Record<Role, readonly Key[]>> = {};

  /** The day from which `expiresOnDay` counts. */
  private readonly start: Date;

  constructor(from: Date = start) {
    this.start = from;
    this.publishRoot();
    this.publish();
  }

  /** The next root, signed by the keys that it names and by those of the root before. */
  publishRoot(previousKeys: readonly Key[] = []): void {
    const roles = Object.fromEntries(
      (['root', 'timestamp', 'snapshot', 'targets'] as const).map((role) => [
        role,
        { keyids: this.keys[role].map(({ id }) => id), threshold: this.thresholds[role] },
      ]),
    );
    const keys = Object.fromEntries(
      Object.values(this.keys)
        .flat()
        .map(({ id, json }) => [id, json]),
    );
    const signers = this.signers.root ?? [...this.keys.root, ...previousKeys];
    this.write('root', { consistent_snapshot: true, keys, roles }, signers);
  }

  /** New root keys, which the old ones sign. */
  rotateRoot(): void {
    const previous = this.keys.root;
    this.keys = { ...this.keys, root: [makeKey(), makeKey(), makeKey()] };
    this.publishRoot(previous);
  }

  /** The next targets, snapshot and timestamp. */
  publish(): void {
    const targets = Object.fromEntries(
      Object.entries(this.targets).map(([path, target]) => {
        const { bytes, custom } =
          typeof target === 'string'
            ? { bytes: Buffer.from(target), custom: { sequence: this.versions.targets + 1 } }
            : target;
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        return [path, { length: bytes.length, hashes: { sha256 }, custom }];
      }),
    );
    this.write('targets', { targets });
    this.publishSnapshot();
  }

  publishSnapshot(): void {
    this.write('snapshot', { meta: { 'targets.json': this.fileEntry('targets') } });
    this.publishTimestamp();
  }

  publishTimestamp(): void {
    this.write('timestamp', { meta: { 'snapshot.json': this.fileEntry('snapshot') } });
  }

  /** The name under which the newest file of a role lies. */
  nameOf(role: Role): string {
    return role === 'timestamp' ? 'timestamp.json' : `${this.versions[role]}.${role}.json`;
  }

  newest(role: Role): Uint8Array {
    const bytes = this.files.get(this.nameOf(role));
    if (!bytes) throw new Error(`There is no ${role}.`);
    return bytes;
  }

  /** For `refreshMetadata`. */
  readMetadata = (fileName: string, maxBytes: number): Promise<Uint8Array> => {
    this.asked.push(fileName);
    const bytes = this.files.get(fileName);
    if (!bytes) return Promise.reject(new SourceError('not-found', `There is no ${fileName}.`));
    if (bytes.length > maxBytes)
      return Promise.reject(new SourceError('too-large', `${fileName} is too long.`));
    return Promise.resolve(bytes);
  };

  private fileEntry(role: Role): Json {
    const bytes = this.newest(role);
    return {
      version: this.versions[role],
      length: bytes.length,
      hashes: { sha256: createHash('sha256').update(bytes).digest('hex') },
    };
  }

  private write(
    role: Role,
    body: Record<string, Json>,
    signers = this.signers[role] ?? this.keys[role],
  ): void {
    const signed = {
      _type: role,
      spec_version: '1.0.31',
      version: ++this.versions[role],
      expires: new Date(this.start.getTime() + this.expiresOnDay[role] * day)
        .toISOString()
        .replace(/\.\d+/, ''),
      ...body,
    };
    const message = Buffer.from(canonicalJson(signed));
    const signatures = signers.map(({ id, privateKey }) => ({
      keyid: id,
      sig: sign(null, message, privateKey).toString('hex'),
    }));
    this.files.set(this.nameOf(role), new TextEncoder().encode(JSON.stringify({ signatures, signed })));
  }
}
