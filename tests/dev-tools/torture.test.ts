import { describe, expect, test } from 'vitest';
import { badState, orphans } from '../../src/dev-tools/torture/judge-store.ts';
import type { StoreReading } from '../../src/dev-tools/torture/read-torture-store.ts';
import {
  fingerprint,
  firstVersion,
  nextVersion,
  seededRandom,
  type TortureVersion,
} from '../../src/dev-tools/torture/torture-pack.ts';

const before = firstVersion(50);
const after = nextVersion(before, { kind: 'many', random: seededRandom(1) });

/** What a whole store with this version says. */
const whole = ({ sequence, records, fingerprint: hash }: TortureVersion): StoreReading => ({
  active: { sequence, generation: 3 },
  records: hash,
  names: fingerprint(records.map(({ id, label }) => `${id} ${label.en.toLowerCase()}`)),
  generations: [3],
  known: [3],
});

describe('a store that was killed', () => {
  test.each<
    [what: string, reading: StoreReading | null, versions: Parameters<typeof badState>[1], bad: string | null]
  >([
    ['has the whole old version', whole(before), { before, after }, null],
    ['has the whole new version', whole(after), { before, after }, null],
    ['has nothing before the first installation', null, { before: null, after: before }, null],
    ['has lost the pack', null, { before, after }, 'the pack is gone'],
    [
      'has lost the pack, not the database',
      { ...whole(before), active: null },
      { before, after },
      'the pack is gone',
    ],
    [
      'says that it has the new version and has the old records',
      { ...whole(after), records: before.fingerprint },
      { before, after },
      'the records are not those of version 2',
    ],
    [
      'has new records under old names',
      { ...whole(after), names: whole(before).names },
      { before, after },
      'the names are not those of version 2',
    ],
    [
      'has a version of long ago',
      whole(before),
      { before: after, after: nextVersion(after, { kind: 'some', random: seededRandom(2) }) },
      'version 1 is in use, where 2 or 3 should be',
    ],
  ])('that %s is judged so', (_, reading, versions, bad) => {
    expect(badState(reading, versions)).toBe(bad);
  });

  test('has orphans where rows are that nothing tells of', () => {
    expect(orphans({ ...whole(after), generations: [2, 3, 4], known: [3, 4] })).toEqual([2]);
  });
});

test('a next version has changed, new and lost records, and the same seed gives the same', () => {
  const ids = (version: TortureVersion) => new Set(version.records.map(({ id }) => id));
  expect(after.sequence).toBe(2);
  expect(after.fingerprint).not.toBe(before.fingerprint);
  expect([...ids(after)].filter((id) => !ids(before).has(id))).toEqual(['t:000050']);
  expect([...ids(before)].filter((id) => !ids(after).has(id))).toHaveLength(1);
  expect(nextVersion(before, { kind: 'many', random: seededRandom(1) })).toEqual(after);
});
