/** What syncing needs of a source, however it is reached and whatever makes it trustworthy. */

import type { BlobEntry, SourceIndex } from '../model/pack.ts';

export interface SourceReader {
  /** The source's current index. @throws {SourceError} */
  readIndex(signal: AbortSignal): Promise<SourceIndex>;
  /** The file, whose bytes have this hash. `path` is relative to the source. @throws {SourceError} */
  readFile(
    path: string,
    expected: { readonly sha256: string; readonly maxBytes: number },
    signal: AbortSignal,
  ): Promise<Uint8Array<ArrayBuffer>>;
  /** What is in a content-named gzip file, whole and as announced, whether or not it was unpacked on the way. @throws {SourceError} */
  readBlob(blob: BlobEntry, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>>;
}

/** Why a source could not be used. */
export type SourceFailure =
  | 'offline'
  | 'timeout'
  | 'not-found'
  | 'server-error'
  | 'not-json'
  | 'wrong-format'
  | 'hash-mismatch'
  | 'too-large'
  | 'rollback'
  | 'not-signed'
  | 'bad-signature'
  | 'root-changed'
  | 'signature-expired'
  | 'refused';

/** The source cannot be used as it is now; the message says in plain words what happened. */
export class SourceError extends Error {
  override name = 'SourceError';
  readonly reason: SourceFailure;

  constructor(reason: SourceFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
