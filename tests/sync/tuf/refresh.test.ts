import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { SourceError } from '../../../src/sync/source.ts';
import { refreshMetadata, type TrustedMetadata } from '../../../src/sync/tuf/refresh.ts';
import type { RefreshFailureKind } from '../../../src/sync/tuf/refresh-failure.ts';
import { day, makeKey, type Role, start, TufSimulator } from '../../support/tuf-simulator.ts';

const refresh = (repository: TufSimulator, trusted: TrustedMetadata, onDay = 1) =>
  refreshMetadata({
    trusted,
    readMetadata: repository.readMetadata,
    now: new Date(start.getTime() + onDay * day),
  });

/** A repository and what a client trusts that has refreshed once. */
async function known(): Promise<{ repository: TufSimulator; trusted: TrustedMetadata }> {
  const repository = new TufSimulator();
  repository.publish();
  repository.publish();
  const first = await refresh(repository, new Map([['root', repository.newest('root')]]));
  expect(first.ok).toBe(true);
  return { repository, trusted: first.metadata };
}

const withText = (bytes: Uint8Array, change: (text: string) => string): Uint8Array =>
  new TextEncoder().encode(change(new TextDecoder().decode(bytes)));

test('a first refresh gives the targets with what the publisher wrote next to them, and all the metadata', async () => {
  const repository = new TufSimulator();
  const result = await refresh(repository, new Map([['root', repository.newest('root')]]));
  expect(result).toEqual({
    ok: true,
    targets: [
      {
        path: 'packs/demo/manifest.json',
        length: 5,
        hashes: { sha256: createHash('sha256').update('first').digest('hex') },
        custom: { sequence: 1 },
      },
    ],
    metadata: new Map(
      (['root', 'timestamp', 'snapshot', 'targets'] as const).map((role) => [role, repository.newest(role)]),
    ),
    newRoots: [],
  });
  expect(repository.asked).toEqual(['2.root.json', 'timestamp.json', '1.snapshot.json', '1.targets.json']);
});

test('a refresh without news asks for the next root and the timestamp alone', async () => {
  const { repository, trusted } = await known();
  repository.asked.length = 0;
  const result = await refresh(repository, trusted);
  expect(result).toMatchObject({ ok: true, metadata: trusted });
  expect(repository.asked).toEqual(['2.root.json', 'timestamp.json']);
});

test('new root keys are taken over along the chain that the old ones signed', async () => {
  const { repository, trusted } = await known();
  repository.rotateRoot();
  const second = repository.newest('root');
  repository.rotateRoot();
  const result = await refresh(repository, trusted);
  expect(result).toMatchObject({ ok: true, newRoots: [second, repository.newest('root')] });
  expect(result.metadata.get('root')).toEqual(repository.newest('root'));
});

test('the verified root chain is handed out even when the timestamp is refused', async () => {
  const { repository, trusted } = await known();
  repository.rotateRoot();
  repository.signers = { timestamp: [makeKey()] };
  repository.publish();
  const result = await refresh(repository, trusted);
  expect(result).toMatchObject({
    ok: false,
    failure: { kind: 'signature' },
    newRoots: [repository.newest('root')],
  });
});

test('the old roles hold when their new keys are in a root that lost them', async () => {
  const { repository, trusted } = await known();
  const stolen = repository.keys.timestamp;
  repository.keys = { ...repository.keys, timestamp: [makeKey()] };
  repository.publishRoot();
  repository.signers = { timestamp: stolen };
  repository.publish();
  expect(await refresh(repository, trusted)).toMatchObject({ ok: false, failure: { kind: 'signature' } });
  repository.signers = {};
  repository.publish();
  expect(await refresh(repository, trusted)).toMatchObject({ ok: true });
});

test("the reader's own abort is no failure of the repository", async () => {
  const repository = new TufSimulator();
  const aborted = new DOMException('Stopped.', 'AbortError');
  const result = refreshMetadata({
    trusted: new Map([['root', repository.newest('root')]]),
    readMetadata: () => Promise.reject(aborted),
    now: start,
  });
  await expect(result).rejects.toBe(aborted);
});

interface Attack {
  readonly sentence: string;
  readonly attack: (repository: TufSimulator) => void;
  readonly kind: RefreshFailureKind;
  readonly onDay?: number;
}

const rollBackTo = (role: Role) => (repository: TufSimulator) => {
  repository.versions[role] = 1;
  if (role === 'targets') repository.publish();
  if (role === 'snapshot') repository.publishSnapshot();
  if (role === 'timestamp') repository.publishTimestamp();
};

