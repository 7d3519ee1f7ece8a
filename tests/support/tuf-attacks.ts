/** What somebody may do who stands between a reader and a signed source, or has stolen one of its keys. */

import type { RefreshFailureKind } from '../../src/sync/tuf/refresh-failure.ts';
import { makeKey, type Role, type TufSimulator } from './tuf-simulator.ts';

const withText = (bytes: Uint8Array, change: (text: string) => string): Uint8Array =>
  new TextEncoder().encode(change(new TextDecoder().decode(bytes)));

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

/** Each on a repository that was published three times and has a pack `demo`, against a client that has refreshed. */
export const attacks: readonly Attack[] = [
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

/** What undoes everything that is done to the repository from now on. */
export function rememberRepository(repository: TufSimulator): () => void {
  const { keys } = repository;
  const [files, versions, expiresOnDay] = [
    new Map(repository.files),
    { ...repository.versions },
    { ...repository.expiresOnDay },
  ];
  return () => {
    repository.files.clear();
    for (const [name, bytes] of files) repository.files.set(name, bytes);
    repository.signers = {};
    repository.keys = keys;
    Object.assign(repository.versions, versions);
    Object.assign(repository.expiresOnDay, expiresOnDay);
  };
}
