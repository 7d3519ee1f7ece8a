import { describe, expect, test } from 'vitest';
import { contradictsRecord } from '../../src/linking/contradicts-record.ts';
import { officeBeside } from '../../src/linking/office-beside.ts';
import type { Mention } from '../../src/model/link.ts';
import type { Citation, PackRecord } from '../../src/model/record.ts';
import { makeRecord, statement, text } from '../support/make-record.ts';

/** The country's names in the texts below. */
const countryNames = /Norland(?:ish|ii)?|norländisch\p{L}+|norlandais|норландськ\p{L}+|Норландії|Норландии/gu;

const mentionsIn = (source: string): Mention[] =>
  [...source.matchAll(countryNames)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    candidates: [],
  }));

/** What is stated right before the name, which each text has once in square brackets. */
function statedBefore(marked: string, language: string) {
  const start = marked.indexOf('[');
  const source = marked.replace(/[[\]]/g, '');
  const end = marked.indexOf(']') - 1;
  return officeBeside(source, { start, end }, { mentions: mentionsIn(source), language });
}

test.each([
  ['en', 'A word from President-elect [Ada Bergholt] was all.', 'president', 'elect', 'President-elect'],
  ['en', 'Former President [Bergholt] came.', 'president', 'former', 'Former President'],
  ['en', 'The former Norland foreign minister, [Bergholt] came.', null, null, null],
  [
    'en',
    'the former Norlandish foreign minister [Bergholt]',
    'foreignMinister',
    'former',
    'former Norlandish foreign minister',
  ],
  ['en', 'said ex-Prime Minister [Bergholt].', 'primeMinister', 'former', 'ex-Prime Minister'],
  ['en', 'said foreign minister [Bergholt].', 'foreignMinister', 'held', 'foreign minister'],
  ['en', 'President of Norland [Bergholt]', 'president', 'held', 'President of Norland'],
  ['en', 'the then foreign minister [Bergholt]', null, null, null],
  ['en', 'Vice President [Bergholt]', null, null, null],
  ['en', 'acting President [Bergholt]', null, null, null],
  ['en', 'The president met [Bergholt] on Monday.', null, null, null],
  ['en', 'It is the president. [Bergholt] is not.', null, null, null],
  ['en', 'Her spokesman [Bergholt]', null, null, null],
  ['de', 'der ehemalige Präsident [Bergholt]', 'president', 'former', 'ehemalige Präsident'],
  [
    'de',
    'die frühere norländische Außenministerin [Bergholt]',
    'foreignMinister',
    'former',
    'frühere norländische Außenministerin',
  ],
  ['de', 'der gewählte Präsident [Bergholt]', 'president', 'elect', 'gewählte Präsident'],
  ['de', 'Ex-Präsident [Bergholt]', 'president', 'former', 'Ex-Präsident'],
  ['de', 'Vizepräsident [Bergholt]', null, null, null],
  ['fr', "l'ancien président norlandais [Bergholt]", 'president', 'former', 'ancien président norlandais'],
  ['fr', 'le président élu [Bergholt]', 'president', 'elect', 'président élu'],
  ['fr', 'le président a vu [Bergholt]', null, null, null],
  ['es', 'el expresidente [Bergholt]', 'president', 'former', 'expresidente'],
  ['es', 'la presidenta electa [Bergholt]', 'president', 'elect', 'presidenta electa'],
  ['es', 'la vicepresidenta [Bergholt]', null, null, null],
  ['es', 'el presidente electo [Bergholt]', 'president', 'elect', 'presidente electo'],
  ['pl', 'były prezydent Norlandii [Bergholt]', 'president', 'former', 'były prezydent Norlandii'],
  ['pl', 'prezydent elekt [Bergholt]', 'president', 'elect', 'prezydent elekt'],
  ['uk', 'експрезидент [Бергхольт]', 'president', 'former', 'експрезидент'],
  ['uk', 'колишній президент Норландії [Бергхольт]', 'president', 'former', 'колишній президент Норландії'],
  ['uk', 'новообраний президент [Бергхольт]', 'president', 'elect', 'новообраний президент'],
  ['ru', 'бывшего президента Норландии [Бергхольт]', 'president', 'former', 'бывшего президента Норландии'],
  ['ru', 'избранный президент [Бергхольт]', 'president', 'elect', 'избранный президент'],
  ['ru', 'вице-президент [Бергхольт]', null, null, null],
  ['xx', 'President-elect [Bergholt]', null, null, null],
] as const)('%s: %s', (language, source, office, state, quote) => {
  expect(statedBefore(source, language)).toEqual(office && { office, state, quote });
});

describe('words of office against the record', () => {
  const lately: Citation = { publisher: 'The Paper', title: 'A report', published: '2025-12-01' };
  const role = (name: string, dates: { from?: string; to?: string }, citations = [lately]) =>
    statement('role', text(name), { ...dates, citations });
  const person = (...roles: ReturnType<typeof role>[]): PackRecord =>
    makeRecord('x:ada', 'person', ['Ada Bergholt'], { statements: roles });
  const president = person(role('President of Norland', { from: '2025-01-20' }));
  const moved = person(
    role('Foreign minister of Norland', { from: '2020', to: '2025-06' }),
    role('Minister of Defence of Norland', { from: '2025-07-01' }),
  );
  const speaker = person(role('Head of the Office of the President', { from: '2020' }));
  const before = person(role('President of Norland', { from: '2010', to: '2018' }));

  test.each([
    ['an elected president who is in office', president, 'president', 'elect', '2025-11-30', true],
    ['a former president who is in office', president, 'president', 'former', '2025-11-30', true],
    ['a president who is president', president, 'president', 'held', '2025-11-30', false],
    ['on the first day either may be said', president, 'president', 'elect', '2025-01-20', false],
    ['before it too', president, 'president', 'elect', '2025-01-02', false],
    [
      'a record that nobody has confirmed for long proves nothing',
      president,
      'president',
      'former',
      '2029-05-01',
      false,
    ],
    ['another office that was left', president, 'foreignMinister', 'former', '2025-11-30', false],
    ['an office that the record does not know', president, 'foreignMinister', 'held', '2025-11-30', false],
    [
      'a foreign minister who has become defence minister',
      moved,
      'foreignMinister',
      'held',
      '2025-11-30',
      true,
    ],
    ['while it was so', moved, 'foreignMinister', 'held', '2022-03', false],
    ['a former foreign minister who is that', moved, 'foreignMinister', 'former', '2025-11-30', false],
    ['the office of a president is no presidency', speaker, 'president', 'former', '2025-11-30', false],
    ['the courtesy title of one who was president', before, 'president', 'held', '2025-11-30', false],
    ['one who was president', before, 'president', 'former', '2025-11-30', false],
  ] as const)('%s', (_, record, office, state, day, expected) => {
    expect(contradictsRecord({ office, state, quote: '' }, record, day)).toBe(expected);
  });
});
