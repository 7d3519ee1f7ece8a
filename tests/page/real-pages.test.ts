import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Page, readPage } from '../../src/page/read-page.ts';
import { sharedPath } from '../support/shared.ts';
import { parseHtml } from './parse-html.ts';

const folder = sharedPath('pages');

interface Source {
  readonly file: string;
  readonly url: string;
}

/** The rows of SOURCES.tsv, by the names in its first line. */
function readSources(path: string): Source[] {
  const [head = '', ...rows] = readFileSync(join(path, 'SOURCES.tsv'), 'utf8').trim().split('\n');
  const names = head.split('\t');
  return rows.map((row) => {
    const cells = row.split('\t');
    return { file: cells[names.indexOf('file')] ?? '', url: cells[names.indexOf('url')] ?? '' };
  });
}

describe.skipIf(folder === null)(
  'real pages (skipped: needs the shared development files beside the checkout)',
  () => {
    const path = folder ?? '';
    const sources = folder ? readSources(folder) : [];
    /** Without the address, so that it can be compared with what is found on the page. */
    const read = ({ file }: Source): Page =>
      readPage(parseHtml(readFileSync(join(path, file), 'utf8')), null);
    const bodyPath = ({ file }: Source): string => join(path, file.replace(/\.html$/, '.body.txt'));

    test('give the text that a reader sees, and little else but captions', { timeout: 60_000 }, () => {
      const scores = sources
        .filter((source) => existsSync(bodyPath(source)))
        .map((source) => {
          const wanted = wordsOf(readFileSync(bodyPath(source), 'utf8'));
          const { collected } = read(source);
          const all = wordsOf(collected.text);
          const body = wordsOf(
            collected.blocks
              .filter(({ element }) => !element.closest('figure, figcaption, [class*="caption"]'))
              .map(({ start, end }) => collected.text.slice(start, end))
              .join('\n'),
          );
          return {
            file: source.file,
            recall: countCommon(all, wanted) / wanted.length,
            precision: countCommon(body, wanted) / body.length,
          };
        });
      expect(scores.length).toBeGreaterThan(0);
      expect(scores.filter(({ recall, precision }) => recall < 0.95 || precision < 0.88)).toEqual([]);
      expect(meanOf(scores.map(({ recall }) => recall))).toBeGreaterThan(0.98);
      expect(meanOf(scores.map(({ precision }) => precision))).toBeGreaterThan(0.96);
    });

    test('give the date that is in their address', { timeout: 60_000 }, () => {
      const dated = sources.flatMap((source) => {
        const [, year, month, day] = /\/(20\d\d)[/-](\d\d)[/-](\d\d)[/-]/.exec(source.url) ?? [];
        return year ? [{ source, expected: `${year}-${month}-${day}` }] : [];
      });
      expect(dated.length).toBeGreaterThan(0);
      const found = dated.map(({ source, expected }) => ({
        file: source.file,
        date: read(source).published?.date ?? expected,
      }));
      expect(found).toEqual(dated.map(({ source, expected }) => ({ file: source.file, date: expected })));
      const silent = dated.filter(({ source }) => read(source).published === null);
      expect(silent.length).toBeLessThanOrEqual(1);
    });
  },
);

function wordsOf(text: string): string[] {
  return (
    text.toLowerCase().match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+/gu) ??
    []
  );
}

/** How many words two texts share, each as often as both have it. */
function countCommon(first: readonly string[], second: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of second) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of first) {
    const count = left.get(word) ?? 0;
    if (count > 0) common++;
    left.set(word, count - 1);
  }
  return common;
}

const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
