import type { Candidate, Mention } from '../model/link.ts';
import { type Language, type SurfaceFormType, surfaceFormTypes } from '../model/record.ts';
import {
  type Engine,
  firstPack,
  flagCapitalised,
  flagEndsWithStop,
  flagExact,
  flagSmall,
  flagWeak,
  pooledString,
  typeShift,
} from './engine-format.ts';
import { type InflectedName, InflectedSearch } from './find-inflected-names.ts';
import { type FoundName, findNames } from './find-names.ts';
import { declensionOf } from './inflection/declension-of.ts';
import { isSameLanguage, mergeMentions } from './merge-mentions.ts';
import { packedAt } from './packed-array.ts';
import { SmallStarts } from './small-starts.ts';
import { WordBoundaries } from './word-boundaries.ts';

/**
 * The mentions of all names of some engines in a text: leftmost-longest, on word boundaries, in text order, never
 * overlapping. Candidates are in the order of the engines, then of their records. A name that is written with a capital is
 * not found in lower case, unless it has several words and all are. Where the text's language declines names, its own
 * names and those of no language are found in their other cases too.
 */
export function findMentions(
  engines: readonly Engine[],
  text: string,
  language: Language | null = null,
): Mention[] {
  const [firstEngine] = engines;
  if (!firstEngine) return [];
  const boundaries = new WordBoundaries(text, firstEngine.fold);
  const mentions: Mention[] = [];
  const declension = declensionOf(language);
  const languages = language === null ? null : new SpokenClasses(language);
  const smallStarts = languages === null ? [] : smallStartsOf(engines, languages);
  const search =
    declension && (smallStarts.length > 0 || !declension.hasPluralsAlone)
      ? new InflectedSearch(engines, { text, declension, smallStarts })
      : null;
  const inflected: Mention[] = [];
  findNames(
    engines,
    text,
    (found) => {
      const mention = mentionOf(engines, text, boundaries, found);
      if (mention) mentions.push(mention);
      return mention !== null;
    },
    search && languages
      ? (words) => {
          const accept = (found: InflectedName): Mention | null => inflectedMentionOf(text, languages, found);
          inflected.push(...search.search(words, mentions, accept));
        }
      : undefined,
  );
  return language === null || inflected.length === 0
    ? mentions
    : mergeMentions(mentions, inflected, language);
}

/** Which classes of names are of a language or of none, asked once of each: a tag is a string to be made. */
class SpokenClasses {
  readonly #language: Language;
  readonly #known = new Map<Engine, boolean[]>();

  constructor(language: Language) {
    this.#language = language;
  }

