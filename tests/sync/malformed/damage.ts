/** Ways in which a file can be wrong, by name and by chance. */

import fc from 'fast-check';

type Bytes = Uint8Array<ArrayBuffer>;
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
export type Path = readonly (string | number)[];

export const encode = (text: string): Bytes => new TextEncoder().encode(text);
export const join = (...parts: readonly Uint8Array[]): Bytes => {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
};

/** What a damaged disk, a bad connection or a login page make of any file. */
export const byteDamages: readonly (readonly [name: string, damage: (bytes: Bytes) => Bytes])[] = [
  ['one byte', () => new Uint8Array([0])],
  ['zeros', (bytes) => new Uint8Array(bytes.length)],
  ['half of it', (bytes) => bytes.slice(0, bytes.length >> 1)],
  ['a quarter of it', (bytes) => bytes.slice(0, bytes.length >> 2)],
  ['all but three bytes', (bytes) => bytes.slice(0, -3)],
  ['all but its first byte', (bytes) => bytes.slice(1)],
  ['the second half of it', (bytes) => bytes.slice(bytes.length >> 1)],
  ['its bytes backwards', (bytes) => bytes.toReversed()],
  ['a hole of zeros in the middle', (bytes) => filled(bytes, 0)],
  ['a hole of 0xff in the middle', (bytes) => filled(bytes, 0xff)],
  ['text behind it', (bytes) => join(bytes, encode('}]text'))],
  ['text before it', (bytes) => join(encode('text'), bytes)],
  ['a byte of no UTF-8 in the middle', (bytes) => spliced(bytes, new Uint8Array([0xc3, 0x28]))],
  ['a null in the middle', (bytes) => spliced(bytes, new Uint8Array([0]))],
  ['two bytes per character', (bytes) => join(...Array.from(bytes, (byte) => new Uint8Array([byte, 0])))],
  ['a login page', () => encode('<!doctype html><title>Sign in</title><p>Welcome to the hotel')],
  ['an error of a server', () => encode('{"error":"internal"}\n')],
  ['a number', () => encode('7\n')],
  ['null', () => encode('null\n')],
  ['brackets, 100,000 deep', () => encode('['.repeat(100_000) + ']'.repeat(100_000))],
  ['braces, 100,000 deep', () => encode(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`)],
];

const filled = (bytes: Bytes, value: number): Bytes => {
  const copy = bytes.slice();
  return copy.fill(value, copy.length >> 1, (copy.length >> 1) + 8);
};
const spliced = (bytes: Bytes, middle: Bytes): Bytes =>
  join(bytes.slice(0, bytes.length >> 1), middle, bytes.slice(bytes.length >> 1));

/** Every place in a value, containers too, but for the value itself. */
export function placesIn(value: Json, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const place = [...path, Array.isArray(value) ? Number(name) : name];
    return [place, ...placesIn(inner as Json, place)];
  });
}

export function valueAt(value: Json, path: Path): Json | undefined {
  return path.reduce<Json | undefined>(
    (inner, name) => (inner as Record<string | number, Json> | undefined)?.[name],
    value,
  );
}

/** The value with another one in a place; `undefined` takes the place out. */
export function replaced(value: Json, [name, ...rest]: Path, by: Json | undefined): Json {
  if (name === undefined) return by ?? null;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string | number,
    Json
  >;
  if (rest.length > 0) copy[name] = replaced(copy[name] as Json, rest, by);
  else if (by !== undefined) copy[name] = by;
  else if (Array.isArray(copy)) copy.splice(Number(name), 1);
  else delete copy[name];
  return copy as Json;
}

/** Values that are never right where a value of this one's type is wanted. */
export function wrongValuesFor(value: Json | undefined): readonly Json[] {
  if (typeof value === 'string') return [null, 7, true, [], {}, '', '\u0000', 'x'.repeat(5_000)];
  if (typeof value === 'number') return [null, '7', true, [], {}, -1, 0.123, 1e300];
  if (typeof value === 'boolean') return [null, 0, 'true', [], {}];
  if (Array.isArray(value)) return [null, 7, 'x', { length: 1 }, [null], [[]]];
  return [null, 7, 'x', [], [{}]];
}

/** Some bytes changed, taken out, put in or repeated. */
export const byteDamage: fc.Arbitrary<(bytes: Bytes) => Bytes> = fc
  .array(
    fc.oneof(
      fc.record({
        type: fc.constant('flip' as const),
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        mask: fc.integer({ min: 1, max: 255 }),
      }),
      fc.record({
        type: fc.constant('cut' as const),
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.integer({ min: 1, max: 200 }),
      }),
      fc.record({
        type: fc.constant('insert' as const),
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        bytes: fc.uint8Array({ minLength: 1, maxLength: 20 }),
      }),
      fc.record({
        type: fc.constant('repeat' as const),
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.integer({ min: 1, max: 200 }),
      }),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((steps) => (bytes) => {
    let damaged = bytes;
    for (const step of steps) {
      const at = Math.min(damaged.length - 1, Math.floor(step.at * damaged.length));
      if (damaged.length === 0) break;
      const [before, after] = [damaged.slice(0, at), damaged.slice(at)];
      if (step.type === 'flip')
        damaged = join(before, [(after[0] ?? 0) ^ step.mask] as never, after.slice(1));
      else if (step.type === 'cut') damaged = join(before, after.slice(step.length));
      else if (step.type === 'insert') damaged = join(before, step.bytes, after);
      else damaged = join(before, after.slice(0, step.length), after);
    }
    return damaged;
  });

/** One to three places of a JSON value taken out or given any other value. */
export const jsonDamage: fc.Arbitrary<(value: Json) => Json> = fc
  .array(
    fc.record({
      place: fc.nat(),
      by: fc.oneof(
        fc.constant(undefined),
        fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
        fc.constantFrom<Json>(
          -1,
          0,
          1.5,
          1e300,
          2 ** 53,
          '',
          '__proto__',
          '../../x',
          '\u202e',
          'x'.repeat(5_000),
        ),
      ),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((steps) => (value) => {
    let damaged = value;
    for (const { place, by } of steps) {
      const places = placesIn(damaged);
      const path = places[place % Math.max(1, places.length)];
      if (path) damaged = replaced(damaged, path, by);
    }
    return damaged;
  });
