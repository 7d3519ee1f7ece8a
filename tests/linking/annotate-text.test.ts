import { describe, expect, test } from 'vitest';
import { annotateText } from '../../src/linking/annotate-text.ts';
import { makeKnowledge } from '../support/make-knowledge.ts';
import {
  demonym,
  exact,
  family,
  inPack,
  makeRecord,
  recordValue,
  statement,
  text,
  weak,
} from '../support/make-record.ts';

/** An invented world, so that no rule can lean on a real name. */
const world = [
  makeRecord('x:norland', 'place', ['Norland', demonym('Norlandic'), { text: 'N.L.', type: 'abbreviation' }]),
  makeRecord('x:sudmark', 'place', ['Sudmark', demonym('Sudmarkian')]),
  makeRecord('x:brask', 'place', ['Brask'], { statements: [statement('country', recordValue('x:norland'))] }),
  makeRecord('x:reading', 'place', [weak('Reading')]),
  makeRecord('x:league', 'organisation', ['Northern League of States', exact('NLS')]),
  makeRecord('x:united-states', 'place', [{ text: 'US', type: 'abbreviation', caseSensitive: true }]),
  makeRecord('x:old-brask', 'place', ['Old Brask']),
  makeRecord('iso3166:SD-HI', 'place', ['Hillmark'], {
    statements: [statement('country', recordValue('x:sudmark'))],
  }),
  makeRecord('x:jorvik', 'place', [weak('Jorvik')], {
    statements: [statement('capital', recordValue('x:jorvik-town'))],
  }),
  makeRecord('x:fasan', 'place', [weak('Fasan')], { prior: 0.95 }),
  makeRecord('x:jorvik-town', 'place', ['Amlund']),
].map(inPack('world'));

const dossier = [
  makeRecord('x:ada', 'person', ['Ada Bergholt', family('Bergholt')], {
    statements: [statement('role', text('Foreign Secretary of Norland'), { of: 'x:norland' })],
  }),
  makeRecord(
    'x:otto',
    'person',
    [
      'Otto Reiner',
      family('Reiner'),
      { text: 'Reinerie', type: 'family', language: 'pl' },
      { text: 'Reiners', type: 'family', language: 'de' },
    ],
    {
      statements: [statement('role', text('President of Sudmark'), { of: 'x:sudmark' })],
    },
  ),
  makeRecord('x:plan-28', 'plan', ['Norlandic border draft'], {
    statements: [
      statement('pointCount', { type: 'number', number: 28 }, { from: '2025-11' }),
      statement('proposedBy', recordValue('x:norland')),
      statement('about', recordValue('x:sudmark')),
    ],
  }),
  makeRecord('x:plan-19', 'plan', ['Brask text'], {
    statements: [
      statement('pointCount', { type: 'number', number: 19 }),
      statement('derivedFrom', recordValue('x:plan-28')),
      statement('about', recordValue('x:sudmark')),
    ],
  }),
  makeRecord('x:talks', 'event', [weak('Brask talks')], {
    statements: [
      statement('date', { type: 'date', date: '2025-11-23' }),
      statement('participant', recordValue('x:norland')),
      statement('participant', recordValue('x:sudmark')),
    ],
  }),
].map(inPack('border-talks'));

const knowledge = makeKnowledge([...world, ...dossier]);

interface Row {
  law: string;
  text: string;
  /** Quote and record of each link, in order. */
  links: string[];
  unresolved?: string[];
  asOf?: string;
}

