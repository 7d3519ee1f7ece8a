import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileEngine } from '../../src/engine/compile-engine.ts';
import { openEngine } from '../../src/engine/engine-format.ts';
import { findMentions } from '../../src/engine/find-mentions.ts';
import type { Mention } from '../../src/model/link.ts';
import type { SurfaceForm } from '../../src/model/record.ts';
import { demonym, exact, inPack, makeRecord } from '../support/make-record.ts';

function mentionsOf(
  names: readonly (string | SurfaceForm)[],
  text: string,
  language: string | null,
): Mention[] {
  const record = makeRecord('test:one', 'place', names);
  return findMentions([openEngine(compileEngine([inPack('test')(record)]))], text, language);
}

const quotesOf = (
  names: readonly (string | SurfaceForm)[],
  text: string,
  language: string | null,
): string[] => mentionsOf(names, text, language).map(({ start, end }) => text.slice(start, end));

/** By language: a base form, and its other forms as a grammar has them, each of which is found whole. */
const declined: Record<string, readonly (readonly [base: string, forms: string])[]> = {
  uk: [
    ['Зеленський', 'Зеленського, Зеленському, Зеленським'],
    ['Путін', 'Путіна, Путіну, Путіним, Путінові'],
    ['Захарова', 'Захарової, Захаровій, Захарову, Захаровою'],
    ['Лукашенко', 'Лукашенка, Лукашенку, Лукашенкові, Лукашенком'],
    ['Стефанишина', 'Стефанишиної, Стефанишиній, Стефанишину, Стефанишиною'],
    ['Обама', 'Обами, Обамі, Обаму, Обамою'],
    ['Сергій', 'Сергія, Сергію, Сергієві, Сергієм'],
    ['Ігор', 'Ігоря, Ігорю, Ігореві, Ігорем'],
    ['Україна', 'України, Україні, Україну, Україною'],
    ['Росія', 'Росії, Росію, Росією'],
    ['Білорусь', 'Білорусі, Білоруссю'],
    ['Київ', 'Києва, Києву, Києвом, Києві'],
    ['Харків', 'Харкова, Харкову, Харковом, Харкові'],
    ['Брюссель', 'Брюсселя, Брюсселю, Брюсселем, Брюсселі'],
    ['Прага', 'Праги, Празі, Прагу, Прагою'],
    ['Америка', 'Америки, Америці, Америку, Америкою'],
    ['Страсбург', 'Страсбурга, Страсбургу, Страсбургом, Страсбурзі'],
    ['Донецьк', 'Донецька, Донецьку, Донецьком'],
    ['Запоріжжя', 'Запоріжжю, Запоріжжям, Запоріжжі'],
    ['Рівне', 'Рівного, Рівному, Рівним'],
    ['Черкаси', 'Черкас, Черкасам, Черкасами, Черкасах'],
    ['Нідерланди', 'Нідерландів, Нідерландам, Нідерландами, Нідерландах'],
    ['Європейський Союз', 'Європейського Союзу, Європейському Союзі, Європейським Союзом'],
    ['Північний потік — 2', 'Північного потоку — 2, Північним потоком — 2'],
    ['Сполучені Штати', 'Сполучених Штатів, Сполученим Штатам, Сполученими Штатами, Сполучених Штатах'],
    ['Верховна Рада', 'Верховної Ради, Верховній Раді, Верховну Раду, Верховною Радою'],
    ["Організація Об'єднаних Націй", "Організації Об'єднаних Націй, Організацією Об'єднаних Націй"],
  ],
  ru: [
    ['Зеленский', 'Зеленского, Зеленскому, Зеленским, Зеленском'],
    ['Толстой', 'Толстого, Толстому, Толстым, Толстом'],
    ['Путин', 'Путина, Путину, Путиным, Путине'],
    ['Набиуллина', 'Набиуллиной, Набиуллину'],
    ['Обама', 'Обамы, Обаме, Обаму, Обамой'],
    ['Сергей', 'Сергея, Сергею, Сергеем, Сергее'],
    ['Дмитрий', 'Дмитрия, Дмитрию, Дмитрием, Дмитрии'],
    ['Павел', 'Павла, Павлу, Павлом, Павле'],
    ['Илья', 'Ильи, Илье, Илью, Ильёй'],
    ['Вашингтон', 'Вашингтона, Вашингтону, Вашингтоном, Вашингтоне'],
    ['Брюссель', 'Брюсселя, Брюсселю, Брюсселем, Брюсселе'],
    ['Россия', 'России, Россию, Россией'],
    ['Китай', 'Китая, Китаю, Китаем, Китае'],
    ['Казань', 'Казани, Казанью'],
    ['Прага', 'Праги, Праге, Прагу, Прагой'],
    ['Крым', 'Крыма, Крыму, Крымом'],
    ['Донецк', 'Донецка, Донецку, Донецком, Донецке'],
    ['Нидерланды', 'Нидерландов, Нидерландам, Нидерландами, Нидерландах'],
    ['Филиппины', 'Филиппин, Филиппинам, Филиппинами, Филиппинах'],
    ['Владимир Зеленский', 'Владимира Зеленского, Владимиру Зеленскому, Владимиром Зеленским'],
    ['Джо Байден', 'Джо Байдена, Джо Байдену, Джо Байденом'],
    ['Ким Чен Ын', 'Ким Чен Ына, Ким Чен Ыном'],
    ['Европейский союз', 'Европейского союза, Европейскому союзу, Европейским союзом, Европейском союзе'],
    ['Организация Объединённых Наций', 'Организации Объединённых Наций, Организацией Объединенных Наций'],
    ['Государственная дума', 'Государственной думы, Государственной думе, Государственную думу'],
    ['Нью-Йорк', 'Нью-Йорка, Нью-Йорке'],
  ],
  pl: [
    ['Zełenski', 'Zełenskiego, Zełenskiemu, Zełenskim'],
    ['Tusk', 'Tuska, Tuskowi, Tuskiem, Tusku'],
    ['Szydło', 'Szydły, Szydle, Szydłę, Szydłą'],
    ['Nowak', 'Nowaka, Nowakowi, Nowakiem, Nowaku'],
    ['Paweł', 'Pawła, Pawłowi, Pawłem, Pawle'],
    ['Lewandowska', 'Lewandowskiej, Lewandowską'],
    ['Merkel', 'Merkel'],
    ['Polska', 'Polski, Polsce, Polskę, Polską'],
    ['Praga', 'Pragi, Pradze, Pragę, Pragą'],
    ['Warszawa', 'Warszawy, Warszawie, Warszawę, Warszawą'],
    ['Rosja', 'Rosji, Rosję, Rosją'],
    ['Ukraina', 'Ukrainy, Ukrainie, Ukrainę, Ukrainą'],
    ['Niemcy', 'Niemiec, Niemcom, Niemcami, Niemczech'],
    ['Węgry', 'Węgier, Węgrom, Węgrami, Węgrzech'],
    ['Włochy', 'Włoch, Włochom, Włochami, Włoszech'],
    ['Chiny', 'Chin, Chinom, Chinami, Chinach'],
    ['Białoruś', 'Białorusi, Białorusią'],
    ['Łódź', 'Łodzi, Łodzią'],
    ['Kijów', 'Kijowa, Kijowowi, Kijowem, Kijowie'],
    ['Egipt', 'Egiptu, Egiptowi, Egiptem, Egipcie'],
    ['Wiedeń', 'Wiednia, Wiedniowi, Wiedniem, Wiedniu'],
    ['Gdańsk', 'Gdańska, Gdańskiem, Gdańsku'],
    ['Francja', 'Francji, Francję, Francją'],
    ['Nord Stream', 'Nord Streamu, Nord Streamowi, Nord Streamem'],
    ['Północny Strumień', 'Północnego Strumienia, Północnemu Strumieniowi, Północnym Strumieniem'],
    ['Unia Europejska', 'Unii Europejskiej, Unię Europejską, Unią Europejską'],
    ['Stany Zjednoczone', 'Stanów Zjednoczonych, Stanom Zjednoczonym, Stanami Zjednoczonymi'],
    ['Biały Dom', 'Białego Domu, Białemu Domowi, Białym Domem, Białym Domu'],
    ['Komisja Europejska', 'Komisji Europejskiej, Komisję Europejską'],
  ],
  cs: [
    ['Lukašenko', 'Lukašenka, Lukašenkovi, Lukašenkem'],
    ['Putin', 'Putina, Putinovi, Putinem'],
    ['Zelenskyj', 'Zelenského, Zelenskému, Zelenským, Zelenském'],
    ['Merkelová', 'Merkelové, Merkelovou'],
    ['Angela Merkel', 'Angely Merkelové, Angele Merkelové, Angelu Merkelovou, Angelou Merkelovou'],
    ['Merkel', 'Merkela, Merklovi, Merklem'],
    ['Havel', 'Havla, Havlovi, Havlem'],
    ['Obama', 'Obamy, Obamovi, Obamu, Obamou'],
    ['Praha', 'Prahy, Praze, Prahu, Prahou'],
    ['Rusko', 'Ruska, Rusku, Ruskem'],
    ['Francie', 'Francii, Francií'],
    ['Ukrajina', 'Ukrajiny, Ukrajině, Ukrajinu, Ukrajinou'],
    ['Amerika', 'Ameriky, Americe, Ameriku, Amerikou'],
    ['Brusel', 'Bruselu, Bruselem'],
    ['Berlín', 'Berlína, Berlínu, Berlínem, Berlíně'],
    ['Košice', 'Košic, Košicím, Košicích, Košicemi'],
    ['Plzeň', 'Plzně, Plzni, Plzní'],
    ['Spojené státy', 'Spojených států, Spojeným státům, Spojenými státy, Spojených státech'],
    ['Evropská unie', 'Evropské unie, Evropskou unii, Evropské unii, Evropskou unií'],
    ['Bílý dům', 'Bílého domu, Bílému domu, Bílým domem, Bílém domě'],
    ['Severní proud', 'Severního proudu, Severnímu proudu, Severním proudem'],
  ],
  sl: [
    ['Putin', 'Putina, Putinu, Putinom'],
    ['Zelenski', 'Zelenskega, Zelenskemu, Zelenskim, Zelenskem'],
    ['Merkel', 'Merklova, Merklove, Merklovi, Merklovo'],
    ['Juncker', 'Junckerja, Junckerju, Junckerjem'],
    ['Slovenija', 'Slovenije, Sloveniji, Slovenijo'],
    ['Bruselj', 'Bruslja, Bruslju, Brusljem'],
    ['Washington', 'Washingtona, Washingtonu, Washingtonom'],
    ['Nato', 'Nata, Natu, Natom'],
    ['Evropska unija', 'Evropske unije, Evropski uniji, Evropsko unijo'],
    ['Severni tok', 'Severnega toka, Severnemu toku, Severnim tokom, Severnem toku'],
    ['Združeni narodi', 'Združenih narodov, Združenim narodom, Združene narode, Združenih narodih'],
    ['Združene države', 'Združenih držav, Združenim državam, Združenimi državami, Združenih državah'],
    ['Bela hiša', 'Bele hiše, Beli hiši, Belo hišo'],
  ],
  bg: [
    ['Северен поток', 'Северния поток, Северният поток'],
    ['Европейски съюз', 'Европейския съюз, Европейският съюз'],
    ['Европейска комисия', 'Европейската комисия'],
    ['Обединени нации', 'Обединените нации'],
    ['Бяла къща', 'Бялата къща'],
    ['Бундестаг', 'Бундестага, Бундестагът'],
    ['Министерство на отбраната', 'Министерството на отбраната'],
  ],
  de: [
    ['Putin', 'Putins'],
    ['Brüssel', 'Brüssels'],
    ['Deutschland', 'Deutschlands'],
    ['Angela Merkel', 'Angela Merkels'],
    ['Vereinte Nationen', 'Vereinten Nationen, Vereinter Nationen'],
    ['Europäische Union', 'Europäischen Union, Europäischer Union'],
    ['Weißes Haus', 'Weißen Hauses, Weiße Haus, Weißen Haus, Weißem Haus'],
    ['Deutscher Bundestag', 'Deutschen Bundestages, Deutschen Bundestags, Deutschem Bundestag'],
  ],
};

