/**
 * The reasons for which a mention is linked, and what each is worth. A link's score is the sum of its evidence, cut
 * to 0..1. The weights were set by hand on texts of our own so that one strong or two weak reasons pass the floor.
 */

import type { Evidence } from '../model/link.ts';

export const evidenceWeights = {
  /** The surface form is a full name, an abbreviation, a demonym or a surname. */
  name: 0.6,
  abbreviation: 0.55,
  demonym: 0.55,
  family: 0.3,
  /** The text has the name in another case: led back to it by rule. */
  inflected: -0.05,
  /** The form is also an everyday word or another thing's name. */
  weakForm: -0.35,
  /** A weak form that the text also has in lower case is the everyday word. */
  alsoInLowerCase: -0.2,
  /** The form belongs to another language than the text. */
  otherLanguage: -0.2,
  /** In capitals an abbreviation cannot be told from a word. */
  inCapitals: -0.3,
  /** From -1 to 1 times this: how far the pack's prior is from even odds. */
  prior: 0.4,
  fullNameOnPage: 0.45,
  /** The last full name with this surname before the mention is this record's, or somebody else's. */
  lastNamed: 0.1,
  otherBearer: -0.9,
  /** Parts of a full name on the page; `fullNameOnPage` comes on top of the first two. */
  givenName: 0.3,
  shortName: 0.3,
  initials: 0.55,
  /** "(IMF)" after what it stands for: from there on the page itself says what is meant. */
  introduced: 0.75,
  /** One and two or more words of a role of the record stand before the name or after it between commas. */
  roleBeside: 0.3,
  fullRoleBeside: 0.4,
  /** The capital of the country that a weak name may mean. */
  capitalOnPage: 0.3,
  /** Each other record on the page that this one's statements name, up to the limit. */
  related: 0.12,
  relatedLimit: 0.36,
  /** Each other record of the same dossier on the page, up to the limit. */
  sameDossier: 0.12,
  sameDossierLimit: 0.36,
  /** The page names the country or state whose capital a place is. */
  capitalOfNamed: 0.15,
  /** Each other place of the same country on the page, up to the limit. */
  sameCountry: 0.08,
  sameCountryLimit: 0.32,
  placePreposition: 0.15,
  /** "The city of Bergholt", "w mieście Bergholt". */
  placeNoun: 0.3,
  /** "Bergholt, N.L.": a weak abbreviation with its stop behind a town's name. */
  behindTown: 0.35,
  /** With other names of the event on the page. */
  nearDate: 0.35,
  pointCount: 0.35,
} as const;

/**
 * Plan references. Set by hand on the tables of tests/linking: a stated proposer must win over everything that the rest
 * of the page says, and what stands beside a reference over what stands elsewhere.
 */
export const planWeights = {
  /** The text says whose plan it is, and the record agrees. */
  proposer: 0.3,
  /** Of several plans of the count it is the one that is called what the text calls it: a formula, a roadmap. */
  noun: 0.4,
  /** Each related name in the same or the next sentence, up to the limit. */
  nearName: 0.1,
  nearNameLimit: 0.3,
  /** One of them is what the plan is about. */
  nearTopic: 0.15,
  /** The plan was weeks old at most. */
  newThen: 0.1,
  /** The article is older than the plan, by days at most. */
  beforeItsDay: -0.15,
  /** "The plan", with one plan named shortly before. */
  antecedent: 0.65,
  /** "Resolution 2803" needs its body or its topic on the page; "Minsk-2" is all but a name. */
  numberedKind: 0.4,
  numberedName: 0.45,
  /** "The initial draft", "the new version": the histories of plans leave one. */
  lineage: 0.2,
} as const;

/** Role references: the office, the place and the day were all found, so one reason is enough. */
export const roleWeights = { holder: 0.9 } as const;

/**
 * Mentions of events. Set by hand on the tables of tests/linking so that a noun needs its place, its day or two of those
 * who took part, and a day alone needs more than that.
 */
export const eventWeights = {
  /** "Talks", of an event that is called so. */
  noun: 0.15,
  /** Its place beside the noun, or elsewhere in the sentence. */
  placeBeside: 0.35,
  placeInSentence: 0.25,
  /** By its date, or only as "Sunday" or "today". */
  day: 0.4,
  dayName: 0.2,
  /** Each of those who took part in the same sentence, up to the limit. */
  participant: 0.12,
  participantLimit: 0.36,
  /** The article is from its time. */
  timely: 0.15,
  /** "Those talks", with one event named just before. */
  antecedent: 0.6,
} as const;

/** Below it nothing is shown. */
export const scoreFloor = 0.5;
/** How much better than the second the first must be. */
export const scoreMargin = 0.08;
/** A pack with more records than this is a gazetteer: that two of its records share a page says nothing. */
export const largestDossier = 2_000;

/** The sum of the weights, cut to 0..1 and rounded to hundredths. */
export function score(evidence: readonly Evidence[]): number {
  const sum = evidence.reduce((total, { weight }) => total + weight, 0);
  return Math.round(Math.min(1, Math.max(0, sum)) * 100) / 100;
}

/** The sum uncut, so that two readings that both have more than enough evidence can still be told apart. */
export const rawScore = ({ evidence }: { readonly evidence: readonly Evidence[] }): number =>
  evidence.reduce((sum, { weight }) => sum + weight, 0);

/** One reason; its weight rounded to hundredths so that sums read well. */
export function reason(type: string, weight: number, note: string): Evidence {
  return { type, weight: Math.round(weight * 100) / 100, note };
}