const tables: Record<string, Row[]> = {
  people: [
    { law: 'a full name', text: 'Ada Bergholt spoke.', links: ['Ada Bergholt = x:ada'] },
    {
      law: 'a surname after the full name',
      text: 'Ada Bergholt spoke. Then Bergholt left.',
      links: ['Ada Bergholt = x:ada', 'Bergholt = x:ada'],
    },
    {
      law: 'a surname before the full name, as in headlines',
      text: 'Bergholt to resign\nAda Bergholt said so.',
      links: ['Bergholt = x:ada', 'Ada Bergholt = x:ada'],
    },
    { law: 'a surname alone is nobody', text: 'Bergholt won the race.', links: [] },
    {
      law: 'a surname with its role before it',
      text: 'Talks with Norlandic Foreign Secretary Bergholt failed.',
      links: ['Norlandic = x:norland', 'Bergholt = x:ada'],
    },
    {
      law: 'a surname with its role after it',
      text: 'In Norland, Reiner, the president of Sudmark, spoke.',
      links: ['Norland = x:norland', 'Reiner = x:otto', 'Sudmark = x:sudmark'],
    },
    {
      law: 'surnames that speak for each other',
      text: 'In Norland and Sudmark, Bergholt and Reiner spoke.',
      links: ['Norland = x:norland', 'Sudmark = x:sudmark', 'Bergholt = x:ada', 'Reiner = x:otto'],
    },
    {
      law: 'another member of the family',
      text: 'Otto Reiner came with Gerda Reiner.',
      links: ['Otto Reiner = x:otto'],
    },
    {
      law: 'a possessive first name does not stand before a surname',
      text: "Otto Reiner left. Norland's Reiner stayed.",
      links: ['Otto Reiner = x:otto', 'Norland = x:norland', 'Reiner = x:otto'],
    },
    {
      law: "another language's case form is another word",
      text: 'Otto Reiner and the Reinerie of his party.',
      links: ['Otto Reiner = x:otto'],
    },
  ],
  'names inside longer names': [
    { law: 'a son called after his father', text: 'Otto Reiner Jr. came with Ada Bergholt III.', links: [] },
    {
      law: 'a surname before its own first name',
      text: 'Reiner Otto and Otto Reiner came.',
      links: ['Reiner = x:otto', 'Otto Reiner = x:otto'],
    },
    { law: 'a newspaper called after a place of two words', text: 'So the Old Brask Times said.', links: [] },
    {
      law: 'a person with the first name of a place',
      text: 'Otto Reiner and Reading Reiner met Brask Reading.',
      links: ['Otto Reiner = x:otto'],
    },
    { law: 'a university', text: 'She studied at Norland State University.', links: [] },
    {
      law: 'a compass point in capitals makes another place',
      text: 'In North Norland, and in northern Norland.',
      links: ['Norland = x:norland'],
    },
    {
      law: 'a treaty, a bank and a sea',
      text: 'The Treaty of Brask, the Bank of Norland, the Gulf of Sudmark.',
      links: [],
    },
    {
      law: 'but the government of a country',
      text: 'The Government of Norland and the treaty of Sudmark',
      links: ['Norland = x:norland', 'Sudmark = x:sudmark'],
    },
    {
      law: 'everyday things with an adjective',
      text: 'Norlandic roulette and Norlandic cheese are no Norlandic troops.',
      links: ['Norlandic = x:norland'],
    },
    {
      law: 'a namesake in another country',
      text: 'He was born in Brask, Hillmark. Brask, Hillmark, is small.',
      links: ['Hillmark = iso3166:SD-HI', 'Hillmark = iso3166:SD-HI'],
    },
    {
      law: 'but all places of an enumeration',
      text: 'Talks in Brask, Hillmark and Norland went on.',
      links: ['Brask = x:brask', 'Hillmark = iso3166:SD-HI', 'Norland = x:norland'],
    },
    {
      law: 'addresses',
      text: 'Ada Bergholt owns Brask.com and follows @Norland.',
      links: ['Ada Bergholt = x:ada'],
    },
    { law: 'a person called like a place', text: 'The singer Brask Holm performed.', links: [] },
    { law: 'a company called after a place', text: 'It flew with Norland Intercity Airlines.', links: [] },
    {
      law: 'a title after a country',
      text: 'A word from Norland President Kurz.',
      links: ['Norland = x:norland'],
    },
    {
      law: 'a region of a country',
      text: 'Fighting in Eastern Norland goes on.',
      links: ['Norland = x:norland'],
    },
    { law: 'a weekday before a country', text: 'On Monday Norland agreed.', links: ['Norland = x:norland'] },
    {
      law: 'a hyphen and a small word',
      text: 'The pro-Norland, Brask-based paper.',
      links: ['Norland = x:norland', 'Brask = x:brask'],
    },
    {
      law: 'two known names beside each other',
      text: 'A Norland-Sudmark border.',
      links: ['Norland = x:norland', 'Sudmark = x:sudmark'],
    },
    {
      law: 'in a headline the text below decides',
      text: 'Brask Mayor Visits Brask Bridge Again Today\nIn Brask, the mayor spoke.',
      links: ['Brask = x:brask', 'Brask = x:brask', 'Brask = x:brask'],
    },
    {
      law: 'and without it nothing is shown',
      text: 'Brask Holm Wins Another Golden Prize\nThe singer was glad.',
      links: [],
    },
    {
      law: 'another body whose name ends alike',
      text: 'The Grand Northern League of States met.',
      links: [],
    },
    {
      law: 'a sentence that ends in a capital',
      text: 'He flew to Drammen. Reiner and Otto Reiner came.',
      links: ['Reiner = x:otto', 'Otto Reiner = x:otto'],
    },
    {
      law: 'a double-barrelled surname, even in a line of capitals',
      text: 'By Jane Reiner-Smith in Brask\nOtto Reiner spoke.',
      links: ['Brask = x:brask', 'Otto Reiner = x:otto'],
    },
    {
      law: 'an abbreviated title and an initial',
      text: 'Gen. Reiner met Otto Reiner and G. Reiner.',
      links: ['Reiner = x:otto', 'Otto Reiner = x:otto'],
    },
  ],
  'weak names': [
    { law: 'an everyday word is not a place', text: 'Reading is good for you.', links: [] },
    { law: 'a preposition and the country are not yet enough', text: 'He went to Reading.', links: [] },
    {
      law: 'the everyday word beside the name',
      text: 'The Fasan was roasted: a fasan is a bird.',
      links: [],
    },
    {
      law: 'a country with its capital',
      text: 'Amlund is in Jorvik.',
      links: ['Amlund = x:jorvik-town', 'Jorvik = x:jorvik'],
    },
    {
      law: 'an abbreviation that is a word, shouted',
      text: 'CONTACT US. ABOUT US. The US agreed.',
      links: ['US = x:united-states'],
    },
    { law: 'a letter game in capitals', text: 'CALL NLS NOW OR NEVER AGAIN', links: [] },
    {
      law: 'an abbreviation as written',
      text: 'The NLS met in Brask.',
      links: ['NLS = x:league', 'Brask = x:brask'],
    },
    {
      law: 'an event near its date',
      text: 'Norland and Sudmark were glad of the Brask talks.',
      asOf: '2025-11-25',
      links: ['Norland = x:norland', 'Sudmark = x:sudmark', 'Brask talks = x:talks'],
    },
    {
      law: 'and years later',
      text: 'Norland and Sudmark were glad of the Brask talks.',
      asOf: '2031-01-01',
      links: ['Norland = x:norland', 'Sudmark = x:sudmark'],
    },
    {
      law: 'other talks in the same city at the same time',
      text: 'The Brask talks on whales went on.',
      asOf: '2025-11-25',
      links: [],
    },
  ],
  plans: [
    {
      law: 'by count and proposer',
      text: 'Norland made a 28-point proposal on Sudmark.',
      links: ['Norland = x:norland', '28-point proposal = x:plan-28', 'Sudmark = x:sudmark'],
    },
    {
      law: 'two plans of one page',
      text: 'Sudmark, Brask and Norland: the 28-point plan became a nineteen-point text.',
      links: [
        'Sudmark = x:sudmark',
        'Brask = x:brask',
        'Norland = x:norland',
        '28-point plan = x:plan-28',
        'nineteen-point text = x:plan-19',
      ],
    },
    {
      law: 'a count alone decides nothing',
      text: 'The mayor has a 28-point plan for the park.',
      links: [],
      unresolved: ['28-point plan'],
    },
    {
      law: 'a count that no pack knows',
      text: 'Norland and Sudmark discuss a 31-point plan.',
      links: ['Norland = x:norland', 'Sudmark = x:sudmark'],
      unresolved: ['31-point plan'],
    },
    {
      law: 'an article from before the plan',
      text: 'Norland made Sudmark a 28-point offer.',
      asOf: '2019-05',
      links: ['Norland = x:norland', 'Sudmark = x:sudmark'],
      unresolved: ['28-point offer'],
    },
    {
      law: 'another party’s plan of the same count',
      text: "Norland and Sudmark read Brask's 28-point plan and NLS's 28-point plan.",
      links: [
        'Norland = x:norland',
        'Sudmark = x:sudmark',
        'Brask = x:brask',
        '28-point plan = x:plan-28',
        'NLS = x:league',
      ],
      unresolved: ['28-point plan'],
    },
    {
      law: 'a name inside the reference is part of it',
      text: 'Sudmark and Norland: the 28-point Norlandic plan.',
      links: ['Sudmark = x:sudmark', 'Norland = x:norland', '28-point Norlandic plan = x:plan-28'],
    },
  ],
};