describe.each(Object.keys(declined))('names decline in %s', (language) => {
  test.each(declined[language] ?? [])('%s: %s', (base, forms) => {
    const text = `${forms.split(', ').join('; ')}.`;
    expect(quotesOf([base], text, language)).toEqual(forms.split(', '));
    // Where names do not decline, no form is led back to another.
    expect(mentionsOf([base], text, 'en').filter(({ candidates }) => candidates[0]?.inflected)).toEqual([]);
  });
  test.each(declined[language] ?? [])('%s is found as it is', (base) => {
    expect(quotesOf([base], `${base}.`, language)).toEqual([base]);
  });
});

const traps: readonly (readonly [
  law: string,
  language: string,
  names: (string | SurfaceForm)[],
  text: string,
])[] = [
  ['an everyday word in lower case is no name', 'ru', ['Марк', 'Мир'], 'в марка, на марку, о мире, миром'],
  ['й is no и: the republic is not Maria', 'ru', ['Мария'], 'в Марий Эл'],
  ['an adjective is another word', 'ru', ['Москва', 'Россия'], 'Московский, Российская, Российского'],
  ['an adjective is another word', 'uk', ['Україна', 'Київ'], 'Український, Київського, Українська'],
  ['an adjective is another word', 'cs', ['Rusko', 'Praha'], 'Ruský, Ruského, Pražský'],
  ['a woman bears another surname', 'ru', ['Иванов'], 'Ивановой, Ивановою'],
  ['a woman bears another surname', 'uk', ['Зеленський'], 'Зеленської, Зеленська, Зеленську'],
  ['a woman bears another surname', 'pl', ['Kowalski'], 'Kowalska, Kowalskiej, Kowalską'],
  ['Melania is not Donald', 'cs', ['Trump'], 'Trumpová, Trumpové, Trumpovou'],
  ['a wife is not her husband', 'cs', ['Donald Trump'], 'Melanie Trumpové'],
  ['words that disagree in case are no name', 'ru', ['Белый дом'], 'Белого домом, Белым дома'],
  ['words that disagree in case are no name', 'pl', ['Biały Dom'], 'Białego Domem'],
  ['a base of two letters is too many words', 'ru', ['Эр', 'Рим'], 'Эру, Эра, рима'],
  ['an ending of another class', 'ru', ['Москва', 'Путин'], 'Москвом, Москвами, Путинов, Путиной'],
  ['an ending of another class', 'pl', ['Praga', 'Tusk'], 'Pragowi, Pragiem, Tuskę, Tuską'],
  ['names that do not decline stay', 'ru', ['Тбилиси', 'Чили', 'Перу'], 'Тбилисях, Перуом, Чилием'],
  ['nor does one in -о from elsewhere', 'ru', ['Совето', 'Порто'], 'Совета, Совете, Порта, Портом'],
  ['nor does one in -о from elsewhere', 'uk', ['Порто'], 'Порта, Порту, Портом'],
  ['a surname that only begins alike', 'de', ['Engel', 'Merk'], 'Engelmann, Merkel, Engelen, Merkes'],
  ['a plural is no name', 'de', ['Russland', 'Hans'], 'Russlanden, Hansen'],
  [
    'in Bulgarian Ivana is not Ivan',
    'bg',
    ['Иван', 'Иванов', 'Иван Иванов'],
    'Ивана, Иванова, Ивана Иванова',
  ],
  [
    'an abbreviation does not decline like a name',
    'pl',
    [{ text: 'NATO', type: 'abbreviation' }],
    'Nata, Natem, Natu',
  ],
  [
    'a case-sensitive name is as it is',
    'uk',
    [{ text: 'Наза', type: 'name', caseSensitive: true }],
    'Нази, Назу',
  ],
  [
    'a name of another language keeps its form',
    'ru',
    [{ text: 'Вашингтон', type: 'name', language: 'uk' }],
    'Вашингтоне',
  ],
  ['Nigeria is not the Niger', 'bg', ['Нигер'], 'в Нигерия'],
  ['Niger is not Nigeria', 'cs', ['Nigérie'], 'Niger'],
  ['a word of three letters, and those small, has too many homonyms', 'ru', ['мир', 'суд'], 'миру, судом'],
  ['an adjective in small letters is no name', 'cs', ['německý'], 'německého, německou'],
  ['a name with a capital has no plural', 'en', ['Ada Berg'], 'two Ada Bergs'],
  ['a demonym has a plural, a name none', 'pl', ['Amerykanin', 'Nowak'], 'Amerykanie, Amerykanom, Nowacy'],
];

