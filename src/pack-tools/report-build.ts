import { lookupKey } from '../model/lookup-key.ts';
import type { PackManifest } from '../model/pack.ts';
import { type RecordId, type RecordKind, recordKinds } from '../model/record.ts';
import type { AssembledPack } from './assemble-packs.ts';
import { findNearDuplicates, type NearDuplicate } from './find-near-duplicates.ts';

export interface PackReport {
  readonly id: string;
  readonly title: string;
  readonly sequence: number;
  readonly recordCount: number;
  readonly recordsByKind: Readonly<Record<RecordKind, number>>;
  readonly surfaceFormCount: number;
  /** Of the buckets, as they travel and unpacked. */
  readonly bytes: number;
  readonly rawBytes: number;
}

/** A string that names several records although none of them calls it weak. */
export interface Collision {
  readonly text: string;
  readonly ids: readonly RecordId[];
}

export interface BuildReport {
  readonly packs: readonly PackReport[];
  readonly nearDuplicates: { readonly count: number; readonly examples: readonly NearDuplicate[] };
  readonly collisions: { readonly count: number; readonly examples: readonly Collision[] };
}

const maxExamples = 20;

/** What a build holds: counts and sizes of each pack, the records that may be one thing, and the
 * surface forms on which records collide. */
export function reportBuild(
  packs: readonly AssembledPack[],
  manifests: readonly PackManifest[],
): BuildReport {
  const collisions = findCollisions(packs);
  const nearDuplicates = findNearDuplicates(packs.flatMap(({ records }) => records));
  return {
    packs: packs.map((pack) => {
      const buckets = manifests.find(({ id }) => id === pack.id)?.buckets ?? [];
      const countKind = (kind: RecordKind): number =>
        pack.records.filter((record) => record.kind === kind).length;
      return {
        id: pack.id,
        title: pack.title,
        sequence: pack.sequence,
        recordCount: pack.records.length,
        recordsByKind: Object.fromEntries(recordKinds.map((kind) => [kind, countKind(kind)])) as Record<
          RecordKind,
          number
        >,
        surfaceFormCount: pack.records.reduce((sum, { surfaceForms }) => sum + surfaceForms.length, 0),
        bytes: buckets.reduce((sum, { bytes }) => sum + bytes, 0),
        rawBytes: buckets.reduce((sum, { rawBytes }) => sum + rawBytes, 0),
      };
    }),
    nearDuplicates: { count: nearDuplicates.length, examples: nearDuplicates.slice(0, maxExamples) },
    collisions: { count: collisions.length, examples: collisions.slice(0, maxExamples) },
  };
}

/** Strong surface forms with one look-up key and several records, by key. Family names are shared by nature. */
function findCollisions(packs: readonly AssembledPack[]): Collision[] {
  const byKey = new Map<string, { text: string; ids: Set<RecordId> }>();
  for (const { records } of packs) {
    for (const { id, surfaceForms } of records) {
      for (const { text, type, weak } of surfaceForms) {
        if (weak || type === 'family') continue;
        const key = lookupKey(text);
        const known = byKey.get(key);
        if (known) known.ids.add(id);
        else byKey.set(key, { text, ids: new Set([id]) });
      }
    }
  }
  return [...byKey]
    .filter(([, { ids }]) => ids.size > 1)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { text, ids }]) => ({ text, ids: [...ids].sort() }));
}
