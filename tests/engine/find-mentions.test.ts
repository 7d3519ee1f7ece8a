import { describe, expect, test } from 'vitest';
import { compileEngine } from '../../src/engine/compile-engine.ts';
import { openEngine } from '../../src/engine/engine-format.ts';
import { findMentions } from '../../src/engine/find-mentions.ts';
import type { SurfaceForm } from '../../src/model/record.ts';
import { exact, inPack, makeRecord } from '../support/make-record.ts';

interface Row {
  law: string;
  names: (string | SurfaceForm)[];
  text: string;
  /** The quotes that are found, in order. */
  found: string[];
}

const stop = (text: string): SurfaceForm => ({ text, type: 'abbreviation' });

const tables: Record<string, Row[]> = {
  'leftmost, then longest': [
    {
      law: 'the longer of two names',
      names: ['New York', 'New York City'],
      text: 'in New York City',
      found: ['New York City'],
    },
    {
      law: 'the shorter where the longer ends early',
      names: ['New York', 'New York City'],
      text: 'New York citizens',
      found: ['New York'],
    },
    {
      law: 'the one that starts first',
      names: ['A B', 'B C D'],
      text: 'a b c d A B C D',
      found: ['a b', 'A B'],
    },
    {
      law: 'a dead end gives what was passed',
      names: ['One', 'One Two Three'],
      text: 'One Two Four',
      found: ['One'],
    },
    { law: 'names side by side', names: ['Oslo', 'Bergen'], text: 'Oslo Bergen', found: ['Oslo', 'Bergen'] },
  ],
  'whole words only': [
    { law: 'not inside a word', names: ['Iran', 'Man'], text: 'Iranian Iranist womanMan Manly', found: [] },
    {
      law: 'a possessive is outside',
      names: ['Kallas'],
      text: "Kallas’s, Kallas' and Kallas",
      found: ['Kallas', 'Kallas', 'Kallas'],
    },
    {
      law: 'an elided article is outside',
      names: ['Ukraine'],
      text: "l’Ukraine, d'Ukraine",
      found: ['Ukraine', 'Ukraine'],
    },
    {
      law: 'a hyphen or dash ends a word',
      names: ['Kyiv', 'Paris'],
      text: 'Kyiv-based, Paris–Kyiv',
      found: ['Kyiv', 'Paris', 'Kyiv'],
    },
    {
      law: 'punctuation breaks a name',
      names: ['Paris Hilton'],
      text: 'in Paris. Hilton; Paris\nHilton; Paris, Hilton',
      found: [],
    },
    { law: 'digits are words', names: ['G7'], text: 'the G7 and G77', found: ['G7'] },
    { law: 'an emoji is no letter', names: ['Oslo'], text: '🎉Oslo🎉', found: ['Oslo'] },
  ],
  'folded alike': [
    { law: 'case', names: ['Kallas'], text: 'KALLAS', found: ['KALLAS'] },
    {
      law: 'diacritics on either side',
      names: ['Élysée', 'Sao Paulo'],
      text: 'ELYSEE São Paulo',
      found: ['ELYSEE', 'São Paulo'],
    },
    {
      law: 'decomposed letters',
      names: ['Élysée'],
      text: 'E\u0301lyse\u0301e!',
      found: ['E\u0301lyse\u0301e'],
    },
    {
      law: 'letters that do not decompose',
      names: ['Łódź', 'Tromsø'],
      text: 'Lodz Tromso',
      found: ['Lodz', 'Tromso'],
    },
    { law: 'ß and ligatures', names: ['Weiß', 'Fiji'], text: 'WEISS ﬁji Fiﬁ FIJI', found: ['WEISS', 'FIJI'] },
    {
      law: 'all kinds of apostrophes',
      names: ['Côte d’Ivoire', "Slov'iansk"],
      text: "Cote d'Ivoire Slovʼiansk",
      found: ["Cote d'Ivoire", 'Slovʼiansk'],
    },
    { law: 'hyphen for space', names: ['Witkoff Putin'], text: 'Witkoff-Putin', found: ['Witkoff-Putin'] },
    {
      law: 'soft hyphens and zero-width marks',
      names: ['Kallas'],
      text: 'Kal\u00adlas Kal\u200blas',
      found: ['Kal\u00adlas', 'Kal\u200blas'],
    },
    { law: 'full-width letters', names: ['NATO'], text: 'ＮＡＴＯ', found: ['ＮＡＴＯ'] },
    {
      law: 'Cyrillic, Greek, Hangul',
      names: ['Київ', 'Αθήνα', '한국'],
      text: 'КИЇВ ΑΘΗΝΑ 한국',
      found: ['КИЇВ', 'ΑΘΗΝΑ', '한국'],
    },
    {
      law: 'Arabic and Hebrew vowel marks',
      names: ['محمد', 'שלום'],
      text: 'مُحَمَّد שָׁלוֹם',
      found: ['مُحَمَّد', 'שָׁלוֹם'],
    },
  ],
  'what stands between words': [
    {
      law: 'an ampersand is a word of the name, or a part of one',
      names: ['Berg & Holt', 'B&H', 'Holt'],
      text: 'Berg & Holt, B&H, Berg, Holt; B. H. and B H',
      found: ['Berg & Holt', 'B&H', 'Holt'],
    },
    {
      law: 'a full stop with a word right behind it joins, one that ends a sentence does not',
      names: ['Bergholt.com', 'ada.b.holt'],
      text: 'Bergholt.com, ada.b.holt and Bergholt. Com',
      found: ['Bergholt.com', 'ada.b.holt'],
    },
  ],
  'abbreviations and capitals': [
    {
      law: 'the stop of an abbreviation belongs to it',
      names: [stop('U.S.')],
      text: 'the U.S. and U.S.–EU',
      found: ['U.S.', 'U.S.'],
    },
    {
      law: 'case-sensitive names match as written',
      names: [exact('WHO')],
      text: 'who, Who and WHO',
      found: ['WHO'],
    },
    {
      law: 'but a name of several words in capitals throughout too',
      names: [{ text: 'Los Bergos', type: 'name', caseSensitive: true }, exact('NLS ABC')],
      text: 'LOS BERGOS, los bergos, Los BERGOS',
      found: ['LOS BERGOS'],
    },
    {
      law: 'a capitalised name is not a lower-case word',
      names: ['Nice', 'Polish'],
      text: 'a nice polish in Nice',
      found: ['Nice'],
    },
    {
      law: 'nor one word of several in lower case',
      names: ['La Paz'],
      text: 'por la Paz, La Paz, la paz',
      found: ['La Paz', 'la paz'],
    },
    {
      law: 'but several words are',
      names: ['European Union'],
      text: 'the european union',
      found: ['european union'],
    },
    {
      law: 'a name in lower case is found in both',
      names: ['ukrainien'],
      text: 'ukrainien Ukrainien',
      found: ['ukrainien', 'Ukrainien'],
    },
  ],
  'quotation marks that the name has not': [
    {
      law: 'around the first words: the span ends with the last word',
      names: ['Северен поток 2'],
      text: 'спорният "Северен поток" 2 е; «Северен поток»-2; „Северен поток“ 2',
      found: ['Северен поток" 2', 'Северен поток»-2', 'Северен поток“ 2'],
    },
    {
      law: 'around the last words',
      names: ['НАК Нафтогаз України'],
      text: 'НАК "Нафтогаз України", НАК «Нафтогаз України» та НАК „Нафтогаз України”',
      found: ['НАК "Нафтогаз України', 'НАК «Нафтогаз України', 'НАК „Нафтогаз України'],
    },
    {
      law: 'around words in the middle',
      names: ['НАК Нафтогаз України'],
      text: 'НАК «Нафтогаз» України',
      found: ['НАК «Нафтогаз» України'],
    },
    {
      law: 'around all words',
      names: ['Nord Stream'],
      text: '"Nord Stream", »Nord Stream«, ‹Nord Stream›',
      found: ['Nord Stream', 'Nord Stream', 'Nord Stream'],
    },
    {
      law: 'one pair within another',
      names: ['НАК Нафтогаз', 'Nord Stream 2'],
      text: '«НАК «Нафтогаз», "“Nord Stream” 2"',
      found: ['НАК «Нафтогаз', 'Nord Stream” 2'],
    },
    {
      law: 'a name with marks is found without',
      names: ['АО «Газпром Экспорт»'],
      text: 'АО Газпром Экспорт и АО "Газпром Экспорт"',
      found: ['АО Газпром Экспорт', 'АО "Газпром Экспорт'],
    },
    {
      law: 'a longer quotation ends or begins between the words',
      names: ['New York', 'Paris Hilton'],
      text: '"I am new" York said. "In new" York; in New "York is mine". "Paris", Hilton said',
      found: [],
    },
    {
      law: 'marks that do not match, that touch both words, or two of them',
      names: ['New York'],
      text: '«New” York, New"York", "New""York", "New" "York", New " York", New »York“',
      found: [],
    },
    {
      law: 'the shorter name, where the longer one needs the mark closed',
      names: ['НАК', 'НАК Нафтогаз'],
      text: 'НАК «Нафтогаз України»',
      found: ['НАК'],
    },
  ],
  'scripts without spaces': [
    { law: 'Chinese by word boundaries', names: ['北京'], text: '他在北京举行会谈', found: ['北京'] },
    { law: 'Japanese', names: ['日本'], text: '日本の首相', found: ['日本'] },
    { law: 'not across a word', names: ['本の'], text: '日本の首相', found: [] },
  ],
};

