import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { lookupKey } from '../../src/model/lookup-key.ts';
import type { PackRecord, RecordId, SurfaceForm } from '../../src/model/record.ts';
import { assemblePacks, siblingPacks } from '../../src/pack-tools/assemble-packs.ts';
import { formatProblem, type PackSourceError } from '../../src/pack-tools/pack-problem.ts';
import { chooseAlternates } from '../../src/pack-tools/world/city-alternates.ts';
import { citedVersions, dataPackageFolder, dataPackages } from '../../src/pack-tools/world/data-packages.ts';
import { generateRecords } from '../../src/pack-tools/world/generate-records.ts';
import { header, temporaryFolder } from './pack-folder.ts';

const folder = fileURLToPath(new URL('../../packs/world', import.meta.url));
let records: readonly PackRecord[] = [];
let byId: ReadonlyMap<RecordId, PackRecord> = new Map();
let formsByKey: ReadonlyMap<string, readonly { id: RecordId; form: SurfaceForm }[]> = new Map();

beforeAll(async () => {
  const [world] = await assemblePacks([folder], { besides: await siblingPacks([folder]) });
  records = (world?.records ?? []).filter(({ id }) => /^(iso3166|geonames|m49):/.test(id));
  byId = new Map(records.map((record) => [record.id, record]));
  const forms = new Map<string, { id: RecordId; form: SurfaceForm }[]>();
  for (const { id, surfaceForms } of records) {
    for (const form of surfaceForms) {
      const key = lookupKey(form.text);
      forms.set(key, [...(forms.get(key) ?? []), { id, form }]);
    }
  }
  formsByKey = forms;
}, 60_000);

/** Ids that the string names as it is written, without those that need evidence unless `weak`. */
function meanings(text: string, { weak = false } = {}): RecordId[] {
  const found = (formsByKey.get(lookupKey(text)) ?? [])
    .filter(({ form }) => (weak || !form.weak) && (!form.caseSensitive || form.text === text))
    .map(({ id }) => id);
  return [...new Set(found)].sort();
}

describe('a name leads to its place', () => {
  test.each<[RecordId, string[]]>([
    ['geonames:703448', ['Kyiv', 'Kiev', 'Київ', 'Киев', 'Kiew', 'Kijów', 'Киеву']],
    ['geonames:2660646', ['Geneva', 'Genève', 'Genf', 'Ginevra', 'Ginebra', 'Genewa', 'Женева']],
    ['geonames:2988507', ['Paris', 'Париж', 'París', 'Parigi', 'Paryż', 'パリ']],
    ['geonames:524901', ['Moscow', 'Москва', 'Moskau', 'Moscou', 'Moskwa', 'Mosca', 'Moscú']],
    ['geonames:2800866', ['Brussels', 'Bruxelles', 'Brüssel', 'Bruksela', 'Брюссель']],
    ['geonames:4140963', ['Washington D.C.', 'Washington DC', 'Вашингтон']],
    ['geonames:2950159', ['Berlin', 'Берлин', 'Берлін', 'Berlino']],
    ['geonames:2643743', ['London', 'Londres', 'Londra', 'Londyn', 'Лондон']],
    ['geonames:5128581', ['New York City', 'New York', 'Nueva York', 'Нью-Йорк']],
    ['geonames:745044', ['Istanbul', 'Стамбул', 'İstanbul']],
    ['geonames:2747373', ['The Hague', 'La Haye', 'Den Haag', 'Гаага']],
    ['geonames:2661039', ['Davos', 'Давос']],
    ['geonames:3128760', ['Barcelona', 'Барселона']],
    [
      'iso3166:UA',
      ['Ukraine', 'Україна', 'Украина', 'Ucrania', 'Ukrainian', 'Ukrainians', 'ウクライナ', '乌克兰'],
    ],
    ['iso3166:RU', ['Russia', 'Россия', 'Росія', 'Russland', 'Russian', 'РФ', 'Russian Federation']],
    [
      'iso3166:US',
      ['U.S.', 'US', 'USA', 'U.S.A.', 'United States', 'США', 'États-Unis', 'Etats-Unis', 'EE. UU.'],
    ],
    [
      'iso3166:GB',
      ['UK', 'U.K.', 'Britain', 'United Kingdom', 'Großbritannien', 'British', 'Великобритания'],
    ],
    ['iso3166:AE', ['UAE', 'United Arab Emirates', 'ОАЭ', 'Emirati']],
    ['iso3166:NL', ['Holland', 'The Netherlands', 'Dutch', 'Pays-Bas']],
    ['iso3166:CZ', ['Czech Republic', 'Czechia', 'Česko', 'Czech']],
    ['iso3166:KR', ['South Korea', '韓国', 'South Korean']],
    ['iso3166:TR', ['Türkiye', 'Turquie', 'Турция', 'Turkish']],
    ['iso3166:CI', ['Ivory Coast', "Côte d'Ivoire", 'Cote d’Ivoire']],
    ['iso3166:CH', ['Swiss', 'Switzerland', 'Suisse', 'Schweiz']],
    ['iso3166:PL', ['Poland', 'Polska', 'Polish', 'Poles']],
    ['iso3166:US-FL', ['Florida', 'Флорида', 'Floride']],
    ['m49:150', ['Europe', 'Европа', 'Європа']],
  ])('%s', (id, names) => {
    expect(Object.fromEntries(names.map((name) => [name, meanings(name)]))).toEqual(
      Object.fromEntries(names.map((name) => [name, [id]])),
    );
  });
});

