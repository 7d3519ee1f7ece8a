import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileNames } from '../../src/engine/compile-names.ts';
import { openEngine } from '../../src/engine/engine-format.ts';
import { findNames } from '../../src/engine/find-names.ts';
import { runSteps } from '../../src/engine/run-steps.ts';

/** Raised for the long run: `FUZZ_RUNS=100000 npm test -- find-names`. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 2_000);
/** Start and end of each name that is found by engines which share the names out among them. */
function found(names: readonly string[], text: string, engineCount = 1): [number, number][] {
  const engines = Array.from({ length: engineCount }, (_, engine) => {
    const own = names.filter((_name, index) => index % engineCount === engine);
    return openEngine(
      runSteps(compileNames(own.map((name, record) => ({ text: name, record, class: 0, exact: -1 })))),
    );
  });
  const spans: [number, number][] = [];
  findNames(engines, text, ({ words, firstWord, lastWord }) => {
    spans.push([words.starts[firstWord] ?? 0, words.ends[lastWord] ?? 0]);
    return true;
  });
  return spans;
}

/** The same by trying every name at every word, in ten lines; for text of letters and single spaces. */
function expected(names: readonly string[], text: string): [number, number][] {
  const fold = (part: string): string =>
    part.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFC');
  const wanted = new Set(names.map(fold));
  const words = [...text.matchAll(/\S+/g)];
  const spans: [number, number][] = [];
  for (let first = 0; first < words.length; first++) {
    for (let last = words.length - 1; last >= first; last--) {
      const start = words[first]?.index ?? 0;
      const end = (words[last]?.index ?? 0) + (words[last]?.[0].length ?? 0);
      if (!wanted.has(fold(text.slice(start, end)))) continue;
      spans.push([start, end]);
      first = last;
      break;
    }
  }
  return spans;
}

const alphabets = ['aAbBéÉ', 'ґіЇйЁж', 'αΑάΩώ', 'şéàñ', 'عبمد', 'שלומ', '한국가나', '𐐀𐐨𝒜'];
const word = fc
  .constantFrom(...alphabets)
  .chain((alphabet) => fc.array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: 3 }))
  .map((letters) => letters.join(''));
const phrase = (maxLength: number) =>
  fc.array(word, { minLength: 1, maxLength }).map((words) => words.join(' '));

test('one engine or several find what trying every name at every word finds', () => {
  fc.assert(
    fc.property(
      fc.array(phrase(4), { maxLength: 30 }),
      phrase(60),
      fc.integer({ min: 1, max: 3 }),
      (names, text, engineCount) => {
        expect(found(names, text, engineCount)).toEqual(expected(names, text));
      },
    ),
    { numRuns },
  );
}, 3_600_000);

/** One pair of quotation marks around whole words: what is inside, in a text of letters, spaces and marks. */
const quoted = /(?<=^|\s)(?:"(\p{L}+(?: \p{L}+)*)"|«(\p{L}+(?: \p{L}+)*)»)(?=\s|$)/u;
/** The same by trying every span: with the marks around it, it is the name once pairs of marks are taken away. */
function expectedInMarks(names: readonly string[], text: string): [number, number][] {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  const found = [...text.matchAll(/\p{L}+/gu)];
  /** No gap has two marks, and no pair that opens between two words of a name holds another. */
  const isTooDeep = /["«»]+ ?["«»]| ["«][^"«»]* ["«]/;
  const isName = (start: number, end: number): boolean =>
    !isTooDeep.test(text.slice(start, end)) &&
    [
      [start, end],
      [start - 1, end],
      [start, end + 1],
      [start - 1, end + 1],
    ].some(([from = 0, to = 0]) => {
      const around = text.slice(Math.max(0, from), to);
      if (/^[\s]|\s$/.test(around)) return false;
      let inner = around;
      while (quoted.test(inner)) inner = inner.replace(quoted, '$1$2');
      return wanted.has(inner.toLowerCase());
    });
  const spans: [number, number][] = [];
  for (let first = 0; first < found.length; first++) {
    for (let last = found.length - 1; last >= first; last--) {
      const start = found[first]?.index ?? 0;
      const end = (found[last]?.index ?? 0) + (found[last]?.[0].length ?? 0);
      if (!isName(start, end)) continue;
      spans.push([start, end]);
      first = last;
      break;
    }
  }
  return spans;
}

test('quotation marks around a name or a part of it join, and part where they have no partner', () => {
  const letters = fc.constantFrom('a', 'b', 'c');
  const name = fc.array(letters, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
  const gap = fc.constantFrom(' ', ' ', ' "', '" ', ' «', '» ', '"', '" "');
  const text = fc
    .tuple(fc.constantFrom('', '"', '«'), fc.array(fc.tuple(letters, gap), { maxLength: 9 }))
    .map(([mark, parts]) => mark + parts.flat().join(''));
  fc.assert(
    fc.property(fc.array(name, { maxLength: 6 }), text, (names, someText) => {
      expect(found(names, someText)).toEqual(expectedInMarks(names, someText));
    }),
    { numRuns },
  );
}, 600_000);

test('a text longer than what is folded at once is searched as one', () => {
  const filler = 'so it goes on and on ';
  for (const length of [16_370, 16_380, 16_384, 16_390]) {
    const before = filler.repeat(1_000).slice(0, length);
    const text = `${before} New York City and so on. ${filler.repeat(2_000)}Oslo`;
    const spans = found(['New York City', 'Oslo'], text);
    expect(spans.map(([start, end]) => text.slice(start, end))).toEqual(['New York City', 'Oslo']);
  }
});

test('a hundred thousand names are told apart although many look alike to the filters', () => {
  const names = Array.from({ length: 100_000 }, (_, i) => `n${i.toString(36)}`);
  const text = `${names.filter((_, i) => i % 97 === 0).join(' ')} zope n-1 zn999999999`;
  expect(found(names, text)).toHaveLength(Math.ceil(names.length / 97));
});
