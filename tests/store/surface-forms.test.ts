import { beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/open-store.ts';
import { lookUp } from '../../src/store/surface-forms.ts';
import { freshStore } from '../support/fresh-store.ts';
import { installRecords, stageRecords } from '../support/install-records.ts';
import { exact, family, makeRecord, weak } from '../support/make-record.ts';

const records = [
  makeRecord('newsgloss:kaja-kallas', 'person', ['Kaja Kallas', family('Kallas')], {
    description: { en: 'An Estonian politician.', de: 'Eine estnische Politikerin.' },
    label: { en: 'Kaja Kallas', uk: 'Кая Каллас' },
  }),
  makeRecord('newsgloss:siim-kallas', 'person', ['Siim Kallas', family('Kallas')], { prior: 0.1 }),
  makeRecord('geonames:1', 'place', ['Kallaste']),
  makeRecord('geonames:2', 'place', ['Paris'], { prior: 0.9 }),
  makeRecord('geonames:3', 'place', ['Paris'], { prior: 0.2, label: { en: 'Paris, Texas' } }),
  makeRecord('newsgloss:paris-agreement', 'plan', ['Paris Agreement']),
  makeRecord('newsgloss:treaty-of-paris', 'plan', ['Treaty of Paris']),
  makeRecord('geonames:4', 'place', ['Parisot']),
  makeRecord('geonames:5', 'place', [weak('Of')]),
  makeRecord('newsgloss:of-org', 'organisation', ['OF'], { prior: 0.1 }),
  makeRecord('newsgloss:elysee', 'organisation', ["Palais de l'Élysée"]),
  makeRecord('newsgloss:plan-28', 'plan', ['28-point plan']),
  makeRecord('iso3166:US', 'place', ['United States', exact('U.S.')]),
  makeRecord('iso3166:JP', 'place', ['Japan', { text: '日本', type: 'name', language: 'ja' }]),
];

describe('lookUp', () => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore();
    await installRecords(store, 'world', records);
  });

  const find = async (query: string, limit = 10) =>
    (await lookUp(store, query, { limit, language: null })).map(({ label }) => label);

  // Whole names, then whole words, then beginnings of words; strong before weak; likelier first.
  const rows: { query: string; labels: string[] }[] = [
    { query: 'Kaja Kallas', labels: ['Kaja Kallas'] },
    { query: 'kaja k', labels: ['Kaja Kallas'] },
    { query: 'kallas', labels: ['Kaja Kallas', 'Siim Kallas', 'Kallaste'] },
    { query: 'kall', labels: ['Kaja Kallas', 'Kallaste', 'Siim Kallas'] },
    { query: 'paris', labels: ['Paris', 'Paris, Texas', 'Paris Agreement', 'Treaty of Paris', 'Parisot'] },
    { query: 'of', labels: ['OF', 'Of', 'Treaty of Paris'] },
    { query: 'elysee', labels: [] },
    { query: 'palais de lelys', labels: ["Palais de l'Élysée"] },
    { query: 'LÉLYSÉE', labels: ["Palais de l'Élysée"] },
    { query: '28–point', labels: ['28-point plan'] },
    { query: 'us', labels: ['United States'] },
    { query: '日', labels: ['Japan'] },
    { query: 'allas', labels: [] },
    { query: '', labels: [] },
    { query: '  ’- ', labels: [] },
    { query: '\ud800', labels: [] },
    { query: '\uffff', labels: [] },
    { query: '%_\\"[]{}\0', labels: [] },
    { query: 'paris'.repeat(10_000), labels: [] },
  ];
  it.each(rows)('$query', async ({ query, labels }) => {
    expect(await find(query)).toEqual(labels);
  });

  it('returns no more than was asked for, the best of them', async () => {
    expect(await find('paris', 2)).toEqual(['Paris', 'Paris, Texas']);
    expect(await find('paris', 0)).toEqual([]);
  });

  it('returns what a list needs, in the wanted language where the pack has it', async () => {
    expect(await lookUp(store, 'kaja', { limit: 1, language: 'uk' })).toEqual([
      {
        packId: 'world',
        id: 'newsgloss:kaja-kallas',
        kind: 'person',
        label: 'Кая Каллас',
        matched: 'Kaja Kallas',
        description: 'An Estonian politician.',
      },
    ]);
    expect(await lookUp(store, 'siim', { limit: 1, language: 'de' })).toEqual([
      {
        packId: 'world',
        id: 'newsgloss:siim-kallas',
        kind: 'person',
        label: 'Siim Kallas',
        matched: 'Siim Kallas',
      },
    ]);
  });

  it('shows the name that matched, as it is written in the wanted language', async () => {
    const own = await freshStore();
    await installRecords(own, 'world', [
      makeRecord('geonames:6', 'place', [
        { text: 'Elysee', type: 'name', language: 'en' },
        { text: 'Élysée', type: 'name', language: 'fr' },
      ]),
    ]);
    const matched = async (query: string, language: string) =>
      (await lookUp(own, query, { limit: 5, language })).map((result) => result.matched);
    expect(await matched('elys', 'fr-CA')).toEqual(['Élysée']);
    expect(await matched('élys', 'en')).toEqual(['Elysee']);
    expect(await matched('élys', 'de')).toEqual(['Elysee']);
  });

  it('shows a record of two packs once for each, and nothing that is only staged', async () => {
    const own = await freshStore();
    const record = makeRecord('newsgloss:kaja-kallas', 'person', [
      'Kaja Kallas',
      'Kaja  Kallas',
      'KAJA KALLAS',
    ]);
    await installRecords(own, 'talks', [record]);
    await installRecords(own, 'world', [record]);
    await stageRecords(own, 'new', [record]);
    const results = await lookUp(own, 'kallas', { limit: 10, language: null });
    expect(results.map(({ packId }) => packId)).toEqual(['talks', 'world']);
  });

  it('finds a whole name, and names with the whole word, among thousands that begin with it', async () => {
    const own = await freshStore();
    const names = Array.from({ length: 4_000 }, (_, index) =>
      makeRecord(`geonames:${index}`, 'place', [`San${String(index).padStart(4, '0')}`], { prior: 0.9 }),
    );
    const salvador = makeRecord('geonames:9001', 'place', ['San Salvador']);
    await installRecords(own, 'world', [...names, salvador, makeRecord('geonames:9000', 'place', ['San'])]);
    const results = await lookUp(own, 'san', { limit: 3, language: null });
    expect(results.map(({ matched }) => matched)).toEqual(['San', 'San Salvador', 'San0000']);
  });

  it('finds a name wherever it lies among the blocks of names', async () => {
    const own = await freshStore();
    const names = Array.from({ length: 600 }, (_, index) => `n${String(index).padStart(3, '0')}`);
    await installRecords(
      own,
      'world',
      names.map((name, index) => makeRecord(`wd:Q${index}`, 'place', [name])),
    );
    for (const name of names) {
      const results = await lookUp(own, name, { limit: 3, language: null });
      expect(results.map(({ matched }) => matched)).toEqual([name]);
    }
    const ten = await lookUp(own, 'n12', { limit: 20, language: null });
    expect(ten.map(({ matched }) => matched)).toEqual(names.slice(120, 130));
  });
});
