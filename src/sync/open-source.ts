import { isLoopback } from '../model/is-loopback.ts';
import type { SourceReader } from './source.ts';
import { staticSource } from './static-source.ts';
import { type TufSourceOptions, tufSource } from './tuf-source.ts';

export interface OpenSourceOptions extends Omit<TufSourceOptions, 'whereUnsigned'> {
  /** Whether the base URL is a folder of the extension itself, whose files only its own updates change. */
  readonly isOwn: boolean;
}

/**
 * The reader that a source at this address is read by. Besides the extension's own files only this computer may give packs
 * that nobody signed; once it has given signed ones, it may not go back.
 */
export function openSource({ isOwn, ...options }: OpenSourceOptions): SourceReader {
  const unsigned = staticSource(options);
  if (isOwn) return unsigned;
  return tufSource(
    isLoopback(new URL(options.baseUrl).hostname) ? { ...options, whereUnsigned: unsigned } : options,
  );
}
