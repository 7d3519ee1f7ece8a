interface Comparison {
  readonly text: string;
  readonly names: readonly string[];
  /** Triples of start, end and name. */
  readonly expected: Int32Array;
  readonly actual: Int32Array;
}

/** Null when both found the same, else a sentence on the first place where they differ. A name of -1 is any name. */
export function describeDifference({ text, names, expected, actual }: Comparison): string | null {
  const length = Math.max(expected.length, actual.length);
  for (let i = 0; i < length; i += 3) {
    const isSame =
      expected[i] === actual[i] &&
      expected[i + 1] === actual[i + 1] &&
      (expected[i + 2] === actual[i + 2] || expected[i + 2] === -1 || actual[i + 2] === -1);
    if (isSame) continue;
    const at = Math.min(expected[i] ?? text.length, actual[i] ?? text.length);
    const near = JSON.stringify(text.slice(Math.max(0, at - 30), at + 50));
    const [wanted, found] = [expected, actual].map((triples) => describeMatch(triples, i, text, names));
    return `finds ${found} where ${wanted} was expected, near ${near}`;
  }
  return null;
}

function describeMatch(triples: Int32Array, i: number, text: string, names: readonly string[]): string {
  if (i >= triples.length) return 'nothing more';
  const [start = 0, end = 0, name = -1] = triples.subarray(i, i + 3);
  return `${JSON.stringify(text.slice(start, end))} at ${start}${name < 0 ? '' : ` (${names[name]})`}`;
}