describe.each(Object.entries(tables))('%s', (_, rows) => {
  test.each(rows)('$law', async ({ text: article, asOf = null, links, unresolved = [] }) => {
    const annotation = await annotateText({ text: article, language: 'en', asOf, contextIds: [] }, knowledge);
    expect(annotation.links.map(({ quote, id }) => `${quote} = ${id}`)).toEqual(links);
    expect(annotation.unresolvedPlans.map(({ quote }) => quote)).toEqual(unresolved);
    for (const { start, end, quote } of [...annotation.links, ...annotation.unresolvedPlans]) {
      expect(article.slice(start, end)).toBe(quote);
    }
  });
});

test('every link says why, and its score is the sum of its evidence', async () => {
  const { links } = await annotateText(
    { text: 'Foreign Secretary Bergholt', language: 'en', asOf: null, contextIds: [] },
    knowledge,
  );
  expect(links).toEqual([
    {
      start: 18,
      end: 26,
      quote: 'Bergholt',
      kind: 'person',
      id: 'x:ada',
      label: 'Ada Bergholt',
      packId: 'border-talks',
      score: 0.7,
      evidence: [
        { type: 'family', weight: 0.3, note: 'surname: Bergholt' },
        { type: 'role-beside', weight: 0.4, note: 'role beside the name: "foreign secretary"' },
      ],
    },
  ]);
});

