/** The text of a page as it is shown, in blocks, without what stands beside it. */

import { BlockBuilder, type BlockKind, type RawBlock } from './block-builder.ts';
import { type Furniture, furnitureOf, nameOf } from './furniture-of.ts';
import { isSkipped } from './is-skipped.ts';
import { endsSentence, isSentence, proseOf } from './prose-of.ts';
import { attributeOf, localNameOf } from './read-node.ts';
import { blockTags, headingTags, sectionTags, textTags } from './tag-roles.ts';
import { walkFlatTree } from './walk-flat-tree.ts';

/** Longest text of one page, in UTF-16 units. */
export const maxTextLength = 1_000_000;

/** Above this share of links a container is a list of links. */
const maxLinkShare = 0.5;
/** A paragraph is text even when much of it is linked; one that is nothing but a link leads elsewhere. */
const maxParagraphLinkShare = 0.95;
/** Furniture with more of the page's prose than this is the layout that the prose stands in. */
const maxFurnitureShare = 0.4;
/** From this share of prose in tags for text, short text in other tags is a label. */
const minTaggedShare = 0.6;

/** What holds for a whole article, so that text added to it later is judged alike. */
export interface PageHabits {
  /** Names of elements that sound like furniture and are the layout around the prose. */
  readonly layouts: ReadonlySet<string>;
  /** Whether prose is in tags for text, so that short text in others is a label. */
  readonly hasTextTags: boolean;
}

export interface BlockReading {
  readonly blocks: readonly RawBlock[];
  readonly habits: PageHabits;
  readonly isTruncated: boolean;
}

/** An open block-level element, with sums over the blocks in it that were kept so far. */
interface Container {
  readonly element: Element;
  readonly tag: string;
  readonly kind: BlockKind;
  readonly furniture: Furniture | null;
  readonly firstBlock: number;
  length: number;
  asideLength: number;
  headingLength: number;
  /** Whether a list of links was dropped from it. */
  hasDropped: boolean;
  /** Whether the page's main part or main heading is in it: then no name makes it furniture. */
  isFrame: boolean;
}

/** Blocks `[start, end)` are inside one piece of furniture. */
interface FurnitureSpan {
  readonly furniture: Furniture;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The blocks under `roots` that belong to the text, in the order shown; none of `roots` may hold another. */
export function readBlocks(roots: readonly Element[]): BlockReading {
  return new BlockReader(null).read(roots);
}

/** The blocks under elements added to an article that has these habits. */
export function readAddedBlocks(roots: readonly Element[], habits: PageHabits): BlockReading {
  return new BlockReader(habits).read(roots);
}

class BlockReader {
  readonly #builder = new BlockBuilder(maxTextLength);
  readonly #dropped = new Set<number>();
  readonly #furniture: FurnitureSpan[] = [];
  readonly #open: Container[] = [];
  readonly #habits: PageHabits | null;
  #countedBlocks = 0;
  /** Links, times and bylines that are open; text in them is not the article's own. */
  #asideDepth = 0;

  constructor(habits: PageHabits | null) {
    this.#habits = habits;
  }

  read(roots: readonly Element[]): BlockReading {
    for (const root of roots) {
      walkFlatTree(root, {
        enter: (element) => this.#enter(element),
        text: (node) => this.#builder.addText(node, this.#asideDepth > 0),
        leave: (element) => this.#leave(element),
        isDone: () => this.#builder.isFull,
      });
    }
    const layouts = this.#habits?.layouts ?? this.#findLayouts();
    this.#dropFurniture(layouts);
    const hasTextTags = this.#habits?.hasTextTags ?? this.#measureTextTags() >= minTaggedShare;
    this.#dropLabels(hasTextTags);
    return {
      blocks: this.#builder.blocks.filter((_, index) => !this.#dropped.has(index)),
      habits: { layouts, hasTextTags },
      isTruncated: this.#builder.isFull,
    };
  }

  #enter(element: Element): boolean {
    if (isSkipped(element)) return false;
    const tag = localNameOf(element);
    if (tag === 'br') {
      this.#builder.addLineBreak();
      return false;
    }
    const outer = this.#open.at(-1);
    if (!outer || isBlockLevel(tag, outer.kind)) this.#openContainer(element, tag, outer);
    else if (isAside(element, tag)) this.#asideDepth++;
    return true;
  }

