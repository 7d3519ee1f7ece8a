import { type EdtfDate, firstDay, lastDay } from './edtf-date.ts';
import type { LocalisedText, PackRecord } from './record.ts';

/** What is said of a record on a day: nothing that was only said later. Null takes what was said last. */
export function describeRecord(
  { description, datedDescriptions = [] }: Pick<PackRecord, 'description' | 'datedDescriptions'>,
  day: EdtfDate | null,
): LocalisedText | null {
  const dated = datedDescriptions.findLast(({ from }) => day === null || firstDay(from) <= lastDay(day));
  return dated?.text ?? description ?? null;
}
