import { describe, expect, test } from 'vitest';
import { findPlanReferences } from '../../src/linking/find-plan-references.ts';
import { PageWords } from '../../src/linking/page-words.ts';

/** Text, then quote, count and noun of each reference that is a plan's by the words alone. */
type Row = [text: string, ...found: [quote: string, count: number, noun: string][]];

const tables: Record<string, Row[]> = {
  'English, count before the noun': [
    ['The initial 28-point proposal', ['28-point proposal', 28, 'proposal']],
    ['a 19 point plan', ['19 point plan', 19, 'plan']],
    ['a 19‑point plan and a 20–point deal', ['19‑point plan', 19, 'plan'], ['20–point deal', 20, 'deal']],
    ['A Nineteen-Point Peace Plan', ['Nineteen-Point Peace Plan', 19, 'plan']],
    ['THE 28-POINT PLAN', ['28-POINT PLAN', 28, 'plan']],
    ['twenty-eight-point document', ['twenty-eight-point document', 28, 'document']],
    ['a twenty eight point text', ['twenty eight point text', 28, 'text']],
    ['the 28-point U.S.-drafted peace plan', ['28-point U.S.-drafted peace plan', 28, 'plan']],
    ['28-point US-drafted peace plan', ['28-point US-drafted peace plan', 28, 'plan']],
    ['a 10-point draft agreement', ['10-point draft agreement', 10, 'agreement']],
    ['the 28-point plans', ['28-point plans', 28, 'plan']],
    ['The 28-point, US-drafted plan', ['28-point, US-drafted plan', 28, 'plan']],
    ['the “28-point” plan', ['28-point” plan', 28, 'plan']],
    ['a 5-point road map', ['5-point road map', 5, 'roadmap']],
    ['a 14-point memorandum', ['14-point memorandum', 14, 'memorandum']],
    ['a seven-point communique', ['seven-point communique', 7, 'communiqué']],
    [
      'a four-point formula and a 12-point framework',
      ['four-point formula', 4, 'formula'],
      ['12-point framework', 12, 'framework'],
    ],
    ['the 28-points plan', ['28-points plan', 28, 'plan']],
    ["Norland's 28-point plan.", ['28-point plan', 28, 'plan']],
    ['the 28-point Russia-backed plan', ['28-point Russia-backed plan', 28, 'plan']],
  ],
  'English, noun before the count': [
    ["the plan's 28 points", ["plan's 28 points", 28, 'plan']],
    ['the proposal’s original 28 points', ['proposal’s original 28 points', 28, 'proposal']],
    ['a plan of 19 points', ['plan of 19 points', 19, 'plan']],
    ['a plan of nineteen points', ['plan of nineteen points', 19, 'plan']],
    ['a plan of about 20 points', ['plan of about 20 points', 20, 'plan']],
    ['the 28 points of the American plan', ['28 points of the American plan', 28, 'plan']],
    ['a plan that contained 28 points', ['plan that contained 28 points', 28, 'plan']],
    ['the plan, which has 28 points', ['plan, which has 28 points', 28, 'plan']],
    ['The plan now contains 19 points.', ['plan now contains 19 points', 19, 'plan']],
    ['The document consists of 28 points', ['document consists of 28 points', 28, 'document']],
    ['a roadmap with 12 key points', ['roadmap with 12 key points', 12, 'roadmap']],
  ],
  'English, counts that change': [
    ['The plan was cut from 28 points to 19.', ['28 points', 28, 'plan'], ['19', 19, 'plan']],
    ['the 28-point plan was whittled down to 19', ['28-point plan', 28, 'plan'], ['19', 19, 'plan']],
    [
      'The 28-point plan has been cut to 19 points after talks',
      ['28-point plan', 28, 'plan'],
      ['19 points', 19, 'plan'],
    ],
    ['The proposal was trimmed from 28 to 19 points.', ['28', 28, 'proposal'], ['19 points', 19, 'proposal']],
    ['The draft was reduced to 19 points from 28', ['19 points', 19, 'draft'], ['28', 28, 'draft']],
    ['the plan was narrowed down to nineteen points', ['nineteen points', 19, 'plan']],
  ],
  'English, no plan': [
    ['a 28-point game plan'],
    ['A 28-point rally. Its plan'],
    ['a 28-point lead, the plan of the coach'],
    ['a 28-point lead plan'],
    ['the plan won by 28 points'],
    ['a 28-point lead in the polls'],
    ['she scored 28 points'],
    ['plan 28, point 3'],
    ['the 1.28-point plan and the 1,028-point plan'],
    ['fell 19 points after the plan'],
    ['a 28-point gain and a plan'],
    ['the 28-pointed planner'],
    ['a 20-point lead after the deal'],
    ['set in a 10-point font'],
    ['written in 12-point text'],
    ['The 28-point scorers plan to retire'],
    ['his 28-point program record'],
    ['They had to deal with 28 points from Holm'],
    ['The lead was cut from 28 points to 19'],
    ['The 28-point plan was cut to 19 pages', ['28-point plan', 28, 'plan']],
    ['Shares fell 28 points. The plan was cut.'],
    ['a three-point shot and a three-point plan', ['three-point plan', 3, 'plan']],
    ['At one point plan B was used'],
    ['COVID-19 points to a plan'],
    ['The Dow lost 280 points on the deal'],
    ['28 points and 10 rebounds in the deal'],
    ['a 28-point draft pick'],
  ],
  French: [
    ['le plan de paix américain en 28 points', ['plan de paix américain en 28 points', 28, 'plan']],
    ['les 28 points du plan', ['28 points du plan', 28, 'plan']],
    ['la proposition en vingt-huit points', ['proposition en vingt-huit points', 28, 'proposition']],
    ['un plan en dix-neuf points', ['plan en dix-neuf points', 19, 'plan']],
    ['un plan en vingt et un points', ['plan en vingt et un points', 21, 'plan']],
    ['un document de soixante-dix-sept points', ['document de soixante-dix-sept points', 77, 'document']],
    ['le plan, qui comporte 28 points', ['plan, qui comporte 28 points', 28, 'plan']],
    ['une feuille de route en 12 points', ['feuille de route en 12 points', 12, 'feuille de route']],
    ['Le plan a été ramené de 28 à 19 points', ['28', 28, 'plan'], ['19 points', 19, 'plan']],
    [
      'le plan de Donald Trump pour l’Ukraine en 28 points',
      ['plan de Donald Trump pour l’Ukraine en 28 points', 28, 'plan'],
    ],
    ['les 28 points de la proposition', ['28 points de la proposition', 28, 'proposition']],
    ['une avance de 28 points sur le plan'],
    ['Le match a fini avec 28 points'],
    ['l’indice a perdu 28 points'],
  ],
  German: [
    ['des 28-Punkte-Plans', ['28-Punkte-Plans', 28, 'plan']],
    ['ein 19‑Punkte‑Friedensplan', ['19‑Punkte‑Friedensplan', 19, 'friedensplan']],
    ['der Friedensplan mit 28 Punkten', ['Friedensplan mit 28 Punkten', 28, 'friedensplan']],
    ['der Achtundzwanzig-Punkte-Plan', ['Achtundzwanzig-Punkte-Plan', 28, 'plan']],
    ['ein Plan mit neunzehn Punkten', ['Plan mit neunzehn Punkten', 19, 'plan']],
    ['der 28-Punkteplan', ['28-Punkteplan', 28, 'plan']],
    ['der 28-Punkte-US-Friedensplan', ['28-Punkte-US-Friedensplan', 28, 'friedensplan']],
    ['der 28 Punkte umfassende Plan', ['28 Punkte umfassende Plan', 28, 'plan']],
    ['der Plan, der 28 Punkte umfasst', ['Plan, der 28 Punkte', 28, 'plan']],
    ['Der Entwurf enthält 28 Punkte', ['Entwurf enthält 28 Punkte', 28, 'entwurf']],
    ['die 28 Punkte des amerikanischen Plans', ['28 Punkte des amerikanischen Plans', 28, 'plan']],
    ['Der Plan wurde von 28 auf 19 Punkte gekürzt', ['28', 28, 'plan'], ['19 Punkte', 19, 'plan']],
    ['den 20-Punkte-Friedensplänen', ['20-Punkte-Friedensplänen', 20, 'friedensplan']],
    ['ein 28-Punkte-Vorsprung'],
    ['mit 28 Punkten Vorsprung'],
    ['ein 28-Punkte-Spielplan'],
    ['Der Dax verlor 28 Punkte, der Plan'],
  ],
  Spanish: [
    ['el plan de paz de 28 puntos', ['plan de paz de 28 puntos', 28, 'plan']],
    ['la propuesta de veintiocho puntos', ['propuesta de veintiocho puntos', 28, 'propuesta']],
    ['un plan de treinta y cinco puntos', ['plan de treinta y cinco puntos', 35, 'plan']],
    ['los 28 puntos del plan', ['28 puntos del plan', 28, 'plan']],
    ['El plan consta de 19 puntos', ['plan consta de 19 puntos', 19, 'plan']],
    ['El plan se redujo de 28 a 19 puntos', ['28', 28, 'plan'], ['19 puntos', 19, 'plan']],
    ['la hoja de ruta de 12 puntos', ['hoja de ruta de 12 puntos', 12, 'hoja de ruta']],
    ['El Madrid ganó por 28 puntos'],
    ['una ventaja de 28 puntos'],
  ],
  Polish: [
    ['28-punktowy plan', ['28-punktowy plan', 28, 'plan']],
    ['Plan składający się z 28 punktów', ['Plan składający się z 28 punktów', 28, 'plan']],
    ['dwudziestoośmiopunktowy plan pokojowy', ['dwudziestoośmiopunktowy plan', 28, 'plan']],
    ['dwudziestopunktowego planu', ['dwudziestopunktowego planu', 20, 'plan']],
    ['plan dwudziestu ośmiu punktów'],
    ['plan złożony z dziewiętnastu punktów', ['plan złożony z dziewiętnastu punktów', 19, 'plan']],
    ['plan pokojowy 28-punktowy', ['plan pokojowy 28-punktowy', 28, 'plan']],
    ['28 punktów amerykańskiego planu', ['28 punktów amerykańskiego planu', 28, 'plan']],
    ['Plan liczy 19 punktów', ['Plan liczy 19 punktów', 19, 'plan']],
    ['w 28-punktowej propozycji', ['28-punktowej propozycji', 28, 'propozycja']],
    ['Plan skrócono z 28 do 19 punktów', ['28', 28, 'plan'], ['19 punktów', 19, 'plan']],
    ['Wygrali różnicą 28 punktów'],
    ['indeks spadł o 28 punktów'],
  ],
  Ukrainian: [
    ['плану США із 28 пунктів', ['плану США із 28 пунктів', 28, 'план']],
    ['19-пунктний мирний план', ['19-пунктний мирний план', 19, 'план']],
    ['двадцятивосьмипунктний план', ['двадцятивосьмипунктний план', 28, 'план']],
    ['дев’ятнадцятипунктного плану', ['дев’ятнадцятипунктного плану', 19, 'план']],
    ["план із дев'ятнадцяти пунктів", ["план із дев'ятнадцяти пунктів", 19, 'план']],
    ['план з двадцяти восьми пунктів', ['план з двадцяти восьми пунктів', 28, 'план']],
    ['план на 28 пунктів', ['план на 28 пунктів', 28, 'план']],
    ['28-ми пунктний план', ['28-ми пунктний план', 28, 'план']],
    ['28 пунктів мирного плану', ['28 пунктів мирного плану', 28, 'план']],
    ['у пропозиції, яка містить 28 пунктів', ['пропозиції, яка містить 28 пунктів', 28, 'пропозиція']],
    ['План скоротили з 28 до 19 пунктів', ['28', 28, 'план'], ['19 пунктів', 19, 'план']],
    ['28-пунктовою пропозицією', ['28-пунктовою пропозицією', 28, 'пропозиція']],
    ['індекс упав на 28 пунктів, а план виконали'],
    ['план виріс на 28 пунктів'],
    ['рейтинг знизився на 28 пунктів'],
  ],
  Russian: [
    ['в плане из 28 пунктов', ['плане из 28 пунктов', 28, 'план']],
    ['28-пунктный план', ['28-пунктный план', 28, 'план']],
    ['двадцативосьмипунктного плана', ['двадцативосьмипунктного плана', 28, 'план']],
    ['предложение из девятнадцати пунктов', ['предложение из девятнадцати пунктов', 19, 'предложение']],
    ['План состоит из 19 пунктов', ['План состоит из 19 пунктов', 19, 'план']],
    ['28 пунктов американского плана', ['28 пунктов американского плана', 28, 'план']],
    ['План сократили с 28 до 19 пунктов', ['28', 28, 'план'], ['19 пунктов', 19, 'план']],
    ['мирный план Трампа из 28 пунктов', ['план Трампа из 28 пунктов', 28, 'план']],
    ['рейтинг упал на 28 пунктов'],
    ['индекс вырос до 28 пунктов, план'],
  ],
  'Italian, Portuguese, Dutch': [
    ['il piano in 28 punti', ['piano in 28 punti', 28, 'piano']],
    ['il piano di pace in ventotto punti', ['piano di pace in ventotto punti', 28, 'piano']],
    ['o plano de paz de 28 pontos', ['plano de paz de 28 pontos', 28, 'plano']],
    ['o plano de vinte e oito pontos', ['plano de vinte e oito pontos', 28, 'plano']],
    ['het 28-puntenplan', ['28-puntenplan', 28, 'plan']],
    ['een plan van achtentwintig punten', ['plan van achtentwintig punten', 28, 'plan']],
    ['un vantaggio di 28 punti'],
  ],
};

