import { describe, expect, test } from 'vitest';
import { annotateText } from '../../src/linking/annotate-text.ts';
import { makeKnowledge } from '../support/make-knowledge.ts';
import { demonym, family, inPack, makeRecord, recordValue, statement } from '../support/make-record.ts';

const world = [
  makeRecord('x:norland', 'place', ['Norland', demonym('Norlandic'), 'Норланд']),
  makeRecord('x:sudmark', 'place', ['Sudmark', demonym('Sudmarkian'), 'Судмарк']),
  makeRecord('x:drammel', 'place', ['Drammel', 'Драммелі', 'Драммеле'], {
    statements: [statement('country', recordValue('x:westria'))],
  }),
  makeRecord('x:westria', 'place', ['Westria']),
  makeRecord('x:brask', 'place', ['Brask', 'Браску']),
  makeRecord('x:zarkand', 'place', ['Zarkand']),
].map(inPack('world'));

const meeting = (id: string, name: string, date: string, place: string, participants: string[]) =>
  makeRecord(id, 'event', [], {
    label: { en: name },
    statements: [
      statement('date', { type: 'date', date }),
      statement('place', recordValue(place)),
      ...participants.map((participant) => statement('participant', recordValue(participant))),
    ],
  });
const dossier = [
  makeRecord('x:ada', 'person', ['Ada Bergholt', family('Bergholt'), 'Ада Бергольт', 'Адою Бергольт']),
  makeRecord('x:otto', 'person', ['Otto Reiner', family('Reiner'), 'Отто Райнер']),
  meeting('x:drammel-talks', 'Drammel talks', '2025-11-23', 'x:drammel', ['x:norland', 'x:sudmark']),
  meeting('x:brask-meeting', 'Bergholt–Reiner meeting', '2025-12-02', 'x:brask', ['x:ada', 'x:otto']),
  meeting('x:old-talks', 'Brask talks', '2024-05-14', 'x:brask', ['x:norland', 'x:sudmark']),
  meeting('x:visit', "Reiner's visit to Zarkand", '2025-11-28', 'x:zarkand', ['x:otto']),
].map(inPack('border-talks'));
const knowledge = makeKnowledge([...world, ...dossier]);

/** Law, text, then each quote with its event. */
type Row = [law: string, text: string, ...found: string[]];
const both = 'Norland and Sudmark';
const people = 'Ada Bergholt and Otto Reiner';