describe('what looks like a case of a name and is none', () => {
  test.each(traps)('%s (%s)', (_law, language, names, text) => {
    expect(quotesOf(names, text, language)).toEqual([]);
  });
});

interface Row {
  readonly law: string;
  readonly language: string;
  readonly names: readonly (string | SurfaceForm)[];
  readonly text: string;
  readonly found: readonly string[];
}

const abbreviation = (text: string): SurfaceForm => ({ text, type: 'abbreviation' });

const rows: readonly Row[] = [
  {
    law: 'a people has a plural',
    language: 'pl',
    names: [demonym('Ukrainiec'), demonym('Amerykanin'), demonym('Polak')],
    text: 'Ukraińcy, Ukraińców, Amerykanie, Amerykanom, Polacy, Polakami',
    found: ['Ukraińcy', 'Ukraińców', 'Amerykanie', 'Amerykanom', 'Polacy', 'Polakami'],
  },
  {
    law: 'a people has a plural',
    language: 'cs',
    names: [demonym('Ukrajinec'), demonym('Američan')],
    text: 'Ukrajinci, Ukrajinců, Američané, Američanů',
    found: ['Ukrajinci', 'Ukrajinců', 'Američané', 'Američanů'],
  },
  {
    law: 'a people has a plural',
    language: 'de',
    names: [demonym('Russe'), demonym('Ukrainer')],
    text: 'Russen und Ukrainern',
    found: ['Russen', 'Ukrainern'],
  },
  {
    law: 'an abbreviation takes its ending in small letters',
    language: 'uk',
    names: [abbreviation('ЄС'), abbreviation('МЗС')],
    text: 'з ЄСом, у МЗСі',
    found: ['ЄСом', 'МЗСі'],
  },
  {
    law: 'or behind a hyphen, but no other ending',
    language: 'pl',
    names: [abbreviation('ONZ'), abbreviation('NATO'), exact('KGB'), 'Ona'],
    text: 'do ONZ-u i KGB-u, nie NATO-wski, ONZ-USA, Ona-u',
    found: ['ONZ-u', 'KGB-u', 'NATO', 'ONZ', 'Ona'],
  },
  {
    law: 'the longer of an inflected name and another as it is',
    language: 'ru',
    names: ['Северный поток', 'Северный поток 2', 'Газпром'],
    text: 'Северного потока 2 и Газпром',
    found: ['Северного потока 2', 'Газпром'],
  },
  {
    law: 'quotation marks around a part of the name',
    language: 'ru',
    names: ['Северный поток 2', 'НАК Нафтогаз Украины'],
    text: 'вокруг «Северного потока» — 2 и в НАК "Нафтогазе Украины", но не в НАК "Нафтогазе',
    found: ['Северного потока» — 2', 'НАК "Нафтогазе Украины'],
  },
  {
    law: 'a small word may begin a name',
    language: 'cs',
    names: ['západní Evropa', 'Evropa'],
    text: 'v západní Evropě',
    found: ['západní Evropě'],
  },
  {
    law: 'a name in small letters is found in small letters, and has a plural',
    language: 'ru',
    names: ['журналист', 'прекращение огня'],
    text: 'о журналисте, журналистам, Журналисты и о прекращении огня',
    found: ['журналисте', 'журналистам', 'Журналисты', 'прекращении огня'],
  },
  {
    law: 'a name in small letters has a plural',
    language: 'en',
    names: ['ceasefire', 'tariff quota', 'embassy', 'Embargo'],
    text: 'Ceasefires, tariff quotas, two embassies, no embargos',
    found: ['Ceasefires', 'tariff quotas', 'embassies'],
  },
  {
    law: 'a name in small letters has a plural',
    language: 'fr',
    names: ['journal', 'cessez-le-feu', 'sanction'],
    text: 'les sanctions et les journaux',
    found: ['sanctions', 'journaux'],
  },
  {
    law: 'a name in small letters has a plural',
    language: 'es',
    names: ['sanción', 'arancel'],
    text: 'las sanciones y los aranceles',
    found: ['sanciones', 'aranceles'],
  },
  {
    law: 'capitals throughout',
    language: 'uk',
    names: ['Зеленський'],
    text: 'ЗЕЛЕНСЬКОГО',
    found: ['ЗЕЛЕНСЬКОГО'],
  },
  {
    law: 'stress marks are not in the way',
    language: 'ru',
    names: ['Зеленский'],
    text: 'Зеле\u0301нского',
    found: ['Зеле\u0301нского'],
  },
  {
    law: 'a regional tag is of its language',
    language: 'pl-PL',
    names: ['Tusk'],
    text: 'Tuskiem',
    found: ['Tuskiem'],
  },
];

