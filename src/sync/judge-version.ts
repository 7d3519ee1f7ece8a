/** Telling a new version of a pack that went wrong before it is put to use. */

import type { HoldReason } from '../model/held-pack.ts';
import { lookupKey } from '../model/lookup-key.ts';
import type { PackRecord } from '../model/record.ts';
import { plainText } from './plain-text.ts';

/** A pack that loses more of its records is held, ... */
const maxLostShare = 0.3;
/** ... unless they are hardly any: a reader's own small pack may change as it likes. */
const harmlessLoss = 4;
/** A pack whose names are found this many times as often in plain text is held, ... */
const maxMarksFactor = 10;
/** ... unless they are still rare: words of 1,000. */
const harmlessMarks = 20;

/** Why the version should not be put to use unasked, or null. `marks` are from `marksIn`, null where they were not counted. */
export function judgeVersion(
  before: { readonly recordCount: number; readonly marks: number | null },
  after: { readonly recordCount: number; readonly marks: number | null },
): HoldReason | null {
  const lost = before.recordCount - after.recordCount;
  if (lost > harmlessLoss && lost > before.recordCount * maxLostShare) {
    return { type: 'fewer-records', before: before.recordCount, after: after.recordCount };
  }
  if (
    before.marks !== null &&
    after.marks !== null &&
    after.marks > Math.max(harmlessMarks, before.marks * maxMarksFactor)
  ) {
    return { type: 'more-marks', before: before.marks, after: after.marks };
  }
  return null;
}

/** The plain text's words, and each two that follow one another, as look-up keys. */
const words: readonly string[] = plainText.split(/[^\p{L}\p{M}\p{N}’'-]+/u).filter((word) => word !== '');
const keysAt: readonly (readonly string[])[] = words.map((word, at) => [
  lookupKey(word),
  lookupKey(`${word} ${words[at + 1] ?? ''}`),
]);

/** What can be looked up in a pack to see how often its names are found in plain text. */
export const plainKeys: ReadonlySet<string> = new Set(keysAt.flat());

/** Of 1,000 words of plain text, how many begin one of these names; names are given as look-up keys. */
export function marksIn(names: ReadonlySet<string>): number {
  const marked = keysAt.filter((keys) => keys.some((key) => names.has(key))).length;
  return Math.round((marked * 1_000) / words.length);
}

/** The names of these records that link without evidence and are in plain text. */
export function plainNames(records: Iterable<PackRecord>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { surfaceForms } of records) {
    for (const { text, weak } of surfaceForms) {
      const key = lookupKey(text);
      if (!weak && plainKeys.has(key)) names.add(key);
    }
  }
  return names;
}
