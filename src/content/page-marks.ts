import type { Annotation, Span } from '../model/link.ts';
import type { Block, CollectedText } from '../page/collect-text.ts';
import { offsetAt, spanOfNode } from '../page/resolve-span.ts';
import { compareBoundaries, compareNodes, isWithin } from './document-order.ts';
import { FormerMarks } from './former-marks.ts';
import { type Found, type Mark, spanOf } from './mark.ts';
import { findSectionStarts, sectionAt } from './select-marks.ts';
import { StoredMark } from './stored-mark.ts';
import { textNodesIn } from './text-nodes-in.ts';

/** One text that was collected and annotated at once: the whole article, or what the page added to it later. */
interface Part {
  readonly number: number;
  readonly collected: CollectedText;
  /** In text order. */
  readonly marks: readonly StoredMark[];
}

/**
 * Everything found on the page, kept true while the page changes. Work is in proportion to what is asked or changed, not to
 * the marks there are: pages change often, and a long one has tens of thousands.
 */
export class PageMarks {
  #parts: Part[] = [];
  #partCount = 0;
  #markCount = 0;
  #ordered: StoredMark[] = [];

  /** In text order. */
  get all(): readonly Mark[] {
    return this.#ordered;
  }

  find(index: number): Mark | null {
    return this.#ordered.find((mark) => mark.index === index) ?? null;
  }

  clear(): void {
    this.#parts = [];
    this.#ordered = [];
  }

  /** Forgets all and adds what was found in a text. What is found again at its old place keeps its index. */
  replace(collected: CollectedText, annotation: Annotation, shift = 0): void {
    const former = new FormerMarks(this.#ordered, collected);
    this.clear();
    this.#add(collected, annotation, { shift, former });
  }

  /** Adds what was found in a text. `shift` is where in it the annotated stretch starts. */
  add(collected: CollectedText, annotation: Annotation, shift = 0): void {
    this.#add(collected, annotation, { shift, former: new FormerMarks([], collected) });
  }

  /** Forgets the marks inside these nodes, whose text is about to be collected again. */
  dropWithin(roots: readonly Node[]): void {
    const inside: ReadonlySet<Node> = textNodesIn(roots);
    this.#drop(
      this.#marksIn(roots).filter(
        ({ range }) => inside.has(range.startContainer) || inside.has(range.endContainer),
      ),
    );
  }

  /** Forgets marks whose words are no longer on the page as they were, of those in nodes that were changed or removed. */
  dropStale(touched: readonly Node[]): void {
    this.#drop(this.#marksIn(touched).filter(({ isCurrent }) => !isCurrent));
  }

  /** The marks that a position in the page's text touches: two where one ends at the start of the next. */
  touching(node: Node, offset: number): Mark[] {
    for (let i = this.#parts.length - 1; i >= 0; i--) {
      const { collected, marks } = this.#parts[i] as Part;
      const textOffset = offsetAt(collected, node, offset);
      if (textOffset === null) continue;
      const found = marksTouching(marks, { start: textOffset, end: textOffset });
      if (found.length > 0) return found;
    }
    return [];
  }

  #add(
    collected: CollectedText,
    annotation: Annotation,
    { shift, former }: { shift: number; former: FormerMarks },
  ): void {
    const number = this.#partCount++;
    const starts = findSectionStarts(collected.blocks);
    const before = this.#sectionBefore(collected);
    const marks: StoredMark[] = [];
    for (const found of inTextOrder(annotation)) {
      const { start, end } = shiftSpan(spanOf(found), shift);
      const block = blockAt(collected.blocks, start)?.element;
      if (!block || !(end <= collected.text.length) || !/\S/.test(collected.text.slice(start, end))) continue;
      const section = sectionAt(starts, start);
      const facts = {
        found,
        section: section === 0 && before ? before : `${number}.${section}`,
        block,
        start,
        end,
      };
      marks.push(new StoredMark(collected, { ...facts, index: former.indexOf(facts) ?? this.#markCount++ }));
    }
    this.#parts.push({ number, collected, marks });
    if (this.#ordered.length === 0) this.#ordered = [...marks];
    else this.#insert(marks);
  }

  /** Later text mostly stands in one place: a mark that comes right after the one before it needs one comparison. */
  #insert(marks: readonly StoredMark[]): void {
    const former = this.#ordered;
    const merged: StoredMark[] = [];
    const compare = markOrder();
    let at = 0;
    for (const mark of marks) {
      const isBefore = (other: StoredMark): boolean => compare(other, mark) <= 0;
      const place = skipWhile(former, isBefore, at);
      for (; at < place; at++) merged.push(former[at] as StoredMark);
      merged.push(mark);
    }
    for (; at < former.length; at++) merged.push(former[at] as StoredMark);
    this.#ordered = merged;
  }

  #marksIn(nodes: readonly Node[]): StoredMark[] {
    const found = new Set<StoredMark>();
    for (const node of textNodesIn(nodes)) {
      for (const { collected, marks } of this.#parts) {
        const span = spanOfNode(collected, node);
        if (span) for (const mark of marksTouching(marks, span)) found.add(mark);
      }
    }
    return [...found];
  }

  #drop(dropped: readonly StoredMark[]): void {
    if (dropped.length === 0) return;
    const gone = new Set(dropped);
    const isKept = (mark: StoredMark): boolean => !gone.has(mark);
    this.#parts = this.#parts
      .map((part) =>
        part.marks.some((mark) => gone.has(mark)) ? { ...part, marks: part.marks.filter(isKept) } : part,
      )
      .filter((part, position) => position === 0 || part.marks.length > 0);
    this.#ordered = this.#ordered.filter(isKept);
  }

  /** The section of the whole article in which a later text begins. */
  #sectionBefore(collected: CollectedText): string | null {
    const [main] = this.#parts;
    const [first] = collected.blocks;
    if (!main || !first) return null;
    const { blocks } = main.collected;
    const block = blocks[countWhile(blocks, ({ element }) => compareNodes(element, first.element) < 0) - 1];
    const section = block ? sectionAt(findSectionStarts(blocks), block.start) : 0;
    return `${main.number}.${section}`;
  }
}

