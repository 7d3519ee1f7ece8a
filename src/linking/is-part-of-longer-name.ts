import type { Mention, Span } from '../model/link.ts';
import type { PackRecord, RecordKind, SurfaceFormType } from '../model/record.ts';
import { isTeam } from './is-team.ts';
import type { LanguageWords } from './languages/language-words.ts';
import {
  hasNumberOrNoun,
  isCyrillic,
  isGeneration,
  isInitials,
  isPartner,
  isPlaceOfCase,
  isSaint,
  isSmall,
} from './name-joints.ts';
import { namesAnotherThing } from './names-another-thing.ts';
import {
  isCapitalised,
  isSentenceStart,
  type TextCase,
  type Word,
  wordAfterSpan,
  wordBeforeSpan,
} from './neighbours.ts';
import type { PageWords } from './page-words.ts';

export interface Surroundings {
  readonly text: string;
  readonly words: LanguageWords;
  readonly textCase: TextCase;
  readonly pageWords: PageWords;
  /** Every word of a person's names in lower case; of other records none is asked for. */
  readonly ownWordsOf: (record: PackRecord) => ReadonlySet<string>;
  /** Offsets at which other mentions begin and end: a known neighbour does not make a longer unknown name. */
  readonly mentionStarts: ReadonlySet<number>;
  readonly mentionEnds: ReadonlySet<number>;
  readonly mentionAt: (start: number) => Mention | undefined;
  /** Those at which only an everyday word or a first name may begin or end, such as "Charlotte". */
  readonly weakEdges: ReadonlySet<number>;
  /** Asks for the whole text, once. */
  readonly isAboutSport: () => boolean;
}

export interface NamedForm {
  readonly kind: RecordKind;
  readonly type: SurfaceFormType;
  readonly wordCount: number;
  /** Every word of the record's names in lower case: "Reiner Otto" is no other Reiner. */
  readonly ownWords: ReadonlySet<string>;
  /** A country plays for itself: its name is linked. */
  readonly isCountry?: boolean;
  /** The mention has the name in another case than its base. */
  readonly isInflected?: boolean;
}

/**
 * Says whether a mention stands inside a longer name that no pack knows: "Paris" in "Paris Hilton", "Macron" in
 * "Brigitte Macron", "Ukraine" in "Ukraine International Airlines". `unclear` where capitals say nothing.
 */
export function isPartOfLongerName(
  span: Span,
  form: NamedForm,
  surroundings: Surroundings,
): boolean | 'unclear' {
  const { text, textCase, words } = surroundings;
  const before = wordBeforeSpan(text, span);
  const after = wordAfterSpan(text, span);
  if (form.kind === 'person' && isGeneration(after)) return true;
  if (form.kind === 'person' && form.wordCount === 1 && isSaint(text, span)) return true;
  if (form.kind === 'person' && isCalledAfter(span, surroundings)) return true;
  if (form.type === 'family' && isPartner(text, span)) return true;
  if (form.kind === 'place' && namesAThing(before, after, form, surroundings)) return true;
  if (form.kind === 'place' && (namesAnotherThing(span, text, words) || hasNumberOrNoun(after, words)))
    return true;
  if (form.kind === 'place' && form.isCountry !== true && isTeam(span, surroundings)) return true;
  if (words.capitalisesNouns) return form.type === 'family' && isFirstName(before, span, form, surroundings);
  // "the journalist Ada Bergholt": a word in small letters ends where the name begins.
  if (isSmall(text, span, before, after)) return false;
  if (form.kind === 'organisation' && goesOnWithOf(text, span, surroundings)) return true;
  // Several words name a person well enough, but "National Security Council" is another body and "New York Times" a paper.
  const looksLeft =
    form.wordCount === 1 ||
    form.kind === 'organisation' ||
    form.kind === 'event' ||
    isInitials(before, words);
  const looksRight =
    (form.wordCount === 1 || form.kind === 'place') &&
    !isPlaceOfCase(text, { span, before, after }, form, words) &&
    (form.type !== 'abbreviation' || (form.kind === 'place' && words.stacksNames === true));
  const isLeft = looksLeft && before !== null && isNamePart(before, 'before', span, form, surroundings);
  const isRight = looksRight && after !== null && isNamePart(after, 'after', span, form, surroundings);
  if (!isLeft && !isRight) return false;
  // A double-barrelled name stays one in any headline.
  if ((isLeft && before.isHyphenated) || (isRight && after.isHyphenated)) return true;
  return textCase.lineCase(span.start) === 'sentence' ? true : 'unclear';
}

