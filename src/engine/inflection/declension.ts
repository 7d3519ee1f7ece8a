/** How the words of a language decline, and the way back from an inflected word to what its base may be. */

/**
 * Where a row of a paradigm holds: for any word; for one that is the whole name; for one in a name of several words, for
 * its first word (`head`) or its later ones; for the first word of any name; for the last word of what has a plural beside
 * its singular: of the name of a people ("Ukraińcy") and of a name in small letters ("journalists"); for any word that is
 * an adjective.
 */
export const scopes = ['any', 'single', 'several', 'head', 'later', 'first', 'plural', 'adjective'] as const;
export type Scope = (typeof scopes)[number];

/** A base form's ending, folded, in UTF-8: what may stand in place of an ending of the text. */
export interface Base {
  readonly bytes: Uint8Array;
  /** UTF-16 units of the ending. */
  readonly length: number;
  readonly uses: readonly Use[];
}

export interface Use {
  /** Bits of the cases that the ending may stand for. The words of a name agree in at least one. */
  cases: number;
  readonly scope: Scope;
}

/** An ending of the text, as written, in lower case: read from the word's last letter on towards its first. */
export interface Ending {
  /** Bytes of the ending, folded, in UTF-8. */
  readonly foldedBytes: number;
  /** By the UTF-16 unit that stands before the ending. */
  readonly after: ReadonlyMap<number, EndingAfter>;
  /** Base endings where any other letter stands before. */
  readonly bases: readonly Base[];
}

export interface EndingAfter {
  readonly bases: readonly Base[];
  /** The ending that this letter makes longer, or null where there is none. */
  readonly longer: Ending | null;
}

export interface Declension {
  /** The ending of no letters, from which all others are reached. */
  readonly noEnding: Ending;
  /** Bytes of the longest ending of a base form. */
  readonly longestBase: number;
  /** What may follow an abbreviation, with or without a hyphen or an apostrophe ("ONZ-u", "ЄСом"), and its folded bytes. */
  readonly abbreviationEndings: ReadonlyMap<string, number>;
  /** Whether the language has no cases, as English, so that only what has a plural has another form. */
  readonly hasPluralsAlone: boolean;
}

/** A row's way from an ending of the text to one of the base form. */
interface WayBack extends Use {
  readonly base: string;
  /** The letters that may stand before the ending in the text, or null for any. */
  readonly stems: string | null;
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
  const encode = (text: string): Uint8Array => encoder.encode(fold(text));
  const waysBack = new Map<string, WayBack[]>([['', []]]);
  const add = (ending: string, way: WayBack): void => {
    for (let from = 1; from <= ending.length; from++) {
      if (!waysBack.has(ending.slice(from))) waysBack.set(ending.slice(from), []);
    }
    const known = waysBack.get(ending) ?? [];
    waysBack.set(ending, known);
    // A form like the base is no form of its own.
    if (fold(ending) !== fold(way.base)) known.push(way);
  };
  for (const scope of scopes) {
    for (const line of (tables[scope] ?? '').split('\n')) {
      const [stems, baseEnding, ...columns] = line.trim().split(/\s+/);
      if (!stems || baseEnding === undefined) continue;
      const base = readEnding(baseEnding);
      columns.forEach((column, index) => {
        if (column === '-') return;
        for (const ending of column.split('/')) {
          add(readEnding(ending), { base, stems: stems === '*' ? null : stems, cases: 1 << index, scope });
        }
      });
    }
  }
  const allBases = [...waysBack.values()].flat().map(({ base }) => encode(base).length);
  return {
    noEnding: readyEnding('', waysBack, encode),
    hasPluralsAlone: Object.keys(tables).every((scope) => scope === 'plural'),
    longestBase: Math.max(0, ...allBases),
    abbreviationEndings: new Map(abbreviations.split(' ').map((ending) => [ending, encode(ending).length])),
  };
}

const encoder = new TextEncoder();
const readEnding = (text: string): string => (text === '0' ? '' : text);

/** An ending with the longer ones that end in it, each with the base endings sorted by the letter before. */
function readyEnding(
  ending: string,
  waysBack: ReadonlyMap<string, readonly WayBack[]>,
  encode: (text: string) => Uint8Array,
): Ending {
  const ways = waysBack.get(ending) ?? [];
  const letters = new Set(ways.flatMap(({ stems }) => Array.from(stems ?? '')));
  for (const longer of waysBack.keys()) {
    if (longer.length === ending.length + 1 && longer.endsWith(ending)) letters.add(longer.charAt(0));
  }
  const basesAfter = (letter: string): Base[] =>
    groupByBase(
      ways.filter(({ stems }) => stems === null || (letter !== '' && stems.includes(letter))),
      encode,
    );
  return {
    foldedBytes: encode(ending).length,
    bases: basesAfter(''),
    after: new Map(
      Array.from(letters, (letter) => [
        letter.charCodeAt(0),
        {
          bases: basesAfter(letter),
          longer: waysBack.has(letter + ending) ? readyEnding(letter + ending, waysBack, encode) : null,
        },
      ]),
    ),
  };
}

function groupByBase(ways: readonly WayBack[], encode: (text: string) => Uint8Array): Base[] {
  const uses = new Map<string, Use[]>();
  for (const { base, cases, scope } of ways) {
    const known = uses.get(base) ?? [];
    uses.set(base, known);
    const same = known.find((use) => use.scope === scope);
    if (same) same.cases |= cases;
    else known.push({ cases, scope });
  }
  return Array.from(uses, ([base, ofBase]) => ({
    bytes: encode(base),
    length: base.length,
    uses: ofBase,
  }));
}
