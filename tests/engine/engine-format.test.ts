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
