/** A new version of a pack that is not put to use until the reader has decided, or its publisher has mended it. */

import { countRecords, formatCount } from './format-count.ts';
import type { PackVersion } from './pack.ts';
import type { PackId } from './record.ts';

export interface HeldPack {
  readonly packId: PackId;
  readonly sourceId: string;
  readonly title: string;
  readonly sequence: number;
  readonly manifestSha256: string;
  /** Milliseconds since the epoch. */
  readonly heldAt: number;
  readonly reason: HoldReason;
  /** The version, installed but not in use; null when there is none that could be put to use. */
  readonly version: PackVersion | null;
  /** What putting it to use would do; null where there is nothing to put to use. */
  readonly changes: PackChanges | null;
}

export type HoldReason =
  /** It has far fewer records than the version in use. */
  | { readonly type: 'fewer-records'; readonly before: number; readonly after: number }
  /** Its names are in everyday text far more often: words of 1,000. */
  | { readonly type: 'more-marks'; readonly before: number; readonly after: number }
  /** It is not what Newsgloss can read; `message` says where. */
  | { readonly type: 'unreadable'; readonly message: string };

/** Counts of records. */
export interface PackChanges {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** Why the version is held and what it would change, for the reader. */
export function describeHeld({ title, sequence, reason, changes }: HeldPack): string {
  return [`Version ${sequence} of “${title}” is not used:`, describeReason(reason), describeChanges(changes)]
    .filter((part) => part !== '')
    .join(' ');
}

function describeReason(reason: HoldReason): string {
  switch (reason.type) {
    case 'fewer-records':
      return `it has ${countRecords(reason.after)} where the version in use has ${formatCount(reason.before)}.`;
    case 'more-marks':
      return (
        `its names are everyday words: it would mark ${formatCount(reason.after)} words of 1,000 in plain text, where the version ` +
        `in use marks ${reason.before}.`
      );
    case 'unreadable':
      return reason.message;
  }
}

function describeChanges(changes: PackChanges | null): string {
  if (!changes) return 'Its publisher has to mend it.';
  const { added, changed, removed } = changes;
  return `It would add ${countRecords(added)}, change ${formatCount(changed)} and remove ${formatCount(removed)}.`;
}
