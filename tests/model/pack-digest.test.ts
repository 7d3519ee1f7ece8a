import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addDigests, bucketOf, emptyDigest, hashLine } from '../../src/model/pack-digest.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const lines = ['{"id":"wd:Q1"}', '{"id":"wd:Q2","label":{"en":"Łódź 🌍"}}', ''];
const hashes = lines.map(hashLine);

describe('hashLine', () => {
  it('is the first half of the SHA-256 of the line in UTF-8', () => {
    expect(hashes).toEqual(lines.map((line) => sha256(line).slice(0, 32)));
  });
});

describe('addDigests', () => {
  it('of nothing is the empty digest, and of one is that one', () => {
    expect(addDigests([])).toBe(emptyDigest);
    expect(addDigests(hashes.slice(0, 1))).toBe(hashes[0]);
  });

  it('does not depend on the order or on how lines are put together', () => {
    const [a = '', b = '', c = ''] = hashes;
    expect(addDigests([c, a, b])).toBe(addDigests(hashes));
    expect(addDigests([addDigests([a, c]), b])).toBe(addDigests(hashes));
    expect(addDigests([a, b])).not.toBe(addDigests(hashes));
  });

  it('takes out again what is added twice', () => {
    const [a = '', b = '', c = ''] = hashes;
    expect(addDigests([addDigests([a, b, c]), b])).toBe(addDigests([a, c]));
  });
});

describe('bucketOf', () => {
  it('is the first bits of the SHA-256 of the id', () => {
    for (const id of ['wd:Q1', 'iso3166:UA', 'newsgloss:łódź']) {
      const bits = Number.parseInt(sha256(id).slice(0, 4), 16).toString(2).padStart(16, '0');
      for (const count of [0, 1, 5, 8, 9, 16]) {
        expect(bucketOf(id, count)).toBe(count === 0 ? 0 : Number.parseInt(bits.slice(0, count), 2));
      }
    }
  });
});
