import type { Span } from '../model/link.ts';
import type { RecordKind, SurfaceFormType } from '../model/record.ts';
import type { LanguageWords } from './languages/language-words.ts';
import {
  isCapitalised,
  isSentenceStart,
  type TextCase,
  type Word,
  wordAfterSpan,
  wordBeforeSpan,
} from './neighbours.ts';

export interface Surroundings {
  readonly text: string;
  readonly words: LanguageWords;
  readonly textCase: TextCase;
  /** Offsets at which other mentions begin and end: a known neighbour does not make a longer unknown name. */
  readonly mentionStarts: ReadonlySet<number>;
  readonly mentionEnds: ReadonlySet<number>;
}

/**
 * Says whether a mention stands inside a longer name that no pack knows: "Paris" in "Paris Hilton", "Macron" in
 * "Brigitte Macron", "Ukraine" in "Ukraine International Airlines". `unclear` where capitals say nothing.
 */
export function isPartOfLongerName(
  span: Span,
  form: { kind: RecordKind; type: SurfaceFormType; wordCount: number },
  surroundings: Surroundings,
): boolean | 'unclear' {
  const { text, textCase, words } = surroundings;
  if (words.capitalisesNouns) return false;
  // Several words name a person or a place well enough, but "National Security Council" is another body.
  if (form.wordCount > 1 && form.kind !== 'organisation') return false;
  const before = wordBeforeSpan(text, span);
  const after = form.wordCount > 1 ? null : wordAfterSpan(text, span);
  const isLeft = before !== null && isNamePart(before, 'before', surroundings);
  const isRight = after !== null && form.type !== 'abbreviation' && isNamePart(after, 'after', surroundings);
  if (!isLeft && !isRight) return false;
  // A double-barrelled name stays one in any headline.
  if ((isLeft && before.isHyphenated) || (isRight && after.isHyphenated)) return true;
  return textCase.lineCase(span.start) === 'sentence' ? true : 'unclear';
}

function isNamePart(word: Word, side: 'before' | 'after', surroundings: Surroundings): boolean {
  const { text, words, textCase, mentionStarts, mentionEnds } = surroundings;
  const lower = word.text.toLowerCase().replace(/’/g, "'");
  const bare = lower.replace(/'s$/, '');
  if (!isCapitalised(word.text)) return false;
  if (words.titles.has(bare) || words.calendar.has(bare)) return false;
  if (side === 'after') return !mentionStarts.has(word.start);
  if (mentionEnds.has(word.end) || mentionEnds.has(word.end + 1) || /['’]s$/.test(word.text)) return false;
  if (words.functionWords.has(lower) || words.regions.has(lower)) return false;
  // At the start of a sentence any word has a capital: it is a name's part only if it never occurs without one.
  return !(isSentenceStart(text, word.start) && textCase.isSeenInLowerCase(word.text));
}
