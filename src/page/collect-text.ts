/** An article's text as one string, with the way back to its nodes. */

import type { RawBlock } from './block-builder.ts';
import type { Article } from './find-article.ts';
import { furnitureOf, nameOf } from './furniture-of.ts';
import { isSkipped } from './is-skipped.ts';
import {
  type BlockReading,
  maxTextLength,
  type PageHabits,
  readAddedBlocks,
  readBlocks,
} from './read-blocks.ts';
import { buildTextMap, type TextMap } from './text-map.ts';
import { flatParentOf } from './walk-flat-tree.ts';

export { maxTextLength };

/** `[start, end)` of the text. */
export interface Block {
  readonly start: number;
  readonly end: number;
  readonly element: Element;
  readonly isHeading: boolean;
}

export interface CollectedText {
  /**
   * The title, when it is not inside a root, then the blocks, in the order shown and parted by one newline;
   * at most `maxTextLength` units.
   */
  readonly text: string;
  readonly title: string | null;
  readonly blocks: readonly Block[];
  readonly map: TextMap;
  readonly isTruncated: boolean;
}

/** The text of an article that a reader reads. */
export function collectText(article: Article): CollectedText {
  const reading = readBlocks(rootsOf(article));
  rememberHabits(article, reading);
  return assemble(reading, article.title);
}

/**
 * The text of elements that a page added to an article after it was read. Those outside the article, or in a
 * part of it that is not read, give nothing; `title` is null.
 */
export function collectAddedText(added: readonly Element[], article: Article): CollectedText {
  const habits = habitsOf(article);
  const candidates = new Set(added);
  const roots = [...candidates].filter(
    (element) => isRead(element, article, habits) && !hasAncestorIn(element, candidates),
  );
  return assemble(readAddedBlocks(roots, habits), null);
}

function assemble({ blocks, isTruncated }: BlockReading, title: Element | null): CollectedText {
  const offsets: number[] = [];
  let length = 0;
  for (const block of blocks) {
    offsets.push(length);
    length += block.text.length + 1;
  }
  const titleTexts = blocks
    .filter(({ element }) => title && isWithin(element, title))
    .map(({ text }) => text);
  return {
    text: blocks.map(({ text }) => text).join('\n'),
    title: titleTexts.length > 0 ? titleTexts.join(' ') : null,
    blocks: blocks.map((block, index) => place(block, offsets[index] ?? 0)),
    map: buildTextMap(blocks, offsets),
    isTruncated,
  };
}

function place({ element, kind, text }: RawBlock, start: number): Block {
  return { start, end: start + text.length, element, isHeading: kind === 'heading' };
}

function rootsOf({ title, roots }: Article): readonly Element[] {
  return title && !roots.some((root) => isWithin(title, root)) ? [title, ...roots] : roots;
}

/** UTF-16 units: a few paragraphs. */
const leastForHabits = 1_000;
const habitsByArticle = new WeakMap<Article, PageHabits>();

/** As the article was read, or as it is now if there was hardly any text then. */
function habitsOf(article: Article): PageHabits {
  const known = habitsByArticle.get(article);
  if (known) return known;
  const reading = readBlocks(rootsOf(article));
  rememberHabits(article, reading);
  return reading.habits;
}

/** A page that brings its text later has no habits yet: it is read again when something is added. */
function rememberHabits(article: Article, { blocks, habits }: BlockReading): void {
  const length = blocks.reduce((sum, { text }) => sum + text.length, 0);
  if (length >= leastForHabits) habitsByArticle.set(article, habits);
}

/** Walks up from an element: it is read when a root comes before anything that is left out. */
function isRead(element: Element, { roots }: Article, { layouts }: PageHabits): boolean {
  for (let at: Element | null = element; at; at = flatParentOf(at)) {
    if (isSkipped(at)) return false;
    if (roots.includes(at)) return true;
    if (furnitureOf(at) && !layouts.has(nameOf(at))) return false;
  }
  return false;
}

function hasAncestorIn(element: Element, elements: ReadonlySet<Element>): boolean {
  for (let at = flatParentOf(element); at; at = flatParentOf(at)) if (elements.has(at)) return true;
  return false;
}

function isWithin(element: Element, container: Element): boolean {
  for (let at: Element | null = element; at; at = flatParentOf(at)) if (at === container) return true;
  return false;
}
