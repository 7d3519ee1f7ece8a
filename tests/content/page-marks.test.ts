import { beforeEach, describe, expect, it } from 'vitest';
import { compareNodes } from '../../src/content/document-order.ts';
import { marksTouching, PageMarks } from '../../src/content/page-marks.ts';
import type { Annotation, Link } from '../../src/model/link.ts';
import { collectAddedText } from '../../src/page/collect-text.ts';
import { readPage } from '../../src/page/read-page.ts';

describe('marks at an offset', () => {
  const marks = [
    { name: 'a', start: 2, end: 5 },
    { name: 'b', start: 5, end: 8 },
    { name: 'c', start: 20, end: 30 },
  ];
  it.each([
    ['before all', 1, []],
    ['at a start', 2, ['a']],
    ['inside', 4, ['a']],
    ['where one ends and the next starts', 5, ['a', 'b']],
    ['at an end, as right of the last letter', 8, ['b']],
    ['between', 12, []],
    ['in the last', 25, ['c']],
    ['after all', 31, []],
  ])('%s', (_, offset, names) => {
    expect(marksTouching(marks, { start: offset, end: offset }).map(({ name }) => name)).toEqual(names);
  });

  it('of a longer span are all that it touches', () => {
    expect(marksTouching(marks, { start: 6, end: 20 }).map(({ name }) => name)).toEqual(['b', 'c']);
  });

  it('are none where there are no marks', () => {
    expect(marksTouching([], { start: 3, end: 3 })).toEqual([]);
  });
});

describe('the marks of a page', () => {
  const sentence = 'The talks went on all night and nobody said what had been agreed, not even to Ada.';
  beforeEach(() => {
    document.body.innerHTML = `<article><h1>Ada is at the talks</h1><p>${sentence}</p><h2>The next day</h2><p>${sentence}</p></article>`;
  });
  const read = () => readPage(document, null).collected;
  const annotate = (text: string): Annotation => ({
    links: [...text.matchAll(/Ada/g)].map(
      ({ index }): Link => ({
        start: index,
        end: index + 3,
        quote: 'Ada',
        kind: 'person',
        id: 'test:ada',
        label: 'Ada',
        packId: 'test',
        score: 1,
        evidence: [],
      }),
    ),
    ambiguous: [],
    unresolvedPlans: [],
  });

  it('stand in sections: the title, the text below it, and what follows a heading', () => {
    const marks = new PageMarks();
    const collected = read();
    marks.replace(collected, annotate(collected.text));
    expect(marks.all.map(({ section }) => section)).toEqual(['0.1', '0.2', '0.3']);
  });

  it('keep their index when found again at their place', () => {
    const marks = new PageMarks();
    const collected = read();
    marks.replace(collected, annotate(collected.text.slice(20)), 20);
    const former = marks.all.map(({ index }) => index);
    const again = read();
    marks.replace(again, annotate(again.text));
    expect(marks.all.map(({ index }) => index)).toEqual([former.length, ...former]);
  });

  it('are found by a position in the page’s nodes', () => {
    const marks = new PageMarks();
    const collected = read();
    marks.replace(collected, annotate(collected.text));
    const node = document.querySelector('p')?.firstChild as Text;
    const at = node.data.indexOf('Ada');
    expect(marks.touching(node, at + 1)).toEqual([marks.all[1]]);
    expect(marks.touching(node, 0)).toEqual([]);
  });

  it('are forgotten when their words change or their nodes go', () => {
    const marks = new PageMarks();
    const collected = read();
    marks.replace(collected, annotate(collected.text));
    const [first, second] = document.querySelectorAll('p');
    const words = first?.firstChild as Text;
    words.data = sentence.replace('Ada', 'Bob');
    second?.remove();
    marks.dropStale([words, second as Node]);
    expect(marks.all.map(({ section }) => section)).toEqual(['0.1']);
  });

  it('stay when other words of their node change, or their node comes back', () => {
    const marks = new PageMarks();
    const collected = read();
    marks.replace(collected, annotate(collected.text));
    const [first, second] = document.querySelectorAll('p');
    const words = first?.firstChild as Text;
    words.data = `${sentence} More of it.`;
    second?.remove();
    document.querySelector('article')?.append(second as Node);
    marks.dropStale([words, second as Node]);
    expect(marks.all).toHaveLength(3);
  });

  it('are in text order, wherever the page added text later', () => {
    const marks = new PageMarks();
    const collected = read();
    marks.replace(collected, annotate(collected.text));
    const [first] = document.querySelectorAll('p');
    const late = document.createElement('p');
    late.textContent = 'It was Ada, said Ada, who had not been there on that day at all.';
    first?.before(late);
    const added = collectAddedText([late], readPage(document, null).article);
    marks.add(added, annotate(added.text));
    expect(marks.all.map(({ index }) => index)).toEqual([0, 3, 4, 1, 2]);
    expect(marks.all.map(({ range }) => range.startContainer.parentElement?.localName)).toEqual([
      'h1',
      'p',
      'p',
      'p',
      'p',
    ]);
    marks.dropWithin([late]);
    expect(marks.all.map(({ index }) => index)).toEqual([0, 1, 2]);
  });

  it('are in text order when the page adds to many places at once, also inside a block that has text of its own', () => {
    const told = `<p>Ada and Ada: ${sentence}</p>`;
    document.body.innerHTML = `<article><h1>Ada is at the talks</h1>${told.repeat(20)}<ul><li>Ada ${sentence}<p>${sentence}</p>Ada again, ${sentence}</li></ul>${told.repeat(3)}</article>`;
    const page = readPage(document, null);
    const marks = new PageMarks();
    marks.replace(page.collected, annotate(page.collected.text));
    const before = marks.all.length;
    const places = [
      ...document.querySelectorAll('article > p:nth-of-type(4n), article > p:nth-of-type(21), li > p'),
    ];
    const late = places.map((place) => {
      const element = document.createElement('p');
      element.textContent = `Ada came back, and Ada said: ${sentence}`;
      place.before(element);
      return element;
    });
    const added = collectAddedText(late, page.article);
    marks.add(added, annotate(added.text));
    expect(marks.all).toHaveLength(before + late.length * 3);
    const inOrder = marks.all.toSorted(
      (a, b) =>
        compareNodes(a.range.startContainer, b.range.startContainer) ||
        a.range.startOffset - b.range.startOffset,
    );
    expect(marks.all.map(({ index }) => index)).toEqual(inOrder.map(({ index }) => index));
  });
});
