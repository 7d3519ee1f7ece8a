/** How the words of a language decline, and the way back from an inflected word to what its base may be. */

/**
 * Where a row of a paradigm holds: for any word; for one that is the whole name; for one in a name of several words, for
 * its first word (`head`) or its later ones; for the first word of any name; for the word of a people ("Ukraińcy"), which
 * alone has a plural beside its singular.
 */
export const scopes = ['any', 'single', 'several', 'head', 'later', 'first', 'demonym'] as const;
export type Scope = (typeof scopes)[number];

/** What may stand in the base form in place of an ending of the text. */
export interface WayBack {
  /** The base form's ending, folded, in UTF-8. */
  readonly base: Uint8Array;
  /** UTF-16 units of the letters that may stand before the ending in the text, or null for any. */
  readonly stems: ReadonlySet<number> | null;
  /** Bits of the cases that the ending may stand for. The words of a name agree in at least one. */
  cases: number;
  readonly scope: Scope;
}

interface Ending {
  /** Bytes of the ending, folded, in UTF-8. */
  readonly foldedBytes: number;
  readonly ways: WayBack[];
}

export interface Declension {
  /** By the ending in the text, as written, in lower case; '' where the base has an ending that the form has not. */
  readonly waysBack: ReadonlyMap<string, Ending>;
  /** UTF-16 units of the longest ending in the text. */
  readonly longestEnding: number;
  /** Bytes of the longest ending of a base form. */
  readonly longestBase: number;
  /** What may follow an abbreviation, with or without a hyphen or an apostrophe ("ONZ-u", "ЄСом"), and its folded bytes. */
  readonly abbreviationEndings: ReadonlyMap<string, number>;
}

/**
 * Reads paradigms as they stand in a grammar: a line for each class of words, with the letters before the ending (`*`
 * for any), the ending of the base form, and the endings of the other cases. `0` is no ending, `-` no such form or one
 * like the base; alternatives are parted by a stroke. All words of the plural are lines of their own.
 */
export function makeDeclension(
  tables: Partial<Record<Scope, string>>,
  { abbreviations, fold }: { abbreviations: string; fold: (text: string) => string },
): Declension {
  const encoder = new TextEncoder();
  const encode = (text: string): Uint8Array => encoder.encode(fold(text));
  const waysBack = new Map<string, Ending>();
  const add = (ending: string, way: WayBack): void => {
    const known = waysBack.get(ending) ?? { foldedBytes: encode(ending).length, ways: [] };
    waysBack.set(ending, known);
    // A form like the base is no form of its own.
    if (String(encode(ending)) === String(way.base)) return;
    const isSame = ({ base, stems, scope }: WayBack): boolean =>
      String(base) === String(way.base) && stems === way.stems && scope === way.scope;
    const same = known.ways.find(isSame);
    if (same) same.cases |= way.cases;
    else known.ways.push(way);
  };
  for (const scope of scopes) {
    for (const line of (tables[scope] ?? '').split('\n')) {
      const [stems, baseEnding, ...columns] = line.trim().split(/\s+/);
      if (!stems || baseEnding === undefined) continue;
      const base = encode(readEnding(baseEnding));
      const letters = stems === '*' ? null : new Set(Array.from(stems, (letter) => letter.charCodeAt(0)));
      columns.forEach((column, index) => {
        if (column === '-') return;
        for (const ending of column.split('/')) {
          add(readEnding(ending), { base, stems: letters, cases: 1 << index, scope });
        }
      });
    }
  }
  const ways = [...waysBack.values()].flatMap((ending) => ending.ways);
  return {
    waysBack,
    longestEnding: Math.max(0, ...Array.from(waysBack.keys(), ({ length }) => length)),
    longestBase: Math.max(0, ...ways.map(({ base }) => base.length)),
    abbreviationEndings: new Map(abbreviations.split(' ').map((ending) => [ending, encode(ending).length])),
  };
}

const readEnding = (text: string): string => (text === '0' ? '' : text);
