import type { Mention } from '../model/link.ts';
import type { PackedRecord, PackRecord, RecordId } from '../model/record.ts';

/**
 * Whether a mention is an adjective of a place that its language writes small, as packs list them: a weak demonym in
 * lower case. It says whose president or plan is meant and is no link of its own, at the start of a sentence neither.
 */
export function isSmallAdjective(
  { candidates, start, end }: Mention,
  text: string,
  records: ReadonlyMap<RecordId, readonly PackedRecord[]>,
): boolean {
  let quote: string | null = null;
  return candidates.every(({ id, packId, type, weak }) => {
    if (type !== 'demonym' || !weak) return false;
    const record = records.get(id)?.find((packed) => packed.packId === packId)?.record;
    quote ??= text.slice(start, end).toLowerCase();
    return record !== undefined && smallDemonymsOf(record).has(quote);
  });
}

const smallDemonyms = new WeakMap<PackRecord, ReadonlySet<string>>();

function smallDemonymsOf(record: PackRecord): ReadonlySet<string> {
  let known = smallDemonyms.get(record);
  if (!known) {
    known = new Set(
      record.surfaceForms.flatMap(({ type, weak, text }) => (type === 'demonym' && weak ? [text] : [])),
    );
    smallDemonyms.set(record, known);
  }
  return known;
}
