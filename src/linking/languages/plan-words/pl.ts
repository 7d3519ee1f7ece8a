import { anyOf, longNoun, nounTable, numberTable, type PlanWords, wordSet } from './plan-words.ts';

/** Forms by case, and those that begin a compound: "ośmio-", "dwudziesto-". */
const numbers = numberTable(`
  1 jeden jednego jednym jedno
  2 dwa dwie dwóch dwu dwoma dwom
  3 trzy trzech trzem trzema trój
  4 cztery czterech czterem czterema cztero
  5 pięć pięciu pięcioma pięcio
  6 sześć sześciu sześcioma sześcio
  7 siedem siedmiu siedmioma siedmio
  8 osiem ośmiu ośmioma ośmio
  9 dziewięć dziewięciu dziewięcioma dziewięcio
  10 dziesięć dziesięciu dziesięcioma dziesięcio
  11 jedenaście jedenastu jedenastoma jedenasto
  12 dwanaście dwunastu dwunastoma dwunasto
  13 trzynaście trzynastu trzynastoma trzynasto
  14 czternaście czternastu czternastoma czternasto
  15 piętnaście piętnastu piętnastoma piętnasto
  16 szesnaście szesnastu szesnastoma szesnasto
  17 siedemnaście siedemnastu siedemnastoma siedemnasto
  18 osiemnaście osiemnastu osiemnastoma osiemnasto
  19 dziewiętnaście dziewiętnastu dziewiętnastoma dziewiętnasto
  20 dwadzieścia dwudziestu dwudziestoma dwudziesto
  30 trzydzieści trzydziestu trzydziestoma trzydziesto
  40 czterdzieści czterdziestu czterdziestoma czterdziesto
  50 pięćdziesiąt pięćdziesięciu pięćdziesięcioma pięćdziesięcio
  60 sześćdziesiąt sześćdziesięciu sześćdziesięcio
  70 siedemdziesiąt siedemdziesięciu siedemdziesięcio
  80 osiemdziesiąt osiemdziesięciu osiemdziesięcio
  90 dziewięćdziesiąt dziewięćdziesięciu dziewięćdziesięcio`);

export const pl: PlanWords = {
  numbers,
  numberJoints: new Set(),
  points: anyOf('punkt(?:y|ów|om|ami|ach)'),
  pointAdjective: anyOf('punktow(?:y|a|e|ego|ej|emu|ym|ą|ych|ymi)'),
  nounOf: nounTable(`
    plan plan plan(?:u|em|owi|ie|y|ów|om|ami|ach)?
    plan propozycja propozycj(?:a|i|ę|ą|o|e|om|ami|ach)
    plan projekt projek(?:t|tu|tem|towi|cie|ty|tów|tom|tami|tach)
    plan inicjatywa inicjatyw(?:a|y|ie|ę|ą|om|ami|ach)?
    plan formuła formuł(?:a|y|ę|ą)|formule
    plan oferta ofert(?:a|y|ę|ą)|ofercie
    plan program program(?:u|em|owi|ie|y|ów)?
    text dokument dokumen(?:t|tu|tem|towi|cie|ty|tów|tom|tami|tach)
    text tekst teks(?:t|tu|tem|towi|cie|ty|tów)
    text szkic szkic(?:u|em|owi|e|ów)?
    text wersja wersj(?:a|i|ę|ą)
    deal porozumienie porozumieni(?:e|a|u|em)|porozumień
    deal umowa umow(?:a|y|ie|ę|ą)|umów
    deal układ układ(?:u|em|owi|zie)?
    deal traktat trakta(?:t|tu|tem|towi|cie)
    memorandum memorandum memorandum
    declaration deklaracja deklaracj(?:a|i|ę|ą)
    declaration komunikat komunika(?:t|tu|tem|cie)
    resolution rezolucja rezolucj(?:a|i|ę|ą|e)`),
  longNouns: [longNoun('map(?:a|y|ę|ie|ą) drogow(?:a|ej|ą)', 'mapa drogowa', 'plan')],
  linkers: wordSet(
    'z ze składający składającego składającym składająca się obejmujący zawierający liczący liczy zawiera obejmuje ma miał',
  ),
  nearLinkers: wordSet('w o'),
  ofWords: new Set(),
  hasGenitive: true,
  breaks: wordSet('i oraz lub a ale że na do od przez po wygrał wygrała spadł spadła wzrósł jest są był'),
  otherThings: anyOf(`
    przewaga przewagi przewagę przewagą indeks indeksu indeks mecz meczu spadek wzrost wynik wyniku giełda sondaż
    sondażu zwycięstwo porażka`),
  about: wordSet('około ok blisko jakieś'),
  from: wordSet('z ze'),
  to: wordSet('do'),
  changes: anyOf(
    `skrócon\\p{L}+ ograniczon\\p{L}+ zredukowan\\p{L}+ zmniejszon\\p{L}+ okrojon\\p{L}+ skrócił\\p{L}* skrócenie
    skrócenia rozszerzon\\p{L}+ zmniejszył\\p{L}* zmalał\\p{L}*`,
  ),
  replaces: wordSet('zamiast stają się stało'),
  definite: wordSet('te tych wszystkie wszystkich'),
  mayFollowNumber: wordSet('po w i podczas od przed ale dla przez punktów punkty według'),
};
