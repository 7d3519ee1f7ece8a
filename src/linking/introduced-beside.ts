/** What the page itself introduces: "International Monetary Fund (IMF)". */

import type { Span } from '../model/link.ts';
import type { PackRecord } from '../model/record.ts';

const abbreviation = '(\\p{Lu}[\\p{L}\\p{N}&.-]{1,11})';
const afterName = new RegExp(
  `^ ?\\((?:[^()]{0,24}[,;] )?["“«„]?${abbreviation}["”»“]?(?:[,;][^()]*)?\\)`,
  'u',
);
const beforeName = new RegExp(`(?<![\\p{L}\\p{N}])${abbreviation} \\($`, 'u');

/**
 * "International Monetary Fund (IMF)" or "IMF (International Monetary Fund)". Something else that packs know is no
 * abbreviation of the name beside it: "Newport (US)". Beside a person stands a party, and beside a place what is called after
 * it: "Ada Bergholt (NLP)", "the Relief Agency for Norland (RAN)".
 */
export function introducedBeside(
  text: string,
  { start, end, record }: Span & { readonly record: PackRecord },
  mentionStarts: ReadonlySet<number>,
): string | null {
  const after = text[end + 1] === '(' || text[end] === '(' ? afterName.exec(text.slice(end, end + 60)) : null;
  const before =
    text[start - 1] === '(' && text[end] === ')'
      ? beforeName.exec(text.slice(Math.max(0, start - 16), start))
      : null;
  const found = (after ?? before)?.[1];
  if (!found) return null;
  const at = after ? text.indexOf(found, end) : start - 2 - found.length;
  const name = text.slice(start, end);
  const isOwnName = record.kind === 'organisation' && !mentionStarts.has(at);
  if (!isOwnName && !hasLetters(name, found)) return null;
  if (record.kind !== 'organisation' && !startsAlike(name, found)) return null;
  return (found.match(/\p{Lu}/gu)?.length ?? 0) >= 2 ? found : null;
}

const startsAlike = (name: string, other: string): boolean =>
  name.charAt(0).toLowerCase() === other.charAt(0).toLowerCase();

/** Says whether a name has the letters of an abbreviation in their order. */
function hasLetters(name: string, abbreviation: string): boolean {
  let at = 0;
  const lower = name.toLowerCase();
  for (const letter of abbreviation.toLowerCase().match(/\p{L}/gu) ?? []) {
    at = lower.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
