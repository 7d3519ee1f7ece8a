import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { SourceError } from '../../../src/sync/source.ts';
import { refreshMetadata, type TrustedMetadata } from '../../../src/sync/tuf/refresh.ts';
import { attacks, rememberRepository } from '../../support/tuf-attacks.ts';
import { day, makeKey, start, TufSimulator } from '../../support/tuf-simulator.ts';

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

describe.each(attacks)('$sentence', ({ attack, kind, onDay }) => {
  test(`is refused (${kind}), what was trusted stays usable, and honest files are taken again`, async () => {
    const { repository, trusted } = await known();
    const goBack = rememberRepository(repository);
    attack(repository);
    const refused = await refresh(repository, trusted, onDay);
    expect(refused).toMatchObject({ ok: false, failure: { kind } });
    if (!refused.ok && kind === 'network') expect(refused.failure.cause).toBeInstanceOf(SourceError);

    goBack();
    repository.targets = { 'packs/demo/manifest.json': 'second' };
    repository.versions.timestamp += 5;
    repository.publish();
    const recovered = await refresh(repository, trusted);
    expect(recovered).toMatchObject({ ok: true, targets: [{ length: 6 }] });
  });
});
