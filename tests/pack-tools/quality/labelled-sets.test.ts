import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeClosedPack } from '../../../src/pack-tools/quality/closed-pack.ts';
import { GoldFileError, readGoldFile } from '../../../src/pack-tools/quality/gold-file.ts';
import { labelGold } from '../../../src/pack-tools/quality/label-gold.ts';
import { matchGoldIds } from '../../../src/pack-tools/quality/match-gold-ids.ts';
import { labelArticle, readLabelledArticle } from '../../../src/pack-tools/quality/read-labelled-article.ts';
import { inPack, makeRecord } from '../../support/make-record.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'newsgloss-quality-'));
});
afterAll(() => rm(folder, { recursive: true }));

const gold = [
  {
    doc: 'invented/1',
    lang: 'en',
    text: '🕊 Bergholt left Norland on 3 May.',
    mentions: [
      { start: 2, end: 10, surface: 'Bergholt', kb_id: 'Q1', name: 'Ada Bergholt', type: 'PERSON' },
      {
        start: 16,
        end: 23,
        surface: 'Norland',
        kb_id: 'Q2',
        name: 'Norland',
        lemma: 'Norland',
        type: 'Q27096213|Q43229',
      },
      { start: 27, end: 32, surface: '3 May', kb_id: null, name: 'Unknown', type: 'DATETIME', kind: 'value' },
    ],
  },
];

async function read(value: unknown) {
  const path = join(folder, 'gold.json');
  await writeFile(path, JSON.stringify(value));
  return readGoldFile(path);
}

test('offsets of a labelled file are code points; ours are UTF-16 units', async () => {
  const [document] = await read(gold);
  expect(document?.mentions.map(({ start, end }) => document.text.slice(start, end))).toEqual([
    'Bergholt',
    'Norland',
    '3 May',
  ]);
});

test('a file that is something else is refused with the place of the mistake', async () => {
  await expect(read([{ ...gold[0], mentions: [{ start: '2' }] }])).rejects.toThrow(
    /0\.mentions\.0\.start: Invalid type/,
  );
  await expect(read('nothing')).rejects.toThrow(GoldFileError);
});

test('the closed pack has the names of labels, not their surfaces, and no namesake of a place among the others', async () => {
  const documents = await read(gold);
  const world = [
    makeRecord('iso3166:NX', 'place', ['Norland']),
    makeRecord('geonames:1', 'place', ['Bergholt']),
    makeRecord('geonames:2', 'place', ['Sudmark'], { sameAs: ['wd:Q2'] }),
  ];
  const { records, recordIdsOf } = makeClosedPack(documents, world);
  expect(records.map(({ packId, record }) => [packId, record.id, record.kind])).toEqual([
    ['closed', 'gold:Q1', 'person'],
    ['closed', 'gold:Q2', 'place'],
    ['distractors', 'geonames:1', 'place'],
  ]);
  expect(records[0]?.record.surfaceForms).toContainEqual({
    text: 'Ada Bergholt',
    type: 'name',
    language: 'en',
  });
  expect(documents[0]?.mentions.map(recordIdsOf)).toEqual([['gold:Q1'], ['gold:Q2'], []]);
});

test('a record that has what the texts call a thing is no distractor; one that has what they call a person is', async () => {
  const text = 'Bergholt left Oldname.';
  const mentions = [
    { start: 0, end: 8, surface: 'Bergholt', kb_id: 'Q1', name: 'Ada Bergholt', type: 'PERSON' },
    { start: 14, end: 21, surface: 'Oldname', kb_id: 'Q3', name: 'Newname', type: 'CITY' },
  ];
  const documents = await read([{ doc: 'invented/2', lang: 'en', text, mentions }]);
  const world = [
    makeRecord('geonames:1', 'place', ['Bergholt']),
    makeRecord('geonames:3', 'place', ['Oldname', 'Nom Nouveau']),
  ];
  const { records } = makeClosedPack(documents, world);
  expect(records.map(({ record }) => record.id)).toEqual(['gold:Q1', 'gold:Q3', 'geonames:1']);
  expect(records[1]?.record.surfaceForms.map(({ text }) => text)).toEqual(['Newname']);
});