test.each(rows)('$law ($language)', ({ names, text, language, found }) => {
  expect(quotesOf(names, text, language)).toEqual(found);
});

test('a candidate says that its name is inflected', () => {
  expect(mentionsOf(['Путин'], 'о Путине', 'ru')).toEqual([
    {
      start: 2,
      end: 8,
      candidates: [
        { packId: 'test', id: 'test:one', type: 'name', weak: false, language: null, inflected: true },
      ],
    },
  ]);
});

test('a form of a name of three letters may be many words: the candidate is weak', () => {
  const found = (text: string) =>
    mentionsOf(['Рим', 'Уфа', 'Крит'], text, 'ru').map(({ start, end, candidates }) => [
      text.slice(start, end),
      candidates.map(({ weak }) => weak),
    ]);
  expect(found('к Риму, с Римом, в Уфе и на Крите')).toEqual([
    ['Риму', [true]],
    ['Римом', [true]],
    ['Уфе', [true]],
    ['Крите', [false]],
  ]);
});

test('a longer base form beats one of three letters', () => {
  const [mention] = mentionsOf(['Nat', 'Nato'], 'članice Nata', 'sl');
  expect(mention?.candidates.map(({ weak }) => weak)).toEqual([false]);
});

test('a name as it is beats an inflected one of the same length', () => {
  const mentions = mentionsOf(['Роман', { text: 'Романа', type: 'family' }], 'Романа', 'ru');
  expect(mentions.map(({ candidates }) => candidates.map(({ type }) => type))).toEqual([['family']]);
});

