import type { Span } from '../model/link.ts';
import type { LanguageWords } from './languages/language-words.ts';
import { type Word, wordBeforeSpan } from './neighbours.ts';

/** Of clubs, houses and ships in many languages: what follows is the rest of their name. */
const namedHeads: ReadonlySet<string> = new Set(
  'ac as atlético atletico bar bistro borussia café cafe cd cf cinema club cska deportivo dinamo dynamo eintracht energie fc feyenoord fk fortuna galatasaray gare hapoel hertha hostel hotel hôtel inter kaffeehaus kino lokomotive lokomotiv maccabi motel olympique partizan pension pizzeria pub racing rapid rb real restaurant restauracja sc sk spartak sporting ss sv theater torpedo tsv union usc uss vfb vfl viktoria werder zenit zska бар готель гостиница динамо зенит кафе локомотив отель ресторан спартак торпедо цска шахтар'.split(
    ' ',
  ),
);
/** Words of address: a name after them is a person's. */
const address: ReadonlySet<string> = new Set(
  'mr mrs ms miss mister mme m monsieur madame mademoiselle herr herrn frau fräulein señor señora señorita don doña sr sra pan pani pana panią signor signora пан пані господин госпожа господина госпожи'.split(
    ' ',
  ),
);
/** Ranks that are written with a capital before a person's name: "General Newport", "Queen Victoria". */
const ranks: ReadonlySet<string> = new Set(
  'General Colonel Captain Lieutenant Sergeant Admiral Queen King Prince Princess Lord Lady Sir Dame Dr Prof Professor Saint Bishop Cardinal Judge Senator Sen Rep Sheikh'.split(
    ' ',
  ),
);
/** "a dog named", "ein Hund namens": what follows is no place. */
const namingWords: ReadonlySet<string> = new Set(
  'named nicknamed surnamed namens heißt hieß genannt llamado llamada llamados llama llaman apodado nommé nommée surnommé baptisé nazwany nazwana imieniem zwany называется называют зовут названный зветься звати названий імені имени фамилии фамилией прозвищу прозвище прізвище прізвищем прізвисько прізвиська apellido apellidado'.split(
    ' ',
  ),
);
const isWordGap = (character: string): boolean => character === ' ' || character === '';
const quoteMarks = /["“”„«»‘’‹›]/;

/** Says whether a place's name stands for something called after it: a club, a hotel, a film, a person. */
export function namesAnotherThing(span: Span, text: string, words: LanguageWords): boolean {
  const opening = text.charAt(span.start - 1);
  const closing = text.charAt(span.end);
  // Alone between quotation marks stands a title; a quotation of one word is rare.
  if (
    !isWordGap(opening) &&
    quoteMarks.test(opening) &&
    quoteMarks.test(closing) &&
    !text.startsWith('’s', span.end)
  )
    return true;
  const before = wordBeforeSpan(text, span) ?? abbreviatedBefore(text, span);
  if (!before || before.isHyphenated) return false;
  const lower = before.text.toLowerCase();
  if (address.has(lower) || namingWords.has(lower) || ranks.has(before.text)) return true;
  return namedHeads.has(lower) && !words.functionWords.has(lower);
}

/** "Mr. Boston": a full stop ends no sentence after a word of address. */
function abbreviatedBefore(text: string, { start }: Span): Word | null {
  if (!text.startsWith('. ', start - 2)) return null;
  const match = /(\p{L}+)\. $/u.exec(text.slice(Math.max(0, start - 8), start));
  const word = match?.[1];
  return word && address.has(word.toLowerCase())
    ? { start: start - word.length - 2, end: start - 2, text: word, isHyphenated: false }
    : null;
}