test('a gold id is a record by Wikidata id, else by full name and kind; dates are left out', async () => {
  const documents = await read(gold);
  const match = matchGoldIds(
    [
      makeRecord('iso3166:NX', 'place', ['Nordland'], { sameAs: ['wd:Q2'] }),
      makeRecord('a:ada', 'person', ['Ada Bergholt']),
      makeRecord('a:city', 'place', ['Ada Bergholt', 'Norland']),
    ].map(inPack('p')),
    documents,
  );
  const labels = documents.flatMap((document) => labelGold(document, match).mentions);
  expect(labels.map(({ meaning }) => meaning)).toEqual([
    { type: 'record', gold: 'Q1', ids: ['a:ada'] },
    { type: 'record', gold: 'Q2', ids: ['iso3166:NX'] },
  ]);
});

test('any label of a gold id names it, in the order of a register too; a body may be labelled as a place, inhabitants as their town', () => {
  const mention = { start: 0, end: 1, surface: 'x', lemma: null, kind: null };
  const more = { optional: false, coref: false, discontinuous: false };
  const label = (kb_id: string, name: string | null, type: string, surface = 'x') => ({
    ...mention,
    ...more,
    kb_id,
    name,
    type,
    surface,
  });
  const mentions = [
    label('1', 'Bergholt', 'PER'),
    label('1', 'Ada Bergholt', 'PER'),
    label('2', 'Отто, Ада Павловна', 'PERSON'),
    label('3', 'Ада Павловна Рейнер', 'PERSON'),
    label('4', 'Newport, N.L.', 'LOC'),
    label('5', 'The Courier', 'PRO'),
    label('6', null, 'ORG', 'NLA'),
    label('7', 'The Courier', 'PER'),
    label('4', 'Newporters', 'PER'),
  ];
  const document = { doc: 'd', lang: 'en', text: 'x', publishedAt: null, evaluation_span: null, mentions };
  const records = [
    makeRecord('a:ada', 'person', ['Ada Bergholt']),
    makeRecord('a:otto', 'person', ['Ада Отто']),
    makeRecord('a:reiner', 'person', ['Ада Рейнер']),
    makeRecord('a:port', 'place', ['Newport N.L.']),
    makeRecord('a:courier', 'organisation', ['The Courier']),
    makeRecord('a:nla', 'organisation', ['NLA']),
  ];
  const match = matchGoldIds(records.map(inPack('p')), [document]);
  expect(mentions.map(match)).toEqual([
    ['a:ada'],
    ['a:ada'],
    ['a:otto'],
    ['a:reiner'],
    ['a:port'],
    ['a:courier'],
    ['a:nla'],
    [],
    ['a:port'],
  ]);
});

describe('labelled articles', () => {
  const kindOf = (id: string) => (id.startsWith('a:') ? 'person' : undefined);

  async function article(text: string, more = '') {
    const path = join(folder, 'article.yaml');
    await writeFile(path, `language: en\npublishedAt: 2025-11-30\ntitle: Talks\ntext: |\n  ${text}\n${more}`);
    return readLabelledArticle(path, 'article.yaml');
  }

  test('marks become labels and leave the text', async () => {
    const read = await article(
      '[[Ada|a:ada]] saw [[Bergholt|a:ada or a:eve]] and a [[9-point plan|?]].',
      'traps: [first name]\n',
    );
    const { text, mentions, traps, publishedAt } = labelArticle(read, kindOf);
    expect({ text, traps, publishedAt }).toEqual({
      text: 'Talks\n\nAda saw Bergholt and a 9-point plan.\n',
      traps: ['first name'],
      publishedAt: '2025-11-30',
    });
    expect(mentions.map(({ start, end, meaning }) => [text.slice(start, end), meaning])).toEqual([
      ['Ada', { type: 'record', gold: 'a:ada', ids: ['a:ada'] }],
      ['Bergholt', { type: 'ambiguous', ids: ['a:ada', 'a:eve'] }],
      ['9-point plan', { type: 'unknown-plan' }],
    ]);
  });

  test.each([
    ['[[Ada|b:ada]]', /article\.yaml: \[\[Ada\|b:ada\]\] names no record/],
    ['[[Ada]]', /article\.yaml: a mark is not \[\[surface\|id\]\]/],
  ])('%s is refused', async (text, sentence) => {
    const read = await article(text);
    expect(() => labelArticle(read, kindOf)).toThrow(sentence);
  });
});
