/** The pack that is installed and changed while its reader's browser is killed: every version of it can be told from every other. */

import { createHash } from 'node:crypto';
import type { PackRecord } from '../../model/record.ts';

export const tortureId = 'torture';

export interface TortureVersion {
  readonly sequence: number;
  /** By id; each says in its name in which version it was last changed. */
  readonly records: readonly PackRecord[];
  /** `fingerprint` of the records. */
  readonly fingerprint: string;
}

/** What a version does to the one before; which is taken is up to chance. */
export const changeKinds = {
  /** Few enough to come as a patch. */
  some: (random: () => number) => Math.ceil(random() * 20),
  /** Too many for a patch: buckets are fetched. */
  many: (_random: () => number, count: number) => Math.ceil(count * 0.6),
} as const;
export type ChangeKind = keyof typeof changeKinds;

export function firstVersion(count: number): TortureVersion {
  return versionOf(
    1,
    Array.from({ length: count }, (_, index) => makeRecord(index, 1)),
  );
}

/** The next version: some records changed, a few gone, a few new. */
export function nextVersion(
  before: TortureVersion,
  { kind, random }: { kind: ChangeKind; random: () => number },
): TortureVersion {
  const sequence = before.sequence + 1;
  const changes = changeKinds[kind](random, before.records.length);
  const records = new Map(before.records.map((record) => [record.id, record]));
  const indexes = before.records.map(({ id }) => Number(id.split(':')[1]));
  for (let change = 0; change < changes; change++) {
    const index = indexes[Math.floor(random() * indexes.length)] ?? 0;
    const record = makeRecord(index, sequence);
    records.set(record.id, record);
  }
  const gone = makeRecord(indexes[Math.floor(random() * indexes.length)] ?? 0, sequence);
  records.delete(gone.id);
  const fresh = makeRecord(Math.max(...indexes) + 1, sequence);
  records.set(fresh.id, fresh);
  return versionOf(
    sequence,
    [...records.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
}

function versionOf(sequence: number, records: readonly PackRecord[]): TortureVersion {
  return { sequence, records, fingerprint: fingerprint(records.map(({ id, label }) => `${id} ${label.en}`)) };
}

function makeRecord(index: number, sequence: number): PackRecord {
  const name = `Pain ${index} of ${sequence}`;
  return {
    id: `t:${String(index).padStart(6, '0')}`,
    kind: 'place',
    label: { en: name },
    description: { en: `Made for version ${sequence} of a pack that is installed while the browser dies.` },
    surfaceForms: [{ text: name, type: 'name' }],
    statements: [],
  };
}

/** SHA-256 of lines in order, in hex; what `readTortureStore` computes in the browser. */
export const fingerprint = (lines: readonly string[]): string =>
  createHash('sha256').update(lines.join('\n')).digest('hex');

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
