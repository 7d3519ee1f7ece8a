import { describe, expect, test } from 'vitest';
import { annotateText } from '../../src/linking/annotate-text.ts';
import { makeKnowledge } from '../support/make-knowledge.ts';
import { demonym, inPack, makeRecord, recordValue, statement } from '../support/make-record.ts';

const forms = (id: string, kind: 'place' | 'organisation', ...names: string[]) =>
  makeRecord(id, kind, [names[0] ?? '', ...names.slice(1).map(demonym)]);
const world = [
  makeRecord('x:norland', 'place', [
    'Norland',
    'Норланд',
    'Норланду',
    'Норланда',
    'Norlandu',
    ...['Norlandic', 'norlandischer', 'norlandais', 'norlandesa', 'норландський', 'норландский'].map(demonym),
  ]),
  makeRecord('x:sudmark', 'place', ['Sudmark', 'Судмарк', 'Sudmarku', demonym('Sudmarkian')]),
  forms('x:westria', 'place', 'Westria', 'Westrian'),
].map(inPack('world'));

const plan = (id: string, points: number, from: string, more: ReturnType<typeof statement>[] = []) =>
  makeRecord(id, 'plan', [], {
    label: { en: id },
    statements: [
      statement('pointCount', { type: 'number', number: points }, { from }),
      statement('proposedBy', recordValue('x:norland')),
      statement('about', recordValue('x:sudmark')),
      ...more,
    ],
  });
const border = [
  plan('x:draft', 28, '2025-11-19'),
  plan('x:refined', 19, '2025-11-24', [statement('derivedFrom', recordValue('x:draft'))]),
  plan('x:final', 21, '2026-02-01', [statement('derivedFrom', recordValue('x:refined'))]),
].map(inPack('border-talks'));
const knowledge = makeKnowledge([...world, ...border]);

/** Law, text, then the later mentions with their plans; those with a count are left out. */
type Row = [law: string, text: string, ...found: string[]];

const start = 'Norland and Sudmark read the 28-point plan.';
const refined = 'Norland and Sudmark read the 19-point plan.';

