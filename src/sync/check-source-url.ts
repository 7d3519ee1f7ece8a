/** Which addresses may be a source. */

import { isLoopback } from '../model/is-loopback.ts';
import { sourceIndexName } from '../model/pack.ts';

export type SourceUrlCheck =
  | {
      readonly ok: true;
      /** Ends with a slash and is equal for all ways to write one address. */
      readonly baseUrl: string;
      /** SHA-256 in hex of the root that `#root=sha256:…` asks for, or null: the first root is then trusted on first use. */
      readonly rootSha256: string | null;
    }
  | { readonly ok: false; readonly message: string };

/** The source at an address that somebody typed, or why there can be none. HTTPS is asked for, except on this computer. */
export function checkSourceUrl(text: string): SourceUrlCheck {
  const url = URL.parse(text.trim());
  if (!url) return refuse('This is not a web address. It should look like https://example.org/packs/.');
  if (url.username || url.password) return refuse('An address with a user name or password cannot be used.');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    return refuse('The address must begin with https://. Only this computer itself may be asked without it.');
  }
  const [, address = '', fragment = null] = /^([^#]*)(?:#(.*))?$/.exec(url.href) ?? [];
  if (address.includes('?')) return refuse('Leave out the part of the address from “?” on.');
  const rootSha256 = /^root=sha256:([0-9a-f]{64})$/i.exec(fragment ?? '')?.[1]?.toLowerCase() ?? null;
  if (fragment !== null && rootSha256 === null) {
    return refuse(
      'What follows “#” is not the fingerprint of a root. It should read #root=sha256: and 64 digits from 0 to f; ' +
        'copy the address whole, or leave out the part from “#” on.',
    );
  }
  const folder = address.endsWith(`/${sourceIndexName}`)
    ? address.slice(0, -sourceIndexName.length)
    : address;
  return { ok: true, baseUrl: folder.endsWith('/') ? folder : `${folder}/`, rootSha256 };
}

function refuse(message: string): SourceUrlCheck {
  return { ok: false, message };
}
