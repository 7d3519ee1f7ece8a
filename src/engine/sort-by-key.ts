import type { Step } from './run-steps.ts';

const digitBits = 11;
const digitCount = 1 << digitBits;
/** Numbers that are moved between two steps: a few milliseconds. */
const stepSize = 1 << 18;

/** The places 0 to `keys.length`, sorted by key; places of equal keys stay in the order of `places`. */
export function* sortByKey(keys: Uint32Array, places?: Uint32Array): Generator<Step, Uint32Array> {
  const { length } = keys;
  let largest = 0;
  for (let i = 0; i < length; i++) largest = Math.max(largest, keys[i] as number);
  let from = places ?? Uint32Array.from(keys, (_, place) => place);
  let to: Uint32Array = new Uint32Array(length);
  for (let shift = 0; shift < 32 && largest >>> shift > 0; shift += digitBits) {
    const starts = new Uint32Array(digitCount + 1);
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
    [from, to] = [to, from];
  }
  return from;
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