const tables: Record<string, Row[]> = {
  'en: by place and day': [
    ['in a place', `${both} held talks in Drammel.`, 'talks = x:drammel-talks'],
    [
      'in a place on a day',
      `${both} held talks in Drammel on November 23.`,
      'talks = x:drammel-talks',
      'November 23 = x:drammel-talks',
    ],
    [
      'on a day in a place',
      `On 23 November, ${both} held talks in Drammel.`,
      '23 November = x:drammel-talks',
      'talks = x:drammel-talks',
    ],
    [
      'with the year',
      `On Nov. 23, 2025, ${both} held talks in Drammel.`,
      'Nov. 23, 2025 = x:drammel-talks',
      'talks = x:drammel-talks',
    ],
    ['with the place before it', `${both} liked the Drammel meeting.`, 'Drammel meeting = x:drammel-talks'],
    [
      'a weekday',
      `${both} saw Reiner on Friday. Otto Reiner ended his visit in Zarkand on Friday.`,
      'visit = x:visit',
    ],
    ['in its country', `${both} held talks in Westria.`, 'talks = x:drammel-talks'],
    [
      'a day and one who took part',
      `${people} will speak. Reiner will hold talks with Bergholt on December 2.`,
      'talks = x:brask-meeting',
      'December 2 = x:brask-meeting',
    ],
    [
      'two who took part',
      `${people} came. It was Reiner’s sixth meeting with Bergholt.`,
      'meeting = x:brask-meeting',
    ],
    ['another kind of event', `${both} saw Otto Reiner end his visit in Zarkand.`, 'visit = x:visit'],
    [
      'those talks',
      `${both} held talks in Drammel. Those talks were long.`,
      'talks = x:drammel-talks',
      'talks = x:drammel-talks',
    ],
    [
      'an older one by its whole date',
      `${both} held talks in Brask on May 14, 2024.`,
      'talks = x:old-talks',
      'May 14, 2024 = x:old-talks',
    ],
  ],
  'en: nothing': [
    ['the noun alone', `${both} held talks.`],
    ['another place', `${both} held talks in Zarkand.`],
    ['another day', `${both} held talks in Drammel on October 3.`],
    ['another weekday', `${both} held talks in Drammel on Wednesday.`],
    ['another month', `${both} held talks in Drammel in August.`],
    ['the day alone', `${both} had snow on November 23. It melted.`],
    ['the day with another noun', `${people} were elsewhere. The concert was on December 2.`],
    ['the next talks there', `${both} plan another round of talks. The next talks in Drammel will be long.`],
    ['the meetings', `${people} spoke of the meetings of Bergholt and Reiner.`],
    ['a previous meeting', `${people} spoke. A previous meeting of Bergholt and Reiner failed.`],
    ['one who took part', `${people} came. Reiner had a meeting with the mayor.`],
    ['a call is no meeting', `${people} came. Reiner had a call with Bergholt.`],
    ['a visit is no meeting', `${both} liked the visit in Drammel.`],
    ['nobody of those on the page', 'The talks in Drammel on whales went on.'],
    ['with a state that the place lies in', `${both} left. Westria and Norland held talks.`],
    [
      'today, with others',
      `${people} met on December 2. Reiner said that on Tuesday there will also be talks with other leaders.`,
    ],
    ['those talks, of nothing', `${both} were glad. Those talks were long.`],
    ['an older one without its year', `${both} held talks in Brask on May 14.`],
  ],
  'uk, ru, fr, de, es, pl': [
    [
      'uk',
      'Норланд і Судмарк 23 листопада провели переговори у Драммелі. Ці переговори були довгі.',
      '23 листопада = x:drammel-talks',
      'переговори = x:drammel-talks',
      'переговори = x:drammel-talks',
    ],
    [
      'uk',
      'Ада Бергольт прийшла. Отто Райнер 2 грудня 2025 року матиме зустріч з Адою Бергольт.',
      '2 грудня 2025 = x:brask-meeting',
      'зустріч = x:brask-meeting',
    ],
    ['uk', 'Норланд і Судмарк провели переговори у Браску.'],
    [
      'ru',
      'Норланд и Судмарк 23 ноября провели переговоры в Драммеле.',
      '23 ноября = x:drammel-talks',
      'переговоры = x:drammel-talks',
    ],
    ['ru', 'Норланд и Судмарк провели следующие переговоры в Драммеле.'],
    [
      'fr',
      'Norland et Sudmark ont mené le 23 novembre des pourparlers à Drammel.',
      '23 novembre = x:drammel-talks',
      'pourparlers = x:drammel-talks',
    ],
    ['fr', 'Norland et Sudmark ont mené le 1er novembre des pourparlers à Drammel.'],
    [
      'de',
      'Norland und Sudmark führten am 23. November Gespräche in Drammel.',
      '23. November = x:drammel-talks',
      'Gespräche = x:drammel-talks',
    ],
    ['de', 'Norland und Sudmark führten am 3. Oktober Gespräche in Drammel.'],
    [
      'es',
      'Norland y Sudmark celebraron el 23 de noviembre conversaciones en Drammel.',
      '23 de noviembre = x:drammel-talks',
      'conversaciones = x:drammel-talks',
    ],
    ['es', 'Norland y Sudmark celebrarán una nueva cumbre en Drammel.'],
    [
      'pl',
      'Norland i Sudmark prowadziły 23 listopada rozmowy w Drammel.',
      '23 listopada = x:drammel-talks',
      'rozmowy = x:drammel-talks',
    ],
    ['pl', 'Norland i Sudmark prowadziły rozmowy w Zarkand.'],
  ],
};

describe.each(Object.entries(tables))('%s', (group, rows) => {
  test.each(rows)('%s: %s', async (law, article, ...found) => {
    const language = group.startsWith('en') ? 'en' : law;
    const input = { text: article, language, asOf: '2025-12-01', contextIds: [] };
    const { links } = await annotateText(input, knowledge);
    const events = links.filter(({ kind }) => kind === 'event');
    expect(events.map(({ quote, id }) => `${quote} = ${id}`)).toEqual(found);
  });
});

test('an event says why', async () => {
  const text = `${both} held talks in Drammel on November 23.`;
  const { links } = await annotateText(
    { text, language: 'en', asOf: '2025-12-01', contextIds: [] },
    knowledge,
  );
  expect(links.find(({ kind }) => kind === 'event')).toMatchObject({
    quote: 'talks',
    score: 1,
    evidence: [
      { type: 'event-noun', weight: 0.15, note: 'a meeting of this kind' },
      { type: 'place', weight: 0.35, note: 'its place: Drammel' },
      { type: 'day', weight: 0.4, note: 'its day: 2025-11-23' },
      { type: 'participants', weight: 0.24, note: 'took part: Norland, Sudmark' },
      { type: 'near-date', weight: 0.15, note: 'the article is from the time of this event (2025-11-23)' },
    ],
  });
});
