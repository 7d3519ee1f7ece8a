/** Short names that only the page itself explains: a given name after the full one, "(IMF)" after what it stands for. */

import type { Evidence, Span } from '../model/link.ts';
import type { PackedRecord } from '../model/record.ts';
import { reason, evidenceWeights as weights } from './evidence.ts';
import type { Surroundings } from './is-part-of-longer-name.ts';
import type { LanguageWords } from './languages/language-words.ts';
import { isCapitalised, isSentenceStart } from './neighbours.ts';

/** A record's full name on the page. */
export interface NamedMention extends Span {
  readonly packed: PackedRecord;
}

/** A span that means a record because of what stands elsewhere on the page. */
export interface Echo extends Span {
  readonly packed: PackedRecord;
  readonly type: 'given' | 'abbreviation' | 'short';
  readonly evidence: readonly Evidence[];
}

interface Variant {
  readonly text: string;
  readonly packed: PackedRecord;
  readonly type: Echo['type'];
  readonly evidence: Evidence;
  /** Where the full name is first written; the variant means it only after that. */
  readonly from: number;
  /** Only with "the" before it and a capital within a sentence: "the Fund". */
  readonly needsArticle: boolean;
}

/** Every place where a record that the page names in full is named by a part of that name or by its introduced abbreviation. */
export function findEchoes(
  text: string,
  named: readonly NamedMention[],
  { words, mentionStarts }: Pick<Surroundings, 'words' | 'mentionStarts'>,
): Echo[] {
  const variants = new Map<string, Variant | null>();
  for (const variant of variantsOf(text, named, { words, mentionStarts })) {
    const known = variants.get(variant.text);
    // Two persons of one given name: neither is meant for certain.
    const isShared = known && known.packed.record.id !== variant.packed.record.id;
    const isEarlier = known && !isShared && known.evidence.type !== 'introduced' && variant.from < known.from;
    if (known === undefined || isEarlier) {
      variants.set(variant.text, variant);
    } else if (isShared) variants.set(variant.text, null);
  }
  return [...variants.values()].flatMap((variant) => (variant ? occurrences(text, variant) : []));
}

function* variantsOf(
  text: string,
  named: readonly NamedMention[],
  { words, mentionStarts }: Pick<Surroundings, 'words' | 'mentionStarts'>,
): Generator<Variant> {
  const seen = new Set<string>();
  for (const { start, end, packed } of named) {
    const quote = text.slice(start, end);
    const abbreviation = introducedBeside(text, { start, end, packed }, mentionStarts);
    const base = { packed, from: end, needsArticle: false };
    if (abbreviation) {
      const note = `introduced on this page: ${quote} (${abbreviation})`;
      const evidence = reason('introduced', weights.introduced, note);
      yield {
        ...base,
        text: abbreviation,
        type: 'abbreviation',
        evidence,
        from: start - abbreviation.length - 2,
      };
    }
    const key = `${packed.record.id}\t${quote}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const full = (type: string, weight: number): Evidence =>
      reason(type, weight, `full name on this page: ${quote}`);
    const parts = quote.split(/[ \u00a0\n]+/);
    if (parts.length < 2) continue;
    if (packed.record.kind === 'person') {
      const given = parts[0] ?? '';
      if (isGivenName(given, words)) {
        yield { ...base, text: given, type: 'given', evidence: full('given-name', weights.givenName) };
      }
      continue;
    }
    for (const initials of initialsOf(parts)) {
      const evidence = reason('initials', weights.initials, `initials of a name on this page: ${quote}`);
      yield { ...base, text: initials, type: 'abbreviation', evidence, from: 0 };
    }
    const last = parts.at(-1) ?? '';
    if (packed.record.kind === 'organisation' && isCapitalised(last) && last.length >= shortestHead) {
      yield {
        ...base,
        text: last,
        type: 'short',
        evidence: full('short-name', weights.shortName),
        needsArticle: true,
      };
    }
    if (parts.length === 2 && words.headNouns?.has(last.toLowerCase())) {
      yield { ...base, text: parts[0] ?? '', type: 'short', evidence: full('short-name', weights.shortName) };
    }
  }
}

const shortestHead = 4;
const shortestGivenName = 3;

function isGivenName(word: string, { titles, functionWords, calendar }: LanguageWords): boolean {
  const lower = word.toLowerCase();
  return (
    word.length >= shortestGivenName &&
    /^\p{Lu}[\p{L}\p{M}’'-]*\p{Ll}$/u.test(word) &&
    !titles.has(lower) &&
    !functionWords.has(lower) &&
    !calendar.has(lower)
  );
}

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
function introducedBeside(
  text: string,
  { start, end, packed }: NamedMention,
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
  const isOwnName = packed.record.kind === 'organisation' && !mentionStarts.has(at);
  if (!isOwnName && !hasLetters(name, found)) return null;
  if (packed.record.kind !== 'organisation' && !startsAlike(name, found)) return null;
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

/** With and without points; of two letters only with them, since "IT" and "US" are words. */
function initialsOf(parts: readonly string[]): string[] {
  const letters = parts.filter(isCapitalised).map((part) => part.charAt(0));
  if (letters.length < 2 || letters.length > 6) return [];
  const dotted = letters.map((letter) => `${letter}.`).join('');
  return letters.length === 2 ? [dotted] : [dotted, letters.join('')];
}

function occurrences(
  text: string,
  { text: form, packed, type, evidence, from, needsArticle }: Variant,
): Echo[] {
  const found: Echo[] = [];
  for (let start = text.indexOf(form, Math.max(0, from)); start >= 0; start = text.indexOf(form, start + 1)) {
    const end = start + form.length;
    if (/[\p{L}\p{N}@#]$/u.test(text.slice(Math.max(0, start - 2), start))) continue;
    if (/^[\p{L}\p{N}\p{M}]/u.test(text.slice(end, end + 2))) continue;
    if (needsArticle && !isAfterArticle(text, start)) continue;
    // "Dmitri Reiner" after "Dmitri Bergholt": somebody else, also where every noun has a capital.
    if (type === 'given' && /^ \p{Lu}/u.test(text.slice(end, end + 3))) continue;
    // In "Newport, N.L." the letters are of what the town lies in.
    if (evidence.type === 'initials' && packed.record.kind === 'place' && text.startsWith(', ', start - 2))
      continue;
    found.push({ start, end, packed, type, evidence: [evidence] });
  }
  return found;
}

const isAfterArticle = (text: string, start: number): boolean =>
  /(?<![\p{L}\p{N}])[Tt]he $/u.test(text.slice(Math.max(0, start - 6), start)) &&
  !isSentenceStart(text, start);
