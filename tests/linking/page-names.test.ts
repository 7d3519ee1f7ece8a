import { describe, expect, test } from 'vitest';
import { annotateText } from '../../src/linking/annotate-text.ts';
import type { PackRecord } from '../../src/model/record.ts';
import { makeKnowledge } from '../support/make-knowledge.ts';
import { family, inPack, makeRecord, recordValue, statement, weak } from '../support/make-record.ts';

const ada = makeRecord('a:ada', 'person', ['Robert Reiner', family('Reiner')]);
const stone = makeRecord('a:stone', 'person', ['Ada W. Stone', family('Stone')]);
const fund = makeRecord('a:fund', 'organisation', ['Northern Harbour Fund']);
const rival = makeRecord('a:rival', 'organisation', [
  { text: 'NHF', type: 'abbreviation', caseSensitive: true },
]);
const norland = makeRecord('iso3166:NX', 'place', ['Norland', weak('Reval')], { prior: 0.9 });
const state = makeRecord('iso3166:SX-RE', 'place', [weak('Reval')], {
  prior: 0.8,
  statements: [statement('country', recordValue('iso3166:SX'))],
});
const town = (id: string, name: string): PackRecord =>
  makeRecord(id, 'place', [name], { statements: [statement('country', recordValue('iso3166:SX'))] });
const records = [
  ada,
  stone,
  makeRecord('a:treaty', 'organisation', ['Inner Treaty']),
  makeRecord('a:lines', 'organisation', ['Harbour Lines']),
  fund,
  rival,
  norland,
  state,
  town('t:1', 'Bergholt'),
  town('t:2', 'Sudham'),
  town('t:3', 'Westling'),
  town('t:4', 'Ostling'),
];

async function links(text: string, of: readonly PackRecord[] = records): Promise<string[]> {
  const knowledge = makeKnowledge(of.map(inPack('p')));
  const { links, ambiguous } = await annotateText(
    { text, language: 'en', asOf: null, contextIds: [] },
    knowledge,
  );
  return [
    ...links.map(({ quote, id }) => `${quote} = ${id}`),
    ...ambiguous.map(({ quote, candidates }) => `${quote} = ${candidates.map(({ id }) => id).join(' or ')}`),
  ];
}

