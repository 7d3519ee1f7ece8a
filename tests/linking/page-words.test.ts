import { describe, expect, test } from 'vitest';
import { roleGrammarOf } from '../../src/linking/languages/role-words/role-grammar-of.ts';
import { PageWords } from '../../src/linking/page-words.ts';
import { wordKinds } from '../../src/linking/word-kinds.ts';
import { wordStarts } from '../../src/linking/word-starts.ts';

const wordsOf = (text: string): string[] =>
  new PageWords(text, 'en').within({ start: 0, end: text.length }).map(({ word }) => word);

describe('a text is split into words', () => {
  const rows: [text: string, words: string[]][] = [
    ['The U.S. plan', ['the', 'us', 'plan']],
    ['A. Reiner, J.R.R. Otto', ['a', 'reiner', 'jrr', 'otto']],
    ['2,400 men, 28.5 points.', ['2,400', 'men', '28.5', 'points']],
    ['the 19th and COVID19', ['the', '19', 'th', 'and', 'covid19']],
    ['28-point l’accord', ['28', 'point', 'l', 'accord']],
    ['Прем’єр і ст. 5', ["прем'єр", 'і', 'ст', '5']],
    ['Müller cafe\u0301 𝒜𝒷 x', ['müller', 'cafe\u0301', '𝒜𝒷', 'x']],
    ['', []],
    [' — … ', []],
  ];
  test.each(rows)('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

test('a word knows what stands before it on its line', () => {
  const pageWords = new PageWords('One two,\nthree-four', 'en');
  const at = (offset: number) => pageWords.around(offset)?.tokens.map(({ word, gap }) => [word, gap]);
  expect(at(4)).toEqual([
    ['one', null],
    ['two', ' '],
  ]);
  expect(at(12)).toEqual([
    ['three', null],
    ['four', '-'],
  ]);
  expect(at(3)).toBeUndefined();
});

test('each grammar is told where it may begin', () => {
  const text = 'On May 4 the foreign minister left talks on the 28-point plan; on Sunday';
  const pageWords = new PageWords(text, 'en');
  const found = Object.entries(wordKinds).map(([name, kind]) => [
    name,
    pageWords.placesOf(kind).map((start) => /^\w+/.exec(text.slice(start))?.[0]),
  ]);
  expect(Object.fromEntries(found)).toEqual({
    point: ['point'],
    plan: ['plan'],
    meeting: ['talks'],
    month: ['May'],
    office: ['foreign', 'minister'],
    number: ['4', '28'],
    sport: [],
    day: ['Sunday'],
  });
});

test('a word counts as seen in lower case where it is a word of its own', () => {
  const pageWords = new PageWords('The plan of May, iPhone, 19th, الخطة', 'en');
  const asked = ['Plan', 'May', 'iphone', 'Th', 'الخطة', '19'];
  expect(asked.filter((word) => pageWords.hasInLowerCase(word))).toEqual(['Plan']);
});

describe('offices are looked for at the words that may begin one', () => {
  test('whatever the expression begins with', () => {
    const starts = wordStarts(['(?:supreme )?leader', 'defen[cs]e chief|(?:top|chief) diplomat', 'rois?']);
    const words = ['supreme', 'leaders', 'defence', 'top', 'chief', 'roi', 'Roi', 'diplomat', 'lead', 'to'];
    expect(words.filter((word) => starts.test(word))).toEqual([
      'supreme',
      'leaders',
      'defence',
      'top',
      'chief',
      'roi',
      'Roi',
    ]);
  });
  test.each(['de', 'en', 'es', 'fr', 'pl', 'ru', 'uk'])('in every grammar: %s', (language) => {
    for (const { head } of roleGrammarOf(language)?.offices ?? []) {
      const example = firstMatchOf(head);
      expect(example).toMatch(new RegExp(`^(?:${head})`, 'iu'));
      expect(example).toMatch(wordStarts([head]));
    }
  });
});

/** A text that an expression matches: the first of all its alternatives, with all that it may leave out. */
function firstMatchOf(source: string): string {
  let rest = source.replace(/\[(.)[^\]]*\]/gu, '$1');
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(/\(\?:([^()|]*)[^()]*\)\??/gu, '$1');
  }
  return rest.split('|')[0]?.replaceAll('?', '') ?? '';
}
