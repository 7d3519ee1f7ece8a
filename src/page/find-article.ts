/** Which part of a page is the article, decided by where its prose is. */

import type { Language } from '../model/record.ts';
import type { RawBlock } from './block-builder.ts';
import { findTitle } from './find-title.ts';
import { pageLanguage } from './page-language.ts';
import { proseOf } from './prose-of.ts';
import { readBlocks } from './read-blocks.ts';
import { type LinkedData, readJsonLd } from './read-json-ld.ts';
import {
  attributeOf,
  bodyOf,
  designModeOf,
  firstChildOf,
  isElement,
  localNameOf,
  nextSiblingOf,
} from './read-node.ts';
import { flatParentOf } from './walk-flat-tree.ts';

export interface Article {
  /** The headline as the reader sees it; it may be inside one of `roots`. */
  readonly title: Element | null;
  /** Whose text is read, in document order; none is inside another. Empty when the page has no text. */
  readonly roots: readonly Element[];
  readonly language: Language | null;
}

/** A part of the page this much of whose prose is in one child is left for that child. */
const minChildShare = 0.8;
/** An element that its tag or its data call the article is believed when it has this share of the prose. */
const minDeclaredShare = 0.5;
/** More prose than this between headline and article is something else, such as another story. */
const maxHeaderShare = 0.3;
const maxHeaderProse = 1_500;

/**
 * The article of a page, or all its text without boilerplate when it has none. The document is not changed.
 */
export function findArticle(document: Document, data: LinkedData = readJsonLd(document)): Article {
  const language = pageLanguage(document, data);
  const body = bodyOf(document);
  if (!body || isDesignMode(document)) return { title: null, roots: [], language };
  const { blocks } = readBlocks([body]);
  if (blocks.length === 0) return { title: null, roots: [], language };
  const survey = surveyProse(blocks, body);
  const container = findContainer(survey, body);
  const title = findTitle(document, blocks, data)?.element ?? null;
  return { title, roots: [...findHeader(title, container, survey), container], language };
}

/** For each element with text below it, how much prose that is, and which of its children have some. */
interface Survey {
  readonly prose: ReadonlyMap<Element, number>;
  readonly children: ReadonlyMap<Element, ReadonlySet<Element>>;
  /** Elements that are a paragraph themselves. */
  readonly paragraphs: ReadonlySet<Element>;
}

function surveyProse(blocks: readonly RawBlock[], body: Element): Survey {
  const prose = new Map<Element, number>();
  const children = new Map<Element, Set<Element>>();
  const paragraphs = new Set<Element>();
  for (const block of blocks) {
    if (block.kind !== 'loose') paragraphs.add(block.element);
    prose.set(block.element, (prose.get(block.element) ?? 0) + proseOf(block));
    addToTree(block.element, body, children);
  }
  // Parents come before their children in this list, so that sums can be carried up from its end.
  const order = [body];
  for (const element of order) for (const child of children.get(element) ?? []) order.push(child);
  for (const element of order.reverse()) {
    const parent = element === body ? null : flatParentOf(element);
    if (parent) prose.set(parent, (prose.get(parent) ?? 0) + (prose.get(element) ?? 0));
  }
  return { prose, children, paragraphs };
}

/** Climbs no further than to what is known, so that deep pages cost no more than their elements. */
function addToTree(element: Element, body: Element, children: Map<Element, Set<Element>>): void {
  for (let at = element; at !== body; ) {
    const parent = flatParentOf(at);
    if (!parent) return;
    const known = children.get(parent);
    if (known?.has(at)) return;
    if (known) known.add(at);
    else children.set(parent, new Set([at]));
    at = parent;
  }
}

function findContainer(survey: Survey, body: Element): Element {
  const { prose, children, paragraphs } = survey;
  const total = prose.get(body) ?? 0;
  if (total === 0) return body;
  let container = findDeclared(survey, total) ?? body;
  for (;;) {
    const share = (prose.get(container) ?? 0) * minChildShare;
    const next = [...(children.get(container) ?? [])].find((child) => (prose.get(child) ?? 0) >= share);
    if (!next || paragraphs.has(next) || isContinued(next, container, survey)) return container;
    container = next;
  }
}

