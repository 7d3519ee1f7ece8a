/** The hash of a folded word: of its bytes in UTF-8, the same wherever they lie. */

/** Bytes that must be readable behind a word. */
export const hashSlack = 8;

/** Masks for the first four and the next four bytes of a word, by its length up to eight. */
export const firstMask = Int32Array.of(0, 0xff, 0xffff, 0xff_ffff, -1, -1, -1, -1, -1);
export const secondMask = Int32Array.of(0, 0, 0, 0, 0, 0xff, 0xffff, 0xff_ffff, -1);

const firstMultiplier = 0x9e37_79b1 | 0;
const secondMultiplier = 0x85eb_ca6b | 0;
const lastMultiplier = 0x7feb_352d;

/** Of the bytes in [place, place + length). All 32 bits are good for use. May be negative. */
export function hashWord(bytes: DataView, place: number, length: number): number {
  const short = Math.min(length, 8);
  let hash = hashStart(
    bytes.getInt32(place, true) & (firstMask[short] as number),
    bytes.getInt32(place + 4, true) & (secondMask[short] as number),
  );
  for (let at = 8; at < length; at += 4) {
    hash = hashMore(hash, bytes.getInt32(place + at, true) & (firstMask[Math.min(length - at, 4)] as number));
  }
  return hashEnd(hash);
}

/** The state after the first eight bytes; bytes behind the word are 0. */
export function hashStart(first: number, second: number): number {
  const hash = Math.imul(first, firstMultiplier);
  return Math.imul((hash ^ (hash >>> 15)) + second, secondMultiplier);
}

/** The state after four more bytes. */
export function hashMore(state: number, next: number): number {
  return Math.imul((state ^ (state >>> 15)) + next, firstMultiplier);
}

/** The hash of a state. */
export function hashEnd(state: number): number {
  const hash = Math.imul(state ^ (state >>> 16), lastMultiplier);
  return hash ^ (hash >>> 15);
}
