import type { Language } from '../../model/record.ts';
import { bg, cs, sl } from './cs-sl-bg.ts';
import { en } from './en.ts';
import type { LanguageWords } from './language-words.ts';
import { de, es, fr, pl, ru, uk } from './others.ts';

const languages: Readonly<Record<string, LanguageWords>> = { en, de, es, fr, pl, ru, uk, cs, sl, bg };

/** The words of a language by its primary subtag; English where the language is not known. */
export function wordsOf(language: Language | null): LanguageWords {
  return languages[language?.split('-')[0] ?? 'en'] ?? en;
}
