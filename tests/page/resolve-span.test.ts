import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CollectedText, collectText } from '../../src/page/collect-text.ts';
import { findArticle } from '../../src/page/find-article.ts';
import { offsetAt, resolveSpan } from '../../src/page/resolve-span.ts';
import { parseHtml } from './parse-html.ts';

const read = (document: Document): CollectedText => collectText(findArticle(document));

type Tree = string | { readonly tag: string; readonly children: readonly Tree[] };

const text = fc
  .array(fc.constantFrom('a', 'Київ', '😀', ' ', '  ', '\n\t', '\u00a0', '.', 'é', '東'), { maxLength: 8 })
  .map((pieces) => pieces.join(''));
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    { weight: 3, arbitrary: text },
    fc.record({
      tag: fc.constantFrom(
        'p',
        'div',
        'li',
        'h2',
        'b',
        'i',
        'a',
        'span',
        'br',
        'comment',
        'script',
        'blockquote',
      ),
      children: fc.array(tie('tree'), { maxLength: 5 }),
    }),
  ),
}));

function grow(document: Document, node: Tree): Node {
  if (typeof node === 'string') return document.createTextNode(node);
  if (node.tag === 'comment') return document.createComment('not text');
  const element = document.createElement(node.tag);
  if (node.tag === 'br') return element;
  element.append(...node.children.map((child) => grow(document, child)));
  return element;
}

const { implementation } = parseHtml('');

function grown(trees: readonly Tree[]): Document {
  const document = implementation.createHTMLDocument('');
  document.body.append(...trees.map((node) => grow(document, node)));
  return document;
}

const trees = fc.array(tree, { maxLength: 6 });

describe('on any page', () => {
  test('each character of the text is at its place in a node, or a newline that is in no node', () => {
    fc.assert(
      fc.property(trees, (roots) => {
        const collected = read(grown(roots));
        for (let start = 0; start < collected.text.length; start++) {
          const unit = collected.text[start];
          const range = resolveSpan(collected, { start, end: start + 1 });
          if (!range) {
            expect(unit).toBe('\n');
            continue;
          }
          const { startContainer, startOffset, endContainer, endOffset } = range;
          expect([endContainer, endOffset]).toEqual([startContainer, startOffset + 1]);
          expect((startContainer as Text).data[startOffset]?.replace(/[\t\n]/, ' ')).toBe(unit);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a span comes back as it went, whatever it begins and ends with but newlines', () => {
    fc.assert(
      fc.property(trees, fc.nat(), fc.nat(), (roots, first, second) => {
        const collected = read(grown(roots));
        const { length } = collected.text;
        const [start = 0, end = 0] = [first % (length + 1), second % (length + 1)].sort((a, b) => a - b);
        const slice = collected.text.slice(start, end);
        fc.pre(slice !== '' && !/^\n|\n$/.test(slice));
        const range = resolveSpan(collected, { start, end });
        if (!range) throw new Error('no range');
        expect(offsetAt(collected, range.startContainer, range.startOffset)).toBe(start);
        expect(offsetAt(collected, range.endContainer, range.endOffset)).toBe(end);
      }),
      { numRuns: 150 },
    );
  });

  test('a span inside a block holds the characters of the page that its text is made of', () => {
    fc.assert(
      fc.property(trees, fc.nat(), fc.nat(), fc.nat(), (roots, which, first, second) => {
        const document = grown(roots);
        const collected = read(document);
        fc.pre(collected.blocks.length > 0);
        const block = collected.blocks[which % collected.blocks.length];
        const size = (block?.end ?? 0) - (block?.start ?? 0);
        const [from = 0, to = 0] = [first % (size + 1), second % (size + 1)].sort((a, b) => a - b);
        const span = { start: (block?.start ?? 0) + from, end: (block?.start ?? 0) + to };
        const init = resolveSpan(collected, span);
        fc.pre(init !== null);
        const range = document.createRange();
        if (init) range.setStart(init.startContainer, init.startOffset);
        if (init) range.setEnd(init.endContainer, init.endOffset);
        for (const script of document.querySelectorAll('script')) script.textContent = '';
        expect(squeeze(range.toString())).toBe(squeeze(collected.text.slice(span.start, span.end)));
      }),
      { numRuns: 150 },
    );
  });

  test('each position in a node of the article has an offset inside the text, and they never run backwards', () => {
    fc.assert(
      fc.property(trees, (roots) => {
        const collected = read(grown(roots));
        let last = 0;
        for (const node of collected.map.nodes) {
          for (let offset = 0; offset <= node.length; offset++) {
            const found = offsetAt(collected, node, offset) ?? -1;
            expect(found).toBeGreaterThanOrEqual(last);
            expect(found).toBeLessThanOrEqual(collected.text.length);
            last = found;
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

const squeeze = (value: string): string => value.replace(/[ \t\n]+/g, '');

describe('on a page with two paragraphs', () => {
  const document = parseHtml('<p> Ky<b>iv</b>\n  today</p><p>one<br>two</p>');
  const collected = read(document);
  const [first, second] = document.querySelectorAll('p');
  const nodes = {
    ky: first?.childNodes[0],
    iv: first?.querySelector('b')?.firstChild,
    today: first?.childNodes[2],
  };

  test.each([
    ['a name that an element splits', 0, 4, [nodes.ky, 1, nodes.iv, 2]],
    ['a word after white space that was collapsed', 5, 10, [nodes.today, 3, nodes.today, 8]],
    ['the space itself', 4, 5, [nodes.today, 0, nodes.today, 1]],
    ['a span over both blocks', 5, 14, [nodes.today, 3, second?.firstChild, 3]],
    ['a span with the newlines at its edges', 10, 15, [second?.firstChild, 0, second?.firstChild, 3]],
    ['a caret', 2, 2, [nodes.iv, 0, nodes.iv, 0]],
    ['the end of the text', 18, 18, [second?.lastChild, 3, second?.lastChild, 3]],
  ])('%s', (_, start, end, expected) => {
    expect(collected.text).toBe('Kyiv today\none\ntwo');
    const range = resolveSpan(collected, { start, end });
    expect([range?.startContainer, range?.startOffset, range?.endContainer, range?.endOffset]).toEqual(
      expected,
    );
  });

  test.each([
    ['the newline between blocks', 10, 11],
    ['the newline of a br', 14, 15],
    ['past the end', 17, 19],
    ['before the start', -1, 2],
    ['backwards', 3, 2],
    ['not a number', Number.NaN, 2],
  ])('no range for %s', (_, start, end) => {
    expect(resolveSpan(collected, { start, end })).toBeNull();
  });

  test.each([
    ['in white space before the block', nodes.ky, 0, 0],
    ['inside collapsed white space', nodes.today, 2, 5],
    ['in a node outside the article', document.createTextNode('elsewhere'), 0, null],
    ['on an element', first, 0, null],
  ])('the offset %s', (_, node, offset, expected) => {
    if (!node) throw new Error('no node');
    expect(offsetAt(collected, node, offset)).toBe(expected);
  });

  test('an empty text has no range at all', () => {
    expect(resolveSpan(read(parseHtml('')), { start: 0, end: 0 })).toBeNull();
  });
});