const attacks: readonly Attack[] = [
  { sentence: 'an older targets file', attack: rollBackTo('targets'), kind: 'rollback' },
  { sentence: 'an older snapshot', attack: rollBackTo('snapshot'), kind: 'rollback' },
  { sentence: 'an older timestamp', attack: rollBackTo('timestamp'), kind: 'rollback' },
  {
    sentence: 'an older root in the place of the next',
    attack: (repository) => repository.files.set('2.root.json', repository.newest('root')),
    kind: 'root-mismatch',
  },
  {
    sentence: 'an old timestamp for longer than it holds',
    attack: () => undefined,
    kind: 'freeze',
    onDay: 4,
  },
  {
    sentence: 'an old snapshot under a fresh timestamp',
    attack: (repository) => {
      repository.expiresOnDay.timestamp = 30;
      repository.publishTimestamp();
    },
    kind: 'freeze',
    onDay: 15,
  },
  {
    sentence: 'old targets under a fresh snapshot',
    attack: (repository) => {
      Object.assign(repository.expiresOnDay, { timestamp: 200, snapshot: 200 });
      repository.publishSnapshot();
    },
    kind: 'expired',
    onDay: 91,
  },
  { sentence: 'a root past its year', attack: () => undefined, kind: 'expired', onDay: 366 },
  {
    sentence: 'a snapshot of another day (mix and match)',
    attack: (repository) => {
      const old = repository.newest('snapshot');
      repository.publish();
      repository.files.set(repository.nameOf('snapshot'), old);
    },
    kind: 'mismatch',
  },
  {
    sentence: 'targets with one changed byte',
    attack: (repository) => {
      repository.publish();
      const changed = withText(repository.newest('targets'), (text) => text.replace('demo', 'dema'));
      repository.files.set(repository.nameOf('targets'), changed);
    },
    kind: 'mismatch',
  },
  {
    sentence: 'a timestamp without end',
    attack: (repository) => repository.files.set('timestamp.json', new Uint8Array(20_000)),
    kind: 'network',
  },
  {
    sentence: 'a snapshot longer than announced',
    attack: (repository) => {
      repository.publish();
      const longer = withText(repository.newest('snapshot'), (text) => `${text} `);
      repository.files.set(repository.nameOf('snapshot'), longer);
    },
    kind: 'network',
  },
  {
    sentence: 'a timestamp whose text was changed after it was signed',
    attack: (repository) => {
      repository.publish();
      const changed = withText(repository.newest('timestamp'), (text) =>
        text.replace(/"version":\d/, '"version":9'),
      );
      repository.files.set('timestamp.json', changed);
    },
    kind: 'signature',
  },
  {
    sentence: 'targets signed by the timestamp key (a stolen online key)',
    attack: (repository) => {
      repository.signers = { targets: repository.keys.timestamp };
      repository.publish();
    },
    kind: 'signature',
  },
  {
    sentence: 'a root that one of the old keys signed where two are asked for',
    attack: (repository) => {
      const [one] = repository.keys.root;
      repository.keys = { ...repository.keys, root: [makeKey(), makeKey(), makeKey()] };
      repository.publishRoot(one ? [one] : []);
    },
    kind: 'threshold',
  },
  {
    sentence: 'a root of strangers',
    attack: (repository) => {
      repository.keys = { ...repository.keys, root: [makeKey(), makeKey()] };
      repository.publishRoot();
    },
    kind: 'signature',
  },
  {
    sentence: 'something that is no metadata',
    attack: (repository) => repository.files.set('timestamp.json', new TextEncoder().encode('<html>')),
    kind: 'malformed',
  },
  {
    sentence: 'no timestamp',
    attack: (repository) => repository.files.delete('timestamp.json'),
    kind: 'network',
  },
];

describe.each(attacks)('$sentence', ({ attack, kind, onDay }) => {
  test(`is refused (${kind}), what was trusted stays usable, and honest files are taken again`, async () => {
    const { repository, trusted } = await known();
    const honest = new Map(repository.files);
    const { versions, keys, expiresOnDay } = structuredCloneOf(repository);
    attack(repository);
    const refused = await refresh(repository, trusted, onDay);
    expect(refused).toMatchObject({ ok: false, failure: { kind } });
    if (!refused.ok && kind === 'network') expect(refused.failure.cause).toBeInstanceOf(SourceError);

    repository.files.clear();
    for (const [name, bytes] of honest) repository.files.set(name, bytes);
    repository.signers = {};
    repository.keys = keys;
    Object.assign(repository.versions, versions);
    Object.assign(repository.expiresOnDay, expiresOnDay);
    repository.targets = { 'packs/demo/manifest.json': 'second' };
    repository.versions.timestamp += 5;
    repository.publish();
    const recovered = await refresh(repository, trusted);
    expect(recovered).toMatchObject({ ok: true, targets: [{ length: 6 }] });
  });
});

const structuredCloneOf = ({ versions, keys, expiresOnDay }: TufSimulator) => ({
  versions: { ...versions },
  keys,
  expiresOnDay: { ...expiresOnDay },
});
