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
  ];
  it.each(accepted)('takes %s as %s', (typed, baseUrl) => {
    expect(checkSourceUrl(typed)).toEqual({ ok: true, baseUrl, rootSha256: null });
  });

  it.each([
    [`https://example.org/packs#root=sha256:${'0a'.repeat(32)}`, '0a'.repeat(32)],
    [` https://example.org/packs/source.json#ROOT=SHA256:${'0A'.repeat(32)}`, '0a'.repeat(32)],
  ])('takes the fingerprint of the root out of %s', (typed, rootSha256) => {
    expect(checkSourceUrl(typed)).toEqual({ ok: true, baseUrl: 'https://example.org/packs/', rootSha256 });
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
    ['chrome-extension://abcdefgh/packs/', /must begin with https/],
    ['https://example.org/packs/#root', /not the fingerprint of a root/],
    [`https://example.org/#root=sha256:${'0a'.repeat(31)}`, /not the fingerprint of a root/],
    [`https://example.org/#root=sha512:${'0a'.repeat(32)}`, /not the fingerprint of a root/],
    [`https://example.org/#root=sha256:${'0a'.repeat(32)}#`, /not the fingerprint of a root/],
  ];
  it.each(refused)('refuses %j', (typed, message) => {
    expect(checkSourceUrl(typed)).toEqual({ ok: false, message: expect.stringMatching(message) });
  });
});