function isNamePart(
  word: Word,
  side: 'before' | 'after',
  { start }: Span,
  form: NamedForm,
  surroundings: Surroundings,
): boolean {
  const { text, words, pageWords, mentionStarts, mentionEnds, weakEdges } = surroundings;
  if (!isCapitalised(word.text)) return false;
  // "le journal Пресса": one name is written in one script.
  if (isCyrillic(text, word) !== isCyrillic(text, { start, end: start })) return false;
  const lower = word.text.toLowerCase().replaceAll('’', "'");
  const bare = lower.endsWith("'s") ? lower.slice(0, -2) : lower;
  if (side === 'after' && words.leadingTitles?.has(bare)) return true;
  if (words.titles.has(bare) || words.calendar.has(bare)) return false;
  if (form.kind === 'person' && form.ownWords.has(bare)) return false;
  const edge = side === 'after' ? word.start : word.end;
  const isKnown = word.isHyphenated || !weakEdges.has(edge);
  if (side === 'after') {
    // "N.L. He said": behind the stop of an abbreviation a sentence may begin.
    const isNextSentence = form.type === 'abbreviation' && words.functionWords.has(lower);
    return !isNextSentence && !(isKnown && mentionStarts.has(edge));
  }
  if ((isKnown && mentionEnds.has(edge)) || mentionEnds.has(word.end + 1) || /['’]s$/.test(word.text))
    return false;
  if (words.functionWords.has(lower) || words.regions.has(lower)) return false;
  if (!isSentenceStart(text, word.start)) return true;
  // There any word has a capital. It is a name's part only if it never occurs without one, and if it may stand before a
  // place's name: in languages with cases that is an adjective. What is quoted may be a title.
  const isNoun = words.adjective?.test(lower) === false && !/["“”«„]/.test(text.charAt(word.start - 1));
  return !(form.kind === 'place' && isNoun && !word.isHyphenated) && !pageWords.hasInLowerCase(word.text);
}

/** "Treaty of Paris", "Swiss cheese": neither says anything of the place. */
function namesAThing(
  before: Word | null,
  after: Word | null,
  { type }: NamedForm,
  { text, words }: Surroundings,
): boolean {
  if (after && !after.isHyphenated && type !== 'abbreviation' && words.thingsAfterAdjectives?.has(after.text))
    return true;
  const isArticle = before?.text === 'the' && !before.isHyphenated;
  const linking = isArticle ? wordBeforeSpan(text, before) : before;
  if (!linking || linking.isHyphenated || !words.linkingWords?.has(linking.text)) return false;
  const thing = wordBeforeSpan(text, linking);
  if (!thing || !words.thingsOfPlaces?.has(thing.text.toLowerCase())) return false;
  return isCapitalised(thing.text) || words.hasSmallThings === true;
}

/** "Ada Bergholt Memorial Library": up to three words with capitals after a person, one of them a thing. */
function isCalledAfter(span: Span, { text, words, textCase }: Surroundings): boolean {
  if (!words.thingsOfPersons || textCase.lineCase(span.start) !== 'sentence') return false;
  let after = wordAfterSpan(text, span);
  for (let count = 0; count < 3; count++) {
    if (!after || after.isHyphenated || !isCapitalised(after.text)) return false;
    if (words.thingsOfPersons.has(after.text.toLowerCase())) return true;
    after = wordAfterSpan(text, after);
  }
  return false;
}

/** Where nouns have capitals, the word before a surname is a first name unless it is a title or something known. */
function isFirstName(
  before: Word | null,
  span: Span,
  form: NamedForm,
  { text, words, mentionEnds }: Surroundings,
): boolean {
  // "die Politik Reiners" is of Reiner: a genitive follows its noun.
  const [, nominative] = /^(.+)s$/.exec(text.slice(span.start, span.end).toLowerCase()) ?? [];
  if (nominative && form.ownWords.has(nominative)) return false;
  if (!before || !isCapitalised(before.text) || mentionEnds.has(before.end)) return false;
  const lower = before.text.toLowerCase();
  if (words.titles.has(lower) || words.functionWords.has(lower) || words.calendar.has(lower)) return false;
  if (form.ownWords.has(lower)) return false;
  return before.isHyphenated === false && !words.titleEndings?.some((ending) => lower.endsWith(ending));
}

/** "United Harbour Workers of Norland": a body's name goes on after "of" with a capital. */
function goesOnWithOf(text: string, { end }: Span, { words }: Surroundings): boolean {
  if (!words.stacksNames || !text.startsWith(' of ', end)) return false;
  return isCapitalised(text.charAt(end + ' of '.length));
}