const tables: Record<string, Row[]> = {
  'en: the plan named last': [
    ['the plan', `${start} The plan is long.`, 'plan = x:draft'],
    ['this plan', `${start} They like this plan.`, 'plan = x:draft'],
    ['the plan’s authors', `${start} The plan's authors left.`, 'plan = x:draft'],
    ['the peace plan', `${start} The peace plan is long.`, 'peace plan = x:draft'],
    ['another noun of its kind', `${start} The proposal is long.`, 'proposal = x:draft'],
    ['the document', `${start} The document is secret.`, 'document = x:draft'],
    [
      'one after the other',
      `${start} The plan is long. The document is not.`,
      'plan = x:draft',
      'document = x:draft',
    ],
    ['in the next paragraph', `${start}\nThe plan is long.`, 'plan = x:draft'],
    ['the plan of its makers', `${start} The Norlandic plan is long.`, 'plan = x:draft'],
    ['their plan with an apostrophe', `${start} Norland's plan is long.`, 'plan = x:draft'],
    ['the plan by its makers', `${start} The plan of Norland is long.`, 'plan = x:draft'],
    ['the plan for its country', `${start} The plan for Sudmark is long.`, 'plan = x:draft'],
  ],
  'en: versions': [
    ['the initial draft', `${refined} The initial draft was longer.`, 'initial draft = x:draft'],
    ['the earlier proposal', `${refined} The earlier proposal was longer.`, 'earlier proposal = x:draft'],
    [
      'the original plan, named',
      `${start} ${refined} The original plan was longer.`,
      'original plan = x:draft',
    ],
    [
      'the original plan that became another',
      `${start} The original plan is dead.`,
      'original plan = x:draft',
    ],
    ['the revised plan', `${start} The revised plan is shorter.`, 'revised plan = x:refined'],
    ['the new version', `${refined} The new version is shorter.`, 'new version = x:refined'],
  ],
  'en: nothing': [
    ['no plan on the page', 'Norland and Sudmark like the plan.'],
    ['a plan', `${start} Everyone needs a plan. The plan is long.`],
    ['a business plan', `${start} The business plan is long.`],
    ['the park plan, and the plan after it', `${start} They read the park plan. The plan is long.`],
    ['the plan for schools', `${start} The plan for schools is long.`],
    ['the plan of the mayor', `${start} The plan of the mayor is long.`],
    ['the plan to build', `${start} The plan to build a park is long.`],
    ['somebody else’s plan', `${start} Norland and Westria met. The Westrian plan is long.`],
    ['his plan', `${start} His plan is to retire.`],
    ['the plans', `${start} The plans are long.`],
    ['the deal, which a plan is not', `${start} The deal is near.`],
    ['the draft law', `${start} The draft law is long.`],
    ['far away', `${start}\n${'They went home and slept.\n'.repeat(4)}The plan is long.`],
    [
      'two plans in the sentence before',
      'Norland and Sudmark cut the 28-point plan to a 19-point plan. The plan is long.',
    ],
    ['an unknown plan in between', `${start} They saw a 31-point plan. The plan is long.`],
    ['plan B', `${start} The plan B is long.`],
    ['a verb', `${start} They plan to go.`],
    ['no version but one', 'Norland and Sudmark read the 21-point plan. The revised plan is shorter.'],
  ],
  'fr, de, es': [
    [
      'fr',
      'Norland et Sudmark ont lu le plan en 28 points. Le plan est long, et ce document est secret.',
      'plan = x:draft',
      'document = x:draft',
    ],
    [
      'fr, versions',
      'Norland et Sudmark ont lu le plan en 19 points. Le projet initial est mort, mais la première proposition vit.',
      'projet initial = x:draft',
      'première proposition = x:draft',
    ],
    [
      'fr, makers',
      'Norland et Sudmark ont lu le plan en 28 points. Le plan norlandais est long.',
      'plan = x:draft',
    ],
    [
      'fr, another',
      'Norland et Sudmark ont lu le plan en 28 points. Le plan de relance est long. Un plan est bon.',
    ],
    [
      'de',
      'Norland und Sudmark lasen den 28-Punkte-Plan. Der Plan ist lang, und dieses Dokument ist geheim.',
      'Plan = x:draft',
      'Dokument = x:draft',
    ],
    [
      'de, versions',
      'Norland und Sudmark lasen den 19-Punkte-Plan. Der ursprüngliche Entwurf war länger.',
      'ursprüngliche Entwurf = x:draft',
    ],
    [
      'de, another',
      'Norland und Sudmark lasen den 28-Punkte-Plan. Der Plan für Schulen ist lang. Ein Plan ist gut.',
    ],
    ['de, plural', 'Norland und Sudmark lasen den 28-Punkte-Plan. Die Pläne sind lang.'],
    [
      'es',
      'Norland y Sudmark leyeron el plan de 28 puntos. El plan es largo y este documento es secreto.',
      'plan = x:draft',
      'documento = x:draft',
    ],
    [
      'es, versions',
      'Norland y Sudmark leyeron el plan de 19 puntos. El borrador inicial era más largo.',
      'borrador inicial = x:draft',
    ],
    ['es, another', 'Norland y Sudmark leyeron el plan de 28 puntos. El plan de estudios es largo.'],
  ],
  'pl, uk, ru': [
    [
      'pl',
      'Norland i Sudmark czytali plan z 28 punktów. Ten plan jest długi, a tego dokumentu nie ma.',
      'plan = x:draft',
      'dokumentu = x:draft',
    ],
    [
      'pl, versions',
      'Norland i Sudmark czytali plan z 19 punktów. Pierwotna propozycja była dłuższa.',
      'Pierwotna propozycja = x:draft',
    ],
    ['pl, nothing to point', 'Norland i Sudmark czytali plan z 28 punktów. Plan jest długi.'],
    [
      'uk',
      'Норланд і Судмарк читали план із 28 пунктів. Цей план довгий, а цього документа немає.',
      'план = x:draft',
      'документа = x:draft',
    ],
    [
      'uk, versions',
      'Норланд і Судмарк читали план із 19 пунктів. Початкова пропозиція була довша.',
      'Початкова пропозиція = x:draft',
    ],
    [
      'uk, makers',
      'Норланд і Судмарк читали план із 28 пунктів. Вони критикують план Норланду.',
      'план = x:draft',
    ],
    ['uk, nothing to point', 'Норланд і Судмарк читали план із 28 пунктів. Уряд має план на зиму.'],
    [
      'ru',
      'Норланд и Судмарк читали план из 28 пунктов. Этот план длинный, и этого документа нет.',
      'план = x:draft',
      'документа = x:draft',
    ],
    [
      'ru, versions',
      'Норланд и Судмарк читали план из 19 пунктов. Первоначальное предложение было длиннее.',
      'Первоначальное предложение = x:draft',
    ],
    ['ru, nothing to point', 'Норланд и Судмарк читали план из 28 пунктов. По его словам, план работает.'],
  ],
};

describe.each(Object.entries(tables))('%s', (group, rows) => {
  test.each(rows)('%s', async (law, article, ...found) => {
    const language = group.startsWith('en') ? 'en' : law.slice(0, 2);
    const { links } = await annotateText(
      { text: article, language, asOf: '2025-12-13', contextIds: [] },
      knowledge,
    );
    const later = links.filter(
      ({ kind, evidence }) => kind === 'plan' && evidence.some(({ type }) => type === 'antecedent'),
    );
    expect(later.map(({ quote, id }) => `${quote} = ${id}`)).toEqual(found);
  });
});

test('a later mention says which plan was named before', async () => {
  const input = {
    text: `${refined} The initial draft was longer.`,
    language: 'en',
    asOf: '2025-12-13',
    contextIds: [],
  };
  const { links } = await annotateText(input, knowledge);
  expect(links.at(-1)).toMatchObject({
    quote: 'initial draft',
    score: 0.85,
    evidence: [
      { type: 'antecedent', weight: 0.65, note: 'the plan named before: 19-point plan' },
      { type: 'lineage', weight: 0.2, note: 'an earlier version of the plan in question' },
    ],
  });
});
