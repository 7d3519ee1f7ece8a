import {
  expansionOf,
  type FoldTable,
  firstSpecialFold,
  foldCharacter,
  foldExpanded,
  foldIgnored,
  foldSpaceless,
  isSpaceless,
  isWordCharacter,
} from './fold-table.ts';
import { hashWord } from './hash-word.ts';
import { growBytes, type Words } from './words.ts';

/** No character folds to more units (U+FDFA has 18); each takes up to three bytes. */
const mostBytes = 3 * 32;

/**
 * Appends the words of a run of word characters in any script, folded unit by unit; their bytes go to `free` and behind.
 * What is free then.
 */
export function foldRun(
  {
    text,
    start,
    end,
    table,
    words,
  }: { text: string; start: number; end: number; table: FoldTable; words: Words },
  free: number,
): number {
  const { units } = table;
  let place = free;
  let to = free;
  let inWord = false;
  let wordStart = start;
  let wordEnd = start;
  const closeWord = (): void => {
    if (inWord) appendWord(words, { start: wordStart, end: wordEnd, place, length: to - place });
    inWord = false;
    place = to;
  };
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    const folded = units[unit] as number;
    if (folded === foldIgnored) {
      // Belongs to the word it stands in; before a word it is nothing.
      wordEnd = at + 1;
      continue;
    }
    growBytes(words, to, mostBytes);
    let width = 1;
    let isOwnWord = false;
    const before = to;
    if (folded < firstSpecialFold) {
      if (!inWord) openWord(at);
      to = writeUnit(words.bytes, to, folded);
    } else {
      let folds: ArrayLike<number> = [];
      if (folded === foldExpanded || folded === foldSpaceless) {
        folds = expansionOf(table, unit);
        isOwnWord = folded === foldSpaceless;
      } else {
        const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
        width = character.length;
        if (width === 2 && isWordCharacter(character)) {
          isOwnWord = isSpaceless(character);
          const wide = foldCharacter(character);
          folds = Array.from({ length: wide.length }, (_, i) => wide.charCodeAt(i));
        }
      }
      if (isOwnWord || folds.length === 0) closeWord();
      if (folds.length > 0) {
        if (!inWord) openWord(at);
        to = writeUnits(words.bytes, inWord ? to : before, folds);
      }
    }
    at += width - 1;
    wordEnd = at + 1;
    if (isOwnWord) {
      while (at + 1 < end && units[text.charCodeAt(at + 1)] === foldIgnored) wordEnd = ++at + 1;
      closeWord();
    }
  }
  closeWord();
  return to;

  function openWord(at: number): void {
    wordStart = at;
    inWord = true;
    place = to;
  }
}

/** The folded word in UTF-8, as `foldWords` writes it: one word, or nothing where there is no letter or digit. */
function appendWord(
  words: Words,
  { start, end, place, length }: { start: number; end: number; place: number; length: number },
): void {
  const { count } = words;
  words.starts[count] = start;
  words.ends[count] = end;
  words.areRefolded[count] = 1;
  words.refoldedPlaces[count] = place;
  words.refoldedLengths[count] = length;
  words.hashes[count] = hashWord(words.bytesView, place, length);
  words.count = count + 1;
}

function writeUnits(bytes: Uint8Array, place: number, units: ArrayLike<number>): number {
  let to = place;
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as number;
    const next = units[i + 1] ?? 0;
    if (unit >= 0xd800 && unit <= 0xdbff && next >= 0xdc00 && next <= 0xdfff) {
      const point = 0x1_0000 + ((unit - 0xd800) << 10) + (next - 0xdc00);
      bytes[to++] = 0xf0 | (point >>> 18);
      bytes[to++] = 0x80 | ((point >>> 12) & 0x3f);
      bytes[to++] = 0x80 | ((point >>> 6) & 0x3f);
      bytes[to++] = 0x80 | (point & 0x3f);
      i++;
    } else {
      to = writeUnit(bytes, to, unit);
    }
  }
  return to;
}

function writeUnit(bytes: Uint8Array, place: number, unit: number): number {
  if (unit < 0x80) {
    bytes[place] = unit;
    return place + 1;
  }
  if (unit < 0x800) {
    bytes[place] = 0xc0 | (unit >>> 6);
    bytes[place + 1] = 0x80 | (unit & 0x3f);
    return place + 2;
  }
  bytes[place] = 0xe0 | (unit >>> 12);
  bytes[place + 1] = 0x80 | ((unit >>> 6) & 0x3f);
  bytes[place + 2] = 0x80 | (unit & 0x3f);
  return place + 3;
}
