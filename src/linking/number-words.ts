const units =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** A regular expression source for counts from 1 to 999 in digits and from one to ninety-nine in English words. */
export const countPattern = `(?:\\d{1,3}|(?:${tens.join('|')})(?:[-\\u2010\\u2011 ](?:${units.slice(0, 9).join('|')}))?|${[...units].reverse().join('|')})`;

/** The number that a match of `countPattern` means. */
export function parseCount(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  return text
    .toLowerCase()
    .split(/[^a-z]+/)
    .reduce((sum, word) => sum + (units.indexOf(word) + 1 || (tens.indexOf(word) + 2) * 10), 0);
}
