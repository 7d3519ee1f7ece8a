import type { PackId, RecordId } from './record.ts';

/** Names a set of readings, whatever their order and whatever words stand on the page: two mentions that may mean the same are one question. */
export function ambiguityKey(
  readings: readonly { readonly packId: PackId; readonly id: RecordId }[],
): string {
  return readings
    .map(({ packId, id }) => `${packId} ${id}`)
    .sort()
    .join(', ');
}
