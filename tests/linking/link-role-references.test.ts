import { describe, expect, test } from 'vitest';
import { annotateText } from '../../src/linking/annotate-text.ts';
import type { LocalisedText, SurfaceForm } from '../../src/model/record.ts';
import { makeKnowledge } from '../support/make-knowledge.ts';
import { demonym, exact, family, inPack, makeRecord, statement } from '../support/make-record.ts';

const small = (language: string, ...texts: string[]): SurfaceForm[] =>
  texts.map((text) => ({ text, type: 'demonym', language, weak: true }));
const named = (language: string, ...texts: string[]): SurfaceForm[] =>
  texts.map((text) => ({ text, type: 'name', language }));
const held = (of: string, en: string, from: string, to?: string) =>
  statement('role', { type: 'text', text: { en } as LocalisedText }, { of, from, ...(to ? { to } : {}) });

/** Invented states, so that no rule can lean on a real one. */
const knowledge = makeKnowledge(
  [
    makeRecord('x:norland', 'place', [
      'Norland',
      exact('NL'),
      demonym('Norlandic'),
      ...named('en', 'Kingdom of Norland'),
      ...named('fr', 'Norlande'),
      ...named('es', 'Norlandia'),
      ...named('ru', 'Норландия', 'Норландии'),
      ...named('uk', 'Норландія', 'Норландії'),
      ...named('pl', 'Norlandia', 'Norlandii'),
      ...small('fr', 'norlandais', 'norlandaise'),
      ...small('es', 'norlandés', 'norlandesa'),
      ...small('de', 'norländische', 'norländischen'),
      ...small('ru', 'норландский', 'норландского'),
      ...small('uk', 'норландський', 'норландського'),
      ...small('pl', 'norlandzki', 'norlandzkiego'),
    ]),
    makeRecord('x:sudmark', 'place', ['Sudmark', demonym('Sudmarkian'), ...named('ru', 'Судмарка')]),
    makeRecord('x:league', 'organisation', ['Northern League', exact('NLS')]),
    makeRecord('x:see', 'place', ['Holy Mount']),
    makeRecord('x:brask', 'place', ['Brask']),
    makeRecord('x:ada', 'person', ['Ada Bergholt', family('Bergholt'), ...named('ru', 'Ада Бергхольт')], {
      statements: [held('x:norland', 'President of Norland', '2019-05-20')],
    }),
    makeRecord('x:carl', 'person', ['Carl Vinter', family('Vinter')], {
      statements: [held('x:norland', 'President of the Kingdom of Norland', '2014-06', '2019-05-19')],
    }),
    makeRecord('x:edda', 'person', ['Edda Sund'], {
      statements: [held('x:norland', 'Minister of Foreign Affairs of Norland', '2021')],
    }),
    makeRecord('x:finn', 'person', ['Finn Orre'], {
      statements: [held('x:norland', 'Norlandic Defence Minister', '2021')],
    }),
    makeRecord('x:gro', 'person', ['Gro Hald'], {
      statements: [held('x:norland', 'Speaker of the Parliament of Norland', '2020')],
    }),
    makeRecord('x:hans', 'person', ['Hans Ek'], {
      statements: [held('x:norland', 'Head of the Norlandic delegation', '2020')],
    }),
    makeRecord('x:ida', 'person', ['Ida Lund'], {
      statements: [held('x:norland', 'Deputy Prime Minister of Norland', '2020')],
    }),
    makeRecord('x:otto', 'person', ['Otto Reiner', family('Reiner')], {
      statements: [held('x:sudmark', 'King of Sudmark', '2010')],
    }),
    makeRecord('x:per', 'person', ['Per Holm', family('Holm')], {
      statements: [held('x:sudmark', 'Prime Minister of Sudmark', '2020')],
    }),
    makeRecord('x:rolf', 'person', ['Rolf Amund'], {
      statements: [held('x:league', 'Secretary General of the Northern League', '2022')],
    }),
    makeRecord('x:siri', 'person', ['Siri Dahl'], {
      statements: [
        held('x:league', 'High Representative of the Northern League for Foreign Affairs', '2022'),
      ],
    }),
    makeRecord('x:pius', 'person', ['Pius Berg'], { statements: [held('x:see', 'Pope', '2015')] }),
  ].map(inPack('invented')),
);

async function personsIn(text: string, language: string, asOf: string | null = '2024-03-01') {
  const { links } = await annotateText({ text, language, asOf, contextIds: [] }, knowledge);
  return links.map(({ quote, id }) => `${quote} = ${id.slice(2)}`);
}

type Row = [text: string, ...links: string[]];