test.each([
  ['Brigitte Reiner', []],
  ['der Präsident Reiner', ['Reiner']],
  ['der Sondergesandte Reiner', ['Reiner']],
  ['laut Reiner', ['Reiner']],
  ['die Politik Reiners', ['Reiners']],
])(
  'where nouns have capitals, a word before a surname is a first name or a title: %s',
  async (phrase, quotes) => {
    const input = {
      text: `Otto Reiner sprach, und ${phrase} auch.`,
      language: 'de',
      asOf: null,
      contextIds: [],
    };
    const { links } = await annotateText(input, knowledge);
    expect(links.slice(1).map(({ quote }) => quote)).toEqual(quotes);
  },
);

test('a text with very many names and plans is read in one pass', { timeout: 20_000 }, async () => {
  const article = 'Norland gave Sudmark a 28-point plan. '.repeat(20_000);
  const input = { text: article, language: 'en', asOf: null, contextIds: [] };
  expect((await annotateText(input, knowledge)).links).toHaveLength(60_000);
});

test('text that a page adds later is linked with what the page already named', async () => {
  const input = { text: 'Bergholt has arrived.', language: 'en', asOf: null };
  expect((await annotateText({ ...input, contextIds: [] }, knowledge)).links).toEqual([]);
  expect((await annotateText({ ...input, contextIds: ['x:ada'] }, knowledge)).links).toMatchObject([
    { id: 'x:ada' },
  ]);
});

test('the page’s words of office are kept where the record says something else of that day', async () => {
  const minister = makeRecord('x:ada', 'person', ['Ada Bergholt'], {
    statements: [statement('role', text('President of Norland'), { from: '2025-01-20' })],
  });
  const source = 'President-elect Ada Bergholt came home. President Ada Bergholt left again.';
  const saidOn = async (asOf: string | null) => {
    const request = { text: source, language: 'en', asOf, contextIds: [] };
    const { links } = await annotateText(request, makeKnowledge([inPack('p')(minister)]));
    return links.map(({ pageSays }) => pageSays);
  };
  expect(await saidOn('2025-11-23')).toEqual(['President-elect', undefined]);
  expect(await saidOn('2024-12-23')).toEqual([undefined, undefined]);
  expect(await saidOn(null)).toEqual([undefined, undefined]);
});
