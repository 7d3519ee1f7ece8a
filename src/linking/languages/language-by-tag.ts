import type { Language } from '../../model/record.ts';
import { en } from './en.ts';
import type { LanguageWords } from './language-words.ts';
import { de, es, fr, pl, ru, uk } from './others.ts';

const languages: Readonly<Record<string, LanguageWords>> = { en, de, es, fr, pl, ru, uk };

/** The words of a language by its primary subtag; English where the language is not known. */
export function wordsOf(language: Language | null): LanguageWords {
  return languages[language?.split('-')[0] ?? 'en'] ?? en;
}

/** Longest stretch of text that is read to tell its language, in UTF-16 units. */
const sampleLength = 4_000;
/** Of 100 words of running text some 40 are function words; fewer than this share is no text in a known language. */
const leastShare = 0.1;

/** The language whose function words are most frequent in the text, or null when none of the known ones fits. */
export function detectLanguage(text: string): Language | null {
  const found =
    text
      .slice(0, sampleLength)
      .toLowerCase()
      .match(/[\p{L}\p{M}’'-]+/gu) ?? [];
  let best: Language | null = null;
  let bestCount = Math.max(1, found.length * leastShare);
  for (const [tag, { functionWords }] of Object.entries(languages)) {
    const count = found.filter((word) => functionWords.has(word.replace(/’/g, "'"))).length;
    if (count > bestCount) {
      best = tag;
      bestCount = count;
    }
  }
  return best;
}
