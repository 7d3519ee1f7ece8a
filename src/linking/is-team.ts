import type { Span } from '../model/link.ts';
import type { LanguageWords } from './languages/language-words.ts';
import { clauseBefore, lowerWords, wordBeforeSpan } from './neighbours.ts';
import type { PageWords } from './page-words.ts';
import { wordKinds } from './word-kinds.ts';

/**
 * Says whether a place's name stands for a team: "Alabama's coach", and in a text about sport "Miami beat Boston". After a
 * preposition of place it is the place. Always false in languages whose words of sport are not listed.
 */
export function isTeam(span: Span, { text, words, isAboutSport }: TeamSurroundings): boolean {
  const { sport } = words;
  if (!sport) return false;
  const before = wordBeforeSpan(text, span)?.text.toLowerCase();
  if (before && words.placePrepositions.has(before)) return false;
  const unit = text.charCodeAt(span.end);
  const mayGoOn = unit === 0x20 || unit === 0x27 || unit === 0x2019;
  const after = mayGoOn ? afterSpan.exec(text.slice(span.end, span.end + reach)) : null;
  const isPossessive = after?.groups?.possessive !== undefined;
  const next = after?.groups?.next?.toLowerCase().replace('’', "'");
  if (next && sport.belongings.has(next)) return true;
  if (next && sport.degrees.has(next)) {
    const following = lowerWords(after?.groups?.rest ?? '').slice(0, 2);
    if (following.some((word) => sport.belongings.has(word))) return true;
  }
  if (!isAboutSport()) return false;
  if (next && !isPossessive && sport.deeds.has(next)) return true;
  if (next && isPossessive && sport.results.has(next)) return true;
  return sport.deedsBefore.has(clauseBefore(text, span, 1)[0] ?? '');
}

export interface TeamSurroundings {
  readonly text: string;
  readonly words: LanguageWords;
  readonly isAboutSport: () => boolean;
}

const reach = 60;
const afterSpan = /^(?<possessive>['’]s)? (?<next>\p{L}+(?:['’]t)?)(?<rest>(?: \p{L}+){0,2})/u;
/** So many different words of sport make a text one about sport. */
const leastWords = 4;

/** Says whether a text is about sport by its words; looked at once, when first asked. */
export function aboutSport(pageWords: PageWords): () => boolean {
  let isAbout: boolean | null = null;
  return () => {
    isAbout ??= pageWords.countOf(wordKinds.sport) >= leastWords;
    return isAbout;
  };
}
