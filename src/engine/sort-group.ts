import type { GrowingNumbers } from './growing-numbers.ts';
import type { Step } from './run-steps.ts';
import { makePlaces, type Places, sortByKey } from './sort-by-key.ts';

/** Groups up to this size are sorted by moving one after the other, larger ones digit by digit. */
const smallGroup = 96;

/** Sorts parts of an array of indices by what stands there, with room that is used again for each part. */
export class GroupSorter {
  readonly #values: GrowingNumbers;
  readonly #order: Uint32Array;
  #keys = new Uint32Array(smallGroup);
  #places: Places = makePlaces(smallGroup);

  /** `order` has indices into `values`. */
  constructor(values: GrowingNumbers, order: Uint32Array) {
    this.#values = values;
    this.#order = order;
  }

  /** Sorts a small part of `order`; false, and nothing done, for one that is not small. */
  sortSmall(first: number, end: number): boolean {
    if (end - first > smallGroup) return false;
    const order = this.#order;
    const keys = this.#keys;
    for (let next = first; next < end; next++) {
      const index = order[next] as number;
      const key = this.#values.at(index);
      let at = next;
      for (; at > first && (keys[at - 1 - first] as number) > key; at--) {
        keys[at - first] = keys[at - 1 - first] as number;
        order[at] = order[at - 1] as number;
      }
      keys[at - first] = key;
      order[at] = index;
    }
    return true;
  }

  /** Sorts a part of `order` of any size. */
  *sort(first: number, end: number): Generator<Step, void> {
    const length = end - first;
    if (length > this.#keys.length) {
      this.#keys = new Uint32Array(length);
      this.#places = makePlaces(length);
    }
    const order = this.#order.subarray(first, end);
    const keys = this.#keys.subarray(0, length);
    const places = {
      from: this.#places.from.subarray(0, length),
      to: this.#places.to.subarray(0, length),
      starts: this.#places.starts,
    };
    for (let i = 0; i < length; i++) {
      keys[i] = this.#values.at(order[i] as number);
      places.from[i] = i;
    }
    yield;
    yield* sortByKey(keys, places);
    for (let i = 0; i < length; i++) keys[i] = order[places.from[i] as number] as number;
    order.set(keys);
  }
}
