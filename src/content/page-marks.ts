import { ambiguityKey } from '../model/ambiguity-key.ts';
import type { Annotation, Span } from '../model/link.ts';
import type { CollectedText } from '../page/collect-text.ts';
import { offsetAt, resolveSpan } from '../page/resolve-span.ts';
import { compareBoundaries, compareNodes, isWithin } from './document-order.ts';
import type { Found, Mark } from './mark.ts';
import { findSectionStarts, sectionAt } from './select-marks.ts';
import { createRangeIn, isOnPage } from './unclobbered.ts';

/** One text that was collected and annotated at once: the whole article, or what the page added to it later. */
interface Part {
  readonly number: number;
  readonly collected: CollectedText;
  /** In text order. */
  readonly marks: readonly StoredMark[];
}

interface StoredMark extends Mark {
  readonly start: number;
  readonly end: number;
  /** The page's text in the range when it was found. */
  readonly text: string;
}

/** Everything found on the page, kept true while the page changes. */
export class PageMarks {
  #parts: Part[] = [];
  #partCount = 0;
  #markCount = 0;
  #ordered: readonly Mark[] | null = null;
  #former = new Map<Node, StoredMark[]>();

  /** In text order. */
  get all(): readonly Mark[] {
    this.#ordered ??= this.#order();
    return this.#ordered;
  }

  find(index: number): Mark | null {
    return this.all.find((mark) => mark.index === index) ?? null;
  }

  clear(): void {
    this.#parts = [];
    this.#ordered = null;
  }

  /** Forgets all and adds what was found in a text. What is found again at its old place keeps its index. */
  replace(collected: CollectedText, annotation: Annotation, shift = 0): void {
    const former = this.#parts.flatMap((part) => part.marks);
    this.clear();
    for (const mark of former) {
      const { startContainer } = mark.range;
      this.#former.set(startContainer, [...(this.#former.get(startContainer) ?? []), mark]);
    }
    this.add(collected, annotation, shift);
    this.#former = new Map();
  }

  /** Adds what was found in a text. `shift` is where in it the annotated stretch starts. */
  add(collected: CollectedText, annotation: Annotation, shift = 0): void {
    const number = this.#partCount++;
    const starts = findSectionStarts(collected.blocks);
    const before = this.#sectionBefore(collected);
    const marks: StoredMark[] = [];
    for (const found of inTextOrder(annotation)) {
      const span = spanOf(found);
      const start = span.start + shift;
      const end = span.end + shift;
      const range = resolveSpan(collected, { start, end });
      const block = collected.blocks.findLast((candidate) => candidate.start <= start)?.element;
      if (!range || !block) continue;
      const section = sectionAt(starts, start);
      marks.push({
        index: this.#formerIndex(range, found) ?? this.#markCount++,
        found,
        section: section === 0 && before ? before : `${number}.${section}`,
        range,
        block,
        start,
        end,
        text: textIn(range) ?? '',
      });
    }
    this.#parts.push({ number, collected, marks });
    this.#ordered = null;
  }

  /** Forgets the marks inside these nodes, whose text is about to be collected again. */
  dropWithin(roots: readonly Node[]): void {
    this.#keep(
      ({ range }) =>
        !roots.some((root) => isWithin(range.startContainer, root) || isWithin(range.endContainer, root)),
    );
  }

  /** Forgets marks whose words are no longer on the page as they were. */
  dropStale(): void {
    this.#keep(({ range, text }) => textIn(range) === text);
  }

  /** The marks that a position in the page's text touches: two where one ends at the start of the next. */
  touching(node: Node, offset: number): Mark[] {
    for (const { collected, marks } of this.#parts.toReversed()) {
      const textOffset = offsetAt(collected, node, offset);
      if (textOffset === null) continue;
      const found = marksTouching(marks, textOffset);
      if (found.length > 0) return found;
    }
    return [];
  }

  #formerIndex({ startContainer, startOffset }: StaticRangeInit, found: Found): number | null {
    const former = this.#former
      .get(startContainer)
      ?.find(
        ({ range, found: other }) => range.startOffset === startOffset && nameOf(other) === nameOf(found),
      );
    return former?.index ?? null;
  }

  #keep(isKept: (mark: StoredMark) => boolean): void {
    this.#parts = this.#parts
      .map((part) => ({ ...part, marks: part.marks.filter(isKept) }))
      .filter((part, position) => position === 0 || part.marks.length > 0);
    this.#ordered = null;
  }

  #order(): readonly Mark[] {
    const marks = this.#parts.flatMap((part) => part.marks);
    return this.#parts.length > 1 ? marks.sort(compareMarks) : marks;
  }

  /** The section of the whole article in which a later text begins. */
  #sectionBefore(collected: CollectedText): string | null {
    const [main] = this.#parts;
    const [first] = collected.blocks;
    if (!main || !first) return null;
    const block = main.collected.blocks.findLast(({ element }) => compareNodes(element, first.element) < 0);
    const section = block ? sectionAt(findSectionStarts(main.collected.blocks), block.start) : 0;
    return `${main.number}.${section}`;
  }
}

/** The marks, of a list in text order without overlaps, whose span or end an offset lies in. */
export function marksTouching<M extends { readonly start: number; readonly end: number }>(
  marks: readonly M[],
  offset: number,
): M[] {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return marks.slice(low, low + 2).filter((mark) => mark.start <= offset && offset <= mark.end);
}

function inTextOrder({ links, ambiguous, unresolvedPlans }: Annotation): Found[] {
  const found: Found[] = [
    ...links.map((link) => ({ type: 'link', link }) as const),
    ...ambiguous.map((each) => ({ type: 'ambiguous', ambiguous: each }) as const),
    ...unresolvedPlans.map((plan) => ({ type: 'unresolvedPlan', plan }) as const),
  ];
  return found.sort((a, b) => spanOf(a).start - spanOf(b).start);
}

/** What makes a mark the same one when its text is read again. */
function nameOf(found: Found): string {
  if (found.type === 'link') return `${found.link.packId} ${found.link.id}`;
  return found.type === 'ambiguous' ? ambiguityKey(found.ambiguous.candidates) : found.plan.quote;
}

function spanOf(found: Found): Span {
  if (found.type === 'link') return found.link;
  return found.type === 'ambiguous' ? found.ambiguous : found.plan;
}

function compareMarks(a: Mark, b: Mark): number {
  return (
    compareBoundaries(
      { node: a.range.startContainer, offset: a.range.startOffset },
      { node: b.range.startContainer, offset: b.range.startOffset },
    ) || a.index - b.index
  );
}

/** The text of a range; null when its nodes have left the page or have become too short. */
function textIn({ startContainer, startOffset, endContainer, endOffset }: StaticRangeInit): string | null {
  if (!(isOnPage(startContainer) && isOnPage(endContainer))) return null;
  if (startOffset > lengthOf(startContainer) || endOffset > lengthOf(endContainer)) return null;
  if (startContainer === endContainer && startContainer instanceof Text) {
    return startContainer.data.slice(startOffset, endOffset);
  }
  const range = createRangeIn(document);
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range.toString();
}

const lengthOf = (node: Node): number =>
  node instanceof CharacterData ? node.length : node.childNodes.length;
