import type { Language, LocalisedText } from './record.ts';

/** The text in the wanted language, its primary language, or English. */
export function localise(text: LocalisedText, language: Language | null): string {
  if (language) {
    const exact = text[language] ?? text[language.split('-')[0] ?? ''];
    if (exact) return exact;
  }
  return text.en;
}