describe.each(Object.entries(tables))('%s', (_, rows) => {
  test.each(rows)('$law', ({ names, text, found }) => {
    const engine = openEngine(compileEngine([inPack('p')(makeRecord('x:1', 'place', names))]));
    const mentions = findMentions([engine], text);
    expect(mentions.map(({ start, end }) => text.slice(start, end))).toEqual(found);
  });
});

test('a mention carries every record of its name, with type, weakness and language', () => {
  const engine = openEngine(
    compileEngine([
      inPack('world')(
        makeRecord('x:country', 'place', [{ text: 'Georgia', type: 'name', weak: true, language: 'en' }]),
      ),
      inPack('states')(makeRecord('x:state', 'place', ['Georgia'])),
    ]),
  );
  expect(findMentions([engine], 'in Georgia')).toEqual([
    {
      start: 3,
      end: 10,
      candidates: [
        { packId: 'world', id: 'x:country', type: 'name', weak: true, language: 'en' },
        { packId: 'states', id: 'x:state', type: 'name', weak: false, language: null },
      ],
    },
  ]);
});

test('ids and spellings may have letters of any script', () => {
  const engine = openEngine(
    compileEngine([
      inPack('світ')(makeRecord('місто:Київ', 'place', ['Kyiv'])),
      inPack('світ')(makeRecord('х:ЄС', 'organisation', [exact('ЄС')])),
      inPack('інший')(makeRecord('𐐷:1', 'place', ['Lviv'])),
    ]),
  );
  const found = findMentions([engine], 'Kyiv, ЄС, єс, Lviv');
  expect(found.map(({ candidates }) => candidates.map(({ packId, id }) => [packId, id]))).toEqual([
    [['світ', 'місто:Київ']],
    [['світ', 'х:ЄС']],
    [['інший', '𐐷:1']],
  ]);
});
