import { describe, expect, it } from 'vitest';
import { checkSourceUrl } from '../../src/sync/check-source-url.ts';

describe('checkSourceUrl', () => {
  const accepted: [typed: string, baseUrl: string][] = [
    ['https://example.org/packs/', 'https://example.org/packs/'],
    ['https://example.org/packs', 'https://example.org/packs/'],
    ['  https://EXAMPLE.org  ', 'https://example.org/'],
    ['https://example.org/packs/source.json', 'https://example.org/packs/'],
    ['https://example.org:443/packs/../other/', 'https://example.org/other/'],
    ['http://localhost:8080/packs', 'http://localhost:8080/packs/'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/'],
    ['http://127.1/', 'http://127.0.0.1/'],
    ['http://[::1]:8080/', 'http://[::1]:8080/'],
    ['chrome-extension://abcdefgh/packs/', 'chrome-extension://abcdefgh/packs/'],
    ['moz-extension://0f0f-1234/packs', 'moz-extension://0f0f-1234/packs/'],
  ];
  it.each(accepted)('takes %s as %s', (typed, baseUrl) => {
    expect(checkSourceUrl(typed)).toEqual({ ok: true, baseUrl });
  });

  const refused: [typed: string, message: RegExp][] = [
    ['', /not a web address/],
    ['example.org/packs', /not a web address/],
    ['http://example.org/', /must begin with https/],
    ['http://localhost.example.org/', /must begin with https/],
    ['http://127.0.0.1.example.org/', /must begin with https/],
    ['http://128.0.0.1/', /must begin with https/],
    ['http://[::2]/', /must begin with https/],
    ['ftp://example.org/', /must begin with https/],
    ['file:///etc/', /must begin with https/],
    ['javascript:alert(1)', /must begin with https/],
    ['data:application/json,{}', /must begin with https/],
    ['https://me:secret@example.org/', /user name or password/],
    ['https://example.org/packs/?token=1', /Leave out/],
    ['https://example.org/packs/#root', /Leave out/],
  ];
  it.each(refused)('refuses %j', (typed, message) => {
    expect(checkSourceUrl(typed)).toEqual({ ok: false, message: expect.stringMatching(message) });
  });
});
