import { type EdtfDate, firstDay, lastDay } from '../model/edtf-date.ts';
import type { PackRecord, Statement } from '../model/record.ts';
import { isFreshOn, statementTime } from '../model/statement-time.ts';
import { type Office, offices, officeWords } from './languages/office-words.ts';
import type { StatedOffice } from './office-beside.ts';

/**
 * Whether a text's words of office before a person's name are not what the person's record says of that day: clear cases
 * alone. An office that is said to be left or not yet taken up while the record has the person in it, from before that day
 * and confirmed lately; or one that the record has at another time, while it has the person in another office now. A former
 * holder who is still called by the office is no contradiction, since that is courtesy in many countries.
 */
export function contradictsRecord(
  { office, state }: StatedOffice,
  { statements }: PackRecord,
  day: EdtfDate,
): boolean {
  const roles = statements.flatMap((statement) => {
    const held = officeOf(statement);
    return held ? [{ held, statement, time: statementTime(statement, day) }] : [];
  });
  const current = roles.filter(
    ({ statement, time }) => time === 'current' && hasBegun(statement, day) && isFreshOn(statement, day),
  );
  if (state !== 'held') return current.some(({ held }) => held === office);
  const isElsewhere = roles.some(
    ({ held, time }) => held === office && (time === 'past' || time === 'later'),
  );
  const mayBeNow = roles.some(
    ({ held, time }) => held === office && (time === 'current' || time === 'unknown'),
  );
  return isElsewhere && !mayBeNow && current.some(({ held }) => held !== office);
}

/** On its first and its last day an office may be called either way. */
function hasBegun({ from, to }: Statement, day: EdtfDate): boolean {
  const isAfterStart = from !== undefined && lastDay(from) < firstDay(day);
  return isAfterStart && (to === undefined || firstDay(to) > lastDay(day));
}

const english = officeWords.en;
const patterns = offices.map((office) => ({
  office,
  // "President of X", "X president", "US Secretary of State"; not "Head of the Office of the President".
  pattern: new RegExp(
    `^(?:the )?(?:[\\p{L}.]+ )?(?:${english?.offices[office] ?? '(?!)'})(?![\\p{L}])`,
    'iu',
  ),
}));

/** Roles always have an English text. */
function officeOf({ property, value }: Statement): Office | null {
  if (property !== 'role' || value.type !== 'text') return null;
  if (/^(?:former|acting|deputy|vice|interim)\b/i.test(value.text.en)) return null;
  return patterns.find(({ pattern }) => pattern.test(value.text.en))?.office ?? null;
}