describe.each(Object.entries(tables))('%s', (_, rows) => {
  test.each(rows)('%s', (text, ...found) => {
    const references = findPlanReferences(text).filter(({ certainty }) => certainty === 'plan');
    expect(
      references.map(({ start, end, pointCount, noun }) => [text.slice(start, end), pointCount, noun]),
    ).toEqual(found);
  });
});

test.each([
  ['the 19 points', '19 points'],
  ['All 28 points were discussed', '28 points'],
  ['written in 12-point text', '12-point text'],
  ['die 28 Punkte', '28 Punkte'],
  ['ці 28 пунктів', '28 пунктів'],
])('"%s" is a plan’s only where the page has one with that count', (text, quote) => {
  expect(
    findPlanReferences(text).map(({ start, end, certainty }) => [text.slice(start, end), certainty]),
  ).toEqual([[quote, 'if-known']]);
});

test.each([
  ['From 28 points to 19', '28 points', '19'],
  ['From 28 to 19 points', '28', '19 points'],
  ['28 points become 19', '28 points', '19'],
  ['19 points instead of 28', '19 points', '28'],
  ['Aus 28 Punkten werden 19', '28 Punkten', '19'],
  ['De 28 a 19 puntos', '28', '19 puntos'],
  ['De 28 points à 19', '28 points', '19'],
  ['19 пунктів замість 28', '19 пунктів', '28'],
  ['19 пунктов вместо 28', '19 пунктов', '28'],
  ['19 punktów zamiast 28', '19 punktów', '28'],
])('"%s" has two counts that are plans’ only where the page has such', (text, ...quotes) => {
  expect(
    findPlanReferences(text).map(({ start, end, certainty }) => [text.slice(start, end), certainty]),
  ).toEqual(quotes.map((quote) => [quote, 'if-known']));
});

test.each([
  '28 points ahead',
  'won by 28 points',
  '28 points and 10 rebounds',
  'scored 28 points',
  '28 points, then 19 assists',
  '28 points became a habit',
  'mit 28 Punkten Vorsprung',
])('"%s" is a score, whatever the page is about', (text) => expect(findPlanReferences(text)).toEqual([]));

test('"about 20 points" is a rough count', () => {
  expect(findPlanReferences('a plan of about 20 points')).toMatchObject([{ pointCount: 20, isRough: true }]);
});

test('around each word for points a bounded number of words is read', { timeout: 60_000 }, () => {
  const hostile = '28-point very '.repeat(70_000);
  expect(findPlanReferences(hostile)).toEqual([]);
  const pageWords = new PageWords(hostile, null);
  const atEveryPoint = Array.from({ length: 70_000 }, (_, index) => pageWords.around(14 * index + 3));
  expect(Math.max(...atEveryPoint.map((place) => place?.tokens.length ?? 0))).toBeLessThan(100);
});