  #leave(element: Element): void {
    const container = this.#open.at(-1);
    if (container?.element === element) this.#closeContainer(container);
    else if (isAside(element, localNameOf(element))) this.#asideDepth--;
  }

  #openContainer(element: Element, tag: string, outer: Container | undefined): void {
    const kind = kindOf(element, tag, outer?.kind ?? 'loose');
    this.#builder.startBlock(element, kind);
    this.#countBlocks();
    this.#open.push({
      element,
      tag,
      kind,
      furniture: furnitureOf(element),
      firstBlock: this.#builder.blocks.length,
      length: 0,
      asideLength: 0,
      headingLength: 0,
      hasDropped: false,
      isFrame: tag === 'main' || attributeOf(element, 'role') === 'main',
    });
  }

  #closeContainer(container: Container): void {
    this.#builder.endBlock();
    this.#countBlocks();
    this.#open.pop();
    const outer = this.#open.at(-1);
    const end = this.#builder.blocks.length;
    if (outer) this.#builder.startBlock(outer.element, outer.kind);
    if (end === container.firstBlock) return;
    const isRoot = !outer && !this.#habits;
    if (container.tag === 'h1') container.isFrame = true;
    if (outer) outer.isFrame ||= container.isFrame;
    if (!isRoot && (this.#isLinkList(container) || isHeadingOverNothing(container))) {
      for (let index = container.firstBlock; index < end; index++) this.#dropped.add(index);
      if (outer) outer.hasDropped = true;
    } else if (!isRoot && container.furniture && !container.isFrame) {
      this.#furniture.push({
        furniture: container.furniture,
        name: nameOf(container.element),
        start: container.firstBlock,
        end,
      });
    } else if (outer) {
      outer.length += container.length;
      outer.asideLength += container.asideLength;
      outer.headingLength += container.headingLength;
      outer.hasDropped ||= container.hasDropped;
    }
  }

  #isLinkList({ tag, kind, length, asideLength, firstBlock }: Container): boolean {
    if (length === 0 || kind === 'heading') return false;
    const { blocks } = this.#builder;
    const isParagraph =
      tag === 'p' || (blocks.length === firstBlock + 1 && isParagraphBlock(blocks[firstBlock]));
    if (asideLength > length * (isParagraph ? maxParagraphLinkShare : maxLinkShare)) return true;
    const [block] = blocks.slice(firstBlock);
    return isParagraph && blocks.length === firstBlock + 1 && block !== undefined && isLabelledLink(block);
  }

  /** A block that has just ended belongs to the innermost open container. */
  #countBlocks(): void {
    const { blocks } = this.#builder;
    const container = this.#open.at(-1);
    for (; this.#countedBlocks < blocks.length; this.#countedBlocks++) {
      const block = blocks[this.#countedBlocks];
      if (!container || !block) continue;
      container.length += block.text.length;
      container.asideLength += block.asideLength;
      if (block.kind === 'heading') container.headingLength += block.text.length;
    }
  }

  /** The names of furniture that together hold too much of the prose to stand beside it. */
  #findLayouts(): Set<string> {
    const sums = new Map<string, number>();
    const proseBefore = this.#sumProse();
    let apart = 0;
    for (const span of this.#furniture) {
      const prose = (proseBefore[span.end] ?? 0) - (proseBefore[span.start] ?? 0);
      if (span.furniture === 'apart') apart += prose;
      else sums.set(span.name, (sums.get(span.name) ?? 0) + prose);
    }
    const limit = ((proseBefore.at(-1) ?? 0) - apart) * maxFurnitureShare;
    return new Set([...sums].flatMap(([name, sum]) => (sum > limit ? [name] : [])));
  }

  /** The prose kept before each block, and last before the end. */
  #sumProse(): number[] {
    const sums = [0];
    this.#builder.blocks.forEach((block, index) => {
      sums.push((sums[index] ?? 0) + (this.#dropped.has(index) ? 0 : proseOf(block)));
    });
    return sums;
  }

  #dropFurniture(layouts: ReadonlySet<string>): void {
    const { blocks } = this.#builder;
    const changes = new Int32Array(blocks.length + 1);
    for (const { name, start, end } of this.#furniture) {
      if (layouts.has(name)) continue;
      changes[start] = (changes[start] ?? 0) + 1;
      changes[end] = (changes[end] ?? 0) - 1;
    }
    let depth = 0;
    for (let index = 0; index < blocks.length; index++) {
      depth += changes[index] ?? 0;
      if (depth > 0) this.#dropped.add(index);
    }
  }

  /** The share of the prose that is in tags for text. */
  #measureTextTags(): number {
    let tagged = 0;
    let total = 0;
    this.#builder.blocks.forEach((block, index) => {
      if (this.#dropped.has(index)) return;
      const prose = proseOf(block);
      total += prose;
      if (block.kind !== 'loose') tagged += prose;
    });
    return total > 0 ? tagged / total : 0;
  }

  #dropLabels(hasTextTags: boolean): void {
    this.#builder.blocks.forEach((block, index) => {
      const isLabel = block.kind === 'loose' && hasTextTags && !isSentence(block);
      if (isLabel || block.kind === 'credit') this.#dropped.add(index);
    });
  }
}

/** Custom elements are most often boxes, but not in the middle of a sentence. */
function isBlockLevel(tag: string, outerKind: BlockKind): boolean {
  return blockTags.has(tag) || (tag.includes('-') && outerKind === 'loose');
}

function isAside(element: Element, tag: string): boolean {
  if (tag === 'a') return leadsElsewhere(element);
  return tag === 'time' || furnitureOf(element) !== null;
}

function kindOf(element: Element, tag: string, outer: BlockKind): BlockKind {
  if (headingTags.has(tag) || attributeOf(element, 'role') === 'heading') return 'heading';
  if (tag === 'figcaption' || tag === 'caption') return 'caption';
  if (tag === 'figure') return 'credit';
  if (textTags.has(tag)) return outer === 'caption' || outer === 'credit' ? outer : 'text';
  return sectionTags.has(tag) ? 'loose' : outer;
}

/** What stood under the heading was a list of links. */
function isHeadingOverNothing({ hasDropped, isFrame, length, headingLength }: Container): boolean {
  return hasDropped && !isFrame && length > 0 && length === headingLength;
}

/** "Read more: another story", in whatever language: a few words, a colon, and for the rest a link that is no sentence. */
function isLabelledLink({ text, asideLength }: RawBlock): boolean {
  const label = /^[^.!?:：]{2,24}[:：]\s*/u.exec(text)?.[0];
  if (label === undefined || label.length === text.length || endsSentence(text)) return false;
  return text.length - asideLength <= label.length;
}

const isParagraphBlock = (block: RawBlock | undefined): boolean =>
  block !== undefined && localNameOf(block.element) === 'p';

/** Entries of a live page link to themselves from their headings. */
function leadsElsewhere(link: Element): boolean {
  const address = attributeOf(link, 'href');
  return address !== null && !address.startsWith('#');
}