test('a name that means something else as well needs evidence', () => {
  const names = [
    ...[
      'Georgia',
      'Jordan',
      'Chad',
      'Turkey',
      'America',
      'Amerika',
      'Washington',
      'Santiago',
      'Sofia',
      'Victoria',
    ],
    ...[
      'Man',
      'Split',
      'Male',
      'Batman',
      'Phoenix',
      'Lincoln',
      'Florence',
      'Essen',
      'Vladimir',
      'Владимир',
      'Kandy',
    ],
    ...[
      'Island',
      'Indie',
      'Réunion',
      'Grenade',
      'Maurice',
      'Того',
      'Чад',
      'عمان',
      'Congo',
      'Gaza',
      'Virginia',
      'Maine',
    ],
  ];
  expect(names.filter((name) => meanings(name).length > 0)).toEqual([]);
  expect(names.filter((name) => meanings(name, { weak: true }).length === 0)).toEqual([]);
  expect(meanings('Georgia', { weak: true })).toEqual(['iso3166:GE', 'iso3166:US-GA']);
  expect(meanings('Washington', { weak: true })).toEqual(['geonames:4140963', 'iso3166:US-WA']);
});

test.each([
  [
    'codes of countries',
    ['IT', 'IN', 'NO', 'UA', 'RU', 'FR', 'DE', 'BE', 'ME', 'SO', 'TO', 'AM', 'IS', 'us', 'Us'],
  ],
  ['airports', ['IEV', 'GVA', 'BRU', 'WAS', 'IST', 'DOK', 'DOH', 'HAG']],
  [
    'everyday words',
    ['Of', 'Most', 'Plan', 'Best', 'Police', 'Deal', 'City', 'Capital', 'world', 'World', 'polish', 'POLISH'],
  ],
  ['articles with a noun in small letters', ['la paz', 'el paso', 'the valley', 'as salt', 'the hague']],
  ['persons', ['Clinton', 'Obama', 'Stalin', 'Stalino', 'Сталіно', 'Trump', 'Putin', 'Shevchenko', 'Friday']],
  ['names of former times', ['Byzantium', 'Constantinople', 'Jusowka']],
  ['other places that an alternate means', ['Genova Ohio', 'Anderson', 'Moscoƿ', 'TR-variant']],
])('%s are no names', (_, strings) => {
  const found = strings.filter((text) =>
    meanings(text, { weak: true }).some((id) => !id.startsWith('newsgloss:')),
  );
  expect(found).toEqual([]);
});