describe('what the page itself explains', () => {
  test.each<[string, string, string[]]>([
    [
      'a given name after the full one',
      'Robert Reiner spoke. Then Robert left.',
      ['Robert Reiner = a:ada', 'Robert = a:ada'],
    ],
    ['a given name before it is anybody', 'Then Robert left.', []],
    [
      'another surname after the given name',
      'Robert Reiner spoke. Robert Stone left.',
      ['Robert Reiner = a:ada'],
    ],
    ['an everyday form of the given name', 'They met Bob Reiner today.', ['Bob Reiner = a:ada']],
    [
      'a full name with a middle initial, and the surname after it',
      'They met Robert J. Reiner. Reiner left.',
      ['Robert J. Reiner = a:ada', 'Reiner = a:ada'],
    ],
    [
      'a middle name spelled out, and a patronymic',
      'They met Ada Wilma Stone, then Ada Ivanovna Stone, not Ada Xenia Stone.',
      ['Ada Wilma Stone = a:stone', 'Ada Ivanovna Stone = a:stone'],
    ],
    [
      'who is called so by a given name is somebody else further down too',
      'Reiner Holt came. Then Reiner left.',
      [],
    ],
    [
      'two initials of a body in full on the page, but no word',
      'Harbour Lines and the Inner Treaty met. HL and IT spoke.',
      ['Harbour Lines = a:lines', 'Inner Treaty = a:treaty', 'HL = a:lines'],
    ],
    [
      'a firm is none of its partners',
      'Robert Reiner left. Reiner & Stone and Stone & Reiner said so.',
      ['Robert Reiner = a:ada'],
    ],
    ['another given name with a middle initial', 'They met Ivy J. Reiner today.', []],
    [
      'the form of a company and an article with a capital belong to the name',
      'Shares of The Northern Harbour Fund Inc. rose.',
      ['The Northern Harbour Fund Inc. = a:fund'],
    ],
    [
      'the article of a sentence does not, nor a word that only begins like one',
      'The Northern Harbour Fund Include rose.',
      ['Northern Harbour Fund = a:fund'],
    ],
    [
      'an abbreviation after its name, wherever else it is used',
      'The Northern Harbour Fund (NHF) lends. We asked the NHF why.',
      ['Northern Harbour Fund = a:fund', 'NHF = a:fund', 'NHF = a:fund'],
    ],
    [
      'an abbreviation before its name',
      'The NHF (Northern Harbour Fund) lends. The NHF pays.',
      ['NHF = a:fund', 'Northern Harbour Fund = a:fund', 'NHF = a:fund'],
    ],
    [
      'the last word of a body, with article and capital',
      'The Northern Harbour Fund lends. Asked why, the Fund was silent; a fund always is.',
      ['Northern Harbour Fund = a:fund', 'Fund = a:fund'],
    ],
    [
      'a surname just after somebody else who bears it is hers',
      'Ivy Reiner spoke; Reiner left. Robert Reiner stayed.',
      ['Robert Reiner = a:ada'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await links(text)).toEqual(expected);
  });
});

test('a given name that is also somebody else’s name belongs to the surname behind it', async () => {
  const king = makeRecord('a:king', 'person', ['Bob']);
  expect(await links('Then Bob Reiner left.', [...records, king])).toEqual(['Bob Reiner = a:ada']);
  expect(await links('Then Bob left.', [...records, king])).toEqual(['Bob = a:king']);
  expect(await links('Trains to Westham-St. Bob stop.', [...records, king])).toEqual([]);
});

test('after a stranger of the same surname even somebody famous is not meant', async () => {
  const famous = makeRecord('a:ada', 'person', ['Robert Reiner', family('Reiner')], { prior: 0.99 });
  const text = 'Ivy Reiner spoke first, and Reiner smiled. Robert Reiner stayed. Reiner waved.';
  expect(await links(text, [famous])).toEqual(['Robert Reiner = a:ada', 'Reiner = a:ada']);
});

describe('a team is not the place it is called after', () => {
  const sport = 'The season had 12 games before the playoffs; the league knows every team. ';
  test.each<[string, string, string[]]>([
    ['its coach', "Bergholt's head coach left.", []],
    ['its mayor is of the place', "Bergholt's head gardener left.", ['Bergholt = t:1']],
    ['what it does on a page about sport', `${sport}Bergholt beat everyone.`, []],
    ['what is done with it there', `${sport}They led Bergholt for years.`, []],
    ['its record there', `${sport}Bergholt's record fell.`, []],
    [
      'elsewhere the words say nothing',
      "Bergholt lost money. Bergholt's record fell.",
      ['Bergholt = t:1', 'Bergholt = t:1'],
    ],
    ['after a preposition of place it is the place', `${sport}They met in Bergholt.`, ['Bergholt = t:1']],
    ['a country plays for itself', `${sport}Norland beat everyone.`, ['Norland = iso3166:NX']],
  ])('%s', async (_, text, expected) => {
    expect(await links(text)).toEqual(expected);
  });
});

describe('a place is told from its namesake by what else is named', () => {
  test('towns of the same country speak for the state', async () => {
    expect(
      await links('Votes from Bergholt, Sudham, Westling and Ostling decide, said a clerk of Reval.'),
    ).toContain('Reval = iso3166:SX-RE');
  });
  test.each<[string, string, string]>([
    ['a town before it decides', 'They flew from Bergholt, Reval, to Norland.', 'Reval = iso3166:SX-RE'],
    ['at the end of a sentence too', 'They left Norland for Bergholt, Reval.', 'Reval = iso3166:SX-RE'],
    ['not in a list', 'They saw Bergholt, Reval and Norland.', 'Reval = iso3166:NX'],
    ['not at the start of a clause', 'Near Bergholt, Reval signed with Norland.', 'Reval = iso3166:NX'],
  ])('%s', async (_, text, expected) => {
    expect(await links(text)).toContain(expected);
  });
  test('without them the country is meant', async () => {
    expect(await links('Votes decide, said a clerk of Reval.')).toEqual(['Reval = iso3166:NX']);
  });
});

test.each([
  ['behind a town it is the state', 'HOLTBURG, Rev. - It rained.', ['Rev. = iso3166:SX-RE']],
  ['elsewhere it is a word', 'Rev. Stone and a Rev left Holtburg, Rev and all.', []],
])('a weak abbreviation: %s', async (_, text, expected) => {
  const abbreviated = makeRecord('iso3166:SX-RE', 'place', [
    'Revalia',
    { text: 'Rev.', type: 'abbreviation', weak: true, caseSensitive: true },
  ]);
  expect(await links(text, [abbreviated])).toEqual(expected);
});

describe('a place that something else is called after is not marked', () => {
  test.each([
    'They watched “Norland” twice.',
    'A room in the Hotel Norland was free.',
    'Dynamo Norland lost again.',
    'Mr. Norland paid.',
    'A neighbour named Norland paid.',
  ])('%s', async (text) => {
    expect(await links(text)).toEqual([]);
  });
  test.each([
    'They went to Norland twice.',
    'He said: “Norland is far.”',
    'In “Norland’s case” they waited.',
  ])('but in: %s', async (text) => {
    expect(await links(text)).toEqual(['Norland = iso3166:NX']);
  });
});

test('two readings with enough evidence each are one ambiguous link', async () => {
  const twins = [
    makeRecord('a:1', 'organisation', ['Harbour Board']),
    makeRecord('a:2', 'organisation', ['Harbour Board']),
  ];
  expect(await links('We asked the Harbour Board.', twins)).toEqual(['Harbour Board = a:1 or a:2']);
});

test('of two known bearers of a surname the one who was called by it before keeps it', async () => {
  const brother = makeRecord('a:otto', 'person', ['Otto Reiner', family('Reiner')]);
  const both = [ada, brother];
  expect(await links('Robert Reiner left. Reiner waved. Otto Reiner stayed. Reiner ran.', both)).toEqual([
    'Robert Reiner = a:ada',
    'Reiner = a:ada',
    'Otto Reiner = a:otto',
    'Reiner = a:ada',
  ]);
  expect(await links('Robert Reiner left. Otto Reiner stayed. Reiner ran.', both)).toEqual([
    'Robert Reiner = a:ada',
    'Otto Reiner = a:otto',
    'Reiner = a:otto',
  ]);
});