  has(engine: Engine, classWord: number): boolean {
    const tag = classWord >>> 8;
    if (tag === 0) return true;
    const ofEngine = this.#known.get(engine) ?? [];
    this.#known.set(engine, ofEngine);
    ofEngine[tag] ??= isSameLanguage(languageOf(engine, classWord) ?? '', this.#language);
    return ofEngine[tag] === true;
  }
}

/** Of each engine that has names in small letters of the language or of none, how these begin. */
function smallStartsOf(engines: readonly Engine[], classes: SpokenClasses): SmallStarts[] {
  return engines.flatMap((engine) => {
    if (engine.smallFilter.length === 0) return [];
    const spoken = engine.classTable.filter((word) => word & flagSmall && classes.has(engine, word));
    const tags = [...new Set(Array.from(spoken, (word) => word >>> 8))];
    return tags.length === 0 ? [] : [new SmallStarts(engine.smallFilter, tags)];
  });
}

/** The mention of a name in another case, or null when none of its candidates is inflected in this language. */
function inflectedMentionOf(text: string, classes: SpokenClasses, found: InflectedName): Mention | null {
  const { engine, start, end, capitals } = found;
  const isLowerCase = startsInLowerCase(text, start);
  const candidates: Candidate[] = [];
  forEachCandidate(engine, found.name, (record, classWord, exact) => {
    if (!classes.has(engine, classWord)) return;
    const type = typeOf(classWord);
    const isCapitalised = (classWord & flagCapitalised) !== 0;
    const isSmall = (classWord & flagSmall) !== 0;
    if (found.isPlural && type !== 'demonym' && !isSmall) return;
    if (capitals === null && (type === 'abbreviation' || exact >= 0)) return;
    if (capitals !== null && exact >= 0 && spellingAt(engine, exact) !== capitals) return;
    if (isLowerCase && isCapitalised) return;
    // A word of a few letters has too many homonyms, and an adjective is no name.
    if (found.isSingleWord && !isCapitalised && (!isSmall || found.isShort || found.isAdjective)) return;
    const candidate = readCandidate(engine, record, classWord);
    candidates.push({ ...candidate, weak: candidate.weak || found.isShort, inflected: true });
  });
  return candidates.length === 0 ? null : { start, end, candidates };
}

const spellingAt = ({ exactBytes, exactStarts }: Engine, exact: number): string =>
  pooledString(exactBytes, exactStarts, exact);

/** The mention of the names that end at one word, or null when none of them may stand here. */
function mentionOf(
  engines: readonly Engine[],
  text: string,
  boundaries: WordBoundaries,
  found: FoundName,
): Mention | null {
  const { words, firstWord, lastWord } = found;
  const start = words.starts[firstWord] ?? 0;
  let end = words.ends[lastWord] ?? 0;
  if (!boundaries.enclose(start, words.starts[lastWord] ?? 0, end)) return null;
  const isLowerCase = startsInLowerCase(text, start) && (firstWord === lastWord || hasCapital(text, found));
  const candidates: Candidate[] = [];
  let endsWithStop = false;
  for (let i = 0; i < found.count; i++) {
    const engine = engines[found.engines[i] as number] as Engine;
    forEachCandidate(engine, found.names[i] as number, (record, classWord, exact) => {
      if (isLowerCase && classWord & flagCapitalised) return;
      if (classWord & flagExact && !isSpelledAs(engine, text, found, { exact, type: typeOf(classWord) }))
        return;
      if (classWord & flagEndsWithStop) endsWithStop = true;
      candidates.push(readCandidate(engine, record, classWord));
    });
  }
  if (candidates.length === 0) return null;
  if (endsWithStop && text[end] === '.') end++;
  return { start, end, candidates };
}

/** Visits what a name may stand for, in the order in which the records came. */
function forEachCandidate(
  { records, classes, classTable, overflow, overflowBase }: Engine,
  name: number,
  visit: (record: number, classWord: number, exact: number) => void,
): void {
  const record = packedAt(records, name);
  if (record < overflowBase) {
    visit(record, classTable[packedAt(classes, name)] ?? 0, -1);
    return;
  }
  const place = record - overflowBase;
  const end = Math.min(overflow.length, place + 1 + (overflow[place] ?? 0) * 3);
  for (let at = place + 1; at < end; at += 3) {
    visit(overflow[at] ?? 0, classTable[overflow[at + 1] ?? 0] ?? 0, (overflow[at + 2] ?? 0) - 1);
  }
}

function readCandidate(engine: Engine, record: number, classWord: number): Candidate {
  const { idBytes, idStarts } = engine;
  const named = pooledString(idBytes, idStarts, record);
  // Only records of further packs say whose they are.
  const tab = named.indexOf('\t');
  const packId = tab < 0 ? pooledString(idBytes, idStarts, firstPack) : named.slice(0, tab);
  const id = tab < 0 ? named : named.slice(tab + 1);
  return {
    packId,
    id,
    type: typeOf(classWord),
    weak: (classWord & flagWeak) !== 0,
    language: languageOf(engine, classWord),
  };
}

const typeOf = (classWord: number): SurfaceFormType =>
  surfaceFormTypes[(classWord >> typeShift) & 3] ?? 'name';

function languageOf({ idBytes, idStarts }: Engine, classWord: number): Language | null {
  const index = (classWord >>> 8) - 1;
  return index < 0 ? null : pooledString(idBytes, idStarts, index);
}

function isSpelledAs(
  engine: Engine,
  text: string,
  { words, firstWord, lastWord }: FoundName,
  { exact, type }: { exact: number; type: SurfaceFormType },
): boolean {
  let spelling = '';
  for (let word = firstWord; word <= lastWord; word++) {
    if (word > firstWord) spelling += ' ';
    spelling += text.slice(words.starts[word], words.ends[word]);
  }
  const written = spellingAt(engine, exact);
  // In capitals throughout "LOS ANGELES" is what it is elsewhere; of one word, and of an abbreviation, nobody knows.
  return (
    spelling === written || (type === 'name' && lastWord > firstWord && spelling === written.toUpperCase())
  );
}

/** "la Paz" is peace and not the city, where "la paz" may be anything. */
function hasCapital(text: string, { words, firstWord, lastWord }: FoundName): boolean {
  for (let word = firstWord; word <= lastWord; word++) {
    const initial = text.charAt(words.starts[word] ?? 0);
    if (initial !== initial.toLowerCase()) return true;
  }
  return false;
}

function startsInLowerCase(text: string, start: number): boolean {
  const first = String.fromCodePoint(text.codePointAt(start) ?? 0);
  return first !== first.toUpperCase();
}
