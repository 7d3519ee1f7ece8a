/** Splits text into words and folds and hashes each: the one pass over every character that a reader's page costs. */

import { countBits } from './bit-set.ts';
import { foldRun } from './fold-run.ts';
import type { FoldTable } from './fold-table.ts';
import { firstMask, hashEnd, hashMore, hashStart, secondMask } from './hash-word.ts';
import type { Words } from './words.ts';

const encoder = new TextEncoder();
/** Stands for a unit that does not fold to one ASCII letter, digit or ampersand: `foldRun` looks at its run again. */
const otherByte = 0xff;
const highBits = 0x8080_8080 | 0;

/**
 * Fills `words` with the words of `text` in [from, to); characters of scripts without spaces are words of their own.
 * A word at an end of the stretch is cut there: cut text between words.
 *
 * Four characters are folded at a time, and no step has a branch that depends on where words begin and end, since a
 * mispredicted one costs more than the arithmetic.
 */
export function foldWords(text: string, from: number, to: number, table: FoldTable, words: Words): void {
  const stretch = from === 0 && to === text.length ? text : text.slice(from, to);
  const { written } = encoder.encodeInto(stretch, words.encoded);
  const length = to - from;
  if (written === length) foldAscii(words, length);
  else foldMixed(words, written, table.units);
  // Nothing but gaps until the next multiple of 32, and behind.
  words.bytes.fill(0, length, (length + 64) & ~31);
  const runCount = findRuns(words, length);
  words.from = from;
  words.areRefolded.fill(0, 0, words.count);
  words.count = 0;
  /** Where folded words that are not as long as their text are put. */
  let free = (length + 64) & ~31;
  for (let run = 0; run < runCount; run++) {
    run = hashRuns(words, { run, runCount, from });
    if (run === runCount) break;
    const start = from + (words.edges[run * 2] as number);
    const end = from + (words.edges[run * 2 + 1] as number);
    free = foldRun({ text, start, end, table, words }, free);
  }
}

/** A letter in lower case, a digit or an ampersand, and 0 for anything else, of four ASCII characters at a time. */
function foldFour(four: number): number {
  const lower = four | 0x2020_2020;
  const letters = (lower + 0x1f1f_1f1f) & ~(lower + 0x0505_0505);
  const digits = (four + 0x5050_5050) & ~(four + 0x4646_4646);
  const ampersands = ~((four ^ 0x2626_2626) + 0x7f7f_7f7f);
  return lower & Math.imul(((letters | digits | ampersands) & highBits) >>> 7, 0xff);
}

function foldAscii({ encoded, bytes }: Words, length: number): void {
  const from = new Int32Array(encoded.buffer, 0, (length + 3) >>> 2);
  const to = new Int32Array(bytes.buffer, 0, (length + 3) >>> 2);
  for (let i = 0; i < from.length; i++) to[i] = foldFour(from[i] as number);
}

/** One byte for each UTF-16 unit, so that places are offsets. */
function foldMixed(words: Words, written: number, units: Uint16Array): void {
  const { encoded, encodedView, bytes, bytesView } = words;
  let at = 0;
  let to = 0;
  while (at < written) {
    while (at + 16 <= written) {
      const first = encodedView.getInt32(at, true);
      const second = encodedView.getInt32(at + 4, true);
      const third = encodedView.getInt32(at + 8, true);
      const fourth = encodedView.getInt32(at + 12, true);
      if (((first | second | third | fourth) & highBits) !== 0) break;
      bytesView.setInt32(to, foldFour(first), true);
      bytesView.setInt32(to + 4, foldFour(second), true);
      bytesView.setInt32(to + 8, foldFour(third), true);
      bytesView.setInt32(to + 12, foldFour(fourth), true);
      at += 16;
      to += 16;
    }
    while (at + 4 <= written) {
      const four = encodedView.getInt32(at, true);
      if ((four & highBits) !== 0) break;
      bytesView.setInt32(to, foldFour(four), true);
      at += 4;
      to += 4;
    }
    // Up to the end of the next characters that are not ASCII.
    while (at < written && (encoded[at] as number) < 0x80) {
      bytes[to++] = foldFour(encoded[at++] as number) & 0xff;
    }
    while (at < written && (encoded[at] as number) >= 0x80) {
      const lead = encoded[at] as number;
      if (lead >= 0xf0) {
        bytes[to++] = otherByte;
        bytes[to++] = otherByte;
        at += 4;
        continue;
      }
      const second = (encoded[at + 1] as number) & 0x3f;
      const isThree = lead >= 0xe0;
      const unit = isThree
        ? ((lead & 0xf) << 12) | (second << 6) | ((encoded[at + 2] as number) & 0x3f)
        : ((lead & 0x1f) << 6) | second;
      const folded = units[unit] as number;
      bytes[to++] = folded < 0x80 ? folded : otherByte;
      at += isThree ? 3 : 2;
    }
  }
}

