import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it, nl, pt } from './it-pt-nl.ts';
import { pl } from './pl.ts';
import type { PlanNoun, PlanWords } from './plan-words.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';

/** Every language that the plan grammar knows, by primary subtag. */
export const allPlanWords: Readonly<Record<string, PlanWords>> = { en, uk, ru, fr, de, es, pl, it, pt, nl };

const everyLanguage = Object.values(allPlanWords);

/** The noun for a plan that a word in lower case is in any language, or null. */
export function nounInAnyLanguage(word: string): PlanNoun | null {
  for (const words of everyLanguage) {
    const noun = words.nounOf(word);
    if (noun) return noun;
  }
  return null;
}

const tellingLemmas =
  /(?:formula|формула|formuła|fórmula|formule|formel|roadmap|fahrplan|framework|rahmen|blueprint|treaty|pact)$/u;

/** Says whether texts call but few plans so: a formula, a memorandum. Any may be called a plan, a draft, a deal. */
export const isTellingNoun = ({ lemma, nounClass }: PlanNoun): boolean =>
  nounClass === 'memorandum' ||
  nounClass === 'declaration' ||
  nounClass === 'resolution' ||
  tellingLemmas.test(lemma);

/**
 * How adjectives of regions begin that make plans without being a state: "European", "європейський", "arabe". The
 * adjectives of countries are in packs.
 */
export const regionAdjective = /(?<!\p{L})(europ|європ|европ|arab|араб|afric|afrik|африк)\p{L}+/giu;

/** Right before a reference: "another 20-point plan" is not the one that the text has named before. */
export const anotherBefore =
  /(?<!\p{L})(?:another|different|separate|rival|autres?|andere[mnrs]?|weitere[mnrs]?|otr[ao]s?|inn(?:y|a|ą|ego|ej|ym)|друг(?:ой|ого|ому|им|ом|ая|ую)|ин(?:ой|ого|ому|ым|ом|ая|ую)|інш(?:ий|ого|ому|им|а|у|ою|ої|ій))\s+$/iu;