describe('countries and territories', () => {
  test('have names in sixty languages and more', () => {
    const named = new Map<string, number>();
    for (const { id, surfaceForms } of records) {
      if (!/^iso3166:[A-Z]{2}$/.test(id)) continue;
      for (const language of new Set(surfaceForms.map((form) => form.language ?? ''))) {
        named.set(language, (named.get(language) ?? 0) + 1);
      }
    }
    // A form that three languages share belongs to none of them: some languages keep few of their own.
    expect([...named].filter(([language, count]) => language && count >= 40).length).toBeGreaterThanOrEqual(
      60,
    );
  });

  test.each<[RecordId, string[]]>([
    ['iso3166:DE', ['जर्मनी', 'জার্মানি', 'Գերմանիա', 'გერმანია', 'Saksamaa', 'Vokietija', 'เยอรมนี', 'آلمان']],
    ['iso3166:FR', ['Franzose', 'Franzosen', 'француз', 'французы', 'Francuzi']],
    ['iso3166:UA', ['українець', 'украинка', 'Ukrainerin', 'Ukraińcy']],
    ['iso3166:PL', ['поляк', 'поляки', 'Polak', 'Polacy']],
  ])('%s is named in other scripts, and by its people', (id, names) => {
    expect(names.filter((name) => !meanings(name).includes(id))).toEqual([]);
  });

  test.each([['Anh'], ['Nga'], ['Włoch'], ['Turek']])(
    '%s says nothing alone: it is too short, or a word or a name as well',
    (name) => {
      expect(meanings(name)).toEqual([]);
    },
  );
});

test('a city of fewer than half a million people needs evidence, and gives way to a greater one of its name', () => {
  expect(meanings('Bakersfield')).toEqual([]);
  expect(meanings('Bakersfield', { weak: true })).toEqual(['geonames:5325738']);
  expect(meanings('Columbus', { weak: true })).toEqual(['geonames:4509177']);
});

describe('records of the world', () => {
  test('are countries, regions, states and cities in the expected numbers', () => {
    const count = (pattern: RegExp): number => records.filter(({ id }) => pattern.test(id)).length;
    expect(count(/^iso3166:[A-Z]{2}$/)).toBe(250);
    expect(count(/^iso3166:US-/)).toBe(50);
    expect(count(/^m49:/)).toBe(26);
    expect(count(/^geonames:/)).toBeGreaterThan(4_000);
  });

  test('state capital, region, country and population, each with its source', () => {
    expect(byId.get('iso3166:UA')?.statements).toEqual([
      {
        property: 'capital',
        value: { type: 'record', id: 'geonames:703448' },
        citations: [expect.objectContaining({ publisher: 'GeoNames', published: '2023-03' })],
      },
      {
        property: 'partOf',
        value: { type: 'record', id: 'm49:151' },
        citations: [expect.objectContaining({ title: expect.stringContaining('country-coder') })],
      },
      {
        property: 'fact',
        value: { type: 'text', text: { en: 'ISO 3166-1 code UA' } },
        citations: [expect.objectContaining({ publisher: 'Unicode Consortium', published: '2025' })],
      },
    ]);
    expect(byId.get('geonames:703448')?.statements).toEqual([
      expect.objectContaining({ property: 'country', value: { type: 'record', id: 'iso3166:UA' } }),
      expect.objectContaining({ property: 'population', value: { type: 'number', number: 2_797_553 } }),
    ]);
    expect(byId.get('iso3166:GL')?.statements).toContainEqual(
      expect.objectContaining({ property: 'country', value: { type: 'record', id: 'iso3166:DK' } }),
    );
  });

  test('rest on at least one citation and name only records that exist', () => {
    const problems = records.flatMap(({ id, statements }) => [
      ...(statements.length === 0 ? [`${id} states nothing`] : []),
      ...statements.flatMap(({ value }) =>
        value.type === 'record' && !byId.has(value.id) ? [`${id} names ${value.id}`] : [],
      ),
    ]);
    expect(problems).toEqual([]);
  });

  test('have every capital that a country states, and nearly every country states one', () => {
    const without = records
      .filter(({ id, statements }) => {
        const isCountry =
          /^iso3166:[A-Z]{2}$/.test(id) && !statements.some(({ property }) => property === 'country');
        return isCountry && !statements.some(({ property }) => property === 'capital');
      })
      .map(({ id }) => id);
    // Disputed or none in the export (IL, PS, EH, AQ), or a city that has its country's own name.
    expect(without).toEqual([
      ...[
        'iso3166:AQ',
        'iso3166:EH',
        'iso3166:IL',
        'iso3166:MC',
        'iso3166:PS',
        'iso3166:SG',
        'iso3166:SM',
        'iso3166:VA',
      ],
    ]);
  });

  test('have labels in the languages of the product', () => {
    const languages = ['en', 'uk', 'ru', 'fr', 'de', 'es', 'pl', 'it'];
    expect(languages.map((language) => byId.get('iso3166:UA')?.label[language])).toEqual([
      ...['Ukraine', 'Україна', 'Украина', 'Ukraine', 'Ukraine', 'Ucrania', 'Ukraina', 'Ucraina'],
    ]);
    expect(languages.map((language) => byId.get('geonames:2660646')?.label[language])).toEqual([
      ...['Geneva', 'Женева', 'Женева', 'Genève', 'Genf', 'Ginebra', 'Genewa', 'Ginevra'],
    ]);
  });

  test('are the same when they are made again', async () => {
    const make = () => generateRecords({ generators: ['countries', 'cities'], folder });
    expect(JSON.stringify(await make())).toBe(JSON.stringify(await make()));
  }, 60_000);
});

