import type { Article } from './find-article.ts';
import { attributeOf, localNameOf } from './read-node.ts';
import { blockTags, skippedTags } from './tag-roles.ts';
import { flatParentOf, walkFlatTree } from './walk-flat-tree.ts';

export interface HeaderTexts {
  /** Values of `datetime`; those after the headline first. */
  readonly times: readonly string[];
  /** Lines short enough for a byline, in the same order. */
  readonly lines: readonly string[];
}

/** Longer than any byline; a sentence is text before that. */
const maxLineLength = 120;
const maxSentenceLength = 60;
/** Standfirst and lead come before the byline on some pages, hardly more. */
const maxParagraphs = 3;

/**
 * What stands around the headline, up to the first paragraphs of the article: where pages print their date.
 */
export function readHeader({ title, roots }: Article): HeaderTexts {
  const container = roots.at(-1);
  if (!container) return { times: [], lines: [] };
  const before: Header = { times: [], lines: [] };
  const after: Header = { times: [], lines: [] };
  let current = title ? before : after;
  let line = '';
  let isInside = false;
  let paragraphs = 0;

  const endLine = (): void => {
    const text = line.replace(/\s+/g, ' ').trim();
    line = '';
    if (isParagraph(text)) paragraphs += isInside ? 1 : 0;
    else if (text) current.lines.push(text);
  };

  walkFlatTree(commonAncestor(title ?? container, container), {
    enter(element) {
      const tag = localNameOf(element);
      if (skippedTags.has(tag)) return false;
      if (blockTags.has(tag)) endLine();
      if (element === container) isInside = true;
      if (element === title) current = after;
      const time = tag === 'time' ? attributeOf(element, 'datetime') : null;
      if (time) current.times.push(time);
      return true;
    },
    text(node) {
      line += node.data;
    },
    leave(element) {
      if (blockTags.has(localNameOf(element))) endLine();
    },
    isDone: () => paragraphs >= maxParagraphs,
  });
  // What is nearest to the headline comes first: the page's clock and its tickers are at the top.
  return {
    times: [...after.times, ...before.times.reverse()],
    lines: [...after.lines, ...before.lines.reverse()],
  };
}

const isParagraph = (text: string): boolean =>
  text.length > maxLineLength || (text.length > maxSentenceLength && /[.!?…][”"’»]?$/.test(text));

interface Header {
  readonly times: string[];
  readonly lines: string[];
}

function commonAncestor(first: Element, second: Element): Element {
  const ancestors = new Set<Element>();
  for (let at: Element | null = first; at; at = flatParentOf(at)) ancestors.add(at);
  for (let at: Element | null = second; at; at = flatParentOf(at)) if (ancestors.has(at)) return at;
  return second;
}
