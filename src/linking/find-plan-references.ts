/** The grammar of plan references: plans named by their number of points rather than by a name. */

import type { Span } from '../model/link.ts';
import type { Language } from '../model/record.ts';
import { allPlanWords } from './languages/plan-words/all-plan-words.ts';
import type { NounClass, PlanWords } from './languages/plan-words/plan-words.ts';
import { PageWords, type TokenWindow } from './page-words.ts';
import { readChangedCounts } from './read-changed-counts.ts';
import { readCountedPlan } from './read-counted-plan.ts';
import { readPairedCounts } from './read-paired-counts.ts';
import { readPointWord } from './read-point-word.ts';
import { wordKinds } from './word-kinds.ts';

/**
 * How sure the words alone are: `plan` is a plan's count whoever's it may be; `if-known` ("the 19 points", "12-point
 * text") is one only where the page speaks of a plan with that count.
 */
export type Certainty = 'plan' | 'if-known';

export interface PlanReference extends Span {
  readonly pointCount: number;
  /** "About 20 points": the plan may have somewhat more or fewer. */
  readonly isRough: boolean;
  /** The head noun's base form: `plan`, `friedensplan`, `пропозиція`; null when only points are named. */
  readonly noun: string | null;
  readonly nounClass: NounClass | null;
  readonly certainty: Certainty;
}

/**
 * The plan references in a text of any known language, in text order, never overlapping; articles and "initial" stay
 * outside. Every one has the word for points; around each a bounded number of words is read, so time is linear in the text.
 */
export function findPlanReferences(
  text: string,
  language: Language | null = null,
  pageWords = new PageWords(text, language),
): PlanReference[] {
  const found: PlanReference[] = [];
  const grammars = grammarsFor(language);
  for (const offset of pageWords.placesOf(wordKinds.point)) {
    const place = pageWords.around(offset);
    if (place) found.push(...bestReading(place, grammars));
  }
  return withoutOverlaps(found);
}

/** A bare count in one language has its noun in another: "les 28 points du plan". */
function bestReading(place: TokenWindow, grammars: readonly PlanWords[]): PlanReference[] {
  let bare: PlanReference[] = [];
  for (const words of grammars) {
    if (!readPointWord(place, words)) continue;
    const references = referencesAt(place, words);
    if (references.some(({ noun }) => noun !== null)) return references;
    if (bare.length === 0) bare = references;
  }
  return bare;
}

function referencesAt(place: TokenWindow, words: PlanWords): PlanReference[] {
  const counted = readCountedPlan(place, words);
  const changed = readChangedCounts(place, words, counted);
  // "From 28 to 19 points" is two counts of a plan; read alone, the second is a bare count.
  if (changed.length > 0) return [...(counted?.noun ? [counted] : []), ...changed];
  if (counted?.noun) return [counted];
  const paired = readPairedCounts(place, words);
  return paired.length > 0 || !counted ? paired : [counted];
}

const everyLanguage = Object.values(allPlanWords);

/** All of them, for a text quotes others, that of the text first. */
function grammarsFor(language: Language | null): readonly PlanWords[] {
  const own = allPlanWords[language?.split('-')[0] ?? ''];
  return own ? [own, ...everyLanguage.filter((words) => words !== own)] : everyLanguage;
}

function withoutOverlaps(found: PlanReference[]): PlanReference[] {
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: PlanReference[] = [];
  for (const reference of found) {
    if (reference.start >= (kept.at(-1)?.end ?? 0)) kept.push(reference);
  }
  return kept;
}