test('a mistake in a table of the generators is placed like one in a pack, and a missing table is named', async () => {
  const root = await temporaryFolder({
    'demo/pack.yaml': `${header('demo')}generators: [countries]\n`,
    'demo/tables/countries.yaml': 'UA:\n  names: { en: Ukraine }\nUKR: {}\n',
    'demo/tables/adjectives.yaml': 'UA: { uk: український }\n',
    'demo/tables/ambiguous-names.yaml': 'weak: []\nnever: []\n',
  });
  const problems = await assemblePacks([join(root, 'demo')]).catch((error: PackSourceError) =>
    error.problems.map((problem) => formatProblem(problem).replaceAll(root, '')),
  );
  expect(problems).toEqual([
    '/demo/tables/countries.yaml:2:16 UA.names.en: must be a list, not "Ukraine": start each item on its own line with "- "',
    '/demo/tables/countries.yaml:3:1 UKR: must be an ISO 3166-1 or UN M49 code, not "UKR"',
    '/demo/tables/cities.yaml:1:1 is missing; the pack needs it',
  ]);
});

test('the citations speak of the versions that are installed', () => {
  const require = createRequire(import.meta.url);
  const installed = dataPackages.map((name) => {
    const { version } = require(join(dataPackageFolder(name), 'package.json')) as { version: string };
    return [name, version];
  });
  expect(Object.fromEntries(installed)).toEqual(citedVersions);
});

test.each<[string, string[], string[], string[]]>([
  ['codes, transliterations and misspellings are left out', ['IEV', 'kiv', 'Kiew', 'Stalino'], ['Kyiv'], []],
  [
    'one letter in seven may differ in Latin',
    ['Montreaal', 'Montral', 'Monrel'],
    ['Montréal'],
    ['Montreaal', 'Montral'],
  ],
  ['the first sound stays', ['Марьков', 'Харьков'], ['Kharkiv'], ['Харьков']],
  [
    'Cyrillic and Greek are compared by sound',
    ['Киев', 'Сталино', 'Κίεβο'],
    ['Kyiv', 'Kiev'],
    ['Киев', 'Κίεβο'],
  ],
  ['more words than the name has are left out', ['Киев ош', 'Киевом'], ['Kyiv', 'Kiev'], ['Киевом']],
  [
    'Chinese, Japanese, Arabic and Hebrew are taken',
    ['基輔', 'キーウ', 'كييف', 'קייב', 'כע'],
    ['Kyiv'],
    ['基輔', 'キーウ', 'كييف', 'קייב'],
  ],
])('of the alternate names of a city %s', (_, alternates, known, expected) => {
  expect(chooseAlternates(alternates, known)).toEqual(expected);
});
