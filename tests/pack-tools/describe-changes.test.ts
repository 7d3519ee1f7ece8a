import { describe, expect, test } from 'vitest';
import type { PackRecord, Statement } from '../../src/model/record.ts';
import { describeChanges } from '../../src/pack-tools/describe-changes.ts';

const gazette = { publisher: 'Gazette', title: 'A report', published: '2025-11-23' };
const herald = { publisher: 'Herald', title: 'Another', published: '2025-12-01' };
const role: Statement = {
  property: 'role',
  value: { type: 'text', text: { en: 'Minister' } },
  from: '2025-11-01',
  citations: [gazette],
};
const ada: PackRecord = {
  id: 'test:ada',
  kind: 'person',
  label: { en: 'Ada' },
  surfaceForms: [{ text: 'Ada', type: 'name', language: 'en' }],
  statements: [role],
};
const norland: PackRecord = {
  ...ada,
  id: 'test:norland',
  kind: 'place',
  label: { en: 'Norland' },
  statements: [],
};

describe('what changed, in words', () => {
  test.each<[string, PackRecord[], PackRecord[], string[]]>([
    ['nothing', [ada], [{ ...ada }], []],
    [
      'a new record, with its statements',
      [],
      [ada],
      ['+ Ada (person, test:ada)', '    role: Minister, since 1 November 2025'],
    ],
    ['a record that is gone', [ada, norland], [ada], ['- Norland (place, test:norland)']],
    [
      'a label in another language',
      [ada],
      [{ ...ada, label: { en: 'Ada', uk: 'Ада' } }],
      ['~ Ada (person, test:ada)', '    label (uk): none → “Ада”'],
    ],
    [
      'a name, and a name that became weak',
      [ada],
      [
        {
          ...ada,
          surfaceForms: [
            { text: 'Ada', type: 'name', language: 'en', weak: true },
            { text: 'B', type: 'family' },
          ],
        },
      ],
      [
        '~ Ada (person, test:ada)',
        '    - name “Ada” (en)',
        '    + name “Ada” (en, weak)',
        '    + surname “B” (any language)',
      ],
    ],
    [
      'a role that ended: one line, not two',
      [ada],
      [{ ...ada, statements: [{ ...role, to: '2025-12-01' }] }],
      [
        '~ Ada (person, test:ada)',
        '    role: Minister: since 1 November 2025 → 1 November 2025 to 1 December 2025',
      ],
    ],
    [
      'another source for the same claim',
      [ada],
      [{ ...ada, statements: [{ ...role, citations: [gazette, herald] }] }],
      ['~ Ada (person, test:ada)', '    role: Minister: source + Herald, “Another” (2025-12-01)'],
    ],
    [
      'a claim about another record, by its label',
      [ada, norland],
      [
        {
          ...ada,
          statements: [
            role,
            { property: 'openPoint', value: { type: 'record', id: norland.id }, citations: [gazette] },
          ],
        },
        norland,
      ],
      ['~ Ada (person, test:ada)', '    + open point: Norland, as reported 23 November 2025'],
    ],
  ])('%s', (_, before, after, lines) => {
    expect(describeChanges(before, after).lines).toEqual(lines);
  });

  test('counts records added, removed and changed', () => {
    const changed = { ...norland, prior: 0.9 };
    expect(describeChanges([norland, { ...ada, id: 'test:old' }], [changed, ada])).toMatchObject({
      added: 1,
      removed: 1,
      changed: 1,
    });
  });
});
