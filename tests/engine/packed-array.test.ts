import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  firstOfPacked,
  makePackedArray,
  packedAt,
  packInPlace,
  putPacked,
} from '../../src/engine/packed-array.ts';

/** Up to so many bits each, so that every width comes up. */
const numbers = fc
  .integer({ min: 0, max: 32 })
  .chain((bits) => fc.array(fc.nat({ max: 2 ** bits - 1 }), { maxLength: 200 }));

describe('packed numbers', () => {
  it.each([
    { values: [], width: 0, words: 1 },
    { values: [0, 0, 0], width: 0, words: 1 },
    { values: [1, 0, 1], width: 1, words: 2 },
    { values: [5, 7], width: 3, words: 2 },
    { values: [0xffff_ffff, 1], width: 32, words: 3 },
  ])('$values take $width bits each', ({ values, width, words }) => {
    const packed = packInPlace(Uint32Array.from([...values, 99]), values.length);
    expect(packed.width).toBe(width);
    expect(packed.words).toHaveLength(words);
  });

  it('packed in their place are the same numbers, and none is left behind them', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const packed = packInPlace(Uint32Array.from([...values, 0xffff_ffff]), values.length);
        expect(values.map((_, i) => packedAt(packed, i))).toEqual(values);
        const unused = packed.words.length * 32 - values.length * packed.width;
        expect(unused >= 32 ? packed.words.at(-1) : 0).toBe(0);
      }),
    );
  });

  it('put one by one are the same, and the first of them need no more room than if they were all', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const room = makePackedArray(values.length + 50, Math.max(0, ...values));
        for (const [i, value] of values.entries()) putPacked(room, i, value);
        const first = firstOfPacked(room, values.length);
        const inPlace = packInPlace(Uint32Array.from([...values, 0]), values.length);
        expect([...first.words]).toEqual([...inPlace.words]);
      }),
    );
  });
});
