import { describe, expect, test } from 'vitest';
import { annotateText } from '../../src/linking/annotate-text.ts';
import type { Language } from '../../src/model/record.ts';
import { makeKnowledge } from '../support/make-knowledge.ts';
import { demonym, exact, family, inPack, makeRecord, weak } from '../support/make-record.ts';

/** What the words beside a name show to be called so, though it is not the record. */
const knowledge = makeKnowledge(
  [
    makeRecord('a:ada', 'person', ['Ada W. Reiner', 'Ada Wilma Reiner', 'Ada Reiner', family('Reiner')]),
    makeRecord('a:norland', 'place', ['Norland', demonym('Norland’s'), demonym('Norlandic')]),
    makeRecord('a:newport', 'place', ['New Port']),
    makeRecord('a:brask', 'place', [weak('Brask')], { prior: 0.9 }),
    makeRecord('a:that', 'place', ['Того', 'Dort']),
    makeRecord('a:states', 'place', [exact('US')]),
    makeRecord('a:fund', 'organisation', ['Northern Harbour Fund']),
    makeRecord('a:post', 'organisation', ['The Harbour Post', 'Harbour Post']),
    makeRecord('a:who', 'organisation', ['The Who']),
    makeRecord('a:harbour', 'organisation', ['HARBOUR', 'ПОСЛЕ', 'PO']),
    makeRecord('a:agency', 'organisation', ['NHA Herald']),
    makeRecord('a:police', 'organisation', ['police']),
  ].map(inPack('p')),
);

async function links(text: string, language: Language = 'en'): Promise<string[]> {
  const annotation = await annotateText({ text, language, asOf: null, contextIds: [] }, knowledge);
  return annotation.links.map(({ quote, id }) => `${quote} = ${id}`);
}

describe('a name that something or somebody else bears', () => {
  test.each<[law: string, text: string, expected: string[]]>([
    ['a building called after a person', 'They met at the Ada Reiner Memorial Library.', []],
    ['a prize called after a person', 'She won the Ada Reiner Prize.', []],
    ['in small letters a thing may be hers', 'The Ada Reiner prize was paid.', ['Ada Reiner = a:ada']],
    ['an initial that is none of hers', 'Ada H. W. Reiner wrote it.', []],
    ['an initial of her second name', 'They met Ada W. Reiner.', ['Ada W. Reiner = a:ada']],
    ['an initial that is a second one', 'They met Ivy A. Reiner.', []],
    ['an initial after a title', 'They met President A. Reiner.', ['A. Reiner = a:ada']],
    ['an initial before a full name is a part of it', 'They met J. Ada Reiner.', ['J. Ada Reiner = a:ada']],
    ['a second given name as the first', 'They met Wilma Reiner.', ['Wilma Reiner = a:ada']],
    ['a surname said twice', 'They shouted: Reiner Reiner.', []],
    ['a party of a country', 'The Democratic Party of the Norland won.', []],
    ['a club', 'Torpedo New Port won.', []],
    [
      'a name of which a part is quoted has both marks',
      'The NHA "Herald" said so.',
      ['NHA "Herald" = a:agency'],
    ],
    ['before it too', 'The “NHA” Herald said so.', ['“NHA” Herald = a:agency']],
    ['marks around it are outside', 'The "NHA Herald" said so.', ['NHA Herald = a:agency']],
    ['a rank makes a person of a place', 'They followed General Norland home.', []],
    ['a rank in small letters is of no name', 'He met a general. Norland won.', ['Norland = a:norland']],
    [
      'somebody who has a place’s name as surname has it further down',
      'Ivy Brask spoke first. Brask then left.',
      [],
    ],
    [
      'a direction before it makes no surname of it',
      'East Brask voted. Brask voted too.',
      ['Brask = a:brask'],
    ],
    ['a language', 'The letter was written in Norlandic and sent.', []],
    ['a noun after it makes it no language', 'They live in Norlandic towns.', ['Norlandic = a:norland']],
    [
      'what packs know is no abbreviation of the name before it',
      'New Port (US) is far. The US paid.',
      ['New Port = a:newport', 'US = a:states', 'US = a:states'],
    ],
    [
      'nor is a party that of the person before it',
      'Ada Reiner (NPP) spoke. The NPP won.',
      ['Ada Reiner = a:ada'],
    ],
    [
      'nor that of a body that of the place it is called after',
      'The Relief Agency for Norland (RAN) came. RAN left.',
      ['Norland = a:norland'],
    ],
    [
      'but initials are',
      'Ada Reiner (AR) spoke. AR left.',
      ['Ada Reiner = a:ada', 'AR = a:ada', 'AR = a:ada'],
    ],
    ['a given name before another surname', 'Ada Reiner spoke. Ada Bergholt left.', ['Ada Reiner = a:ada']],
    [
      'initials after a place and a comma are of what it lies in',
      'New Port grew. Trains leave New Port, N.P., daily.',
      ['New Port = a:newport', 'New Port = a:newport'],
    ],
    [
      'the article of a sentence is no part of a name that is also written without it',
      'The Harbour Post said so.',
      ['Harbour Post = a:post'],
    ],
    ['it is where there is no other name', 'The Who said so.', ['The Who = a:who']],
    [
      'a word that begins a sentence and has a small letter elsewhere',
      'Harbour fees rose in the harbour.',
      [],
    ],
    [
      'unless it stands with a capital within a sentence too',
      'Harbour fees rose. In the harbour lies Harbour.',
      ['Harbour = a:harbour', 'Harbour = a:harbour'],
    ],
    [
      'or is written small by its record',
      'Police came; the police left.',
      ['Police = a:police', 'police = a:police'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await links(text)).toEqual(expected);
  });
});

test.each<[Language, string, string[]]>([
  ['ru', 'Того он не знал.', []],
  ['ru', 'Он видел страну Того.', ['Того = a:that']],
  ['cs', 'Po 15 letech skončil.', []],
  ['cs', 'Dnes zvolili PO.', ['PO = a:harbour']],
  ['sl', 'Po 15 letih je končal.', []],
  ['bg', 'След това дойде. После излезе от него, после се върна.', []],
  ['de', 'Ada Reiner sprach. Für Ada Bergholt war es klar.', ['Ada Reiner = a:ada']],
  ['de', 'Ada Reiner sprach. Für Ada war es klar.', ['Ada Reiner = a:ada', 'Ada = a:ada']],
  ['ru', 'Человек по фамилии Норланд ушёл.', []],
])('what stands beside a name in other languages: %s %s', async (language, text, expected) => {
  expect(await links(text, language)).toEqual(expected);
});