const tables: Record<string, Row[]> = {
  en: [
    ['Then the Norlandic president left.', 'Norlandic president = ada'],
    ['The president of Norland said so.', 'president of Norland = ada'],
    ['She met Norland’s foreign minister twice.', 'Norland’s foreign minister = edda'],
    ["Norland's top diplomat agreed.", "Norland's top diplomat = edda"],
    ['The NL foreign secretary agreed.', 'NL foreign secretary = edda'],
    ['The Norlandic minister of defence resigned.', 'Norlandic minister of defence = finn'],
    ['The king of Sudmark waved.', 'king of Sudmark = otto'],
    ['It was up to the Sudmarkian prime minister.', 'Sudmarkian prime minister = per'],
    ['The NLS chief was late.', 'NLS chief = rolf'],
    ['The head of the Northern League was late.', 'head of the Northern League = rolf'],
    ["The NLS's foreign policy chief was early.", "NLS's foreign policy chief = siri"],
    ['The Norlandic leader spoke.', 'Norlandic leader = ada'],
    ['At Holy Mount the pope prayed.', 'Holy Mount = see', 'pope = pius'],
    ['Norlandic president in talks', 'Norlandic president = ada'],
    ['“The Norlandic president’s visit is over.”', 'Norlandic president = ada'],
    // A title beside a name
    ['Norlandic President Ada Bergholt left.', 'Norlandic = norland', 'Ada Bergholt = ada'],
    ['President of Norland Ada Bergholt left.', 'Norland = norland', 'Ada Bergholt = ada'],
    ['The Norlandic president, Ada Bergholt, left.', 'Norlandic = norland', 'Ada Bergholt = ada'],
    ['Ada Bergholt, the Norlandic president, left.', 'Ada Bergholt = ada', 'Norlandic = norland'],
    ['The Norlandic President Jonas Unknown left.', 'Norlandic = norland'],
    ['The president of Norland, Jonas Unknown, left.', 'Norland = norland'],
    // Nobody who holds it
    ['The former Norlandic president left.', 'Norlandic = norland'],
    ["Norland's former president left.", 'Norland = norland'],
    ['The late president of Norland was kind.', 'Norland = norland'],
    ["Norland's next foreign minister is young.", 'Norland = norland'],
    ['The acting president of Norland left.', 'Norland = norland'],
    ['The Norlandic president at the time left.', 'Norlandic = norland'],
    ['The president of Norland at that time left.', 'Norland = norland'],
    ['A Norlandic president would not.', 'Norlandic = norland'],
    ['The Norlandic presidents met.', 'Norlandic = norland'],
    ['The Norlandic vice-president left.', 'Norlandic = norland'],
    ['The Norlandic vice president left.', 'Norlandic = norland'],
    ['The Norlandic president-elect left.', 'Norlandic = norland'],
    ["The Norlandic president's office called.", 'Norlandic = norland'],
    ['The Norlandic presidential palace is red.', 'Norlandic = norland'],
    ['She met her Norlandic counterpart.', 'Norlandic = norland'],
    ["She became Norland's president.", 'Norland = norland'],
    ['The ex-president of Norland left.', 'Norland = norland'],
    ['The Norlandic president of the chess club left.', 'Norlandic = norland'],
    ['The president of Norland’s chess club left.', 'Norland = norland'],
    ['The Sudmarkian leader spoke.', 'Sudmarkian = sudmark'],
    ['The Sudmarkian president spoke.', 'Sudmarkian = sudmark'],
    ['The NLS president spoke.', 'NLS = league'],
    ['The president of Brask spoke.', 'Brask = brask'],
    ["Norland's speaker spoke.", 'Norland = norland'],
    ['The head of Norland spoke.', 'Norland = norland'],
    ["Norland's prime minister spoke.", 'Norland = norland'],
    ['The pope prayed in Brask.', 'Brask = brask'],
    ['The president left, the foreign minister stayed.'],
  ],
  fr: [
    ['Le président norlandais est parti.', 'président norlandais = ada'],
    ['La présidente de la Norlande est partie.', 'présidente de la Norlande = ada'],
    [
      'Il a vu le ministre norlandais des affaires étrangères.',
      'ministre norlandais des affaires étrangères = edda',
    ],
    [
      'Le ministre des Affaires étrangères norlandais parle.',
      'ministre des Affaires étrangères norlandais = edda',
    ],
    ['L’ancien président norlandais est parti.'],
    ['Le président norlandais de l’époque est parti.'],
    ['Un président norlandais ne le ferait pas.'],
    ['Le président norlandais Jonas Inconnu est parti.'],
    ['Son homologue norlandais est parti.'],
    ['La vice-présidente norlandaise est partie.'],
    ['Le président norlandais de la ligue est parti.'],
  ],
  de: [
    ['Der norländische Präsident ging.', 'norländische Präsident = ada'],
    ['Mit dem norländischen Außenminister sprach niemand.', 'norländischen Außenminister = edda'],
    ['Der Präsident von Norland ging.', 'Präsident von Norland = ada'],
    ['Die NL-Präsidentin ging.', 'NL-Präsidentin = ada'],
    ['Der frühere norländische Präsident ging.'],
    ['Der norländische Präsident Jonas Fremd ging.'],
    ['Der Präsident von Norland zu dieser Zeit ging.', 'Norland = norland'],
    ['Der norländische Vizepräsident ging.'],
  ],
  es: [
    ['La presidenta de Norlandia habló.', 'presidenta de Norlandia = ada'],
    ['El presidente norlandés habló.', 'presidente norlandés = ada'],
    ['Habló la ministra norlandesa de Exteriores.', 'ministra norlandesa de Exteriores = edda'],
    ['El expresidente norlandés habló.'],
    ['El presidente norlandés de entonces habló.'],
    ['El vicepresidente norlandés habló.'],
    ['Un presidente norlandés no lo haría.'],
    ['El presidente electo norlandés habló.'],
  ],
  ru: [
    ['Президент Норландии уехал.', 'Президент Норландии = ada'],
    ['Ждали президента Норландии.', 'президента Норландии = ada'],
    ['Говорили с президентом Норландии.', 'президентом Норландии = ada'],
    ['Норландский президент уехал.', 'Норландский президент = ada'],
    ['Глава МИД Норландии уехала.', 'Глава МИД Норландии = edda'],
    ['Видели норландского министра обороны.', 'норландского министра обороны = finn'],
    ['Он стал президентом Норландии.', 'Норландии = norland'],
    ['Бывший президент Норландии уехал.', 'Норландии = norland'],
    ['Экс-президент Норландии уехал.', 'Норландии = norland'],
    ['Президент Норландии на тот момент уехал.', 'Норландии = norland'],
    ['Выборы президента Норландии прошли.', 'Норландии = norland'],
    ['Президент Норландии Ада Бергхольт уехала.', 'Норландии = norland', 'Ада Бергхольт = ada'],
    ['Норландский вице-президент уехал.'],
  ],
  uk: [
    ['Президентка Норландії поїхала.', 'Президентка Норландії = ada'],
    ['Чекали на очільницю МЗС Норландії.', 'очільницю МЗС Норландії = edda'],
    ['Бачили норландського міністра оборони.', 'норландського міністра оборони = finn'],
    ['Зустріч із президентом Норландії скасували.', 'президентом Норландії = ada'],
    ['Його обрали президентом Норландії.', 'Норландії = norland'],
    ['Колишній президент Норландії поїхав.', 'Норландії = norland'],
    ['Президент Норландії на той час поїхав.', 'Норландії = norland'],
    ['Приїхав віцепрезидент Норландії.', 'Норландії = norland'],
  ],
  pl: [
    ['Prezydent Norlandii wyjechała.', 'Prezydent Norlandii = ada'],
    ['Rozmowa z prezydentem Norlandii trwała.', 'prezydentem Norlandii = ada'],
    ['Czekano na norlandzkiego ministra obrony.', 'norlandzkiego ministra obrony = finn'],
    ['Szefowa MSZ Norlandii wyjechała.', 'Szefowa MSZ Norlandii = edda'],
    ['Minister spraw zagranicznych Norlandii mówiła.', 'Minister spraw zagranicznych Norlandii = edda'],
    ['Był prezydentem Norlandii.', 'Norlandii = norland'],
    ['Były prezydent Norlandii wyjechał.', 'Norlandii = norland'],
    ['Prezydent Norlandii w tym czasie wyjechał.', 'Norlandii = norland'],
    ['Przyjechał wiceprezydent Norlandii.', 'Norlandii = norland'],
  ],
};

