/**
 * How languages other than English refer to a plan by its number of points. Each pattern has the groups `count`, in
 * digits, and `noun`; a noun's stem is followed by any ending. Written to be joined with the boundaries of the caller.
 */

const count = '(?<count>\\d{1,3})';
const hyphen = '[-\\u2010\\u2011\\u2012\\u2013]';
/** Up to some words between, none of them a word after which the phrase is another one. */
const between = (limit: number, breaks: string): string =>
  `(?:(?!(?:${breaks})\\s)[\\p{L}\\p{M}][\\p{L}\\p{M}\\p{N}’'\\u2010\\u2011-]*\\s){0,${limit}}?`;

const fr = '(?<noun>accord|cadre|document|feuille de route|initiative|offre|plan|projet|proposition|texte)';
const frBreaks = 'a|ont|est|sont|et|ou|mais|que|qui|dans|sur|pour|avec|par|avance|baisse|hausse';
const es = '(?<noun>acuerdo|borrador|documento|hoja de ruta|iniciativa|plan|propuesta|proyecto|texto)';
const esBreaks = 'a|y|o|que|por|para|con|en|una|un|su|sube|baja|ventaja';
const it = '(?<noun>accordo|bozza|documento|iniziativa|piano|proposta|testo)';
const itBreaks = 'e|o|che|per|con|una|un|sul|sulla';
const pt = '(?<noun>acordo|documento|esboço|iniciativa|plano|proposta|texto)';
const de =
  '(?<noun>(?:friedens|rahmen)?(?:abkommen|agenda|dokument|entwurf|initiative|papier|plan|programm|vorschlag))(?:e?s|en|e)?';
const nl = '(?<noun>(?:vredes)?(?:akkoord|document|plan|voorstel))';
const plStem = '(?<noun>dokument|inicjatyw|plan|porozumieni|projekt|propozycj|umow)\\p{L}{0,4}';
const ukStem = '(?<noun>документ|ініціатив|план|пропозиці|про[єе]кт|угод)\\p{L}{0,4}';
const ruStem = '(?<noun>документ|инициатив|план|предложени|проект|соглашени)\\p{L}{0,4}';

/** By primary language subtag. */
export const planPatterns: Readonly<Record<string, readonly string[]>> = {
  fr: [
    `${fr}\\s${between(4, frBreaks)}en\\s${count}\\spoints`,
    `${fr}\\s(?:de paix\\s)?(?:de|à)\\s${count}\\spoints`,
    `${count}\\spoints\\s(?:du|de la|de l['’])\\s?${fr}`,
  ],
  es: [
    `${es}\\s${between(3, esBreaks)}(?:de|con|en)\\s${count}\\spuntos`,
    `${count}\\spuntos\\s(?:del|de la)\\s${es}`,
  ],
  it: [
    `${it}\\s${between(3, itBreaks)}(?:in|da|di|a)\\s${count}\\spunti`,
    `${count}\\spunti\\s(?:del|della|dell['’])\\s?${it}`,
  ],
  pt: [`${pt}\\s${between(3, esBreaks)}(?:de|com|em)\\s${count}\\spontos`],
  de: [
    `${count}${hyphen}punkte${hyphen}?${de}`,
    `${de}\\s(?:mit|aus|in|von)\\s${count}\\spunkten`,
    `${count}\\spunkte\\s(?:des|der)\\s${de}`,
  ],
  nl: [`${count}${hyphen}?punten${hyphen}?${nl}`, `${nl}\\s(?:van|met|in)\\s${count}\\spunten`],
  pl: [
    `${count}${hyphen}punktow(?:y|a|e|ego|ej|emu|ym|ą)\\s${between(2, 'i|oraz|lub')}${plStem}`,
    `${plStem}\\s${between(3, 'i|oraz|lub|na|do|od|o')}(?:składając\\p{L}+ się\\s)?(?:z|w)\\s${count}\\spunkt(?:ów|ach|ami)`,
    `${count}\\spunktów\\s${plStem}`,
  ],
  uk: [
    `${count}${hyphen}пункт(?:ов|н)(?:ий|а|е|ого|ої|ому|ій|им|ою|у)\\s${between(2, 'і|й|та|або')}${ukStem}`,
    `${ukStem}\\s${between(3, 'і|й|та|або|до|від|про')}(?:із|з|зі|на|у|в)\\s${count}\\sпункт(?:ів|ах|ами|и)`,
    `${count}\\sпунктів\\s${between(1, 'і|й|та|або')}${ukStem}`,
  ],
  ru: [
    `${count}${hyphen}(?:ти|и)?${hyphen}?пункт(?:ов|н)(?:ый|ая|ое|ого|ой|ому|ым|ую)\\s${between(2, 'и|или')}${ruStem}`,
    `${ruStem}\\s${between(3, 'и|или|до|от|о')}(?:из|на|в|с)\\s${count}\\sпункт(?:ов|ах|ами|а)`,
    `${count}\\sпунктов\\s${between(1, 'и|или')}${ruStem}`,
  ],
};
