/** The ways to mark the same matches in one page that the bench compares. */

import Mark from 'mark.js';
import { PageMarks } from '../../../../content/page-marks.ts';
import { NativePainter } from '../../../../content/painters/native-painter.ts';
import type { Annotation } from '../../../../model/link.ts';
import { type CollectedText, collectText } from '../../../../page/collect-text.ts';

/** What was done to a page, and how to undo what the next way would otherwise see. */
export interface Marking {
  readonly count: number;
  dispose(): void;
}

export interface FoundName {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** The text under an element as the content script reads it. */
export const readText = (root: Element): CollectedText =>
  collectText({ title: null, roots: [root], language: 'en' });

/** Every whole-word place of the names in a text, in text order. */
export function findNames(text: string, names: readonly string[]): FoundName[] {
  const pattern = new RegExp(`\\b(?:${names.join('|')})\\b`, 'g');
  return [...text.matchAll(pattern)].map(({ 0: name, index }) => ({
    start: index,
    end: index + name.length,
    name,
  }));
}

/** The answer that the background would give. */
export const annotationOf = (found: readonly FoundName[]): Annotation => ({
  links: found.map(({ start, end, name }) => ({
    start,
    end,
    quote: name,
    kind: 'place',
    id: `bench:${name}`,
    label: name,
    packId: 'bench',
    score: 1,
    evidence: [],
  })),
  ambiguous: [],
  unresolvedPlans: [],
});

/** As the content script does it: its marks, its painter. The painter's style sheet is a cost of its own, once a page. */
export function markWithNewsgloss(
  painter: NativePainter,
  collected: CollectedText,
  annotation: Annotation,
): Marking & { marks: PageMarks } {
  const marks = new PageMarks();
  marks.replace(collected, annotation);
  painter.paint(marks.all);
  return { count: marks.all.length, marks, dispose: () => painter.dispose() };
}

export const makePainter = (): NativePainter =>
  new NativePainter({ document, style: 'underline', ground: 'light' });

export interface NodeMatches {
  readonly node: Text;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/** What a page's author would write: each match's text in a `mark` element, one change of the page for each text node. */
export function wrapByHand(matches: readonly NodeMatches[]): Marking {
  let count = 0;
  for (const { node, spans } of matches) {
    const fragment = document.createDocumentFragment();
    const { data } = node;
    let at = 0;
    for (const { start, end } of spans) {
      if (start > at) fragment.append(data.slice(at, start));
      const mark = document.createElement('mark');
      mark.textContent = data.slice(start, end);
      fragment.append(mark);
      at = end;
      count++;
    }
    if (at < data.length) fragment.append(data.slice(at));
    node.replaceWith(fragment);
  }
  return { count, dispose: () => undefined };
}

/** mark.js, which finds the names itself. */
export function markWithMarkJs(root: HTMLElement, names: readonly string[]): Marking {
  let count = 0;
  new Mark(root).mark([...names], {
    accuracy: 'exactly',
    caseSensitive: true,
    diacritics: false,
    separateWordSearch: false,
    done: (marked) => {
      count = marked;
    },
  });
  return { count, dispose: () => undefined };
}
