/** Whether letters are capitals, without a string for each: asked of nearly every word of a text. */

/** Latin, Greek and Cyrillic end before this; what lies behind is asked of the platform. */
const tableEnd = 0x530;
const lowerUnits = Uint16Array.from({ length: tableEnd }, (_, unit) => lowerOf(unit));

/** The UTF-16 unit in lower case; itself where that is longer. */
export function lowerUnit(unit: number): number {
  return unit < tableEnd ? (lowerUnits[unit] as number) : lowerOf(unit);
}

export const isCapitalUnit = (unit: number): boolean => lowerUnit(unit) !== unit;

function lowerOf(unit: number): number {
  const lower = String.fromCharCode(unit).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}
