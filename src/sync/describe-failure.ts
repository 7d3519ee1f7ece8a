/** Telling the reader that a sync failed. */

import type { SourceFailure } from './source.ts';

export type SyncFailure = SourceFailure | 'disk-full' | 'store-unavailable' | 'cancelled';

const next: Record<SyncFailure, string> = {
  offline: 'Newsgloss will try again by itself.',
  timeout: 'Newsgloss will try again by itself.',
  'not-found': 'Newsgloss will try again by itself; if this lasts, check the address.',
  'server-error': 'Newsgloss will try again by itself.',
  'not-json': 'Newsgloss will try again by itself; if this lasts, check the address.',
  'wrong-format': 'Newsgloss will try again by itself; the publisher has to mend it.',
  'hash-mismatch': 'Newsgloss will try again by itself.',
  'too-large': 'Newsgloss will try again by itself; the publisher has to mend it.',
  rollback: 'Newsgloss will take the next version that is newer.',
  'not-signed': 'Newsgloss will look again by itself.',
  'bad-signature': 'Newsgloss will look again by itself.',
  'root-changed': 'Newsgloss takes nothing from it until this is settled.',
  'signature-expired': 'Newsgloss will look again by itself.',
  refused:
    'A pack that comes with Newsgloss stays; any other can be had from here once its own source is removed.',
  'disk-full': 'Newsgloss will try again by itself.',
  'store-unavailable': '',
  cancelled: 'Sync again at any time.',
};

/** What happened, what stays in use and what will happen next, in plain words. */
export function describeFailure({
  reason,
  what,
  hasPacks,
}: {
  reason: SyncFailure;
  what: string;
  /** Whether packs of the source are installed. */
  hasPacks: boolean;
}): string {
  if (reason === 'store-unavailable') return what;
  const kept = hasPacks
    ? 'The packs installed from this source stay in use.'
    : 'Nothing was installed from this source.';
  return [what, kept, next[reason]].join(' ');
}
