/** What kind of character stands in a text, without asking Unicode's tables twice. */

/** Bits of a character's class. */
export const letter = 1;
export const upper = 2;
export const numeral = 4;
export const mark = 8;
export const cyrillic = 16;
/** Two UTF-16 units. */
export const wide = 32;
const asked = 128;

/** By UTF-16 unit, filled as characters are met. */
const classes = new Uint8Array(0x10000);

/** The class of the character at an offset. */
export function characterClassAt(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  const known = classes[unit] ?? 0;
  if (known !== 0) return known;
  const codePoint = text.codePointAt(offset) ?? 0;
  const character = String.fromCodePoint(codePoint);
  const found =
    asked |
    (/\p{L}/u.test(character) ? letter : 0) |
    (/\p{Lu}/u.test(character) ? upper : 0) |
    (/\p{N}/u.test(character) ? numeral : 0) |
    (/\p{M}/u.test(character) ? mark : 0) |
    (/\p{Script=Cyrillic}/u.test(character) ? cyrillic : 0);
  if (codePoint > 0xffff) return found | wide;
  classes[unit] = found;
  return found;
}
