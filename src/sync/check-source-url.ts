/** Which addresses may be a source. */

import { sourceIndexName } from '../model/pack.ts';

export type SourceUrlCheck =
  /** `baseUrl` ends with a slash and is equal for all ways to write one address. */
  { readonly ok: true; readonly baseUrl: string } | { readonly ok: false; readonly message: string };

const extensionProtocols = ['chrome-extension:', 'moz-extension:'];

/**
 * The base URL of the source at an address that somebody typed, or why there can be none. HTTPS is asked for, except
 * on this computer and for the extension's own files.
 */
export function checkSourceUrl(text: string): SourceUrlCheck {
  const url = URL.parse(text.trim());
  if (!url) return refuse('This is not a web address. It should look like https://example.org/packs/.');
  if (url.username || url.password) return refuse('An address with a user name or password cannot be used.');
  if (/[?#]/.test(url.href)) return refuse('Leave out the part of the address from “?” or “#” on.');
  const isAllowed =
    url.protocol === 'https:' ||
    extensionProtocols.includes(url.protocol) ||
    (url.protocol === 'http:' && isLoopback(url.hostname));
  if (!isAllowed) {
    return refuse('The address must begin with https://. Only this computer itself may be asked without it.');
  }
  const withoutIndex = url.href.endsWith(`/${sourceIndexName}`)
    ? url.href.slice(0, -sourceIndexName.length)
    : url.href;
  return { ok: true, baseUrl: withoutIndex.endsWith('/') ? withoutIndex : `${withoutIndex}/` };
}

/** The parser has already written every form of an IPv4 address as four numbers. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function refuse(message: string): SourceUrlCheck {
  return { ok: false, message };
}
