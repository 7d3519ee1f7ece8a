/** How languages speak of a plan that was named before: "the plan", "ce document", "початковий план". */

import { wordSet } from './plan-words/plan-words.ts';

export interface LaterWords {
  /** Before a noun that is known: articles, demonstratives. Singular only. */
  readonly definite: ReadonlySet<string>;
  /** True where the noun alone does not say whether it is known, so that only what is in `definite` or an order does. */
  readonly hasNoArticle: boolean;
  /** Nouns in the plural, where the article does not tell: "the plans", "die Pläne". */
  readonly plural: RegExp | null;
  /** True where adjectives and names stand after the noun: "le plan américain", "план США". */
  readonly isNameAfter: boolean;
  /** Before a noun that is another one: "a", "another", "his". */
  readonly indefinite: ReadonlySet<string>;
  /** Which of several versions. */
  readonly earlier: RegExp;
  /** The very first of them. */
  readonly first: RegExp;
  readonly later: RegExp;
  /** Says nothing of which plan it is. */
  readonly neutral: RegExp;
  /** After the noun, what makes it another one unless a fitting name follows: "the plan for schools". */
  readonly complements: ReadonlySet<string>;
  /** Of those, what names the maker. */
  readonly ofMaker: ReadonlySet<string>;
}

const pattern = (alternatives: string): RegExp =>
  new RegExp(`^(?:${alternatives.trim().replace(/\s+/gu, '|')})$`, 'u');

export const laterWords: Readonly<Record<string, LaterWords>> = {
  en: {
    definite: wordSet('the this that'),
    hasNoArticle: false,
    plural: /s$|memoranda$|formulae$/u,
    isNameAfter: false,
    indefinite: wordSet('a an another any no some his her my our your their its each every one new'),
    earlier: pattern('earlier previous prior old former'),
    first: pattern('initial original first'),
    later: pattern('new newer revised updated refined amended latest reworked modified current'),
    neutral: pattern(
      'peace draft proposed same whole entire full controversial contentious secret leaked ceasefire so-called',
    ),
    complements: wordSet('of for to by from on with about that which who b in at between'),
    ofMaker: wordSet('of by from'),
  },
  fr: {
    definite: wordSet('le la l ce cet cette du au'),
    hasNoArticle: false,
    plural: null,
    isNameAfter: true,
    indefinite: wordSet('un une d autre son sa leur notre votre mon aucun'),
    earlier: pattern('précédente? ancien ancienne antérieure?'),
    first: pattern('initiale? originale? première? premier'),
    later: pattern(
      'nouveau nouvel nouvelle révisée? remaniée? actuelle? amendée? modifiée? dernière? dernier',
    ),
    neutral: pattern('paix controversée? même secrète? secret entier'),
    complements: wordSet('de du des d pour visant à sur que qui par avec b'),
    ofMaker: wordSet('de du des d par'),
  },
  de: {
    definite: wordSet('der die das den dem des dieser diese dieses diesen diesem zum beim im vom'),
    hasNoArticle: false,
    plural:
      /(?:pläne|vorschläge|entwürfe|dokumente|papiere|texte|programme|angebote|konzepte|pakete|verträge)n?$|(?:initiative|erklärunge|vereinbarunge|resolutione|memorande)n$/u,
    isNameAfter: false,
    indefinite: wordSet('ein eine einen einem einer eines kein keine sein seine ihr ihre mein unser'),
    earlier: pattern('frühere[nrsm]? vorherige[nrsm]? alte[nrsm]?'),
    first: pattern('ursprüngliche[nrsm]? anfängliche[nrsm]? erste[nrsm]?'),
    later: pattern('neue[nrsm]? überarbeitete[nrsm]? aktualisierte[nrsm]? geänderte[nrsm]? aktuelle[nrsm]?'),
    neutral: pattern('umstrittene[nrsm]? gesamte[nrsm]? vorgeschlagene[nrsm]? geheime[nrsm]?'),
    complements: wordSet('für von der des zur zum über zu b'),
    ofMaker: wordSet('von der des'),
  },
  es: {
    definite: wordSet('el la este esta ese esa dicho dicha del al'),
    hasNoArticle: false,
    plural: null,
    isNameAfter: true,
    indefinite: wordSet('un una otro otra su mi nuestro ningún'),
    earlier: pattern('anterior previ[oa] antigu[oa]'),
    first: pattern('inicial original primera? primer[oa]'),
    later: pattern('nuev[oa] revisad[oa] actualizad[oa] modificad[oa] actual últim[oa]'),
    neutral: pattern('paz polémic[oa] mism[oa] secret[oa]'),
    complements: wordSet('de del para que sobre por con b'),
    ofMaker: wordSet('de del por'),
  },
  pl: {
    definite: wordSet('ten ta to tego tej temu tym tą tę ów owego'),
    hasNoArticle: true,
    plural: null,
    isNameAfter: true,
    indefinite: wordSet('jakiś inny inna nowego swój swoja jego jej ich nasz'),
    earlier: pattern('wcześniejsz\\p{L}+ poprzedni\\p{L}*'),
    first: pattern('pierwotn\\p{L}+ początkow\\p{L}+ pierwsz\\p{L}+ wstępn\\p{L}+'),
    later: pattern('now[aye] nowego nowej nowym zaktualizowan\\p{L}+ poprawion\\p{L}+ zmienion\\p{L}+'),
    neutral: pattern('pokojow\\p{L}+ kontrowersyjn\\p{L}+ sam\\p{L}+ cał\\p{L}+'),
    complements: wordSet('dla na od przez dotyczący'),
    ofMaker: wordSet('od przez'),
  },
  uk: {
    definite: wordSet('цей ця це цього цієї цьому цим цією цю той того'),
    hasNoArticle: true,
    plural: null,
    isNameAfter: true,
    indefinite: wordSet('якийсь інший інша свій своя свою його її їхній наш новий'),
    earlier: pattern('попередн\\p{L}+ раніш\\p{L}+ колишн\\p{L}+'),
    first: pattern('початков\\p{L}+ первісн\\p{L}+ перш\\p{L}+'),
    later: pattern(
      'нов(?:ий|а|е|ого|ої|ому|у|ою|им) оновлен\\p{L}+ переглянут\\p{L}+ доопрацьован\\p{L}+ змінен\\p{L}+',
    ),
    neutral: pattern('мирн\\p{L}+ суперечлив\\p{L}+ сам\\p{L}+ ціл\\p{L}+'),
    complements: wordSet('для від щодо на про'),
    ofMaker: wordSet('від'),
  },
  ru: {
    definite: wordSet('этот эта это этого этой этому этим эту тот того данный'),
    hasNoArticle: true,
    plural: null,
    isNameAfter: true,
    indefinite: wordSet('какой-то другой другая свой своя свою его ее её их наш новый'),
    earlier: pattern('предыдущ\\p{L}+ прежн\\p{L}+ ранн\\p{L}+'),
    first: pattern('первоначальн\\p{L}+ исходн\\p{L}+ изначальн\\p{L}+ перв\\p{L}+'),
    later: pattern(
      'нов(?:ый|ая|ое|ого|ой|ому|ую|ым|ом) обновленн\\p{L}+ обновлённ\\p{L}+ пересмотренн\\p{L}+ доработанн\\p{L}+',
    ),
    neutral: pattern('мирн\\p{L}+ спорн\\p{L}+ сам\\p{L}+ весь'),
    complements: wordSet('для от по на о об'),
    ofMaker: wordSet('от'),
  },
};
