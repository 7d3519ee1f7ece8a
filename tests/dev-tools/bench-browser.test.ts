import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { parseBenchOptions } from '../../src/dev-tools/bench/bench-options.ts';
import { pickPageNames } from '../../src/dev-tools/bench/browser/bench-source.ts';
import type { BrowserFigures } from '../../src/dev-tools/bench/browser/browser-result.ts';
import { browserGoals } from '../../src/dev-tools/bench/browser/format-browser-result.ts';
import { makePage } from '../../src/dev-tools/bench/browser/make-page.ts';

describe('a page for the bench', () => {
  const names = ['Oslo', 'Ada Bergen', 'Kirkenes'];
  const recipe = { textNodes: 47, nodesPerParagraph: 5, charactersPerNode: 30, matches: 23, names };
  const paragraphs = [...new JSDOM(makePage(recipe)).window.document.querySelectorAll('article p')];
  const nodes = paragraphs.flatMap((paragraph) =>
    [...paragraph.childNodes].map((node) => (node.nodeType === 3 ? node : node.firstChild)),
  );

  test('has the text nodes of its recipe', () => {
    expect(nodes.length).toBe(47);
    expect(paragraphs.length).toBe(10);
  });

  test('has every match whole in one text node, between spaces or edges', () => {
    const pattern = /(?<=^| )(?:Oslo|Ada Bergen|Kirkenes)(?= |$)/g;
    const counts = nodes.map((node) => node?.nodeValue?.match(pattern)?.length ?? 0);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(23);
    expect(Math.max(...counts)).toBe(1);
  });

  test('is the same each time', () => {
    expect(makePage(recipe)).toBe(makePage(recipe));
  });
});

test('the names of pages have two words, so that they need no evidence', () => {
  expect(pickPageNames(['Oslo', 'Ada Bergen', 'New York City', 'São Paulo', 'Le Havre'])).toEqual([
    'Ada Bergen',
    'Le Havre',
  ]);
});

test('goals compare rounds with rounds, with and without the style sheet', () => {
  const figures: BrowserFigures = {
    name: 'chromium',
    version: '1',
    marking: {
      textNodes: 100,
      matches: 10,
      newsgloss: [1, 20, 3],
      newsglossStyling: [9, 20, 27],
      newsglossReading: [5, 5, 5],
      wrapping: [100, 2000, 300],
      markJs: [4000],
      nothing: [1, 1, 1],
    },
    hovering: [{ marks: 7, hits: 0.5, hitTest: [3, 30], bare: [2, 20] }],
    mutations: {
      marks: 8,
      changing: [10],
      changingPlain: [10],
      busy: [30],
      busyPlain: [15],
      longest: [5],
    },
    pages: [],
    waking: [],
    reading: { toMatch: [1, 9, 2], clone: [2, 18, 4] },
    worker: null,
  };
  expect(browserGoals(figures)).toEqual([
    { title: 'marking against wrapping in mark', ratio: 0.01, limit: 1 / 60 },
    { title: 'the same with the style sheet', ratio: 0.1, limit: 1 / 60 },
    { title: 'marking against mark.js', ratio: 1 / 4000, limit: 1 / 1000 },
    { title: 'the same with the style sheet', ratio: 10 / 4000, limit: 1 / 1000 },
    { title: 'hit test with 7 marks, against a bare one', ratio: 1.5, limit: 1.3 },
    { title: '500 changes with 8 marks, script and frames', ratio: 1, limit: 1.5 },
    { title: 'the same until all is quiet', ratio: 2, limit: 1.5 },
    { title: 'store to first match, against a clone', ratio: 0.5, limit: 1 },
  ]);
});

test.each([
  [[], ['engine'], ['chromium', 'firefox']],
  [['--browser'], ['browser'], ['chromium', 'firefox']],
  [['--all', '--browsers', 'firefox'], ['engine', 'browser'], ['firefox']],
])('the parts of the bench with %j', (args, parts, browsers) => {
  const options = parseBenchOptions(args);
  expect([options.parts, options.browsers]).toEqual([parts, browsers]);
});

test('a browser that the bench does not drive is refused', () => {
  expect(() => parseBenchOptions(['--browsers', 'lynx'])).toThrow(
    '--browsers takes chromium and firefox, not "lynx".',
  );
});
