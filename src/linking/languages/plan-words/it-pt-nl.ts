/** Italian, Portuguese and Dutch: what is most often met of them. */

import { anyOf, countUp, longNoun, nounTable, type PlanWords, wordSet } from './plan-words.ts';

const italianTens = new Map(
  [...countUp('venti trenta quaranta cinquanta sessanta settanta ottanta novanta', 20, 10)].flatMap(
    ([ten, value]): [string, number][] => [
      [ten, value],
      ...[...countUp('uno due tre quattro cinque sei sette otto nove', 1)].map(
        ([unit, more]): [string, number] => [
          (/^[uo]/.test(unit) ? ten.slice(0, -1) : ten) + unit,
          value + more,
        ],
      ),
    ],
  ),
);

export const it: PlanWords = {
  numbers: new Map([
    ...countUp(
      `uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette
      diciotto diciannove`,
      1,
    ),
    ...italianTens,
  ]),
  numberJoints: new Set(),
  points: anyOf('punti'),
  pointAdjective: null,
  nounOf: nounTable(`
    plan piano pian[oi]
    plan proposta propost[ae]
    plan iniziativa iniziativ[ae]
    plan progetto progett[oi]
    plan programma programm[ai]
    text documento document[oi]
    text testo test[oi]
    text bozza bozz[ae]
    deal accordo accord[oi]
    deal trattato trattat[oi]
    memorandum memorandum memorandum
    declaration dichiarazione dichiarazion[ei]
    resolution risoluzione risoluzion[ei]`),
  longNouns: [longNoun('road map', 'roadmap', 'plan')],
  linkers: wordSet('in da di a con contiene comprende contenente'),
  nearLinkers: new Set(),
  ofWords: wordSet('del della dell dei'),
  hasGenitive: false,
  breaks: wordSet('e o che per una un sul sulla ma ha hanno è sono dopo vince vinto'),
  otherThings: anyOf('vantaggio partita distacco indice calo rialzo vittoria classifica sondaggi'),
  about: wordSet('circa'),
  from: wordSet('da dai'),
  to: wordSet('a'),
  changes: anyOf('ridott[oaie] ridurre passat[oaie] accorciat[oaie] tagliat[oaie] ampliat[oaie]'),
  replaces: wordSet('diventano diventati invece di'),
  definite: wordSet('i gli questi quei'),
  mayFollowNumber: wordSet('dopo a e durante da prima ma per punti secondo'),
};

export const pt: PlanWords = {
  numbers: new Map([
    ...countUp(
      `um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito
      dezenove vinte`,
      1,
    ),
    ...countUp('trinta quarenta cinquenta sessenta setenta oitenta noventa', 30, 10),
    ...[...countUp('dezasseis dezassete dezoito dezanove', 16)],
  ]),
  numberJoints: wordSet('e'),
  points: anyOf('pontos'),
  pointAdjective: null,
  nounOf: nounTable(`
    plan plano planos?
    plan proposta propostas?
    plan projeto proje[c]?tos?
    plan iniciativa iniciativas?
    text documento documentos?
    text texto textos?
    text esboço esboços?
    text rascunho rascunhos?
    deal acordo acordos?
    deal tratado tratados?
    memorandum memorando memorandos?
    declaration declaração declaração|declarações
    resolution resolução resolução|resoluções`),
  longNouns: [],
  linkers: wordSet('de com em contém inclui tem'),
  nearLinkers: new Set(),
  ofWords: wordSet('do da dos'),
  hasGenitive: false,
  breaks: wordSet('e ou mas que uma um por após venceu ganhou é são foi'),
  otherThings: anyOf('vantagem diferença jogo índice queda alta vitória derrota'),
  about: wordSet('cerca aproximadamente'),
  from: wordSet('de'),
  to: wordSet('para a'),
  changes: anyOf('reduzid[oa]s? reduziu passou encurtad[oa]s? cortad[oa]s? ampliad[oa]s?'),
  replaces: wordSet('tornam se em vez de'),
  definite: wordSet('os esses estes'),
  mayFollowNumber: wordSet('após em e depois durante desde antes mas para por pontos segundo'),
};

const dutchTens = new Map(
  [...countUp('twintig dertig veertig vijftig zestig zeventig tachtig negentig', 20, 10)].flatMap(
    ([ten, value]): [string, number][] => [
      [ten, value],
      ...[...countUp('een twee drie vier vijf zes zeven acht negen', 1)].map(
        ([unit, more]): [string, number] => [
          `${unit}${unit.endsWith('ee') || unit.endsWith('ie') ? 'ën' : 'en'}${ten}`,
          value + more,
        ],
      ),
    ],
  ),
);

export const nl: PlanWords = {
  numbers: new Map([
    ...countUp(
      `één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien
      negentien`,
      1,
    ),
    ...dutchTens,
  ]),
  numberJoints: new Set(),
  points: anyOf('punten'),
  pointAdjective: anyOf('punten'),
  nounOf: nounTable(
    `
    plan plan plan(?:nen)?
    plan voorstel voorstel(?:len)?
    plan initiatief initiatie(?:f|ven)
    text document document(?:en)?
    text tekst tekst(?:en)?
    text ontwerp ontwerp(?:en)?
    deal akkoord akkoord(?:en)?
    deal verdrag verdrag(?:en)?
    memorandum memorandum memorandum
    declaration verklaring verklaring(?:en)?
    resolution resolutie resoluties?`,
    { notBefore: /^(?:spel|les|trainings|speel)/u },
  ),
  longNouns: [],
  linkers: wordSet('van met in bevat telt'),
  nearLinkers: new Set(),
  ofWords: wordSet('van uit'),
  hasGenitive: false,
  breaks: wordSet('en of maar dat die een op na is zijn was heeft wint won verloor'),
  otherThings: anyOf('voorsprong achterstand index wedstrijd winst verlies daling stijging zege'),
  about: wordSet('ongeveer circa zo'),
  from: wordSet('van'),
  to: wordSet('naar tot'),
  changes: anyOf('teruggebracht ingekort gekort verkort verminderd gereduceerd uitgebreid ging'),
  replaces: wordSet('worden werden in plaats van'),
  definite: wordSet('de deze die alle'),
  mayFollowNumber: wordSet('na in en tijdens sinds voor maar punten volgens'),
};
