import { describe, expect, it } from 'vitest';
import { describeOrigin, parseSiteList, parseSourceUrl } from '../../src/options/origin-pattern.ts';

describe('the address of a source', () => {
  it.each([
    ['https://packs.example.org/a/', 'https://packs.example.org/a/', 'https://packs.example.org/*'],
    [' packs.example.org ', 'https://packs.example.org/', 'https://packs.example.org/*'],
    [
      'https://packs.example.org:8443/a?b#c',
      'https://packs.example.org:8443/a',
      'https://packs.example.org/*',
    ],
    [
      'packs.example.org/a#root=sha256:0a',
      'https://packs.example.org/a#root=sha256:0a',
      'https://packs.example.org/*',
    ],
    ['http://localhost:8080/', 'http://localhost:8080/', 'http://localhost/*'],
    ['http://127.0.0.2/', 'http://127.0.0.2/', 'http://127.0.0.2/*'],
  ])('%j is %s, for which %s is asked', (text, url, origin) => {
    expect(parseSourceUrl(text)).toEqual({ ok: true, value: { url, origin } });
  });

  it.each([
    ['', 'Type the address of a source first.'],
    ['not an address', 'This is not a web address.'],
    ['nodots', 'This is not a web address.'],
    ['ftp://packs.example.org', 'The address of a source has to start with https://.'],
    ['http://packs.example.org', 'The address of a source has to start with https://.'],
    ['https://me:secret@packs.example.org', 'The address must not hold a password.'],
  ])('%j is refused: %s', (text, message) => {
    expect(parseSourceUrl(text)).toEqual({ ok: false, message });
  });
});

describe('a list of sites', () => {
  it.each([
    ['example.org', ['*://*.example.org/*']],
    ['https://www.example.org/news, m.example.com', ['*://*.example.org/*', '*://*.m.example.com/*']],
    ['*.example.org\nexample.org', ['*://*.example.org/*']],
    ['127.0.0.1:8080 localhost', ['*://127.0.0.1/*', '*://localhost/*']],
    ['bücher.example', ['*://*.xn--bcher-kva.example/*']],
  ])('%j asks for %j', (text, value) => {
    expect(parseSiteList(text)).toEqual({ ok: true, value });
  });

  it.each([
    [' , ', 'Type the address of a site first.'],
    ['example.org nodots', '“nodots” is not the address of a site.'],
    ['*', '“*” is not the address of a site.'],
  ])('%j is refused: %s', (text, message) => {
    expect(parseSiteList(text)).toEqual({ ok: false, message });
  });
});

it.each([
  ['*://*/*', 'All sites'],
  ['<all_urls>', 'All sites'],
  ['https://*/*', 'All sites'],
  ['*://*.example.org/*', 'example.org and its subdomains'],
  ['https://www.example.org/*', 'www.example.org'],
  ['file:///*', 'file:///*'],
])('the pattern %s is written for readers as %s', (pattern, words) => {
  expect(describeOrigin(pattern)).toBe(words);
});
