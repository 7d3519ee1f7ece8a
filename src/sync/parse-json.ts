/** Bytes from a source become values here, and nowhere else. */

import { SourceFormatError } from '../model/pack.ts';
import { SourceError } from './source.ts';

/** The checked value in a JSON file. `name` is how messages call the file. @throws {SourceError} */
export function parseJson<T>(
  bytes: Uint8Array<ArrayBuffer>,
  { name, parse }: { name: string; parse: (value: unknown) => T },
): T {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new SourceError(
      'not-json',
      `${name} is not JSON. The address may be wrong, or a login page may have answered instead.`,
      { cause },
    );
  }
  try {
    return parse(value);
  } catch (cause) {
    if (!(cause instanceof SourceFormatError)) throw cause;
    throw new SourceError('wrong-format', `${name} is not what Newsgloss can read (${cause.message}).`, {
      cause,
    });
  }
}
