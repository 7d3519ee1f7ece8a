/** A source never goes back: of each of its packs the highest sequence seen is remembered, installed or not. */

import * as v from 'valibot';
import type { PackVersion, SourceIndex } from '../model/pack.ts';
import type { Store } from '../store/open-store.ts';
import { getTrustedMetadata, putTrustedMetadata } from '../store/trusted-metadata.ts';
import { SourceError } from './source.ts';

const role = 'highest-sequences';
const sequencesSchema = v.record(v.string(), v.number());

/**
 * Accepts the index and remembers it, all of it or none. `installed`: the packs installed from this source.
 * @throws {SourceError} when a pack is older than what was seen before.
 */
export async function trustIndex(
  store: Store,
  { sourceId, index, installed }: { sourceId: string; index: SourceIndex; installed: readonly PackVersion[] },
): Promise<void> {
  const highest = await readSequences(store, sourceId);
  const raise = (packId: string, sequence: number) =>
    highest.set(packId, Math.max(sequence, highest.get(packId) ?? 0));
  for (const pack of installed) raise(pack.id, pack.sequence);
  for (const { id, sequence } of index.packs) {
    const known = highest.get(id) ?? 0;
    if (sequence < known) {
      throw new SourceError(
        'rollback',
        `The source offers version ${sequence} of pack “${id}”, which is older than version ${known} that it ` +
          'offered before.',
      );
    }
  }
  for (const { id, sequence } of index.packs) raise(id, sequence);
  const bytes = new TextEncoder().encode(JSON.stringify(Object.fromEntries(highest)));
  await putTrustedMetadata(store, [{ sourceId, role, bytes }]);
}

async function readSequences(store: Store, sourceId: string): Promise<Map<string, number>> {
  const bytes = await getTrustedMetadata(store, sourceId, role);
  if (!bytes) return new Map();
  return new Map(Object.entries(v.parse(sequencesSchema, JSON.parse(new TextDecoder().decode(bytes)))));
}
