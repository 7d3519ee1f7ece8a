/** Telling the reader why a source's signatures were not accepted, and what can be done about it. */

import { SourceError } from './source.ts';
import type { RefreshFailure } from './tuf/refresh-failure.ts';

const startAnew =
  'If its publisher says that the keys are new ones, remove the source and add it again with the fingerprint that the ' +
  'publisher gives; otherwise somebody else may be answering in its place.';

/** The error for a refresh that failed. `address`: of the source, for messages. */
export function describeRefusal(
  { kind, cause, role, expiredAt, message }: RefreshFailure,
  address: string,
): SourceError {
  if (cause instanceof SourceError) return cause;
  const file = role ? `its file “${role}”` : 'one of its files';
  const refuse = (reason: SourceError['reason'], what: string) =>
    new SourceError(reason, what, { cause: new Error(message, { cause }) });
  switch (kind) {
    case 'signature':
      return refuse(
        'bad-signature',
        `${address} is not signed by the keys that Newsgloss trusts for it: ${file} has no signature of theirs. ${startAnew}`,
      );
    case 'threshold':
      return refuse(
        'bad-signature',
        `${address} is signed by fewer keys than it must be (${message}). Its publisher has to sign it with all of them.`,
      );
    case 'root-mismatch':
      return refuse(
        'root-changed',
        `${address} has a new root that does not follow on the one that Newsgloss trusts (${message}). ${startAnew}`,
      );
    case 'freeze':
      return refuse(
        'signature-expired',
        `The newest signature that ${address} has ran out${onDay(expiredAt)}: either its publisher has not signed again since, ` +
          'or somebody keeps newer files back. Check that the date and time of this device are right; if they are, tell the publisher.',
      );
    case 'expired':
      return refuse(
        'signature-expired',
        `The signature of ${file} at ${address} ran out${onDay(expiredAt)}. Check that the date and time of this device are right; ` +
          'if they are, tell the publisher, who has to sign it anew.',
      );
    case 'rollback':
      return refuse(
        'rollback',
        `${address} gives out older files than it gave before (${message}). Somebody may be showing you a past state of it, or ` +
          'its publisher went back to a backup and has to publish again.',
      );
    case 'mismatch':
      return refuse(
        'hash-mismatch',
        `The files of ${address} do not belong together (${message}): one of them is damaged, was changed on the way, or an upload ` +
          'is under way.',
      );
    case 'network':
    case 'malformed':
      return refuse(
        'wrong-format',
        `What ${address} gives out as its signatures cannot be read (${message}). The address may be wrong, or a login page may ` +
          'have answered instead.',
      );
  }
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });
const onDay = (day: Date | null): string => (day ? ` on ${dayFormat.format(day)}` : '');
