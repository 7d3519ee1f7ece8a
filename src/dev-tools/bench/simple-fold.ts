/**
 * The folding that all contestants but the engine use: one unit to one unit, Latin letters to `a` to `z`. It is the
 * cheapest folding there is, so that no peer loses by it; names and text of the bench hold nothing that needs more.
 */

/** What breaks a name. */
export const breakUnit = 0x0a;
/** What stands between two words of one name. Folded units above it belong to words. */
export const joinUnit = 0x20;

const strokedLetters = new Map([
  ['ø', 'o'],
  ['đ', 'd'],
  ['ł', 'l'],
  ['ı', 'i'],
  ['ħ', 'h'],
  ['ŧ', 't'],
]);

/** 65,536 entries: a letter, a digit, `joinUnit` or `breakUnit`. */
export const simpleFoldTable = makeTable();

function makeTable(): Uint8Array {
  const table = new Uint8Array(65_536).fill(breakUnit);
  for (let unit = 0x30; unit < 0x2000; unit++) {
    const lower = String.fromCharCode(unit).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    const folded = (strokedLetters.get(lower) ?? lower).normalize('NFD').replace(/\p{M}/gu, '');
    if (/^[a-z0-9]$/.test(folded)) table[unit] = folded.charCodeAt(0);
  }
  for (const joining of " -'’") table[joining.charCodeAt(0)] = joinUnit;
  return table;
}

/** The text folded unit by unit: offsets stay as they are. */
export function simpleFold(text: string): string {
  const bytes = Buffer.allocUnsafe(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = simpleFoldTable[text.charCodeAt(i)] ?? breakUnit;
  return bytes.toString('latin1');
}

/** Says whether a word begins and ends with this span of folded text. */
export function isWholeWords(folded: string, start: number, end: number): boolean {
  return !(folded.charCodeAt(start - 1) > joinUnit) && !(folded.charCodeAt(end) > joinUnit);
}

/** The first index of each folded name. */
export function indexFolded(names: readonly string[]): Map<string, number> {
  const indices = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    const folded = simpleFold(name);
    if (!indices.has(folded)) indices.set(folded, index);
  }
  return indices;
}
