import fc from 'fast-check';
import { expect, it } from 'vitest';
import { GrowingNumbers } from '../../src/engine/growing-numbers.ts';
import { runSteps } from '../../src/engine/run-steps.ts';
import { GroupSorter } from '../../src/engine/sort-group.ts';

const numberList = fc.array(fc.nat({ max: 2 ** 32 - 1 }), { minLength: 1, maxLength: 400 });

it('sorts groups of any size by what stands at their indices, and nothing beside them', () => {
  fc.assert(
    fc.property(numberList, fc.nat(), fc.nat(), (values, a, b) => {
      const first = Math.min(a % values.length, b % values.length);
      const end = Math.max(a % values.length, b % values.length) + 1;
      const list = new GrowingNumbers();
      for (const value of values) list.push(value);
      const order = Uint32Array.from(values, (_, i) => values.length - 1 - i);
      const before = [...order];
      const sorter = new GroupSorter(list, order);
      // Twice, since its room is used again.
      for (let time = 0; time < 2; time++) {
        if (!sorter.sortSmall(first, end)) runSteps(sorter.sort(first, end));
      }
      const expected = before.slice(first, end).sort((x, y) => (values[x] ?? 0) - (values[y] ?? 0));
      const valuesOf = (indices: readonly number[]): (number | undefined)[] => indices.map((i) => values[i]);
      expect(valuesOf([...order.subarray(first, end)])).toEqual(valuesOf(expected));
      expect([...order.subarray(first, end)].toSorted((x, y) => x - y)).toEqual(
        before.slice(first, end).toSorted((x, y) => x - y),
      );
      expect([...order.subarray(0, first)]).toEqual(before.slice(0, first));
      expect([...order.subarray(end)]).toEqual(before.slice(end));
    }),
  );
});
