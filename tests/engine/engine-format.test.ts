import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileEngine } from '../../src/engine/compile-engine.ts';
import { EngineFormatError, openEngine, verifyEngine } from '../../src/engine/engine-format.ts';
import { findMentions } from '../../src/engine/find-mentions.ts';
import { inPack, makeRecord } from '../support/make-record.ts';

const records = [
  inPack('p')(makeRecord('x:1', 'place', ['Oslo', 'Oslo kommune'])),
  inPack('p')(makeRecord('x:2', 'person', ['Ada Berg'])),
];

test('the same records give the same bytes', () => {
  expect(new Uint8Array(compileEngine(records))).toEqual(new Uint8Array(compileEngine(records)));
});

test('an engine without names opens and finds nothing', () => {
  expect(findMentions([openEngine(compileEngine([]))], 'Oslo')).toEqual([]);
});

describe('bytes that are no engine are refused', () => {
  const bytes = compileEngine(records);
  const changed = (change: (words: Uint32Array) => void): ArrayBuffer => {
    const copy = bytes.slice(0);
    change(new Uint32Array(copy));
    return copy;
  };
  test.each([
    ['empty', new ArrayBuffer(0)],
    ['truncated', bytes.slice(0, bytes.byteLength - 4)],
    ['longer', changedLength(bytes)],
    ['another magic', changed((words) => words.set([1]))],
    ['a later version', changed((words) => words.set([99], 1))],
    ['a section beyond the end', changed((words) => words.set([0xffff_fff0], 12))],
  ])('%s', (_, damaged) => {
    expect(() => openEngine(damaged)).toThrow(EngineFormatError);
  });
});

test('a change anywhere is found by reading all of it, which opening does not', () => {
  const bytes = compileEngine(records);
  for (let word = 5; word * 4 < bytes.byteLength; word += 997) {
    const copy = bytes.slice(0);
    const words = new Uint32Array(copy);
    words.set([(words[word] ?? 0) ^ 1], word);
    expect(() => verifyEngine(copy)).toThrow(EngineFormatError);
  }
  expect(() => verifyEngine(bytes)).not.toThrow();
});

function changedLength(bytes: ArrayBuffer): ArrayBuffer {
  const longer = new Uint8Array(bytes.byteLength + 4);
  longer.set(new Uint8Array(bytes));
  return longer.buffer;
}

/** What a search in damaged bytes may do: find something, or refuse with the named error. */
const search = (bytes: ArrayBuffer): void => {
  try {
    findMentions([openEngine(bytes)], 'Oslo kommune, Ada Berg and Oslo; ada Oslo Berg kommune');
  } catch (error) {
    if (!(error instanceof EngineFormatError)) throw error;
  }
};

test.each([0xffff_ffff, 0x7fff_ffff, 0])(
  'any word of the bytes behind the fold table may be %i: no search runs out of bounds, time or memory',
  (value) => {
    const bytes = compileEngine(records);
    for (let word = (bytes.byteLength >> 2) - 700; word * 4 < bytes.byteLength; word++) {
      const copy = bytes.slice(0);
      new Uint32Array(copy)[word] = value;
      expect(() => search(copy)).not.toThrow();
    }
  },
);

test('damaged bytes are refused with the named error, or searched without reading out of bounds or without end', () => {
  const bytes = compileEngine(records);
  const place = fc.oneof(
    fc.nat(bytes.byteLength - 1),
    // Most of the bytes are the fold table; the rest is what a search walks through.
    fc.integer({ min: bytes.byteLength - 700, max: bytes.byteLength - 1 }),
  );
  const flips = fc.array(fc.tuple(place, fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(flips, fc.nat(bytes.byteLength), fc.boolean(), (changes, length, isCut) => {
      const copy = bytes.slice(0, isCut ? length : bytes.byteLength);
      const view = new Uint8Array(copy);
      for (const [at, mask] of changes) if (at < view.length) view[at] = (view[at] ?? 0) ^ mask;
      expect(() => search(copy)).not.toThrow();
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 500) },
  );
});
