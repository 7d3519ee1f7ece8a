import { expect, test } from 'vitest';
import { parseRecord } from '../../src/model/record-schema.ts';
import { withoutControls } from '../../src/model/without-controls.ts';
import { makeRecord, statement } from '../support/make-record.ts';

test.each([
  ['plain text', 'The plan of Łódź', 'The plan of Łódź'],
  ['an override that would show the rest backwards', 'abc\u202edef\u202c', 'abcdef'],
  ['isolates', '\u2066one\u2069 \u2067two\u2069', 'one two'],
  ['line ends', 'one\r\ntwo\u2028three', 'one two three'],
  ['a terminal sequence', 'a\u001b[2Jb', 'a [2Jb'],
  ['a null', 'a\u0000b', 'a b'],
  ['marks and joiners that scripts need', 'می\u200cخواهم \u200fא\u200e', 'می\u200cخواهم \u200fא\u200e'],
])('%s', (_, given, shown) => {
  expect(withoutControls(given)).toBe(shown);
});

test('a record is read without them, in its names, texts and citations', () => {
  const override = '\u202e';
  const record = makeRecord('x:1', 'place', [`Os${override}lo`], {
    label: { en: `Os${override}lo` },
    description: { en: `A ${override}city` },
    statements: [
      statement(
        'fact',
        { type: 'text', text: { en: `Nor${override}way` } },
        {
          citations: [{ publisher: `The ${override}Paper`, title: `A ${override}title`, published: '2025' }],
        },
      ),
    ],
  });
  expect(JSON.stringify(parseRecord(record))).not.toContain(override);
  expect(parseRecord(record)).toMatchObject({ surfaceForms: [{ text: 'Oslo' }], label: { en: 'Oslo' } });
});

test('a name of nothing else is no name', () => {
  expect(() => parseRecord(makeRecord('x:1', 'place', ['\u202e\u0000']))).toThrow(/must not be empty/);
});
