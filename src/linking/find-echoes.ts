/** Short names that only the page itself explains: a given name after the full one, "(IMF)" after what it stands for. */

import type { Evidence, Span } from '../model/link.ts';
import type { PackedRecord, RecordKind } from '../model/record.ts';
import { reason, evidenceWeights as weights } from './evidence.ts';
import { introducedBeside } from './introduced-beside.ts';
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
  /** What may end the word, where names decline and `text` is its stem. */
  readonly endings?: ReadonlySet<string>;
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
    const abbreviation = introducedBeside(text, { start, end, record: packed.record }, mentionStarts);
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
        const evidence = full('given-name', weights.givenName);
        yield { ...base, ...inCases(given, words), type: 'given', evidence };
      }
      continue;
    }
    for (const initials of initialsOf(parts, packed.record.kind, words)) {
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

/** Of a given name in any case its stem and what it may end in: "Максима" after "Максим Reiner". */
function inCases(given: string, { givenEndings }: LanguageWords): Pick<Variant, 'text' | 'endings'> {
  const [ending = ''] = /\p{Ll}{0,2}$/u.exec(given) ?? [];
  const vowels =
    Array.from(ending, (_, at) => ending.slice(at)).find((rest) => givenEndings?.has(rest)) ?? '';
  const stem = given.slice(0, given.length - vowels.length);
  return givenEndings && stem.length >= shortestGivenName
    ? { text: stem, endings: givenEndings }
    : { text: given };
}

const restOfWord = /^\p{Ll}+/u;

/** With and without points; of two letters without them only those of a body, and not "IT" and "US", which are words. */
function initialsOf(parts: readonly string[], kind: RecordKind, { functionWords }: LanguageWords): string[] {
  const letters = parts.filter(isCapitalised).map((part) => part.charAt(0));
  if (letters.length < 2 || letters.length > 6) return [];
  const dotted = letters.map((letter) => `${letter}.`).join('');
  const plain = letters.join('');
  const isSure = letters.length > 2 || (kind === 'organisation' && !functionWords.has(plain.toLowerCase()));
  return isSure ? [dotted, plain] : [dotted];
}

function occurrences(
  text: string,
  { text: form, packed, type, evidence, from, needsArticle, endings }: Variant,
): Echo[] {
  const found: Echo[] = [];
  for (let start = text.indexOf(form, Math.max(0, from)); start >= 0; start = text.indexOf(form, start + 1)) {
    const rest = endings
      ? (restOfWord.exec(text.slice(start + form.length, start + form.length + 5))?.[0] ?? '')
      : '';
    if (rest !== '' && !endings?.has(rest)) continue;
    const end = start + form.length + rest.length;
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