/** The marks, of a list in text order without overlaps, that share an offset with a span, or an end with its start. */
export function marksTouching<M extends Span>(marks: readonly M[], span: Span): M[] {
  const touching: M[] = [];
  for (let i = countWhile(marks, ({ end }) => end < span.start); i < marks.length; i++) {
    const mark = marks[i] as M;
    if (mark.start > span.end) break;
    touching.push(mark);
  }
  return touching;
}

const blockAt = (blocks: readonly Block[], offset: number): Block | undefined =>
  blocks[countWhile(blocks, ({ start }) => start <= offset) - 1];

/** How many items come first for which something holds that holds for none behind them; it holds before `from`. */
function countWhile<T>(
  items: readonly T[],
  holds: (item: T) => boolean,
  from = 0,
  to = items.length,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(items[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** As `countWhile`, quick where few items from `from` on hold: it looks ever farther ahead before it searches. */
function skipWhile<T>(items: readonly T[], holds: (item: T) => boolean, from: number): number {
  let low = from;
  for (let step = 1; ; step *= 2) {
    const ahead = low + step - 1;
    if (ahead >= items.length) return countWhile(items, holds, low);
    if (!holds(items[ahead] as T)) return countWhile(items, holds, low, ahead);
    low = ahead + 1;
  }
}

function inTextOrder({ links, ambiguous, unresolvedPlans }: Annotation): Found[] {
  const found: Found[] = [
    ...links.map((link) => ({ type: 'link', link }) as const),
    ...ambiguous.map((each) => ({ type: 'ambiguous', ambiguous: each }) as const),
    ...unresolvedPlans.map((plan) => ({ type: 'unresolvedPlan', plan }) as const),
  ];
  return found.sort((a, b) => spanOf(a).start - spanOf(b).start);
}

const shiftSpan = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/**
 * Compares marks by their places. To compare nodes takes a browser as long as there are nodes between them, and marks of one
 * block have the same neighbours: what was last told of two blocks that stand apart is told again.
 */
function markOrder(): (a: Mark, b: Mark) => number {
  let last: { readonly a: Element; readonly b: Element; readonly order: number } | null = null;
  return (a, b) => {
    if (a.block === b.block) return compareMarks(a, b);
    if (last?.a !== a.block || last.b !== b.block) {
      const isNested = isWithin(a.block, b.block) || isWithin(b.block, a.block);
      last = { a: a.block, b: b.block, order: isNested ? 0 : compareNodes(a.block, b.block) };
    }
    return last.order || compareMarks(a, b);
  };
}

function compareMarks(a: Mark, b: Mark): number {
  return (
    compareBoundaries(
      { node: a.range.startContainer, offset: a.range.startOffset },
      { node: b.range.startContainer, offset: b.range.startOffset },
    ) || a.index - b.index
  );
}