/** Fills `edges`; the number of runs of bytes that are not 0. */
function findRuns({ bytes, edges }: Words, length: number): number {
  const fours = new Int32Array(bytes.buffer, 0, ((length + 64) & ~31) >>> 2);
  const blocks = (length >>> 5) + 1;
  let count = 0;
  /** 1 where the block before ended within a run. */
  let carry = 0;
  for (let block = 0; block < blocks; block++) {
    const at = block * 8;
    const mask =
      insideBits(fours[at] as number) |
      (insideBits(fours[at + 1] as number) << 4) |
      (insideBits(fours[at + 2] as number) << 8) |
      (insideBits(fours[at + 3] as number) << 12) |
      (insideBits(fours[at + 4] as number) << 16) |
      (insideBits(fours[at + 5] as number) << 20) |
      (insideBits(fours[at + 6] as number) << 24) |
      (insideBits(fours[at + 7] as number) << 28);
    let turns = mask ^ ((mask << 1) | carry);
    carry = mask >>> 31;
    const base = block * 32 + 31;
    const next = count + countBits(turns);
    // Seven at a time, some of them nothing: fewer branches to guess than one at a time.
    for (let to = count; turns !== 0; to += 7) {
      edges[to] = base - Math.clz32(turns & -turns);
      turns &= turns - 1;
      edges[to + 1] = base - Math.clz32(turns & -turns);
      turns &= turns - 1;
      edges[to + 2] = base - Math.clz32(turns & -turns);
      turns &= turns - 1;
      edges[to + 3] = base - Math.clz32(turns & -turns);
      turns &= turns - 1;
      edges[to + 4] = base - Math.clz32(turns & -turns);
      turns &= turns - 1;
      edges[to + 5] = base - Math.clz32(turns & -turns);
      turns &= turns - 1;
      edges[to + 6] = base - Math.clz32(turns & -turns);
      turns &= turns - 1;
    }
    count = next;
  }
  return count >>> 1;
}

/** A bit for each of four bytes that is not 0: digits, lower-case letters, "&" and the byte for others all have this one. */
function insideBits(four: number): number {
  return Math.imul((four >>> 5) & 0x0101_0101, 0x0102_0408) >>> 24;
}

/**
 * Appends the words of the runs from `run` on, up to the first that is not ASCII; the index of that one. Nothing is
 * called in its loop, so that the addresses of the arrays stay in registers.
 */
function hashRuns(words: Words, { run: firstRun, runCount, from }: RunRange): number {
  const { starts, ends, hashes, edges, bytesView } = words;
  let { count } = words;
  let run = firstRun;
  for (; run < runCount; run++) {
    const start = edges[run * 2] as number;
    const end = edges[run * 2 + 1] as number;
    const size = end - start;
    let first = bytesView.getInt32(start, true);
    let second = bytesView.getInt32(start + 4, true);
    let state: number;
    let others: number;
    if (size <= 8) {
      first &= firstMask[size] as number;
      second &= secondMask[size] as number;
      others = first | second;
      state = hashStart(first, second);
    } else {
      others = first | second;
      state = hashStart(first, second);
      for (let at = start + 8; at < end; at += 4) {
        let next = bytesView.getInt32(at, true);
        if (end - at < 4) next &= firstMask[end - at] as number;
        others |= next;
        state = hashMore(state, next);
      }
    }
    if ((others & highBits) !== 0) break;
    starts[count] = from + start;
    ends[count] = from + end;
    hashes[count] = hashEnd(state);
    count++;
  }
  words.count = count;
  return run;
}

interface RunRange {
  run: number;
  runCount: number;
  /** Offset of the stretch in the text. */
  from: number;
}
