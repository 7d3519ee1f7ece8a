import { bodyOf } from '../../page/read-node.ts';
import {
  activeHighlightName,
  highlightName,
  type Look,
  markedKinds,
  markStyleSheet,
  tintedStyleSheet,
} from './mark-styles.ts';
import { NearBlocks } from './near-blocks.ts';
import type { PaintedMark, Painter } from './painter.ts';

/**
 * Paints with the CSS Custom Highlight API: the page's nodes stay as they are. The page can read the registry of
 * highlights, and has highlights of its own there, so only our names are ever touched.
 *
 * Ranges are static, since live ones make each change of the page slower, and only those near the viewport are made and in
 * a highlight. Painting again touches only the blocks whose marks are others than before.
 */
export class NativePainter implements Painter {
  readonly #highlights = new Map<string, Highlight>();
  readonly #look: Look;
  /** Null where the rules that the browser injected into the page hold for all its text. */
  readonly #sheet: CSSStyleSheet | null;
  readonly #styledRoots = new Set<Document | ShadowRoot>();
  readonly #near: NearBlocks;
  #marksByBlock: ReadonlyMap<Element, readonly PaintedMark[]> = new Map();
  readonly #drawn = new Map<PaintedMark, StaticRange>();
  #activeIndex: number | null = null;

  constructor({ document, style, ground }: Look & { document: Document }) {
    this.#look = { style, ground };
    this.#sheet = isStyled(document, this.#look) ? null : new CSSStyleSheet();
    this.#sheet?.replaceSync(markStyleSheet(this.#look));
    this.#adoptSheet(document);
    if (this.#sheet && style === 'underline' && !canUnderline(document, this.#look)) {
      this.#sheet.replaceSync(tintedStyleSheet(this.#look));
    }
    this.#near = new NearBlocks({
      onNear: (block) => this.#draw(block),
      onFar: (block) => this.#erase(block),
    });
    for (const kind of markedKinds) this.#register(highlightName(kind, this.#look), 0);
    this.#register(activeHighlightName, 1);
  }

  paint(marks: readonly PaintedMark[]): void {
    const former = this.#marksByBlock;
    const current = groupByBlock(marks);
    const isIntact = this.#restore();
    for (const [block, group] of former) {
      if (isIntact && isSame(group, current.get(block))) continue;
      if (this.#near.has(block)) this.#erase(block);
    }
    this.#marksByBlock = current;
    for (const [block, group] of current) {
      if (isIntact && isSame(group, former.get(block))) continue;
      if (this.#near.has(block)) this.#draw(block);
    }
    this.#near.watch([...current.keys()]);
    this.#drawActive();
  }

  setActive(index: number | null): void {
    this.#activeIndex = index;
    this.#drawActive();
  }

  clear(): void {
    this.#activeIndex = null;
    this.paint([]);
  }

  dispose(): void {
    this.#near.dispose();
    this.#marksByBlock = new Map();
    this.#drawn.clear();
    for (const [name, highlight] of this.#highlights) {
      highlight.clear();
      // An updated extension may have registered the name anew from a content script of its own.
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
    for (const root of this.#styledRoots) {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    }
    this.#styledRoots.clear();
  }

  #register(name: string, priority: number): void {
    const highlight = new Highlight();
    highlight.priority = priority;
    this.#highlights.set(name, highlight);
    CSS.highlights.set(name, highlight);
  }

  /**
   * Pages that clear the registry or replace their style sheets take ours along. False when the page also took ranges out of
   * our highlights: whatever is near is then to be drawn anew.
   */
  #restore(): boolean {
    let size = 0;
    for (const [name, highlight] of this.#highlights) {
      if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
      if (name !== activeHighlightName) size += highlight.size;
    }
    for (const root of this.#styledRoots) this.#adoptSheet(root);
    return size === this.#drawn.size;
  }

  #draw(block: Element): void {
    const marks = this.#marksByBlock.get(block) ?? [];
    if (marks.length > 0) this.#adoptSheetAround(block);
    for (const mark of marks) {
      const range = this.#drawn.get(mark) ?? new StaticRange(mark.range);
      this.#drawn.set(mark, range);
      this.#highlights.get(highlightName(mark.kind, this.#look))?.add(range);
    }
  }

  #erase(block: Element): void {
    for (const mark of this.#marksByBlock.get(block) ?? []) {
      const range = this.#drawn.get(mark);
      if (range) this.#highlights.get(highlightName(mark.kind, this.#look))?.delete(range);
      this.#drawn.delete(mark);
    }
  }

  #drawActive(): void {
    const highlight = this.#highlights.get(activeHighlightName);
    highlight?.clear();
    if (this.#activeIndex === null) return;
    for (const marks of this.#marksByBlock.values()) {
      const mark = marks.find(({ index }) => index === this.#activeIndex);
      if (mark) highlight?.add(new StaticRange(mark.range));
    }
  }

  #adoptSheetAround(block: Element): void {
    if (!this.#sheet) return;
    const root = block.getRootNode();
    if (root instanceof ShadowRoot && !this.#styledRoots.has(root)) this.#adoptSheet(root);
  }

  #adoptSheet(root: Document | ShadowRoot): void {
    if (!this.#sheet) return;
    this.#styledRoots.add(root);
    if (root.adoptedStyleSheets.includes(this.#sheet)) return;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
  }
}

function groupByBlock(marks: readonly PaintedMark[]): Map<Element, PaintedMark[]> {
  const groups = new Map<Element, PaintedMark[]>();
  for (const mark of marks) {
    const group = groups.get(mark.block);
    if (group) group.push(mark);
    else groups.set(mark.block, [mark]);
  }
  return groups;
}

function isSame(group: readonly PaintedMark[], other: readonly PaintedMark[] | undefined): boolean {
  return other?.length === group.length && group.every((mark, position) => mark === other[position]);
}

/**
 * Says whether the browser injected our rules before we came and the body's text inherits them, as in Chromium. What is
 * not sure is underlined in every look.
 */
function isStyled(document: Document, look: Look): boolean {
  const body = bodyOf(document);
  return body !== null && isUnderlined(body, highlightName('ambiguous', look));
}

/**
 * Says whether the browser takes `text-decoration` in our adopted rules. `CSS.supports` only knows the selector, and
 * Firefox learned the property in 146: https://developer.mozilla.org/docs/Web/CSS/::highlight
 */
const canUnderline = (document: Document, look: Look): boolean =>
  isUnderlined(document.documentElement, highlightName('person', look));

const isUnderlined = (element: Element, name: string): boolean =>
  getComputedStyle(element, `::highlight(${name})`).textDecorationLine.includes('underline');
