import { anyOf, countUp, longNoun, nounTable, type PlanWords, wordSet } from './plan-words.ts';

const compoundTens = new Map(
  [...countUp('zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig', 20, 10)].flatMap(
    ([ten, value]): [string, number][] => [
      [ten, value],
      ...[...countUp('ein zwei drei vier fünf sechs sieben acht neun', 1)].map(
        ([unit, more]): [string, number] => [`${unit}und${ten}`, value + more],
      ),
    ],
  ),
);

export const de: PlanWords = {
  numbers: new Map([
    ...countUp(
      `ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn
      achtzehn neunzehn`,
      1,
    ),
    ...compoundTens,
  ]),
  numberJoints: new Set(),
  points: anyOf('punkten?'),
  pointAdjective: anyOf('punkten?'),
  nounOf: nounTable(
    `
    plan plan plan(?:e?s|e|en)?|pläne[ns]?
    plan vorschlag vorschlag(?:e?s|e)?|vorschläge[ns]?
    plan rahmen rahmens?
    plan formel formeln?
    plan fahrplan fahrplan(?:e?s)?
    plan initiative initiativen?
    plan angebot angebot(?:e?s|en?)?
    plan konzept konzept(?:e?s|en?)?
    plan programm programm(?:e?s|en?)?
    plan paket paket(?:e?s|en?)?
    plan agenda agenda
    text dokument dokument(?:e?s|en?)?
    text entwurf entwurf(?:e?s)?|entwürfen?
    text papier papier(?:e?s|en?)?
    text text text(?:e?s|en?)?
    text fassung fassung(?:en)?
    deal abkommen abkommens?
    deal vereinbarung vereinbarung(?:en)?
    deal einigung einigung(?:en)?
    deal vertrag vertrag(?:e?s)?|verträgen?
    deal deal deals?
    memorandum memorandum memorandums?|memoranden
    declaration erklärung erklärung(?:en)?
    declaration kommuniqué [ck]ommuniqu[eé]s?
    resolution resolution resolution(?:en)?`,
    { notBefore: /^(?:spiel|stunden|speise|sport|trainings|lehr|sitz|dienst|regel|turnier|kon)$/u },
  ),
  longNouns: [longNoun('road map', 'roadmap', 'plan')],
  linkers: wordSet(
    'mit aus in von umfasst enthält hat zählt beinhaltet umfasste enthielt hatte bestehend besteht',
  ),
  nearLinkers: new Set(),
  ofWords: wordSet('des der im vom dieses'),
  hasGenitive: false,
  breaks: wordSet(
    'und oder aber dass wie ist sind war wurde nach vor auf um gegen bei seit gewann gewinnt verlor führt liegt steht',
  ),
  otherThings: anyOf(`
    vorsprung rückstand führung sieg niederlage spiel spiele dax index kurs plus minus anstieg verlust gewinn umfrage
    tabelle saison schrift`),
  about: wordSet('etwa rund ungefähr circa knapp'),
  from: wordSet('von aus'),
  to: wordSet('auf'),
  changes: anyOf(
    'gekürzt gekürzte[nrs]? reduziert verkürzt zusammengestrichen gestrichen eingedampft geschrumpft schrumpfte erweitert verringert gestutzt',
  ),
  replaces: wordSet('werden wird wurden wurde statt anstatt anstelle von sind'),
  definite: wordSet('die alle diese den der'),
  mayFollowNumber: wordSet(
    `bei in nach und während seit vor aber für durch punkte punkten laut gekürzt reduziert verkürzt zusammengestrichen
    eingedampft geschrumpft erweitert verringert`,
  ),
};
