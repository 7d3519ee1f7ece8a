import type { Mention } from '../model/link.ts';
import type { PackedRecord, RecordId } from '../model/record.ts';

/**
 * Whether a mention is an adjective of a place that its language writes small, as packs list them: a weak demonym in
 * lower case. It says whose president or plan is meant and is no link of its own, at the start of a sentence neither.
 */
export function isSmallAdjective(
  { candidates, start, end }: Mention,
  text: string,
  records: ReadonlyMap<RecordId, readonly PackedRecord[]>,
): boolean {
  return candidates.every(
    ({ id, packId, type, weak }) =>
      type === 'demonym' &&
      weak &&
      records
        .get(id)
        ?.find((packed) => packed.packId === packId)
        ?.record.surfaceForms.some(
          (form) =>
            form.type === 'demonym' && form.weak && form.text === text.slice(start, end).toLowerCase(),
        ),
  );
}
