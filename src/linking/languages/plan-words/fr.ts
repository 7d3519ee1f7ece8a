import { anyOf, countUp, longNoun, nounTable, type PlanWords, wordSet } from './plan-words.ts';

export const fr: PlanWords = {
  numbers: new Map([
    ...countUp(`un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize`, 1),
    ...countUp('vingt trente quarante cinquante soixante septante huitante nonante', 20, 10),
    ['une', 1],
    // "Quatre-vingts" is four and twenty in two words: the sequence is read so.
    ['vingts', 20],
  ]),
  numberJoints: wordSet('et'),
  points: anyOf('points'),
  pointAdjective: null,
  nounOf: nounTable(`
    plan plan plans?
    plan proposition propositions?
    plan projet projets?
    plan cadre cadres?
    plan formule formules?
    plan initiative initiatives?
    plan offre offres?
    plan programme programmes?
    text document documents?
    text texte textes?
    text ébauche ébauches?
    text brouillon brouillons?
    text version versions?
    deal accord accords?
    deal traité traités?
    deal pacte pactes?
    memorandum mémorandum m[eé]morandums?
    declaration déclaration déclarations?
    declaration communiqué communiqués?
    resolution résolution résolutions?`),
  longNouns: [longNoun('feuilles? de route', 'feuille de route', 'plan')],
  linkers: wordSet(
    `en de à avec comptant comportant contenant composé composée comprenant compte comporte comprend contient comptait
    comportait comprenait contenait`,
  ),
  nearLinkers: new Set(),
  ofWords: wordSet('du de d des'),
  hasGenitive: false,
  breaks: wordSet(
    'a ont est sont était et ou mais que qu qui dans sur par il elle ils elles on après avant avec gagne gagné perd perdu',
  ),
  otherThings: anyOf(`
    avance avantage baisse hausse écart chute gain perte retard match matchs score indice bourse sondage sondages police
    victoire défaite classement recul bond progression jeu`),
  about: wordSet('environ quelque près une vingtaine'),
  from: wordSet('de'),
  to: wordSet('à'),
  changes: anyOf(`
    réduite?s? réduit ramenée?s? raccourcie?s? passée?s? passe passent réduire ramener condensée?s? abrégée?s? élargie?s?
    étendue?s? allégée?s? limitée?s? remaniée?s?`),
  replaces: wordSet('deviennent devenus devient sont au lieu de'),
  definite: wordSet('les ces ses leurs des'),
  mayFollowNumber: wordSet('après à et lors pendant dans depuis avant mais pour par points selon'),
};
