/** Match patterns for what readers type: addresses of sources and lists of sites. */

import { isLoopback } from '../model/is-loopback.ts';

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string };

/** Access to every site. */
export const allSites = '*://*/*';

/** The address of a source, with the fingerprint of its root if it has one, and the pattern that lets the background fetch from it. */
export function parseSourceUrl(text: string): Parsed<{ url: string; origin: string }> {
  const typed = text.trim();
  if (typed === '') return { ok: false, message: 'Type the address of a source first.' };
  const url = parseUrl(/^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`);
  if (!url || !isHost(url.hostname)) return { ok: false, message: 'This is not a web address.' };
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    return { ok: false, message: 'The address of a source has to start with https://.' };
  }
  if (url.username || url.password) return { ok: false, message: 'The address must not hold a password.' };
  if (!/^#root=/i.test(url.hash)) url.hash = '';
  url.search = '';
  // Match patterns know no ports in Firefox; a pattern without one fits every port.
  return { ok: true, value: { url: url.href, origin: `${url.protocol}//${url.hostname}/*` } };
}

/** Patterns for a list of sites, divided by spaces, commas or lines. A site stands for its subdomains too. */
export function parseSiteList(text: string): Parsed<readonly string[]> {
  const items = text.split(/[\s,;]+/).filter(Boolean);
  if (items.length === 0) return { ok: false, message: 'Type the address of a site first.' };
  const patterns = new Set<string>();
  for (const item of items) {
    const host = parseUrl(`https://${item.replace(/^([a-z*]+:\/\/)?(\*\.)?/i, '')}`)?.hostname;
    if (!host || !isHost(host)) return { ok: false, message: `“${item}” is not the address of a site.` };
    patterns.add(hasSubdomains(host) ? `*://*.${host.replace(/^www\./, '')}/*` : `*://${host}/*`);
  }
  return { ok: true, value: [...patterns] };
}

/** How a pattern is written for readers. */
export function describeOrigin(pattern: string): string {
  if (isAllSites(pattern)) return 'All sites';
  const match = /^(?:\*|https?):\/\/(\*\.)?([^/]+)\//.exec(pattern);
  if (!match) return pattern;
  const [, wildcard, host = pattern] = match;
  return wildcard ? `${host} and its subdomains` : host;
}

/** Whether a pattern stands for every site. */
export function isAllSites(pattern: string): boolean {
  return pattern === '<all_urls>' || /^(\*|https?):\/\/\*\//.test(pattern);
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function isHost(host: string): boolean {
  if (!hasSubdomains(host)) return true;
  return /^([a-z\d]([a-z\d-]*[a-z\d])?\.)+[a-z\d-]{2,}\.?$/i.test(host);
}

/** This computer's own name and numeric addresses have none. */
function hasSubdomains(host: string): boolean {
  return host !== 'localhost' && !/^\[[\da-f:]+\]$|^\d+(\.\d+){3}$/i.test(host);
}
