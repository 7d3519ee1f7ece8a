import { expect, test } from 'vitest';
import { annotateText } from '../../src/linking/annotate-text.ts';
import { makeKnowledge } from '../support/make-knowledge.ts';
import { family, inPack, makeRecord, weak } from '../support/make-record.ts';

const knowledge = makeKnowledge(
  [
    makeRecord('x:ada', 'person', ['Ада Бергхольт', 'Ada Bergholt', family('Бергхольт'), family('Bergholt')]),
    makeRecord('x:polina', 'person', ['Полина Рейнер']),
    makeRecord('x:norland', 'place', ['Норланд', 'Norland']),
    makeRecord('x:berg', 'place', [weak('Berg'), weak('Берг')]),
    makeRecord('x:agency', 'organisation', ['ПРЕССА']),
    makeRecord('x:journalist', 'organisation', ['журналист', 'journalist']),
    makeRecord('x:fighter', 'organisation', ['воин']),
  ].map(inPack('p')),
);

test.each<[law: string, language: string, text: string, quotes: string[]]>([
  ['a word in small letters ends where a name begins', 'ru', 'Пишет журналист Тит.', ['журналист']],
  ['a word in small letters ends where a name begins', 'en', 'The journalist Titus wrote.', ['journalist']],
  [
    'an office of a place is not the office',
    'ru',
    'Это журналист Норланда и журналист Ады Бергхольт.',
    ['Норланда', 'журналист', 'Ады Бергхольт'],
  ],
  ['but a compound is one word', 'en', 'The Titus-journalist wrote.', []],
  ['the noun of a sentence is no part of the place', 'ru', 'Власти Норланда молчат.', ['Норланда']],
  ['an adjective may be', 'ru', 'Нижний Норланд далеко.', []],
  ['and so may a noun in quotation marks', 'ru', 'Это «Алмазы Норланда» и другие.', []],
  [
    'a conjunction is no given name',
    'ru',
    'Ада Бергхольт тут. Хотя Бергхольт молчит.',
    ['Ада Бергхольт', 'Бергхольт'],
  ],
  ['one name is written in one script', 'ru', 'Премия Concours ПРЕССА вручена.', ['ПРЕССА']],
  [
    'a given name is meant in other cases too',
    'ru',
    'Полина Рейнер тут. О ней, Полине, пишут; Полиглот нет.',
    ['Полина Рейнер', 'Полине'],
  ],
  ['after a place in another case a name begins anew', 'ru', 'Гость из Норланда Тит пришёл.', ['Норланда']],
  ['but in Polish an adjective may go on', 'pl', 'Był w Norlandzie Środkowej.', []],
  ['a noun says that a weak name is a place', 'en', 'In the city of Berg. In Berg.', ['Berg']],
  ['a noun says that a weak name is a place', 'ru', 'Он из города Берг. Он из Берг.', ['Берг']],
  ['with a capital it begins another name', 'en', 'The Province of Berg.', []],
  ['a thing is called after a place', 'ru', 'Это Норланд-17 и Норланд-арена, не Норланд.', ['Норланд']],
  ['and so is a club', 'en', 'They saw VTK Norland and Norland-backed clubs.', ['Norland']],
  ['й is no и at the beginning of a form', 'ru', 'После войны воину дали дом.', ['воину']],
])('%s (%s): %s', async (_, language, text, quotes) => {
  const { links } = await annotateText({ text, language, asOf: null, contextIds: [] }, knowledge);
  expect(links.map(({ quote }) => quote)).toEqual(quotes);
});
