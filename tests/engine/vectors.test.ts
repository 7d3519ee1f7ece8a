import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileEngine } from '../../src/engine/compile-engine.ts';
import { openEngine } from '../../src/engine/engine-format.ts';
import { findMentions } from '../../src/engine/find-mentions.ts';
import { inPack, makeRecord } from '../support/make-record.ts';

const table = readFileSync(new URL('../vectors/folding.md', import.meta.url), 'utf8');
const rows = table
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('| what '))
  .map((line) => line.split('|').slice(1, 5).map(readCell) as [string, string, string, string]);

function readCell(cell: string): string {
  return cell
    .trim()
    .replace(/\\u([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

test('the table is there', () => {
  expect(rows.length).toBeGreaterThan(30);
});

test.each(rows)('%s', (_, name, text, marked) => {
  const engine = openEngine(compileEngine([inPack('p')(makeRecord('x:1', 'place', [name]))]));
  const found = findMentions([engine], text).map(({ start, end }) => text.slice(start, end));
  expect(found).toEqual(marked === '–' ? [] : marked.split('; '));
});