test('a form that is written down for another language leaves room for the rule', () => {
  const names: SurfaceForm[] = [
    { text: 'Putina', type: 'family', language: 'pl' },
    { text: 'Putin', type: 'family' },
  ];
  const [mention] = mentionsOf(names, 'u Putina', 'cs');
  expect(mention?.candidates.map(({ language, inflected }) => [language, inflected])).toEqual([
    ['pl', undefined],
    [null, true],
  ]);
});

test('an inflected name begins and ends with a word, in any text', () => {
  const pieces = Object.values(declined)
    .flat()
    .flatMap(([base, forms]) => [base, ...forms.split(', ')])
    .flatMap((form) => [form, form.slice(0, -1), `${form}а`, `${form}s`]);
  const bases = Object.values(declined).flatMap((list) => list.map(([base]) => base));
  const engines = [openEngine(compileEngine([inPack('test')(makeRecord('test:all', 'place', bases))]))];
  const separator = fc.constantFrom(' ', ', ', '-', '. ', '\n', '’', ' — ', '');
  const someText = fc
    .array(fc.tuple(fc.constantFrom(...pieces), separator), { maxLength: 12 })
    .map((parts) => parts.flat().join(''));
  fc.assert(
    fc.property(someText, fc.constantFrom(...Object.keys(declined)), (text, language) => {
      let last = 0;
      for (const { start, end } of findMentions(engines, text, language)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(text.slice(0, start)).not.toMatch(/[\p{L}\p{N}]$/u);
        expect(text.slice(end)).not.toMatch(/^[\p{L}\p{N}]/u);
        last = end;
      }
    }),
  );
});