/** An article that is cut by an advertisement goes on in an element of the same name. */
function isContinued(part: Element, container: Element, { prose, children }: Survey): boolean {
  const name = partNameOf(part);
  if (!contentName.test(name)) return false;
  return [...(children.get(container) ?? [])].some(
    (other) => other !== part && (prose.get(other) ?? 0) > 0 && partNameOf(other) === name,
  );
}

const contentName = /article|story|body|content|text|entry|post/i;

/** Parts may be numbered: `story-body-1`. */
const partNameOf = (element: Element): string => (attributeOf(element, 'class') ?? '').replace(/\d+/g, '');

/** The innermost element that holds most of the prose and says that it is the article. */
function findDeclared({ prose }: Survey, total: number): Element | null {
  let declared: Element | null = null;
  for (const [element, weight] of prose) {
    if (weight < total * minDeclaredShare || !isDeclaredArticle(element)) continue;
    if (!declared || weight < (prose.get(declared) ?? 0)) declared = element;
  }
  return declared;
}

function isDeclaredArticle(element: Element): boolean {
  const tag = localNameOf(element);
  if (tag === 'article' || tag === 'main') return true;
  const role = attributeOf(element, 'role');
  return role === 'main' || role === 'article' || attributeOf(element, 'itemprop') === 'articleBody';
}

/** What has text between headline and article: standfirst, picture captions. */
function findHeader(title: Element | null, container: Element, { prose }: Survey): Element[] {
  if (!title) return [];
  const titlePath = pathOf(title);
  const containerPath = pathOf(container);
  let level = 0;
  while (titlePath[level] && titlePath[level] === containerPath[level]) level++;
  if (!titlePath[level] || !containerPath[level]) return [];

  const header: Element[] = [];
  for (const element of titlePath.slice(level + 1).reverse()) header.push(...siblingsUntil(element, null));
  const branch = containerPath[level] ?? null;
  const between = siblingsUntil(titlePath[level] ?? title, branch);
  if (between.at(-1) !== branch) return [];
  header.push(...between.slice(0, -1));
  for (const [index, element] of containerPath.entries()) {
    if (index > level) header.push(...siblingsBefore(element, containerPath[index - 1]));
  }
  const withText = header.filter((element) => prose.has(element));
  const weight = withText.reduce((sum, element) => sum + (prose.get(element) ?? 0), 0);
  const limit = maxHeaderProse + maxHeaderShare * (prose.get(container) ?? 0);
  return weight <= limit ? withText : [];
}

/** The elements that hold `element`, outermost first, and itself. */
function pathOf(element: Element): Element[] {
  const path: Element[] = [];
  for (let at: Element | null = element; at; at = flatParentOf(at)) path.push(at);
  return path.reverse();
}

/** The elements after `element`, up to and with `end`; up to the last when `end` is not among them. */
function siblingsUntil(element: Element, end: Element | null): Element[] {
  const siblings: Element[] = [];
  for (let node = nextSiblingOf(element); node; node = nextSiblingOf(node)) {
    if (isElement(node)) siblings.push(node);
    if (node === end) break;
  }
  return siblings;
}

function siblingsBefore(element: Element, parent: Element | undefined): Element[] {
  const siblings: Element[] = [];
  for (
    let node = parent ? firstChildOf(parent) : null;
    node && node !== element;
    node = nextSiblingOf(node)
  ) {
    if (isElement(node)) siblings.push(node);
  }
  return siblings;
}

/** In design mode the whole page is an editor. */
function isDesignMode(document: Document): boolean {
  // jsdom has no such property, and a page could name an image so.
  return 'designMode' in Object.getPrototypeOf(document) && designModeOf(document) === 'on';
}
