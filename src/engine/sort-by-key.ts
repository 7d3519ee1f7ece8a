import type { Step } from './run-steps.ts';

const digitBits = 11;
const digitCount = 1 << digitBits;
/** Numbers that are moved between two steps: a few milliseconds. */
const stepSize = 1 << 16;

/** A pair of arrays of one length: places to sort, and room for as many. Either may hold the result. */
export interface Places {
  from: Uint32Array;
  to: Uint32Array;
  /** Room to count digits in. */
  readonly starts: Uint32Array;
}

/** Sorts places by the key that each has in `keys`, in `from`; places of equal keys stay in order. */
export function* sortByKey(keys: Uint32Array, places: Places): Generator<Step, void> {
  const { length } = keys;
  let largest = 0;
  for (let i = 0; i < length; i++) largest = Math.max(largest, keys[i] as number);
  for (let shift = 0; shift < 32 && largest >>> shift > 0; shift += digitBits) {
    const { from, to, starts } = places;
    starts.fill(0);
    for (let i = 0; i < length; i++) {
      const digit = ((keys[i] as number) >>> shift) & (digitCount - 1);
      starts[digit + 1] = (starts[digit + 1] as number) + 1;
    }
    for (let digit = 1; digit < digitCount; digit++) {
      starts[digit] = (starts[digit] as number) + (starts[digit - 1] as number);
    }
    for (let first = 0; first < length; first += stepSize) {
      yield;
      spread({ keys, from, to, starts, shift }, first, Math.min(length, first + stepSize));
    }
    places.from = to;
    places.to = from;
  }
}

/** The places 0 to `count`, in order. */
export function makePlaces(count: number): Places {
  const from = new Uint32Array(count);
  for (let i = 0; i < count; i++) from[i] = i;
  return { from, to: new Uint32Array(count), starts: new Uint32Array(digitCount + 1) };
}

function spread(
  {
    keys,
    from,
    to,
    starts,
    shift,
  }: { keys: Uint32Array; from: Uint32Array; to: Uint32Array; starts: Uint32Array; shift: number },
  first: number,
  end: number,
): void {
  for (let i = first; i < end; i++) {
    const place = from[i] as number;
    const digit = ((keys[place] as number) >>> shift) & (digitCount - 1);
    const target = starts[digit] as number;
    to[target] = place;
    starts[digit] = target + 1;
  }
}