describe.each(Object.entries(tables))('a role that stands alone, in %s', (language, rows) => {
  test.each(rows)('%s', async (text, ...links) => expect(await personsIn(text, language)).toEqual(links));
});

test.each([
  ['2014-05-31', 'Norland = norland'],
  ['2014-06', 'president of Norland = carl'],
  ['2019-05-19', 'president of Norland = carl'],
  ['2019-05-20', 'president of Norland = ada'],
  // Both held it in that month: it is not known who is meant.
  ['2019-05', 'Norland = norland'],
  // Nobody knows of what day the text is.
  [null, 'Norland = norland'],
])('on %s it is who held the office then: %s', async (asOf, link) => {
  expect(await personsIn('The president of Norland left.', 'en', asOf)).toEqual([link]);
});

test('a loose word with two holders is the one whom the page names', async () => {
  expect(await personsIn('Per Holm came. The Sudmarkian leader spoke.', 'en')).toEqual([
    'Per Holm = per',
    'Sudmarkian leader = per',
  ]);
});

test('the evidence is the role with its dates', async () => {
  const { links } = await annotateText(
    { text: 'The Norlandic president left.', language: 'en', asOf: '2024-03-01', contextIds: [] },
    knowledge,
  );
  expect(links.map(({ kind, label, evidence }) => ({ kind, label, evidence }))).toEqual([
    {
      kind: 'person',
      label: 'Ada Bergholt',
      evidence: [{ type: 'office', weight: 0.9, note: 'President of Norland since 20 May 2019' }],
    },
  ]);
});
