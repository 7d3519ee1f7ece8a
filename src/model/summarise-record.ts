import { describeRecord } from './describe-record.ts';
import type { EdtfDate } from './edtf-date.ts';
import { localise } from './localise.ts';
import type { Language, PackRecord } from './record.ts';
import { statementTime } from './statement-time.ts';

/** One line that tells a record from its namesakes, on a day: a person's newest role, or the description. */
export function summariseRecord(
  record: PackRecord,
  { day, language }: { day: EdtfDate | null; language: Language | null },
): string | null {
  const [role] = record.statements
    .filter((each) => each.property === 'role' && statementTime(each, day) === 'current')
    .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1));
  if (role?.value.type === 'text') return localise(role.value.text, language);
  const text = describeRecord(record, day);
  return text && localise(text, language);
}
